import { err, ok, type Result, refusal } from "../../kernel/index.ts";
import type { Handling } from "../hours/measure-handling.ts";
import { isTimeZone } from "../time-zone.ts";
import { type PlanSettings, usualSettings } from "./settings.ts";
import { readRota } from "./shift.ts";
import { readTarget, type TargetLanguage, targetInWords } from "./target.ts";

/** What a planner says, as typed; what is left out or empty stays as usual. */
export interface PlanWishes {
  /** `first answer within 8 hours for 80 %` */
  readonly target?: string | undefined;
  /** How surely a week's target is to hold, in per cent. */
  readonly confidence?: string | undefined;
  readonly timeZone?: string | undefined;
  /** `6 x Mon-Fri 09:00-17:00; 2 x Sat 10:00-14:00` */
  readonly rota?: string | undefined;
  readonly handlingMinutes?: string | undefined;
  readonly peersFirstHours?: string | undefined;
  readonly patienceMinutes?: string | undefined;
  readonly wage?: string | undefined;
}

export const wishNames = [
  "target",
  "confidence",
  "timeZone",
  "rota",
  "handlingMinutes",
  "peersFirstHours",
  "patienceMinutes",
  "wage",
] as const satisfies readonly (keyof PlanWishes)[];

/** Most people in a typed rota: past this a simulation takes minutes, and a typing error is likelier than such a team. */
const mostPeople = 300;

/**
 * Makes settings of what was typed; `measured` is what hours say about an answer's minutes, where somebody asked. Refused, with the
 * field named: `target-unreadable`, `plan-invalid`.
 */
export function readPlanSettings(wishes: PlanWishes, measured: Handling | null = null): Result<PlanSettings> {
  const target = wishes.target?.trim() ? readTarget(wishes.target) : ok(usualSettings.target);
  if (!target.ok) return target;
  const timeZone = wishes.timeZone?.trim() || usualSettings.timeZone;
  // Offsets such as +02:00 are zones to Intl, and mean the opposite to PostgreSQL.
  if (!isTimeZone(timeZone) || !/^[A-Za-z]/.test(timeZone)) {
    return err(invalid("timeZone", "There is no such time zone.", "Choose one such as Europe/Vienna."));
  }
  const rota = wishes.rota?.trim() ? readRota(wishes.rota) : null;
  const people = rota?.reduce((sum, one) => sum + one.people, 0) ?? 0;
  if (wishes.rota?.trim() && (people === 0 || people > mostPeople)) {
    return err(invalid("rota", "The shifts cannot be read.", `Write them as: ${rotaExample}.`));
  }
  const confidence = numberOf(wishes.confidence, { least: 50, most: 99, usual: usualSettings.confidence * 100 });
  const asUsual = measured ? Math.min(600, Math.max(0.1, measured.minutes)) : usualSettings.handlingMinutes;
  const handling = numberOf(wishes.handlingMinutes, { least: 0.1, most: 600, usual: asUsual });
  const window = numberOf(wishes.peersFirstHours, { least: 0, most: 72, usual: usualSettings.peersFirstHours });
  const patience = wishes.patienceMinutes?.trim()
    ? numberOf(wishes.patienceMinutes, { least: 0.1, most: 600, usual: 0 })
    : null;
  const wage = numberOf(wishes.wage, { least: 0.01, most: 10_000, usual: usualSettings.wages.perHour });
  if (confidence === undefined) return err(outside("confidence", "50 to 99"));
  if (handling === undefined) return err(outside("handlingMinutes", "0.1 to 600"));
  if (window === undefined) return err(outside("peersFirstHours", "0 to 72"));
  if (patience === undefined) return err(outside("patienceMinutes", "0.1 to 600"));
  if (wage === undefined) return err(outside("wage", "0.01 to 10000"));
  return ok({
    ...usualSettings,
    target: target.value,
    confidence: confidence / 100,
    timeZone,
    rota,
    handlingMinutes: handling,
    handling: basisOf(wishes, measured),
    peersFirstHours: window,
    patienceMinutes: patience,
    wages: { ...usualSettings.wages, perHour: wage },
  });
}

function basisOf({ handlingMinutes }: PlanWishes, measured: Handling | null): PlanSettings["handling"] {
  if (handlingMinutes?.trim()) return { source: "given" };
  if (!measured) return { source: "assumed" };
  const { minutes: _, ...basis } = measured;
  return { source: "measured", ...basis };
}

const rotaExample = "6 x Mon-Fri 09:00-17:00; 2 x Sat,Sun 10:00-14:00";

/** The wishes that make the usual settings, for a form that shows what holds; minutes that nobody types are measured. */
export function usualWishes(language: TargetLanguage = "en"): Required<PlanWishes> {
  return {
    target: targetInWords(usualSettings.target, language),
    confidence: String(usualSettings.confidence * 100),
    timeZone: usualSettings.timeZone,
    rota: "",
    handlingMinutes: "",
    peersFirstHours: String(usualSettings.peersFirstHours),
    patienceMinutes: "",
    wage: String(usualSettings.wages.perHour),
  };
}

/** The number typed; the usual one for nothing; undefined for what is none, or lies outside. */
function numberOf(
  text: string | undefined,
  { least, most, usual }: { readonly least: number; readonly most: number; readonly usual: number },
): number | undefined {
  if (!text?.trim()) return usual;
  const value = Number(text.trim().replace(",", "."));
  return value >= least && value <= most ? value : undefined;
}

function outside(field: keyof PlanWishes, range: string) {
  return invalid(field, "This number cannot be planned with.", `Choose one from ${range}.`);
}

function invalid(field: keyof PlanWishes, message: string, next: string) {
  return refusal("invalid", "plan-invalid", message, next, { [field]: `${message} ${next}` });
}
