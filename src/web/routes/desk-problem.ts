import { type Actor, withinPostingAllowance } from "../../accounts/index.ts";
import {
  addNote,
  answerProblem,
  beActive,
  bePresent,
  type DeskRead,
  fillMacro,
  linkProblems,
  listAreas,
  listDeskMembers,
  listMacros,
  listTeams,
  markDuplicate,
  mergeProblem,
  problemMissing,
  readAreaSureness,
  readForDesk,
  readKnownAtDesk,
  readPromises,
  reopenProblem,
  signCannotSolve,
  splitProblem,
  whoIsThere,
} from "../../care/index.ts";
import { listQuestionsById } from "../../community/index.ts";
import type { HttpContext, Route } from "../../http/index.ts";
import { RefusalError, type Result } from "../../kernel/index.ts";
import { plainText } from "../../search/index.ts";
import type { Transaction } from "../../store/index.ts";
import { goTo, showPage } from "../answer.ts";
import { deskPathsOf } from "../desk-paths.ts";
import { type ProblemPageView, problemParts, promiseView } from "../desk-problem-view.ts";
import { handOverChoices } from "../desk-views.ts";
import { doOnce } from "../do-once.ts";
import { field, idOf, refusedForm } from "../forms.ts";
import type { Notice } from "../page-context.ts";
import { deskProblemPage } from "../pages/index.ts";
import { presenceWords } from "../presence-words.ts";
import type { WebServices } from "../services.ts";
import { pathsOf } from "../url.ts";
import { type MemberVisit, memberVisit } from "../visit.ts";
import { deskKnownRoutes } from "./desk-known.ts";
import { seeProblem } from "./notifications.ts";
import { problemId } from "./problem-id.ts";

const likelyShown = 4;

