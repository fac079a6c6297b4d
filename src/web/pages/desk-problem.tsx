import type { ProblemPageView, TalkView } from "../desk-problem-view.ts";
import type { PageContext } from "../page-context.ts";
import { deskPathsHere, problemMeta } from "../parts/desk.tsx";
import { problemRail } from "../parts/desk-rail.tsx";
import { csrfField, formProblem, hidden, writingField } from "../parts/forms.tsx";
import { icons } from "../parts/icons.tsx";
import { inLanguage } from "../parts/language.tsx";
import { layout } from "../parts/layout.tsx";
import { pathsHere, person, when } from "../parts/small.tsx";
import { talkPager } from "../parts/talk.tsx";
import { type Html, html, literal, printSafe } from "../raw.tsx";

/** `/c/{slug}/care/p/{id}?macro=`: a problem at the desk. */
export function deskProblemPage(view: ProblemPageView, context: PageContext): Html {
  const { desk } = context.t;
  const paths = deskPathsHere(context);
  return layout(
    {
      title: view.row.title,
      canonical: null,
      live: paths.problemLive(view.row.id),
      main: html`<p class="there" role="status" data-there>${view.there}</p><div class="split case" data-active="${paths.active(view.row.id)}"><div><p class="crumbs"><a href="${paths.queue}">${desk.crumb}</a></p><h1${inLanguage(view.row.language, context)}>${view.row.title}</h1>${problemMeta(view.row, context)}${
        view.why && html`<p class="reason">${desk.whyYou(view.why)}</p>`
      }${talk(view, context)}${view.row.over === null && !view.paged && answerForm(view, context)}${notes(view, context)}</div><aside class="rail" aria-label="${desk.stateHeading}">${problemRail(view, context)}</aside></div>`,
    },
    context,
  );
}

function talk(view: ProblemPageView, context: PageContext): Html {
  const { desk } = context.t;
  const address = view.questionId !== null && pathsHere(context).questionById(view.questionId);
  return html`<section class="answers"><h2>${desk.conversation}</h2>${address && html`<p class="buttons"><a href="${address}">${desk.toQuestion}</a> <a href="${address}/private">${context.t.privately.door}</a></p>`}${
    view.talk.length === 0
      ? html`<p class="hint">${desk.noTalk}</p>`
      : html`${talkPager(view.older, view.paged, deskPathsHere(context).problem(view.row.id), context)}<ol class="talk">${view.talk.map((one) => said(one, context))}</ol>`
  }</section>`;
}

function said(one: TalkView, context: PageContext): Html {
  const { desk, question } = context.t;
  return html`<li id="said-${one.id}"${one.byReader && literal` class="own"`}><div class="meta"><span>${person(one.author, context)} ${desk.said[one.as]}</span>${when(one.at, context)}<span>#${one.id}</span>${
    one.confirmed && html`<span class="state solved">${icons.solved}${question.solvedForAsker}</span>`
  }${one.merged && html`<span>${desk.merged}</span>`}</div><div class="prose"${inLanguage(one.language, context)}>${printSafe(one.html)}</div></li>`;
}

function answerForm(view: ProblemPageView, context: PageContext): Html {
  const { desk } = context.t;
  const paths = deskPathsHere(context);
  const { name } = view.row.asker;
  const open = view.questionId !== null;
  const failed = view.failed?.on === "answer" ? view.failed.form : null;
  return html`<section class="write">${view.macros.length > 0 && macros(view, context)}<form class="stack" method="post" action="${paths.act(view.row.id, "answer")}" hx-boost="true" data-typing="${paths.typing(view.row.id)}">${csrfField(context)}${hidden("seen", view.seenId)}${failed && formProblem(failed, context)}${writingField(
    {
      name: "body",
      id: "answer-body",
      label: open ? desk.answerPublic : desk.answerPrivate(name),
      hint: open ? desk.answerPublicHint : desk.answerPrivateHint(name),
      value: failed?.values.body ?? view.begun,
      error: failed?.errors.body,
      rows: 7,
      preview: true,
      mentions: open,
    },
    context,
  )}<button class="primary">${desk.answerSend}</button></form></section>`;
}

function macros({ row, macros: choices }: ProblemPageView, context: PageContext): Html {
  const { desk } = context.t;
  return html`<form class="inline" action="${deskPathsHere(context).problem(row.id)}"><label for="macro" class="unseen">${desk.macro}</label><select id="macro" name="macro" data-key="m"><option value="">${desk.macro}</option>${choices.map(
    ({ id, name, words }) => html`<option value="${id}" data-words="${words}">${name}</option>`,
  )}</select><button data-insert>${desk.macroInsert}</button></form>`;
}

function notes(view: ProblemPageView, context: PageContext): Html {
  const { desk } = context.t;
  const failed = view.failed?.on === "note" ? view.failed.form : null;
  return html`<section class="answers" id="notes"><h2>${desk.notes}</h2><p class="hint">${desk.notesHint}</p>${
    view.notes.length === 0
      ? html`<p class="hint">${desk.noNotes}</p>`
      : html`<ol class="talk">${view.notes.map(
          (one) =>
            html`<li class="note"><div class="meta"><span>${person(one.author, context)}</span>${when(one.at, context)}</div><div class="prose">${printSafe(one.html)}</div></li>`,
        )}</ol>`
  }<form class="stack" method="post" action="${deskPathsHere(context).act(view.row.id, "notes")}" hx-boost="true">${csrfField(context)}${writingField(
    {
      name: "body",
      id: "note-body",
      label: desk.note,
      value: failed?.values.body ?? "",
      error: failed?.errors.body ?? failed?.problem,
      rows: 3,
    },
    context,
  )}<button data-note>${desk.noteSend}</button></form></section>`;
}
