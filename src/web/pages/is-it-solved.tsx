import type { PageContext } from "../page-context.ts";
import { deskPathsHere } from "../parts/desk.tsx";
import { layout } from "../parts/layout.tsx";
import { checkForm } from "../parts/own-problem.tsx";
import { pathsHere } from "../parts/small.tsx";
import { type Html, html } from "../raw.tsx";

export interface IsItSolvedView {
  token: string;
  kind: "answer" | "week" | "month";
  title: string;
  problemId: number;
  questionId: number | null;
  /** What was chosen in the mail; one press says it. */
  chosen: "solved" | "not-solved" | null;
  /** What was just said; null before. */
  said: "solved" | "not-solved" | null;
}

/** `/c/{slug}/is-it-solved/{token}`: one tap, and no sign-in; opening it does nothing, since mail programs open links by themselves. */
export function isItSolvedPage(view: IsItSolvedView, context: PageContext): Html {
  const { own } = context.t;
  const form = checkForm(deskPathsHere(context).isItSolved(view.token), own.ask[view.kind], context, view.chosen);
  const done = view.said === "solved" ? own.tokenSolved : own.tokenNotSolved;
  const onward =
    view.questionId === null
      ? html`<p><a href="${deskPathsHere(context).anyProblem(view.problemId)}">${own.toConversation}</a></p>`
      : html`<p><a href="${pathsHere(context).questionById(view.questionId)}">${own.question}</a></p>`;
  return layout(
    {
      title: view.said === null ? own.tokenTitle : own.tokenThanks,
      canonical: null,
      shape: "narrow",
      main: html`<h1>${view.said === null ? own.tokenTitle : own.tokenThanks}</h1><p class="lead">${view.said === null ? own.tokenLead(context.community?.name ?? "", view.title) : done}</p><p class="hint">${view.said === null ? own.tokenHint : own.tokenAgain}</p>${form}${onward}`,
    },
    context,
  );
}
