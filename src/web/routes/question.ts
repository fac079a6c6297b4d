import { may } from "../../accounts/index.ts";
import { findProblemOfQuestion, readOwnQuestion } from "../../care/index.ts";
import {
  answerMissing,
  answersPerPage,
  confirmAnswer,
  findAnswer,
  findExposed,
  findPostPlace,
  markHelped,
  type QuestionRead,
  questionMissing,
  questionRemoved,
  readQuestion,
  readShownQuestion,
  readTitle,
  reopenQuestion,
  withdrawConfirmation,
} from "../../community/index.ts";
import type { HttpContext, Route } from "../../http/index.ts";
import { RefusalError, type Result, unwrap } from "../../kernel/index.ts";
import type { Transaction } from "../../store/index.ts";
import { goTo, showPage } from "../answer.ts";
import { idOf } from "../forms.ts";
import { ownProblemView } from "../own-problem-view.ts";
import type { Notice } from "../page-context.ts";
import { questionPage } from "../pages/index.ts";
import type { WebServices } from "../services.ts";
import { pathsOf, titleSlug } from "../url.ts";
import type { QuestionView } from "../view-models.ts";
import { questionView } from "../views.ts";
import { type CommunityVisit, communityVisit, type MemberVisit, memberVisit } from "../visit.ts";
import { seeProblem, seeQuestion } from "./notifications.ts";

/** A question's page, and the one-button acts on it. */
export function questionRoutes(services: WebServices): Route[] {
  const { store } = services;

  async function show(c: HttpContext): Promise<Response> {
    const visit = communityVisit(c);
    const id = pathId(c);
    const sought = idOf(c.req.query("post"));
    const place = sought === null ? undefined : await findPostPlace(store.database, visit.community.id, sought);
    const paths = pathsOf(visit.community.slug);
    if (place?.questionId === id) return c.redirect(paths.question(id, place.title, place.page), 302);
    const page = Number(/^[1-9]\d{0,3}$/.exec(c.req.query("page") ?? "")?.[0] ?? 1);
    const read = ensureThere(await readShownQuestion(store.database, wantedOf(visit, id, page)), page);
    const given = c.req.param("title");
    if (given !== titleSlug(read.title)) return moved(paths.question(id, read.title, page));
    if (read.readerHasNews) await see(visit, id);
    const exposed = await findExposed(store.database, visit.actor, read);
    const care = await careOf(services, visit, read);
    return showPage(c, questionPage(questionView(read, visit.actor, null, exposed, care), visit.page));
  }

  /** What the reader was told about the question is read by looking at it. */
  async function see({ actor, page }: CommunityVisit, id: number): Promise<void> {
    if (!actor || !page.reader) return;
    page.reader.unread -= await seeQuestion(services, actor, id);
  }

  /** A one-button act: does it, then goes back to the question and says so. */
  function act(
    work: (tx: Transaction, visit: MemberVisit, id: number) => Promise<Result<{ questionId: number }>>,
    notice: (paths: ReturnType<typeof pathsOf>, id: number) => Notice,
    on: "answer" | null = null,
  ) {
    return async (c: HttpContext): Promise<Response> => {
      const visit = memberVisit(c);
      const id = pathId(c);
      const { questionId } = unwrap(await store.transact((tx) => work(tx, visit, id)));
      const address = await addressOf(services, visit, questionId, on && { kind: on, id });
      return goTo(c, services, address, notice(pathsOf(visit.community.slug), id));
    };
  }

  return [
    { method: "get", path: "/c/:slug/q/:id", permission: "read the community", handle: show },
    { method: "get", path: "/c/:slug/q/:id/:title", permission: "read the community", handle: show },
    {
      method: "post",
      path: "/c/:slug/a/:id/confirm",
      permission: "confirm answers to own questions",
      handle: act(
        (tx, { actor }, id) => confirmAnswer(tx, actor, id),
        (paths, id) => ({ code: "answerConfirmed", undo: paths.answerUnconfirm(id) }),
        "answer",
      ),
    },
    {
      method: "post",
      path: "/c/:slug/a/:id/unconfirm",
      permission: "confirm answers to own questions",
      handle: act(
        (tx, { actor }, id) => withdrawConfirmation(tx, actor, id),
        (paths, id) => ({ code: "answerUnconfirmed", undo: paths.answerConfirm(id) }),
        "answer",
      ),
    },
    {
      method: "post",
      path: "/c/:slug/a/:id/helped",
      permission: "say an answer helped",
      handle: act(
        (tx, { actor }, id) => markHelped(tx, actor, id),
        (paths, id) => ({ code: "answerHelped", undo: paths.answerNotHelped(id) }),
        "answer",
      ),
    },
    {
      method: "post",
      path: "/c/:slug/a/:id/not-helped",
      permission: "say an answer helped",
      handle: act(
        (tx, { actor }, id) => markHelped(tx, actor, id, false),
        (paths, id) => ({ code: "answerNotHelped", undo: paths.answerHelped(id) }),
        "answer",
      ),
    },
    {
      method: "post",
      path: "/c/:slug/q/:id/reopen",
      permission: "reopen own questions",
      handle: act(
        (tx, { actor }, id) => reopenQuestion(tx, actor, id),
        (paths, id) => ({ code: "questionReopened", undo: paths.questionReopenUndo(id) }),
      ),
    },
    {
      method: "post",
      path: "/c/:slug/q/:id/reopen/undo",
      permission: "reopen own questions",
      handle: act(
        (tx, { actor }, id) => reopenQuestion(tx, actor, id, false),
        () => ({ code: "restored" }),
      ),
    },
  ];
}

