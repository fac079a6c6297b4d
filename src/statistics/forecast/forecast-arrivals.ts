import { countQuantile } from "../distributions/counts.ts";
import { type ArrivalDay, type ArrivalShape, expectedArrivals, fitShape } from "./fit-arrivals.ts";

/** A forecast of a week's arrivals, with how far off such forecasts were, as coefficients of variation of the rate. */
export interface ArrivalForecast extends ArrivalShape {
  /** Days after which a day weighs half; infinite where the series shows no drift. */
  readonly halfLife: number;
  /** Of one slot, one day and one whole week around its forecast, beyond what Poisson arrivals vary by themselves. */
  readonly slotCv: number;
  readonly dayCv: number;
  readonly weekCv: number;
  /** Past weeks by which those were measured; below 2 they are mostly assumed. */
  readonly weeksMeasured: number;
}

/** What to expect, between which bounds. */
export interface Expected {
  readonly mean: number;
  readonly low: number;
  readonly high: number;
}

const week = 7;
const halfLives = [14, 28, 56, 182, Number.POSITIVE_INFINITY] as const;
const mostOrigins = 26;
/** Taken for the spread until errors of forecasts were measured (real call counts: 9 % a day; plans at launch are worse). */
const assumedCv = { slot: 0.25, day: 0.2, week: 0.15 } as const;
/** How many forecasts the assumption counts for beside measured ones. */
const assumedWeight = { slot: 24, day: 3, week: 0.5 } as const;

/**
 * Forecasts the arrivals of the coming week from past days, oldest first. How far off it may be is not taken from how well the
 * past fits, but from what the same method got wrong when it forecast each past week from the days before it (rolling origin,
 * Tashman 2000, doi:10.1016/S0169-2070(00)00065-0): that contains drift and the error of every estimate.
 */
export function forecastArrivals(days: readonly ArrivalDay[]): ArrivalForecast {
  const origins = originsOf(days.length);
  const halfLife = chooseHalfLife(days, origins);
  const errors = { slot: sums(), day: sums(), week: sums() };
  for (const origin of origins) {
    const shape = fitShape(days.slice(0, origin), halfLife);
    const ahead = days.slice(origin, origin + week);
    let forecast = 0;
    let came = 0;
    for (const { weekday, counts } of ahead) {
      const total = counts.reduce((sum, count) => sum + count, 0);
      add(errors.day, total, expectedArrivals(shape, weekday));
      counts.forEach((count, slot) => {
        add(errors.slot, count, expectedArrivals(shape, weekday, slot));
      });
      forecast += expectedArrivals(shape, weekday);
      came += total;
    }
    if (ahead.length === week) add(errors.week, came, forecast);
  }
  return {
    ...fitShape(days, halfLife),
    halfLife,
    slotCv: spreadOf(errors.slot, "slot"),
    dayCv: spreadOf(errors.day, "day"),
    weekCv: spreadOf(errors.week, "week"),
    weeksMeasured: errors.day.count / week,
  };
}

/** From which days on past weeks are forecast: each week's begin, from the second week on, the newest first to be kept. */
function originsOf(length: number): number[] {
  const origins: number[] = [];
  // Two weeks give one week of forecasts, made day by day so that each uses all that was known.
  const step = length < 4 * week ? 1 : week;
  for (let origin = length - step; origin >= week && origins.length < mostOrigins; origin -= step)
    origins.unshift(origin);
  return origins;
}

function chooseHalfLife(days: readonly ArrivalDay[], origins: readonly number[]): number {
  if (days.length < 6 * week) return Number.POSITIVE_INFINITY;
  const totals = days.map(({ counts }) => counts.reduce((sum, count) => sum + count, 0));
  const losses = halfLives.map((halfLife) => {
    let loss = 0;
    for (const origin of origins.filter((one) => one >= 4 * week)) {
      const shape = fitShape(days.slice(0, origin), halfLife);
      for (let at = origin; at < Math.min(days.length, origin + week); at++) {
        loss += deviance(totals[at] ?? 0, expectedArrivals(shape, days[at]?.weekday ?? 0));
      }
    }
    return loss;
  });
  return halfLives[losses.lastIndexOf(Math.min(...losses))] ?? Number.POSITIVE_INFINITY;
}

/** Poisson's deviance of one count, less what does not depend on the forecast. */
function deviance(count: number, forecast: number): number {
  return forecast - (count > 0 ? count * Math.log(Math.max(forecast, 1e-9)) : 0);
}

interface ErrorSums {
  excess: number;
  squares: number;
  count: number;
}

function sums(): ErrorSums {
  return { excess: 0, squares: 0, count: 0 };
}

function add(to: ErrorSums, came: number, forecast: number): void {
  to.excess += (came - forecast) ** 2 - forecast;
  to.squares += forecast * forecast;
  to.count++;
}

/** The spread beyond Poisson's, by moments: cv² = Σ((came - forecast)² - forecast) / Σ forecast². */
function spreadOf({ excess, squares, count }: ErrorSums, of: keyof typeof assumedCv): number {
  if (count === 0 || squares === 0) return assumedCv[of];
  const prior = (assumedWeight[of] * squares) / count;
  return Math.sqrt(Math.max(0, (excess + prior * assumedCv[of] ** 2) / (squares + prior)));
}

/** The arrivals of one slot of a weekday, or of all of that day, with the interval that holds at this level. */
export function expectBetween(
  forecast: ArrivalForecast,
  at: { readonly weekday: number; readonly slot?: number },
  level = 0.8,
): Expected {
  const mean = expectedArrivals(forecast, at.weekday, at.slot);
  const cv = at.slot === undefined ? forecast.dayCv : forecast.slotCv;
  return between(mean, cv, level);
}

/** The arrivals of the coming week, with the interval that holds at this level. */
export function expectWeek(forecast: ArrivalForecast, level = 0.8): Expected {
  return between(forecast.level * week, forecast.weekCv, level);
}

function between(mean: number, cv: number, level: number): Expected {
  const tail = (1 - level) / 2;
  return { mean, low: countQuantile(tail, mean, cv), high: countQuantile(1 - tail, mean, cv) };
}
