import { withinPostingAllowance } from "../../accounts/index.ts";
import { listKnown, reportKnown } from "../../care/index.ts";
import type { Route } from "../../http/index.ts";
import { unwrap } from "../../kernel/index.ts";
import { goTo, showPage } from "../answer.ts";
import { deskPathsOf } from "../desk-paths.ts";
import { knownPage } from "../pages/index.ts";
import type { WebServices } from "../services.ts";
import { communityVisit, memberVisit } from "../visit.ts";
import { problemId } from "./problem-id.ts";

/** What is known not to work, and "tell me when it is fixed". */
export function knownRoutes(services: WebServices): Route[] {
  const { store } = services;
  return [
    {
      method: "get",
      path: "/c/:slug/known",
      permission: "read the community",
      handle: async (c) => {
        const { community, page } = communityVisit(c);
        return showPage(c, knownPage(await listKnown(store.database, community.id, page.now), page));
      },
    },
    {
      method: "post",
      path: "/c/:slug/known/:id/report",
      permission: "ask questions",
      handle: async (c) => {
        const { actor, community } = memberVisit(c);
        const id = problemId(c);
        const reported = await store.transact((tx) =>
          withinPostingAllowance(tx, actor, () => reportKnown(tx, actor, id)),
        );
        const address = deskPathsOf(community.slug).anyProblem(unwrap(reported).problemId);
        return goTo(c, services, address, { code: "knownReported" });
      },
    },
  ];
}
