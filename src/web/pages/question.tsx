import type { PageContext } from "../page-context.ts";
import { deskPathsHere } from "../parts/desk.tsx";
import { exposedNotice } from "../parts/exposed.tsx";
import { followButton } from "../parts/follow.tsx";
import { buttonForm, csrfField, formProblem, writingField } from "../parts/forms.tsx";
import { icons } from "../parts/icons.tsx";
import { inLanguage } from "../parts/language.tsx";
import { layout } from "../parts/layout.tsx";
import { ownProblem } from "../parts/own-problem.tsx";
import { answer, byline, commentForm, comments } from "../parts/post.tsx";
import { pathsHere, person, questionLinks, stateMark, tagLinks } from "../parts/small.tsx";
import { type Html, html, nothing, printSafe } from "../raw.tsx";
import { site, withQuery } from "../url.ts";
import type { QuestionView } from "../view-models.ts";

/** `/c/{slug}/q/{id}/{title-slug}`: one question with everything that was said about it. */
export function questionPage(view: QuestionView, context: PageContext): Html {
  const { t } = context;
  const paths = pathsHere(context);
  const address = paths.question(view.id, view.title, view.paging.page);
  return layout(
    {
      title: view.title,
      description: view.excerpt,
      canonical: address,
      live: paths.questionLive(view.id),
      main: html`<div class="split"><div>${question(view, context)}${answers(view, context)}${answerForm(view, context)}</div><aside class="rail" aria-label="${t.question.aside}">${rail(view, context)}</aside></div>`,
    },
    context,
  );
}

function question(view: QuestionView, context: PageContext): Html {
  const { t } = context;
  const paths = pathsHere(context);
  const failed =
    view.failedForm?.on === "comment" && view.failedForm.messageOf === view.id ? view.failedForm.form : null;
  const lang = inLanguage(view.language, context);
  return html`<article class="question"><p class="crumbs"><a href="${paths.group(view.group.slug)}">${view.group.name}</a></p><h1${lang}>${view.title}</h1>${byline(view.asker, view.askedAt, view.editedAt, context, stateMark(view.state, context), html`${t.question.askedBy} `)}${
    view.duplicateOf &&
    html`<p class="pointer">${icons.duplicate}${t.question.duplicateOf} <a href="${paths.question(view.duplicateOf.id, view.duplicateOf.title)}"${inLanguage(view.duplicateOf.language, context)}>${view.duplicateOf.title}</a></p>`
  }<h2 class="unseen">${t.question.heading}</h2><div class="prose"${lang}>${printSafe(view.body)}</div>${exposedNotice(view.exposed, paths.questionMask(view.id), paths.questionKeep(view.id), context)}${tagLinks(view.tags, context)}<div class="acts">${
    view.can.comment && commentForm(paths.questionComments(view.id), view.id, failed, context)
  }${view.can.edit && html`<a class="quiet" href="${paths.questionEdit(view.id)}">${t.common.edit}</a>`}${
    view.can.sayLanguage && html`<a class="quiet" href="${paths.questionLanguage(view.id)}">${t.writtenIn.label}</a>`
  }${
    view.can.remove &&
    html`<form method="post" action="${paths.questionRemove(view.id)}">${csrfField(context)}<button class="quiet">${t.common.remove}</button></form>`
  }</div>${comments(view.comments, context)}</article>`;
}

function answers(view: QuestionView, context: PageContext): Html {
  const { t } = context;
  if (view.answers.length === 0) {
    return html`<section class="answers" id="answers"><h2>${t.question.noAnswers}</h2><p class="hint">${view.readerIsAsker ? t.question.noAnswersAsker : t.question.noAnswersHint}</p></section>`;
  }
  return html`<section class="answers" id="answers"><h2>${t.question.answers(view.paging.all)}</h2>${view.answers.map((one) => answer(one, view.failedForm, context))}${pages(view, context)}</section>`;
}

