import type { PageContext } from "../page-context.ts";
import { csrfField, formProblem, selectField, textField, writingField } from "../parts/forms.tsx";
import { inLanguage } from "../parts/language.tsx";
import { layout } from "../parts/layout.tsx";
import { questionList } from "../parts/question-row.tsx";
import { pager, pathsHere, person, staffLabel, when } from "../parts/small.tsx";
import { type Html, html, printSafe, type SafeHtml } from "../raw.tsx";
import { withQuery } from "../url.ts";
import type { FormState, PersonRef, QuestionRow } from "../view-models.ts";
import { languageOptions, themeOptions } from "./preferences.tsx";

export interface MemberView {
  memberId: number;
  name: string;
  staff: boolean;
  /** Besides `member`. */
  roles: readonly string[];
  joinedAt: Date;
  /** null when nothing was written. */
  about: SafeHtml | null;
  /** What the page is about: their questions, or the questions that they answered. */
  tab: "questions" | "answers";
  questions: readonly QuestionRow[];
  older: string | null;
  paged: boolean;
  /** People who said that an answer of this member solved it for them. */
  helped: number;
  /** Whether the reader looks at their own page. */
  own: boolean;
  /** The thanks they received, newest first; null for everybody but themselves. */
  thanks: { rows: readonly ThanksView[]; older: string | null; paged: boolean } | null;
}

export interface ThanksView {
  from: PersonRef;
  at: Date;
  note: string;
  question: { id: number; title: string; language: string; answerId: number | null };
}

/** `/c/{slug}/m/{id}?tab=&before=`: one member, as plain facts. */
export function memberPage(view: MemberView, context: PageContext): Html {
  const { t } = context;
  const paths = pathsHere(context);
  const address = paths.member(view.memberId);
  const here = withQuery(address, { tab: view.tab === "questions" ? null : view.tab });
  const empty = view.tab === "questions" ? t.member.questionsEmpty : t.member.answersEmpty;
  return layout(
    {
      title: view.name,
      description: t.member.description(view.name, context.community?.name ?? ""),
      canonical: address,
      main: html`<div class="split"><div><header class="opening"><h1>${view.name}${view.staff && staffLabel(context)}</h1><p class="meta"><span>${t.member.since(t.format.date(view.joinedAt))}</span>${view.roles.map((role) => html`<span>${t.member.roles[role] ?? role}</span>`)}</p></header><nav class="tabs" aria-label="${view.name}">${tab("questions", address, view, context)}${tab("answers", withQuery(address, { tab: "answers" }), view, context)}</nav>${
        view.questions.length > 0
          ? questionList(view.questions, context)
          : html`<div class="empty"><p>${empty}</p></div>`
      }${pager(view.older && withQuery(here, { before: view.older }), view.paged ? here : null, context)}</div><aside class="rail" aria-label="${t.member.aside}">${rail(view, context)}</aside></div>`,
    },
    context,
  );
}

function tab(name: MemberView["tab"], href: string, view: MemberView, context: PageContext): Html {
  return html`<a href="${href}"${view.tab === name && html` aria-current="page"`}>${context.t.member[name]}</a>`;
}

function rail(view: MemberView, context: PageContext): Html {
  const { t } = context;
  const paths = pathsHere(context);
  const here = paths.member(view.memberId);
  const about = view.about
    ? html`<div class="prose small">${printSafe(view.about)}</div>`
    : html`<p class="hint">${view.own ? t.member.aboutEmptyOwn : t.member.aboutEmpty}</p>`;
  return html`<section><h2>${t.member.about}</h2>${about}${view.own && html`<p><a class="button" href="${paths.profile}">${t.member.edit}</a></p>`}</section><section><h2>${t.question.helpedHeading}</h2><p class="hint">${t.member.helped(view.name, view.helped)}</p><p class="aside">${t.member.helpedWindow}</p></section>${
    view.thanks &&
    html`<section id="thanks"><h2>${t.member.thanks}</h2><p class="aside">${t.member.thanksPrivate}</p>${
      view.thanks.rows.length === 0
        ? html`<p class="hint">${t.member.thanksEmpty}</p>`
        : html`<ul class="links">${view.thanks.rows.map((one) => thanks(one, context))}</ul>`
    }${pager(view.thanks.older && `${withQuery(here, { thanks: view.thanks.older })}#thanks`, view.thanks.paged ? `${here}#thanks` : null, context)}</section>`
  }`;
}

function thanks(one: ThanksView, context: PageContext): Html {
  const paths = pathsHere(context);
  const { id, title, answerId } = one.question;
  const href = answerId === null ? paths.question(id, title) : paths.answerOn(id, title, answerId);
  return html`<li>${one.note !== "" && html`<p>${one.note}</p>`}<p class="meta"><span>${person(one.from, context)}</span>${when(one.at, context)}</p><p class="aside">${context.t.member.thanksFor} <a href="${href}"${inLanguage(one.question.language, context)}>${one.question.title}</a></p></li>`;
}

export interface ProfileFields {
  name: string;
  about: string;
  /** Empty: as the browser says. */
  locale: string;
  /** `auto`, `light` or `dark`. */
  theme: string;
}

/** `/c/{slug}/profile`: one's own page, to change. POST {name, about, locale, theme}. */
export function profilePage(view: { form: FormState<ProfileFields> }, context: PageContext): Html {
  const { t } = context;
  const { values, errors } = view.form;
  return layout(
    {
      title: t.member.editTitle,
      canonical: null,
      shape: "narrow",
      main: html`<h1>${t.member.editTitle}</h1><form method="post" action="${pathsHere(context).profile}" data-draft-form>${csrfField(context)}${formProblem(view.form, context)}${textField(
        {
          name: "name",
          label: t.member.name,
          hint: t.member.nameHint,
          value: values.name,
          error: errors.name,
          maxlength: 80,
          autocomplete: "nickname",
        },
        context,
      )}${writingField(
        {
          name: "about",
          label: t.member.aboutLabel,
          hint: t.member.aboutHint,
          value: values.about,
          error: errors.about,
          rows: 5,
          maxlength: 1000,
          optional: true,
          preview: true,
        },
        context,
      )}${selectField({ name: "locale", label: t.preferences.language, value: values.locale, options: languageOptions(context), error: errors.locale }, context)}${selectField({ name: "theme", label: t.preferences.theme, value: values.theme, options: themeOptions(context), error: errors.theme }, context)}<button class="primary">${t.common.save}</button></form>`,
    },
    context,
  );
}

/** `/c/{slug}/join`: somebody who is signed in becomes a member here. POST {name, to}. */
export function joinPage(view: { form: FormState<{ name: string }>; to: string }, context: PageContext): Html {
  const { t, community } = context;
  return layout(
    {
      title: t.member.joinTitle,
      canonical: null,
      shape: "narrow",
      main: html`<h1>${t.member.joinTitle}</h1><p class="lead">${t.member.joinLead(community?.name ?? "")}</p><form method="post" action="${pathsHere(context).join}">${csrfField(context)}<input type="hidden" name="to" value="${view.to}">${formProblem(view.form, context)}${textField(
        {
          name: "name",
          label: t.member.name,
          hint: t.member.nameHint,
          value: view.form.values.name,
          error: view.form.errors.name,
          maxlength: 80,
          autocomplete: "nickname",
        },
        context,
      )}<button class="primary">${t.member.joinButton}</button></form>`,
    },
    context,
  );
}
