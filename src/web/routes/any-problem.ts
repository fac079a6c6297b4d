import { withinPostingAllowance } from "../../accounts/index.ts";
import { findProblemPlace, type ProblemPlace, readOwnConversation, sayInOwnProblem } from "../../care/index.ts";
import type { HttpContext, Route } from "../../http/index.ts";
import { RefusalError, unwrap } from "../../kernel/index.ts";
import { goTo, showPage } from "../answer.ts";
import { deskPathsOf } from "../desk-paths.ts";
import { doOnce } from "../do-once.ts";
import { field, idOf, refusedForm } from "../forms.ts";
import { ownProblemView } from "../own-problem-view.ts";
import { type OwnProblemPageView, ownProblemPage } from "../pages/index.ts";
import type { WebServices } from "../services.ts";
import { pathsOf } from "../url.ts";
import { memberVisit } from "../visit.ts";
import { seeProblem } from "./notifications.ts";
import { problemId } from "./problem-id.ts";

/**
 * `/c/{slug}/p/{id}?at=`: a problem, for whoever has to do with it, as notifications name it. Who meets it on another page is led on
 * there; the asker of one without a question has it here.
 */
export function anyProblemRoutes(services: WebServices): Route[] {
  const { store } = services;

  async function show(c: HttpContext): Promise<Response> {
    const { actor, community, page } = memberVisit(c);
    const id = problemId(c);
    const said = c.req.query("at")?.startsWith("said-") ?? false;
    const place = unwrap(await findProblemPlace(store.database, actor, id, said));
    if (page.reader?.unread) page.reader.unread -= await seeProblem(services, actor, id);
    const elsewhere = addressOf(community.slug, id, place);
    if (elsewhere !== null) return goTo(c, services, elsewhere);
    return showOwn(c, null);
  }

  async function showOwn(c: HttpContext, failed: OwnProblemPageView["failed"], status = 200): Promise<Response> {
    const { actor, page } = memberVisit(c);
    const before = idOf(c.req.query("before"));
    const read = unwrap(await readOwnConversation(store.database, actor, problemId(c), before));
    const own = ownProblemView(read.own, page.now, page.t);
    const view = { ...read, title: read.own.listed.title, own, paged: before !== null, failed };
    return showPage(c, ownProblemPage(view, page), status);
  }

  async function say(c: HttpContext): Promise<Response> {
    const { actor, community, form } = memberVisit(c);
    const id = problemId(c);
    const body = field(form, "body");
    const said = await store.transact((tx) =>
      doOnce(c, tx, () => withinPostingAllowance(tx, actor, () => sayInOwnProblem(tx, actor, id, body))),
    );
    if (said.ok) {
      const address = `${deskPathsOf(community.slug).anyProblem(id)}#said-${said.value.messageId}`;
      return goTo(c, services, address, { code: "saidInOwnProblem" });
    }
    if (said.error.status !== 422) throw new RefusalError(said.error);
    return showOwn(c, refusedForm(c, { body }, said.error), said.error.status);
  }

  const path = "/c/:slug/p/:id";
  return [
    { method: "get", path, permission: "read own notifications", handle: show },
    { method: "post", path, permission: "confirm own problems", handle: say },
  ];
}

/** null where the asker has it on this very page. */
function addressOf(slug: string, id: number, { at, questionId }: ProblemPlace): string | null {
  const paths = pathsOf(slug);
  if (at === "desk") return deskPathsOf(slug).problem(id);
  if (questionId === null) return null;
  return at === "private-case" ? paths.questionPrivate(questionId) : paths.questionById(questionId);
}
