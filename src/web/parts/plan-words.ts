import type { PlanReport } from "../../care/index.ts";
import type { PageContext } from "../page-context.ts";

export type PlanOption = PlanReport["options"][number];

/** What every part of the plan's page gets. */
export interface PlanProps {
  plan: PlanReport;
  context: PageContext;
}

const englishDays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

/** A shift in the page's words for the days. */
export function inDays(shift: string, context: PageContext): string {
  const days = dayNames(context);
  return shift.replace(/\b[A-Z][a-z]{2}\b/g, (name) => days[englishDays.indexOf(name)] ?? name);
}

export function dayNames({ t }: PageContext): string[] {
  const { mon, tue, wed, thu, fri, sat, sun } = t.plan.days;
  return [mon, tue, wed, thu, fri, sat, sun];
}

export function whole({ t }: PageContext, { low, high }: { low: number; high: number }): string {
  return t.plan.range(t.format.number(Math.round(low)), t.format.number(Math.round(high)));
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
