import type { RotaOutcome, Trial } from "./evaluate-rota.ts";
import { joinRota, type Rota, type Shift } from "./shift.ts";

const mostSteps = 8;
/** Of the allowed shifts only these are tried, as each trial plays all weeks: begins four hours apart, on three runs of days. */
const hoursApart = 4;
const firstDays = [0, 2, 5];

/**
 * Adds people one by one, each time where the played weeks gain most for the cost, until the promise is kept: for what the quick
 * approximation cannot see, such as that one person alone is away some days. Then takes away whom the result can spare.
 * Null where eight more are not enough.
 */
export function repairRota(
  trial: Trial,
  begun: RotaOutcome,
  shifts: readonly Shift[],
  confidence: number,
): RotaOutcome | null {
  const earliest = Math.min(...shifts.map(({ spans }) => spans[0]?.from ?? 0));
  const tried = shifts.filter(
    ({ days, spans }) => ((spans[0]?.from ?? 0) - earliest) % hoursApart === 0 && firstDays.includes(days[0] ?? 0),
  );
  let best = begun;
  for (let step = 0; best.holds.share < confidence; step++) {
    if (step === mostSteps) return null;
    const worth = (one: RotaOutcome) =>
      (one.holds.share - best.holds.share + one.inTime.value - best.inTime.value) / (one.cost - best.cost);
    const found = tried.map((shift) => trial.evaluate(joinRota([...best.rota, { shift, people: 1 }])));
    const next = found.sort((a, b) => worth(b) - worth(a))[0];
    if (!next || worth(next) <= 0) return null;
    best = next;
  }
  for (const one of best.rota) {
    const without = trial.evaluate(withOneLess(best.rota, one.shift));
    if (without.people > 0 && without.holds.share >= confidence) best = without;
  }
  return best;
}

function withOneLess(rota: Rota, shift: Shift): Rota {
  return joinRota(rota.map((one) => (one.shift === shift ? { ...one, people: one.people - 1 } : one)));
}
