import { type Actor, withinPostingAllowance } from "../../accounts/index.ts";
import { addComment, type CommentTarget, giveAnswer, giveThanks } from "../../community/index.ts";
import type { HttpContext, Route } from "../../http/index.ts";
import { ok, type Result } from "../../kernel/index.ts";
import type { Transaction } from "../../store/index.ts";
import { goTo } from "../answer.ts";
import { doOnce } from "../do-once.ts";
import { field, refusedForm } from "../forms.ts";
import type { NoticeCode } from "../page-context.ts";
import type { WebServices } from "../services.ts";
import type { QuestionView } from "../view-models.ts";
import { memberVisit } from "../visit.ts";
import { addressOf, type PostOnPage, pathId, questionOfAnswer, showRefused } from "./question.ts";

type FailedOn =
  NonNullable<QuestionView["failedForm"]> extends infer F
    ? F extends { form: unknown }
      ? Omit<F, "form">
      : never
    : never;

/** What members write on a question's page: answers, comments, thanks. A form that is refused comes back with what was typed. */
export function postingRoutes(services: WebServices): Route[] {
  const { store } = services;

  /** Writes something on a question's page: within the member's allowance, with the form kept where it is refused. */
  async function write(
    c: HttpContext,
    questionId: number,
    typed: string,
    on: FailedOn,
    work: (tx: Transaction, actor: Actor) => Promise<Result<PostOnPage>>,
    notice: NoticeCode,
  ): Promise<Response> {
    const visit = memberVisit(c);
    const { actor } = visit;
    const done = await store.transact((tx) =>
      doOnce(c, tx, () => withinPostingAllowance(tx, actor, () => work(tx, actor))),
    );
    if (!done.ok) {
      const failedForm = { ...on, form: refusedForm(c, { body: typed }, done.error) } as QuestionView["failedForm"];
      return showRefused(c, services, questionId, failedForm, done.error.status);
    }
    return goTo(c, services, await addressOf(services, visit, questionId, done.value), { code: notice });
  }

  async function comment(
    c: HttpContext,
    questionId: number,
    target: CommentTarget,
    messageOf: number,
  ): Promise<Response> {
    const body = field(memberVisit(c).form, "body");
    return write(
      c,
      questionId,
      body,
      { on: "comment", messageOf },
      async (tx, actor) => {
        const made = await addComment(tx, actor, target, body);
        return made.ok ? ok({ kind: "comment", id: made.value.id }) : made;
      },
      "commentPosted",
    );
  }

  return [
    {
      method: "post",
      path: "/c/:slug/q/:id/answers",
      permission: "answer questions",
      handle: (c) => {
        const questionId = pathId(c);
        const body = field(memberVisit(c).form, "body");
        const work = async (tx: Transaction, actor: Actor): Promise<Result<PostOnPage>> => {
          const given = await giveAnswer(tx, actor, { questionId, body });
          return given.ok ? ok({ kind: "answer", id: given.value.id }) : given;
        };
        return write(c, questionId, body, { on: "answer" }, work, "answerPosted");
      },
    },
    {
      method: "post",
      path: "/c/:slug/q/:id/comments",
      permission: "comment",
      handle: (c) => comment(c, pathId(c), { questionId: pathId(c) }, pathId(c)),
    },
    {
      method: "post",
      path: "/c/:slug/a/:id/comments",
      permission: "comment",
      handle: async (c) => comment(c, await questionOfAnswer(c, services), { answerId: pathId(c) }, pathId(c)),
    },
    {
      method: "post",
      path: "/c/:slug/a/:id/thanks",
      permission: "thank people",
      handle: async (c) => {
        const answerId = pathId(c);
        const note = field(memberVisit(c).form, "body");
        const work = async (tx: Transaction, actor: Actor): Promise<Result<PostOnPage>> => {
          const given = await giveThanks(tx, actor, { answerId, note });
          return given.ok ? ok({ kind: "answer", id: answerId }) : given;
        };
        return write(c, await questionOfAnswer(c, services), note, { on: "thanks", answerId }, work, "thanksSent");
      },
    },
  ];
}
