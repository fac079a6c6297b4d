import { seededRandom } from "../../statistics/index.ts";
import { hoursOfDay, hoursOfWeek, type Rota, type Span, stretchesOf, weeklyHours } from "./shift.ts";

/** One person's time in a simulation: when they are on duty, and from when on they are free. */
export interface Worker {
  readonly stretches: readonly Span[];
  /** The stretch at hand, and from when on the person is free. */
  at: number;
  freeAt: number;
}

export interface Workers {
  readonly each: readonly Worker[];
  /** Paid hours a week of all together, absences included. */
  readonly paidHours: number;
}

/** The people of a rota over some weeks. Each has an own stream of chance for days away: who comes along changes nobody's. */
export function makeWorkers(
  rota: Rota,
  options: { readonly weeks: number; readonly absence: number; readonly seed: number },
): Workers {
  const shifts = rota.flatMap(({ shift, people }) => Array.from({ length: people }, () => shift));
  const each = shifts.map((shift, person): Worker => {
    const random = seededRandom(options.seed + person * 7001);
    const weekly = stretchesOf(shift);
    const stretches: Span[] = [];
    for (let week = -1; week < options.weeks + 1; week++) {
      let day = -1;
      let away = false;
      for (const { from, to } of weekly) {
        const today = Math.floor(from / hoursOfDay);
        if (today !== day) away = random() < options.absence;
        day = today;
        if (!away) stretches.push({ from: week * hoursOfWeek + from, to: week * hoursOfWeek + to });
      }
    }
    return { stretches, at: 0, freeAt: Number.NEGATIVE_INFINITY };
  });
  return { each, paidHours: shifts.reduce((sum, shift) => sum + weeklyHours(shift), 0) };
}

/** Who can begin first at `since` or after it, and when; among equals who has been free longest. Null when nobody comes any more. */
export function nextFree(workers: Workers, since: number): { worker: Worker; at: number } | null {
  let best: Worker | null = null;
  let bestAt = Number.POSITIVE_INFINITY;
  for (const worker of workers.each) {
    const from = Math.max(since, worker.freeAt);
    if (from > bestAt) continue;
    const at = onDuty(worker, from);
    if (at < bestAt || (at === bestAt && best && worker.freeAt < best.freeAt)) {
      best = worker;
      bestAt = at;
    }
  }
  return best && Number.isFinite(bestAt) ? { worker: best, at: bestAt } : null;
}

/** The first moment on duty from here on. Times asked for never go back, so what has passed is left behind. */
function onDuty(worker: Worker, from: number): number {
  let stretch = worker.stretches[worker.at];
  while (stretch && stretch.to <= from) stretch = worker.stretches[++worker.at];
  return stretch ? Math.max(from, stretch.from) : Number.POSITIVE_INFINITY;
}
