import type { Wages } from "./settings.ts";
import { coverOf, hoursOfDay, type Rota } from "./shift.ts";

const nightFrom = 22;
const nightTo = 6;
const saturday = 5;

/** What one hour of the week costs: of night and weekend the dearer extra counts. */
export function hourCost(hourOfWeek: number, wages: Wages): number {
  const hour = hourOfWeek % hoursOfDay;
  const night = hour >= nightFrom || hour < nightTo ? wages.nightExtra : 0;
  const weekend = hourOfWeek >= saturday * hoursOfDay ? wages.weekendExtra : 0;
  return wages.perHour * (1 + Math.max(night, weekend));
}

/** What a week of a rota costs. */
export function weeklyCost(rota: Rota, wages: Wages): number {
  return coverOf(rota).reduce((sum, people, hour) => sum + people * hourCost(hour, wages), 0);
}
