import type { RotaOutcome, Trial } from "./evaluate-rota.ts";
import { coverOf, joinRota, peopleOf, type Rota, type Shift } from "./shift.ts";

/** The times of day at which a shift could be added. */
export const timesOfDay = ["early", "morning", "afternoon", "evening", "late", "night", "weekend"] as const;
export type TimeOfDay = (typeof timesOfDay)[number];

const everyDay = [0, 1, 2, 3, 4, 5, 6];
const blocks: Readonly<Record<TimeOfDay, Shift>> = {
  early: { days: everyDay, spans: [{ from: 6, to: 10 }] },
  morning: { days: everyDay, spans: [{ from: 10, to: 14 }] },
  afternoon: { days: everyDay, spans: [{ from: 14, to: 18 }] },
  evening: { days: everyDay, spans: [{ from: 18, to: 22 }] },
  late: { days: everyDay, spans: [{ from: 22, to: 26 }] },
  night: { days: everyDay, spans: [{ from: 2, to: 6 }] },
  weekend: { days: [5, 6], spans: [{ from: 9, to: 17 }] },
};

/** One thing that could be done about a rota, and what comes of it. */
export interface PlanOption {
  readonly kind: "person" | "shift";
  /** Of a shift: when in the day; null for one more person on a shift that there is. */
  readonly when: TimeOfDay | null;
  readonly added: Shift;
  /** How many people: one, or a tenth of a large team, among whom one would not be seen. */
  readonly people: number;
  readonly outcome: RotaOutcome;
  /** What it adds: to the share in time, to P(the target holds), and to the week's cost. */
  readonly gain: { readonly inTime: number; readonly holds: number; readonly cost: number };
}

type Change = Pick<PlanOption, "kind" | "when" | "added" | "people">;

/** What a rota could be changed by: more people on each of its shifts, and as many at each time of day. */
export function changesTo(rota: Rota): Change[] {
  const people = Math.max(1, Math.round(peopleOf(rota) / 10));
  return [
    ...rota.map(({ shift }) => ({ kind: "person" as const, when: null, added: shift, people })),
    ...timesOfDay.map((when) => ({ kind: "shift" as const, when, added: blocks[when], people })),
  ];
}

export function tryChange(trial: Trial, base: RotaOutcome, change: Change): PlanOption {
  const outcome = trial.evaluate(joinRota([...base.rota, { shift: change.added, people: change.people }]));
  return {
    ...change,
    outcome,
    gain: {
      inTime: outcome.inTime.value - base.inTime.value,
      holds: outcome.holds.share - base.holds.share,
      cost: outcome.cost - base.cost,
    },
  };
}

/** The rota with so many people more, or fewer, on the shift that most people work; null where nobody would be left. */
export function withPeople(rota: Rota, more: number): Rota | null {
  const largest = [...rota].sort((a, b) => b.people - a.people)[0];
  if (!largest || largest.people + more < 0) return null;
  const changed = rota.map((one) => (one === largest ? { ...one, people: one.people + more } : one));
  return coverOf(changed).some((people) => people > 0) ? changed : null;
}

/**
 * What to make of the options.
 * - `holds`: the target holds as surely as wished already
 * - `hours`: more people on the shifts there are change nothing, other hours do
 * - `shift`: both help, and a shift at another time buys most for its cost
 * - `person`: more people on a shift that there is buy most for its cost
 * - `nothing`: none of them helps by itself; it takes several
 */
export interface Advice {
  readonly kind: "holds" | "hours" | "shift" | "person" | "nothing";
  readonly base: RotaOutcome;
  /** The best that more people on a shift that there is can do. */
  readonly person: PlanOption | null;
  /** The shift at another time that buys most. */
  readonly shift: PlanOption | null;
}

/** Below one point in a hundred, nobody would see a difference, and a simulation hardly. */
const noticeable = 0.01;

/** The advice, from the marginal values of the options alone. */
export function advise(base: RotaOutcome, options: readonly PlanOption[], confidence: number): Advice {
  const person = best(options.filter(({ kind }) => kind === "person"));
  const shift = best(options.filter(({ kind }) => kind === "shift"));
  const kindOf = (): Advice["kind"] => {
    if (base.holds.share >= confidence) return "holds";
    const byPerson = person?.gain.inTime ?? 0;
    const byShift = shift?.gain.inTime ?? 0;
    if (Math.max(byPerson, byShift) < noticeable) return "nothing";
    if (byPerson < noticeable) return "hours";
    return worth(shift) > worth(person) ? "shift" : "person";
  };
  return { kind: kindOf(), base, person, shift };
}

/** The option that gains most in time for its cost, among those that gain noticeably; else the one that gains most. */
function best(options: readonly PlanOption[]): PlanOption | null {
  const helping = options.filter(({ gain }) => gain.inTime >= noticeable);
  const by = (of: (option: PlanOption) => number) => (a: PlanOption, b: PlanOption) => of(b) - of(a);
  return [...helping].sort(by(worth))[0] ?? [...options].sort(by(({ gain }) => gain.inTime))[0] ?? null;
}

function worth(option: PlanOption | null): number {
  return option && option.gain.cost > 0 ? option.gain.inTime / option.gain.cost : 0;
}
