import { makePlan } from "../../src/care/plan/make-plan.ts";
import { usualWishes } from "../../src/care/plan/read-settings.ts";
import { type PlanReport, reportPlan } from "../../src/care/plan/report.ts";
import { usualSettings } from "../../src/care/plan/settings.ts";
import { type Rota, readRota } from "../../src/care/plan/shift.ts";
import { readTarget } from "../../src/care/plan/target.ts";
import { type ArrivalDay, drawFactor, drawPoisson, seededRandom } from "../../src/statistics/index.ts";
import type { CarePlanView } from "../../src/web/pages/index.ts";

/** Ten weeks of a small community. */
function lived() {
  const random = seededRandom(4);
  const days = Array.from({ length: 70 }, (_, at): ArrivalDay => {
    const today = drawFactor(random, 0.12) * (at % 7 > 4 ? 0.6 : 1.1);
    const shape = (hour: number) => 1 + 0.8 * Math.cos(((hour - 14.5) * Math.PI) / 12);
    return {
      weekday: at % 7,
      counts: Array.from({ length: 24 }, (_, hour) => drawPoisson(random, today * shape(hour))),
    };
  });
  const byWeek = { newcomers: [12, 15], posts: [420, 460], solved: [90, 95] };
  return { days, from: "2026-01-05", to: "2026-03-15", watches: [], ...byWeek };
}

const reports = new Map<string, PlanReport>();

/** A plan as its page gets it; made once a target. */
export function planView(
  over: Partial<CarePlanView> = {},
  target = "first answer within 8 hours for 85 %",
): CarePlanView {
  const read = readTarget(target);
  if (!read.ok) throw new Error(read.error.message);
  const rota = readRota("4 x Mon-Sun 09:00-18:00") as Rota;
  const known = reports.get(target) ?? reportPlan(makePlan(lived(), { ...usualSettings, rota, target: read.value }));
  reports.set(target, known);
  const values = { ...usualWishes(), target, rota: "4 x Mon-Sun 09:00-18:00" };
  return { form: { values, errors: {} }, plan: known, ...over };
}