function pages(view: QuestionView, context: PageContext): Html {
  const { t } = context;
  const { page, perPage, all } = view.paging;
  const at = (other: number) => `${pathsHere(context).question(view.id, view.title, other)}#answers`;
  const [first, last] = [(page - 1) * perPage + 1, Math.min(page * perPage, all)];
  if (first === 1 && last === all) return nothing;
  return html`<nav class="pager" aria-label="${t.common.pages}">${page > 1 && html`<a class="button" rel="prev" href="${at(page - 1)}">${t.search.previous}</a>`}<span class="hint">${t.question.answersOf(first, last, all)}</span>${last < all && html`<a class="button" rel="next" href="${at(page + 1)}">${t.search.next}</a>`}</nav>`;
}

function answerForm(view: QuestionView, context: PageContext): Html {
  const { t, reader, path } = context;
  const paths = pathsHere(context);
  if (!view.can.answer) {
    if (!reader)
      return html`<p class="invite"><a class="button" href="${withQuery(site.signIn, { to: path })}">${t.question.signInToAnswer}</a></p>`;
    if (reader.memberId === null)
      return html`<p class="invite"><a class="button" href="${paths.join}">${t.question.joinToAnswer}</a></p>`;
    return nothing;
  }
  const failed = view.failedForm?.on === "answer" ? view.failedForm.form : null;
  return html`<form class="write" id="answer" method="post" action="${paths.questionAnswers(view.id)}" hx-boost="true">${csrfField(context)}${failed && formProblem(failed, context)}${writingField(
    {
      name: "body",
      id: "answer-body",
      label: view.readerAnswers > 0 ? t.question.anotherAnswer : t.question.yourAnswer,
      hint: t.question.answerHint,
      value: failed?.values.body ?? "",
      error: failed?.errors.body,
      rows: 7,
      preview: true,
      mentions: true,
    },
    context,
  )}<button class="primary">${t.question.answerSend}</button></form>`;
}

function rail(view: QuestionView, context: PageContext): Html {
  const { t } = context;
  const paths = pathsHere(context);
  return html`<section><h2>${t.question.stateHeading}</h2><p>${stateMark(view.state, context)}</p><p class="hint">${t.state[`${view.state}Meaning`]}</p>${
    view.can.reopen &&
    html`${buttonForm(paths.questionReopen(view.id), t.question.reopen, context, "")}<p class="aside">${t.question.reopenHint}</p>`
  }</section>${view.own && ownProblem(view.own, context)}${
    view.problemId !== null &&
    html`<section><p><a href="${deskPathsHere(context).problem(view.problemId)}">${t.own.toDesk}</a></p></section>`
  }${
    view.can.private &&
    html`<section><h2>${t.privately.door}</h2><p class="hint">${t.privately.doorHint}</p><p><a class="quiet" href="${paths.questionPrivate(view.id)}">${t.privately.door}</a></p></section>`
  }${
    view.follows !== null &&
    html`<section><h2>${t.follow.heading}</h2>${followButton({ what: "question", follows: view.follows, begin: paths.questionFollow(view.id), end: paths.questionUnfollow(view.id) }, context)}</section>`
  }<section><h2>${t.question.onIt}</h2>${
    view.onIt.length === 0
      ? html`<p class="hint">${t.question.onItEmpty}</p>`
      : html`<ul class="plain">${view.onIt.map((who) => html`<li>${person(who, context)}</li>`)}</ul>`
  }</section><section><h2>${t.question.helpedHeading}</h2><p class="hint">${view.helped === 0 ? t.question.helpedEmpty : t.question.helpedCount(view.helped)}</p></section>${
    view.duplicates.length > 0 &&
    html`<section><h2>${t.question.duplicates}</h2>${questionLinks(view.duplicates, context)}</section>`
  }${view.related.length > 0 && html`<section><h2>${t.question.related}</h2>${questionLinks(view.related, context)}</section>`}${
    view.rules &&
    html`<section><details><summary>${t.question.rules}</summary><div class="prose small">${printSafe(view.rules)}</div></details></section>`
  }`;
}
