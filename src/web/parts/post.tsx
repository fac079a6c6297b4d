import type { PageContext } from "../page-context.ts";
import { type Html, html, literal, nothing, type Part, printSafe } from "../raw.tsx";
import type { AnswerView, CommentView, FormState, PersonRef, QuestionView } from "../view-models.ts";
import { exposedNotice } from "./exposed.tsx";
import { buttonForm, csrfField, writingField } from "./forms.tsx";
import { icons } from "./icons.tsx";
import { inLanguage } from "./language.tsx";
import { pathsHere, person, when } from "./small.tsx";

type Failed = FormState<{ body: string }> | null;

/** Who wrote it and when. */
export function byline(
  author: PersonRef,
  at: Date,
  editedAt: Date | null,
  context: PageContext,
  more?: Part,
  before?: Part,
): Html {
  const { t, now } = context;
  return html`<div class="meta"><span>${before}${person(author, context)}</span> ${when(at, context)}${editedAt && html` <span>${t.question.edited(t.format.ago(editedAt, now))}</span>`}${more}</div>`;
}

function ownActs(can: { edit: boolean; remove: boolean }, edit: string, remove: string, context: PageContext): Html {
  const { t } = context;
  if (!can.edit && !can.remove) return nothing;
  return html`${can.edit && html`<a class="quiet" href="${edit}">${t.common.edit}</a>`}${
    // Sent the plain way: a steward is asked for a reason on a page of its own.
    can.remove &&
    html`<form method="post" action="${remove}">${csrfField(context)}<button class="quiet">${t.common.remove}</button></form>`
  }`;
}

function comment(view: CommentView, context: PageContext): Html {
  const paths = pathsHere(context);
  return html`<li id="comment-${view.id}"><div class="prose"${inLanguage(view.language, context)}>${printSafe(view.body)}</div>${exposedNotice(view.exposed, paths.commentMask(view.id), paths.commentKeep(view.id), context)}${byline(view.author, view.at, view.editedAt, context, ownActs(view.can, paths.commentEdit(view.id), paths.commentRemove(view.id), context))}</li>`;
}

/** The comments below a post. */
export function comments(views: readonly CommentView[], context: PageContext): Html {
  if (views.length === 0) return nothing;
  return html`<ul class="comments">${views.map((view) => comment(view, context))}</ul>`;
}

interface FoldedForm {
  action: string;
  id: string;
  summary: string;
  label: string;
  send: string;
  optional?: boolean;
  mentions?: boolean;
  failed: Failed;
}

/** A small form behind its own button; opens without scripts. */
function foldedForm(form: FoldedForm, context: PageContext): Html {
  return html`<details class="fold"${form.failed && literal` open`}><summary>${form.summary}</summary><form method="post" action="${form.action}" hx-boost="true">${csrfField(context)}${writingField(
    {
      name: "body",
      id: form.id,
      label: form.label,
      value: form.failed?.values.body ?? "",
      error: form.failed?.errors.body ?? form.failed?.problem,
      rows: 3,
      maxlength: 5000,
      optional: form.optional ?? false,
      mentions: form.mentions ?? false,
    },
    context,
  )}<button>${form.send}</button></form></details>`;
}

export function commentForm(action: string, messageId: number, failed: Failed, context: PageContext): Html {
  const { question } = context.t;
  return foldedForm(
    {
      action,
      id: `comment-on-${messageId}`,
      summary: question.comment,
      label: question.commentLabel,
      send: question.commentSend,
      mentions: true,
      failed,
    },
    context,
  );
}

/** "Solved it for the asker and 4 more", or nothing. */
function solvedFor(view: AnswerView, context: PageContext): Html {
  const { question } = context.t;
  if (view.confirmedAt) {
    const words = view.helped === 0 ? question.solvedForAsker : question.solvedForAskerAnd(view.helped);
    return html`<p class="state solved">${icons.solved}${words}</p>`;
  }
  if (view.helped > 0) return html`<p class="state helped">${icons.solved}${question.solvedFor(view.helped)}</p>`;
  return nothing;
}

function verdict(view: AnswerView, context: PageContext): Html {
  const { question } = context.t;
  const paths = pathsHere(context);
  if (view.can.confirm)
    return buttonForm(paths.answerConfirm(view.id), html`${icons.solved}${question.confirm}`, context, "solve");
  if (view.can.unconfirm) return buttonForm(paths.answerUnconfirm(view.id), question.unconfirm, context);
  if (view.readerHelped) {
    return html`<span class="done">${icons.solved}${question.helpedDone}</span>${buttonForm(paths.answerNotHelped(view.id), question.notHelped, context)}`;
  }
  if (view.can.helped)
    return buttonForm(paths.answerHelped(view.id), html`${icons.solved}${question.helped}`, context, "");
  return nothing;
}

function thanks(view: AnswerView, failed: Failed, context: PageContext): Html {
  const { question } = context.t;
  if (view.readerThanked) return html`<span class="done">${question.thanked}</span>`;
  if (!view.can.thank) return nothing;
  return foldedForm(
    {
      action: pathsHere(context).answerThanks(view.id),
      id: `thanks-${view.id}`,
      summary: question.thank,
      label: question.thankLabel,
      send: question.thankSend,
      optional: true,
      failed,
    },
    context,
  );
}

/** One answer, with what can be done about it. */
export function answer(view: AnswerView, failedForm: QuestionView["failedForm"], context: PageContext): Html {
  const { t } = context;
  const paths = pathsHere(context);
  const onComment = failedForm?.on === "comment" && failedForm.messageOf === view.id ? failedForm.form : null;
  const onThanks = failedForm?.on === "thanks" && failedForm.answerId === view.id ? failedForm.form : null;
  const link = html` <a class="aside" href="#answer-${view.id}" aria-label="${t.question.permalink}">#</a>`;
  return html`<article class="answer${view.confirmedAt && literal` confirmed`}" id="answer-${view.id}" tabindex="-1">${solvedFor(view, context)}${byline(view.author, view.at, view.editedAt, context, link)}<div class="prose"${inLanguage(view.language, context)}>${printSafe(view.body)}</div>${exposedNotice(view.exposed, paths.answerMask(view.id), paths.answerKeep(view.id), context)}<div class="acts">${verdict(view, context)}${thanks(view, onThanks, context)}${
    view.can.comment && commentForm(paths.answerComments(view.id), view.id, onComment, context)
  }${ownActs(view.can, paths.answerEdit(view.id), paths.answerRemove(view.id), context)}</div>${comments(view.comments, context)}</article>`;
}
