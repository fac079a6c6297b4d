import { type PlanWishes, planCommunity, reportPlan, usualWishes, wishNames } from "../../care/index.ts";
import type { HttpContext, Route } from "../../http/index.ts";
import { RefusalError } from "../../kernel/index.ts";
import { showPage } from "../answer.ts";
import { inWordsOf } from "../messages/refusal-words.ts";
import { type CarePlanView, carePlanPage } from "../pages/index.ts";
import type { WebServices } from "../services.ts";
import { memberVisit } from "../visit.ts";

/** How long a page waits for a plan before it says that it is being made. */
const patienceMs = 1200;
const longestWish = 500;

/** The staffing plan. */
export function carePlanRoutes(services: WebServices): Route[] {
  const { database, clock } = services.store;

  async function plan(c: HttpContext): Promise<Response> {
    const { community, page } = memberVisit(c);
    const wishes: PlanWishes = Object.fromEntries(
      wishNames.map((name) => [name, c.req.query(name)?.slice(0, longestWish)]),
    );
    const form = { values: { ...usualWishes(page.locale), ...onlyTyped(wishes) }, errors: {} };
    const begun = await planCommunity(database, { communityId: community.id, now: clock.now(), wishes });
    if (!begun.ok) {
      if (begun.error.status !== 422 && begun.error.code !== "arrivals-missing") throw new RefusalError(begun.error);
      const said = inWordsOf(page.t.refusals, begun.error);
      const refused = { ...form, errors: said.fields ?? {}, problem: `${said.message} ${said.next}` };
      const view: CarePlanView =
        said.status === 422 ? { form: refused, plan: null } : { form, plan: null, empty: true };
      return showPage(c, carePlanPage(view, page), said.status === 422 ? 422 : 200);
    }
    const made = await Promise.race([begun.value.plan, rest(patienceMs)]);
    if (made) return showPage(c, carePlanPage({ form, plan: reportPlan(made) }, page));
    const { done, of } = begun.value.state();
    const response = showPage(c, carePlanPage({ form, plan: null, making: { done, of } }, page));
    response.headers.set("refresh", "2");
    return response;
  }

  return [{ method: "get", path: "/c/:slug/care/plan", permission: "see the care plan", handle: plan }];
}

function onlyTyped(wishes: PlanWishes): PlanWishes {
  return Object.fromEntries(Object.entries(wishes).filter(([, value]) => value?.trim()));
}

function rest(ms: number): Promise<null> {
  return new Promise((resolve) => {
    setTimeout(() => resolve(null), ms).unref();
  });
}