/** A problem's page at the desk, and what is done there. */
export function deskProblemRoutes(services: WebServices): Route[] {
  const { store } = services;
  const { database } = store;

  async function show(c: HttpContext, failed: ProblemPageView["failed"] = null, status = 200): Promise<Response> {
    const { actor, community, page } = memberVisit(c);
    const id = problemId(c);
    const before = idOf(c.req.query("before"));
    const read = await readForDesk(database, community.id, id, before);
    if (!read) throw new RefusalError(problemMissing);
    if (page.reader?.unread) page.reader.unread -= await seeProblem(services, actor, id);
    const [macros, members, teams, areas, others, likely, promises, known, areaSure] = await Promise.all([
      listMacros(database, community.id),
      listDeskMembers(database, community.id),
      listTeams(database, community.id),
      listAreas(database, community.id),
      whoIsThere(store, actor, id),
      read.problem.overAt || before !== null ? [] : findLikely(read, community.locale),
      readPromises(database, read, page.now),
      readKnownAtDesk(database, { communityId: community.id, locale: community.locale, knownId: id }),
      readAreaSureness(database, read.problem),
    ]);
    const filled = macros.map(({ id: macroId, name, body }) => ({ id: macroId, name, words: fill(c, read, body) }));
    const chosen = idOf(c.req.query("macro"));
    const view: ProblemPageView = {
      ...problemParts(read, actor, page.now, page.t),
      paged: before !== null,
      there: presenceWords(others, page.t),
      begun: filled.find((one) => one.id === chosen)?.words ?? "",
      macros: filled,
      promises: promises.map((one) => promiseView(one, page.t)),
      handOver: handOverChoices(members, teams, actor, page.now),
      ...{ areas, areaSure, likely, known, failed },
    };
    return showPage(c, deskProblemPage(view, page), status);
  }

  function fill(c: HttpContext, { listed }: DeskRead, body: string): string {
    const { actor, community, page } = memberVisit(c);
    const paths = pathsOf(community.slug);
    const own = deskPathsOf(community.slug).anyProblem(listed.id);
    const link = page.origin + (listed.questionId === null ? own : paths.questionById(listed.questionId));
    return fillMacro(body, {
      ...{ asker: listed.askerName, solver: actor.name, title: listed.title, community: community.name, link },
    });
  }

  /** Solved answers that fit what was asked first. */
  async function findLikely({ problem, listed, talk }: DeskRead, locale: string): Promise<ProblemPageView["likely"]> {
    const { communityId, questionId } = problem;
    const body = plainText((talk[0]?.html ?? "").replace(/<[^>]*>/g, " ")).slice(0, 2000);
    const { suggested } = await services.search.suggest({ communityId, locale, text: listed.title, body });
    const fitting = suggested.filter((one) => one.questionId !== questionId).slice(0, likelyShown);
    const questions = await listQuestionsById(
      database,
      communityId,
      fitting.map((one) => one.questionId),
    );
    const titles = new Map(questions.map(({ id, title }) => [id, title]));
    return fitting.flatMap(({ questionId: of, answerId }) => {
      const title = titles.get(of);
      return title === undefined ? [] : [{ questionId: of, answerId, title }];
    });
  }

  /** Does something from a form of this page: back to it with a notice, or shown again with what was typed. */
  async function act<T>(
    c: HttpContext,
    on: NonNullable<ProblemPageView["failed"]>["on"],
    typed: NonNullable<ProblemPageView["failed"]>["form"]["values"],
    work: (tx: Transaction, visit: MemberVisit) => Promise<Result<T>>,
    notice: Notice | ((done: T) => Notice),
    anchor = "",
  ): Promise<Response> {
    const visit = memberVisit(c);
    const done = await store.transact((tx) => doOnce(c, tx, () => work(tx, visit)));
    if (!done.ok) return show(c, { on, form: refusedForm(c, typed, done.error) }, done.error.status);
    const says = typeof notice === "function" ? notice(done.value) : notice;
    return goTo(c, services, deskPathsOf(visit.community.slug).problem(problemId(c)) + anchor, says);
  }

  const typedIn = (c: HttpContext, name: string) => field(memberVisit(c).form, name);

  function answer(c: HttpContext): Promise<Response> {
    const body = typedIn(c, "body");
    const seenId = idOf(typedIn(c, "seen")) ?? undefined;
    const post = (tx: Transaction, actor: Actor) => answerProblem(tx, actor, problemId(c), { body, seenId });
    const work = (tx: Transaction, { actor }: MemberVisit) => withinPostingAllowance(tx, actor, () => post(tx, actor));
    return act(c, "answer", { body }, work, { code: "deskAnswered" });
  }

  function link(c: HttpContext): Promise<Response> {
    const typed = typedIn(c, "other");
    const [id, otherId, what] = [problemId(c), idOf(typed) ?? 0, typedIn(c, "do")];
    const work = (tx: Transaction, { actor }: MemberVisit): Promise<Result<unknown>> => {
      if (what === "duplicate") return markDuplicate(tx, actor, id, otherId);
      if (what === "merge") return mergeProblem(tx, actor, id, otherId);
      return linkProblems(tx, actor, { id, otherId, kind: what === "known" ? "known" : "related" });
    };
    const ends = what === "duplicate" || what === "merge";
    const undo = deskPathsOf(memberVisit(c).community.slug).undo([id]);
    return act(
      c,
      "other",
      { body: typed },
      work,
      ends ? { code: "problemDuplicate", undo } : { code: "problemLinked" },
    );
  }

  function split(c: HttpContext): Promise<Response> {
    const title = typedIn(c, "title");
    const wish = { messageId: idOf(typedIn(c, "message")) ?? 0, title };
    const work = (tx: Transaction, { actor }: MemberVisit) => splitProblem(tx, actor, problemId(c), wish);
    return act(c, "split", { body: title }, work, { code: "problemSplit" });
  }

  function sign(c: HttpContext): Promise<Response> {
    const said = { because: typedIn(c, "because"), instead: typedIn(c, "instead") };
    const work = (tx: Transaction, { actor }: MemberVisit) => signCannotSolve(tx, actor, problemId(c), said);
    return act(c, "cannot-solve", { body: said.because, ...said }, work, { code: "cannotSolveSigned" });
  }

  async function typing(c: HttpContext): Promise<Response> {
    await bePresent(store, memberVisit(c).actor, problemId(c), true);
    return new Response(null, { status: 204 });
  }

  async function active(c: HttpContext): Promise<Response> {
    await beActive(store, memberVisit(c).actor, problemId(c));
    return new Response(null, { status: 204 });
  }

  const base = "/c/:slug/care/p/:id";
  const desk = "work on problems";
  return [
    ...deskKnownRoutes(act),
    { method: "get", path: base, permission: "see problems", handle: (c) => show(c) },
    { method: "post", path: `${base}/answer`, permission: desk, handle: answer },
    {
      method: "post",
      path: `${base}/notes`,
      permission: desk,
      handle: (c) => {
        const body = typedIn(c, "body");
        const work = (tx: Transaction, { actor }: MemberVisit) => addNote(tx, actor, problemId(c), body);
        return act(c, "note", { body }, work, { code: "noteKept" }, "#notes");
      },
    },
    { method: "post", path: `${base}/links`, permission: desk, handle: link },
    { method: "post", path: `${base}/split`, permission: desk, handle: split },
    { method: "post", path: `${base}/cannot-solve`, permission: "sign what cannot be solved", handle: sign },
    {
      method: "post",
      path: `${base}/reopen`,
      permission: desk,
      handle: (c) => {
        const work = (tx: Transaction, { actor }: MemberVisit) => reopenProblem(tx, actor, problemId(c));
        return act(c, "other", { body: "" }, work, { code: "problemReopened" });
      },
    },
    { method: "post", path: `${base}/typing`, permission: desk, handle: typing },
    { method: "post", path: `${base}/active`, permission: desk, handle: active },
  ];
}
