import type { Actor } from "../../accounts/index.ts";
import {
  answerCheck,
  answerCheckByToken,
  type CheckAnswer,
  type CheckSaid,
  checkTokenOver,
  confirmProblem,
  contestProblem,
  type Problem,
  readCheckByToken,
  readProblem,
  reopenProblem,
  withdrawProblem,
} from "../../care/index.ts";
import type { HttpContext, Route } from "../../http/index.ts";
import { RefusalError, type Result, unwrap } from "../../kernel/index.ts";
import type { Transaction } from "../../store/index.ts";
import { goTo, showPage } from "../answer.ts";
import { deskPathsOf } from "../desk-paths.ts";
import { field, idOf } from "../forms.ts";
import type { Notice } from "../page-context.ts";
import { isItSolvedPage } from "../pages/index.ts";
import type { WebServices } from "../services.ts";
import { communityVisit, memberVisit } from "../visit.ts";
import { problemId } from "./problem-id.ts";
import { addressOf } from "./question.ts";

/** What only whoever asked can say of a problem: on the question's page, or by the link of a mail. */
export function ownProblemRoutes(services: WebServices): Route[] {
  const { store } = services;

  /** Says it, and goes back to the question or to the asker's own page, which shows what has become of it. */
  async function say(
    c: HttpContext,
    work: (tx: Transaction, actor: Actor) => Promise<Result<Problem>>,
    notice: (problem: Problem) => Notice,
  ): Promise<Response> {
    const visit = memberVisit(c);
    const problem = unwrap(await store.transact((tx) => work(tx, visit.actor)));
    const back =
      problem.questionId === null
        ? deskPathsOf(visit.community.slug).anyProblem(problem.id)
        : await addressOf(services, visit, problem.questionId);
    return goTo(c, services, back, notice(problem));
  }

  function saidIn(form: URLSearchParams): CheckSaid {
    const answer = field(form, "answer") === "solved" ? "solved" : "not-solved";
    return { answer, remark: field(form, "remark") };
  }

  async function readLink(c: HttpContext) {
    const { community, page } = communityVisit(c);
    const token = c.req.param("token") ?? "";
    const read = await readCheckByToken(store.database, community.id, token, page.now);
    if (!read) throw new RefusalError(checkTokenOver);
    const listed = (await readProblem(store.database, community.id, read.problem.id))?.listed;
    const { kind } = read.check;
    const { id, questionId } = read.problem;
    return { token, kind, title: listed?.title ?? "", problemId: id, questionId };
  }

  async function byLink(c: HttpContext): Promise<Response> {
    const { community, form, page } = communityVisit(c);
    const view = await readLink(c);
    const said = saidIn(form);
    unwrap(await store.transact((tx) => answerCheckByToken(tx, community.id, view.token, said)));
    return showPage(c, isItSolvedPage({ ...view, chosen: said.answer, said: said.answer }, page));
  }

  const base = "/c/:slug/problems/:id";
  return [
    {
      method: "post",
      path: `${base}/confirm`,
      permission: "confirm own problems",
      handle: (c) => {
        const confirm = (tx: Transaction, actor: Actor) => confirmProblem(tx, actor, problemId(c));
        return say(c, confirm, () => ({ code: "checkAnswered" }));
      },
    },
    {
      method: "post",
      path: `${base}/withdraw`,
      permission: "withdraw own problems",
      handle: (c) =>
        say(
          c,
          (tx, actor) => withdrawProblem(tx, actor, problemId(c)),
          ({ id }) => ({
            code: "problemWithdrawn",
            undo: deskPathsOf(memberVisit(c).community.slug).ownAct(id, "reopen"),
          }),
        ),
    },
    {
      method: "post",
      path: `${base}/reopen`,
      permission: "withdraw own problems",
      handle: (c) =>
        say(
          c,
          (tx, actor) => reopenProblem(tx, actor, problemId(c)),
          () => ({ code: "problemReopened" }),
        ),
    },
    {
      method: "post",
      path: `${base}/contest`,
      permission: "contest own problems",
      handle: (c) => {
        const because = field(memberVisit(c).form, "because");
        const contest = (tx: Transaction, actor: Actor) => contestProblem(tx, actor, problemId(c), because);
        return say(c, contest, () => ({ code: "problemContested" }));
      },
    },
    {
      method: "post",
      path: "/c/:slug/checks/:id",
      permission: "confirm own problems",
      handle: (c) => {
        const said = saidIn(memberVisit(c).form);
        const answer = (tx: Transaction, actor: Actor) => answerCheck(tx, actor, idOf(c.req.param("id")) ?? 0, said);
        return say(c, answer, () => ({ code: "checkAnswered" }));
      },
    },
    {
      method: "get",
      path: "/c/:slug/is-it-solved/:token",
      permission: "anyone",
      handle: async (c) => {
        const chosen = chosenIn(c.req.query("answer"));
        return showPage(c, isItSolvedPage({ ...(await readLink(c)), chosen, said: null }, communityVisit(c).page));
      },
    },
    { method: "post", path: "/c/:slug/is-it-solved/:token", permission: "anyone", handle: byLink },
  ];
}

/** What was chosen in the mail that led here. */
function chosenIn(answer: string | undefined): CheckAnswer | null {
  return answer === "solved" || answer === "not-solved" ? answer : null;
}
