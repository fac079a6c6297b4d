import type { ArrivalDay } from "./fit-arrivals.ts";
import { expectBetween, forecastArrivals } from "./forecast-arrivals.ts";

/** How often what came lay within its interval, of how many. */
export interface Coverage {
  readonly covered: number;
  readonly count: number;
}

export interface BackTest {
  readonly days: Coverage;
  readonly slots: Coverage;
}

/**
 * Whether intervals keep their promise: from each day `first` on, every `step` days, forecasts the next days from the ones
 * before alone, and counts how often what came lay within the interval of this level.
 */
export function backTest(
  days: readonly ArrivalDay[],
  options: { readonly first: number; readonly step: number; readonly ahead: number; readonly level: number },
): BackTest {
  const found = { days: { covered: 0, count: 0 }, slots: { covered: 0, count: 0 } };
  for (let origin = options.first; origin < days.length; origin += options.step) {
    const forecast = forecastArrivals(days.slice(0, origin));
    for (const { weekday, counts } of days.slice(origin, origin + options.ahead)) {
      const total = counts.reduce((sum, count) => sum + count, 0);
      score(found.days, total, expectBetween(forecast, { weekday }, options.level));
      counts.forEach((count, slot) => {
        score(found.slots, count, expectBetween(forecast, { weekday, slot }, options.level));
      });
    }
  }
  return found;
}

function score(
  to: { covered: number; count: number },
  came: number,
  { low, high }: { low: number; high: number },
): void {
  to.covered += came >= low && came <= high ? 1 : 0;
  to.count++;
}
