import { err, ok, type Result } from "../../kernel/index.ts";
import type { Database } from "../../store/index.ts";
import { measureHandling } from "../hours/measure-handling.ts";
import { readArrivals } from "./arrivals-file.ts";
import { type Planning, planAhead } from "./planner.ts";
import { livedFromFile, readLived } from "./read-lived.ts";
import { type PlanWishes, readPlanSettings } from "./read-settings.ts";

const hourMs = 3_600_000;

/**
 * Plans for a community from its own log up to the last whole hour, so that whoever asks again finds the plan that is being made; with
 * the minutes of an answer from hours where these are enough and nobody says. Settles as soon as the plan is begun; `planning.plan` is
 * the plan itself. Refused: `target-unreadable`, `plan-invalid`, `arrivals-missing`.
 */
export async function planCommunity(
  database: Database,
  wanted: { readonly communityId: number; readonly now: Date; readonly wishes: PlanWishes },
): Promise<Result<Planning>> {
  const { communityId, wishes } = wanted;
  const now = new Date(Math.floor(wanted.now.getTime() / hourMs) * hourMs);
  const typed = readPlanSettings(wishes);
  if (!typed.ok) return typed;
  const { timeZone, target, handling } = typed.value;
  const isMeasured = handling.source === "assumed" && target.work === "questions";
  const [lived, measured] = await Promise.all([
    readLived(database, { communityId, timeZone, now }),
    isMeasured ? measureHandling(database, { communityId, now }) : null,
  ]);
  const settings = readPlanSettings(wishes, measured);
  if (!settings.ok) return settings;
  return lived.ok ? ok(planAhead(lived.value, settings.value)) : err(lived.error);
}

/** Plans for arrivals that stand in a file: its text, as CSV or TSV. Refused like the former, and: `arrivals-unreadable`. */
export function planArrivals(text: string, wishes: PlanWishes): Result<Planning> {
  const settings = readPlanSettings(wishes);
  if (!settings.ok) return settings;
  const series = readArrivals(text, settings.value.timeZone);
  return series.ok ? ok(planAhead(livedFromFile(series.value), settings.value)) : err(series.error);
}
