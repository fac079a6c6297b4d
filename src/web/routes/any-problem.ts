import { findProblemPlace, type ProblemPlace } from "../../care/index.ts";
import type { HttpContext, Route } from "../../http/index.ts";
import { unwrap } from "../../kernel/index.ts";
import { goTo } from "../answer.ts";
import { deskPathsOf } from "../desk-paths.ts";
import type { WebServices } from "../services.ts";
import { pathsOf } from "../url.ts";
import { memberVisit } from "../visit.ts";
import { problemId } from "./desk-problem.ts";
import { seeProblem } from "./notifications.ts";

/** `/c/{slug}/p/{id}?at=`: where notifications of a problem lead; each reader goes on to the page on which they meet it. */
export function anyProblemRoutes(services: WebServices): Route[] {
  async function lead(c: HttpContext): Promise<Response> {
    const { actor, community } = memberVisit(c);
    const id = problemId(c);
    const said = c.req.query("at")?.startsWith("said-") ?? false;
    const place = unwrap(await findProblemPlace(services.store.database, actor, id, said));
    await seeProblem(services, actor, id);
    return goTo(c, services, addressOf(community.slug, id, place));
  }

  return [{ method: "get", path: "/c/:slug/p/:id", permission: "read own notifications", handle: lead }];
}

function addressOf(slug: string, id: number, { at, questionId }: ProblemPlace): string {
  const paths = pathsOf(slug);
  if (at === "desk") return deskPathsOf(slug).problem(id);
  if (questionId === null) return paths.home;
  return at === "private-case" ? paths.questionPrivate(questionId) : paths.questionById(questionId);
}
