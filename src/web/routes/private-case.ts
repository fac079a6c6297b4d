import { may } from "../../accounts/index.ts";
import { answerPublicly, findProblemOfQuestion, readPrivateCase, sayPrivately } from "../../care/index.ts";
import { questionMissing, readTitle } from "../../community/index.ts";
import type { HttpContext, Route } from "../../http/index.ts";
import { RefusalError, unwrap } from "../../kernel/index.ts";
import { goTo, showPage } from "../answer.ts";
import { doOnce } from "../do-once.ts";
import { field, idOf, refusedForm } from "../forms.ts";
import { type PrivateCaseView, privateCasePage } from "../pages/index.ts";
import type { WebServices } from "../services.ts";
import { pathsOf } from "../url.ts";
import { memberVisit } from "../visit.ts";
import { pathId } from "./question.ts";

/** A public question that goes on privately between its asker and care. */
export function privateCaseRoutes(services: WebServices): Route[] {
  const { store } = services;

  async function problemOf(c: HttpContext): Promise<number> {
    const found = await findProblemOfQuestion(store.database, memberVisit(c).community.id, pathId(c));
    if (found === undefined) throw new RefusalError(questionMissing);
    return found;
  }

  async function show(c: HttpContext, failed: PrivateCaseView["failed"], status = 200): Promise<Response> {
    const { actor, community, page } = memberVisit(c);
    const id = pathId(c);
    const before = idOf(c.req.query("before"));
    const read = unwrap(await readPrivateCase(store.database, actor, await problemOf(c), community.locale, before));
    const title = await readTitle(store.database, community.id, id);
    if (title === null) throw new RefusalError(questionMissing);
    const { draft, words, readerIsAsker } = read;
    const mayTell = words.length > 0 && may(actor, "work on problems") && !readerIsAsker;
    const more = { paged: before !== null, draft: mayTell ? draft : null, failed, question: { id, title } };
    return showPage(c, privateCasePage({ ...read, ...more }, page), status);
  }

  async function say(c: HttpContext): Promise<Response> {
    const { actor, community, form } = memberVisit(c);
    const body = field(form, "body");
    const problemId = await problemOf(c);
    const said = await store.transact((tx) => doOnce(c, tx, () => sayPrivately(tx, actor, problemId, body)));
    if (!said.ok) return refused(c, "say", body, said.error);
    return goTo(c, services, `${pathsOf(community.slug).questionPrivate(pathId(c))}#said-${said.value.messageId}`, {
      code: "saidPrivately",
    });
  }

  async function tellEverybody(c: HttpContext): Promise<Response> {
    const { actor, community, form } = memberVisit(c);
    const body = field(form, "body");
    const problemId = await problemOf(c);
    const given = { body, locale: community.locale };
    const answered = await store.transact((tx) => answerPublicly(tx, actor, problemId, given));
    if (!answered.ok) return refused(c, "answer", body, answered.error);
    return goTo(c, services, pathsOf(community.slug).questionPrivate(pathId(c)), { code: "answerPosted" });
  }

  /** A form whose words were refused comes back with them; all else is a page of its own. */
  async function refused(c: HttpContext, on: "say" | "answer", body: string, error: RefusalError["refusal"]) {
    if (error.status !== 422) throw new RefusalError(error);
    return show(c, { on, form: refusedForm(c, { body }, error) }, error.status);
  }

  return [
    {
      method: "get",
      path: "/c/:slug/q/:id/private",
      permission: "confirm own problems",
      handle: (c) => show(c, null),
    },
    { method: "post", path: "/c/:slug/q/:id/private", permission: "confirm own problems", handle: say },
    {
      method: "post",
      path: "/c/:slug/q/:id/private/answer",
      permission: "work on problems",
      handle: tellEverybody,
    },
  ];
}
