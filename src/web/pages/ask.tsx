import type { PageContext } from "../page-context.ts";
import {
  choiceField,
  csrfField,
  fieldError,
  formProblem,
  hidden,
  selectField,
  textField,
  writingField,
} from "../parts/forms.tsx";
import { icons } from "../parts/icons.tsx";
import { knownForm } from "../parts/known-notice.tsx";
import { languageField } from "../parts/language.tsx";
import { layout } from "../parts/layout.tsx";
import { emptyState, pathsHere } from "../parts/small.tsx";
import { type Html, html, nothing, type SafeHtml } from "../raw.tsx";
import type { Charter, FormState } from "../view-models.ts";
import { type Suggestions, suggestionsFragment } from "./suggestions.tsx";

export interface AskFields {
  group: string;
  title: string;
  body: string;
  /** As typed: `heating, thermostat`. */
  tags: string;
  /** The code of a language; empty, the words tell. */
  language: string;
}

export interface AskView {
  groups: readonly { slug: string; name: string; purpose: string; charter: Charter }[];
  form: FormState<AskFields>;
  /** null when nothing was looked for yet. Without scripts the button "look first" (field `step=look`) fills it. */
  suggestions: Suggestions | null;
  /** Whether the reader has said that none of them helps: then none are looked for any more. */
  rejected?: boolean;
  /** The body as others will see it, after "look first" was pressed. */
  preview?: SafeHtml | null;
}

/** `/c/{slug}/ask`, GET and a refused POST. Fields: group, title, body, tags, step (`look` or `send`), csrf. */
export function askPage(view: AskView, context: PageContext): Html {
  const { t } = context;
  const paths = pathsHere(context);
  return layout(
    {
      title: t.ask.title,
      description: t.ask.lead,
      canonical: paths.ask,
      main: html`<h1>${t.ask.title}</h1><p class="lead">${t.ask.lead}</p>${
        view.groups.length === 0
          ? emptyState(
              t.ask.groupNone,
              context.may("create groups") ? { href: paths.adminGroupNew, label: t.home.createGroup } : undefined,
            )
          : askForm(view, context)
      }${answersMeForm(context)}${knownForm(context)}`,
    },
    context,
  );
}

function askForm(view: AskView, context: PageContext): Html {
  const { t } = context;
  const { form } = view;
  const paths = pathsHere(context);
  const only = view.groups.length === 1 ? view.groups[0] : undefined;
  const typed = `${form.values.title} ${form.values.body}`.trim();
  return html`${!context.reader && html`<p class="pointer">${icons.note}${t.ask.signedOut}</p>`}<form class="ask" id="ask" method="post" action="${paths.ask}"${!view.rejected && html` data-suggest="${paths.suggestions}"`} data-walk="[data-suggestions]" data-draft-form>${csrfField(context)}${formProblem(form, context)}${textField(
    {
      name: "title",
      label: t.ask.titleLabel,
      hint: t.ask.titleHint,
      value: form.values.title,
      error: form.errors.title,
      maxlength: 200,
      autocomplete: "off",
    },
    context,
  )}${view.rejected ? html`<p class="hint beside" role="status">${t.ask.noneHelped}</p>` : suggestionsSection(view, typed, context)}<button class="no-script" name="step" value="look" formnovalidate>${t.ask.look}</button>${writingField(
    {
      name: "body",
      label: t.ask.bodyLabel,
      hint: t.ask.bodyHint,
      value: form.values.body,
      error: form.errors.body,
      rows: 9,
      preview: true,
      mentions: true,
      previewed: view.preview ?? null,
    },
    context,
  )}${
    only ? html`${hidden("group", only.slug)}${fieldError("group", form.errors.group)}` : groupField(view, context)
  }${textField(
    {
      name: "tags",
      label: t.ask.tagsLabel,
      hint: t.ask.tagsHint,
      value: form.values.tags,
      error: form.errors.tags,
      optional: true,
      autocomplete: "off",
      spellcheck: false,
      maxlength: 300,
    },
    context,
  )}${languageField(form.values.language, form.errors.language, context)}<button class="primary" name="step" value="send">${t.ask.send}</button></form>`;
}

/** What may solve it already, and the way to say that none of it does; the button shows where there is something to reject. */
function suggestionsSection(view: AskView, typed: string, context: PageContext): Html {
  const { t } = context;
  return html`<div class="beside"><section class="suggestions" data-suggestions aria-live="polite" aria-label="${t.ask.suggestions}">${
    view.suggestions
      ? suggestionsFragment(view.suggestions, typed, context)
      : html`<p class="hint">${t.ask.suggestionsEmpty}</p>`
  }</section>${context.reader && html`<button class="quiet none-helps" name="step" value="none" formnovalidate>${t.ask.noneHelps}</button>`}</div>`;
}

// More than this many choices are quicker to find in a list that folds.
const choicesAtOnce = 7;

function groupField(view: AskView, context: PageContext): Html {
  const { t } = context;
  const { values, errors } = view.form;
  const choices = view.groups.map((group) => ({ value: group.slug, label: group.name, hint: group.purpose }));
  if (choices.length <= choicesAtOnce) {
    return choiceField({ name: "group", legend: t.ask.group, value: values.group, error: errors.group, choices });
  }
  return selectField(
    {
      name: "group",
      label: t.ask.group,
      value: values.group,
      error: errors.group,
      options: choices,
      choose: t.ask.groupChoose,
    },
    context,
  );
}

/**
 * What "This answers me" is sent with: the buttons stand inside another form, where a form of their own may not stand.
 */
export function answersMeForm(context: PageContext): Html {
  if (!context.reader) return nothing;
  return html`<form id="answers-me" method="post" action="${pathsHere(context).askAnswered}">${csrfField(context)}</form>`;
}
