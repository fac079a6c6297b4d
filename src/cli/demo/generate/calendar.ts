import { dayMs, hourMs } from "../act.ts";
import type { Random } from "./random.ts";

// When people write. Most live in central Europe, so the hours, in UTC, are those of its kitchens.

/** How many questions an hour brings, beside the other hours of its day. */
const weekdayHours = [0, 0, 0, 0, 0, 3, 8, 7, 5, 4, 4, 4, 4, 3, 3, 4, 5, 7, 8, 7, 5, 2, 0, 0];
const weekendHours = [0, 0, 0, 0, 0, 0, 2, 6, 9, 9, 7, 6, 5, 4, 5, 5, 5, 5, 5, 5, 4, 2, 0, 0];
/** Sunday first: on a weekend there is time for the machine. */
const dayWeights = [1.35, 1.05, 0.95, 0.9, 0.85, 0.95, 1.3];

const dayOf = (at: number) => Math.floor(at / dayMs);
/** 0 is Sunday; 1 January 1970 was a Thursday. */
const weekday = (at: number) => (dayOf(at) + 4) % 7;
const hourOf = (at: number) => (at % dayMs) / hourMs;
const isWeekend = (at: number) => weekday(at) === 0 || weekday(at) === 6;

/** The day, from its midnight, of the last Tuesday before `at`. */
export function tuesdayBefore(at: number): number {
  let day = dayOf(at);
  while (weekday(day * dayMs) !== 2) day -= 1;
  return day * dayMs;
}

/** The first and the last hour at which anybody writes. */
const wakeHour = 5.2;
const sleepHour = 21.9;
const openHours = { from: 7, to: 15.8 };

/** A moment between two others at which somebody would write; later days are busier, by `growth`. */
export function someMoment(random: Random, from: number, to: number, growth: number): number {
  const days: { day: number; weight: number }[] = [];
  for (let day = dayOf(from); day <= dayOf(to); day += 1) {
    const progress = (day * dayMs - from) / (to - from);
    days.push({ day, weight: (dayWeights[weekday(day * dayMs)] ?? 1) * (1 + growth * progress) });
  }
  for (let attempt = 0; attempt < 50; attempt += 1) {
    const { day } = random.weighted(days, ({ weight }) => weight);
    const hours = isWeekend(day * dayMs) ? weekendHours : weekdayHours;
    const hour = random.weighted([...hours.keys()], (each) => hours[each] ?? 0);
    const at = day * dayMs + Math.floor((hour + random.next()) * hourMs);
    if (at >= from && at <= to) return awake(random, at);
  }
  return awake(random, from);
}

/** The moment itself, or the next morning where it is night. */
export function awake(random: Random, at: number): number {
  const hour = hourOf(at);
  if (hour >= wakeHour && hour < sleepHour) return Math.floor(at);
  const morning = (hour < wakeHour ? dayOf(at) : dayOf(at) + 1) * dayMs;
  return Math.floor(morning + (6.2 + 3.2 * random.next()) * hourMs);
}

/** The moment itself, or the evening before where it is night. */
export function awakeBefore(random: Random, at: number): number {
  const hour = hourOf(at);
  if (hour >= wakeHour && hour < sleepHour) return Math.floor(at);
  const evening = (hour < wakeHour ? dayOf(at) - 1 : dayOf(at)) * dayMs;
  return Math.floor(evening + (19 + 2.5 * random.next()) * hourMs);
}

/** The moment itself, or the next at which staff works: Monday to Friday by day. */
export function atWork(random: Random, at: number): number {
  let day = dayOf(at);
  if (!isWeekend(at) && hourOf(at) >= openHours.from && hourOf(at) < openHours.to) return Math.floor(at);
  if (hourOf(at) >= openHours.from) day += 1;
  while (isWeekend(day * dayMs)) day += 1;
  return Math.floor(day * dayMs + (openHours.from + 2.5 * random.next()) * hourMs);
}