/** The question's page again, with a form on it that was refused: the page of answers where that form stands. */
export async function showRefused(
  c: HttpContext,
  services: WebServices,
  questionId: number,
  failedForm: QuestionView["failedForm"],
  status: number,
): Promise<Response> {
  const visit = communityVisit(c);
  const answerId = answerOf(failedForm, questionId);
  const place =
    answerId === null ? undefined : await findPostPlace(services.store.database, visit.community.id, answerId);
  const read = await readPage(services, visit, questionId, place?.page);
  const exposed = await findExposed(services.store.database, visit.actor, read);
  const care = await careOf(services, visit, read);
  return showPage(c, questionPage(questionView(read, visit.actor, failedForm, exposed, care), visit.page), status);
}

/** The answer that a refused form stands at; null where it stands at the question. */
function answerOf(failed: QuestionView["failedForm"], questionId: number): number | null {
  if (failed?.on === "thanks") return failed.answerId;
  return failed?.on === "comment" && failed.messageOf !== questionId ? failed.messageOf : null;
}

/** A question with what its posts were written in, for those who may change something of it. */
export async function readPage(
  { store }: WebServices,
  visit: CommunityVisit,
  id: number,
  page = 1,
): Promise<QuestionRead> {
  return ensureThere(await readQuestion(store.database, wantedOf(visit, id, page)), page);
}

function wantedOf({ community, actor }: CommunityVisit, id: number, page: number) {
  return { communityId: community.id, id, readerId: actor?.memberId ?? null, page };
}

function ensureThere<Read extends QuestionRead<unknown>>(read: Read | "removed" | null, page: number): Read {
  if (read === "removed") throw new RefusalError(questionRemoved);
  if (!read || (page > 1 && (page - 1) * answersPerPage >= read.answerCount)) throw new RefusalError(questionMissing);
  return read;
}

/** What care has of a question: for whoever asked it what becomes of it, for the desk where to work on it. Others cost nothing. */
async function careOf(
  services: WebServices,
  { actor, community, page }: CommunityVisit,
  { id, asker }: QuestionRead<unknown>,
): Promise<Pick<QuestionView, "own" | "problemId">> {
  const { database } = services.store;
  const own = actor?.memberId === asker.memberId ? await readOwnQuestion(database, community.id, id) : undefined;
  if (own && actor && page.reader?.unread) page.reader.unread -= await seeProblem(services, actor, own.listed.id);
  const atDesk = may(actor, "see problems");
  const problemId = atDesk ? (own?.listed.id ?? (await findProblemOfQuestion(database, community.id, id))) : undefined;
  return { own: own ? ownProblemView(own, page.now, page.t) : null, problemId: problemId ?? null };
}

/** An answer or a comment on a question's page. */
export interface PostOnPage {
  readonly kind: "answer" | "comment";
  readonly id: number;
}

/** The address of a question's page, for going back to it: to the post on it, where one is given. */
export async function addressOf(
  { store }: WebServices,
  visit: CommunityVisit,
  id: number,
  post: PostOnPage | null = null,
): Promise<string> {
  const paths = pathsOf(visit.community.slug);
  const place = post && (await findPostPlace(store.database, visit.community.id, post.id));
  if (place) return `${paths.question(place.questionId, place.title, place.page)}#${post.kind}-${post.id}`;
  const title = await readTitle(store.database, visit.community.id, id);
  return title === null ? paths.home : paths.question(id, title);
}

/** The question of the answer in the path. */
export async function questionOfAnswer(c: HttpContext, services: WebServices): Promise<number> {
  const answer = await findAnswer(services.store.database, communityVisit(c).community.id, pathId(c));
  if (!answer) throw new RefusalError(answerMissing);
  return answer.questionId;
}

/** The id in the path; what is no id names nothing. */
export function pathId(c: HttpContext): number {
  const id = idOf(c.req.param("id"));
  if (id === null) throw new RefusalError(questionMissing);
  return id;
}

function moved(path: string): Response {
  return new Response(null, { status: 301, headers: { location: path } });
}
