import type { PageContext } from "../page-context.ts";
import { type Html, html, literal, nothing, type Part, printSafe, type SafeHtml } from "../raw.tsx";
import { site } from "../url.ts";
import type { FormState } from "../view-models.ts";
import { icons } from "./icons.tsx";

/** The mark against forgery that every form carries. */
export function csrfField(context: PageContext): Html {
  return html`<input type="hidden" name="csrf" value="${context.csrfToken()}">`;
}

export function hidden(name: string, value: string | number): Html {
  return html`<input type="hidden" name="${name}" value="${value}">`;
}

/**
 * A form that is one button: what the button does is its address. With an `id` it stays itself, and keeps the focus, where other forms come
 * and go beside it on an open page.
 */
export function buttonForm(
  action: string,
  label: Part,
  context: PageContext,
  look: "quiet" | "primary" | "solve" | "" = "quiet",
  id?: string,
): Html {
  return html`<form${id !== undefined && html` id="${id}"`} method="post" action="${action}" hx-boost="true">${csrfField(context)}<button class="${look}">${label}</button></form>`;
}

export interface Field {
  name: string;
  label: string;
  value: string;
  hint?: string | undefined;
  error?: string | undefined;
  type?: "text" | "email" | "password" | "search" | "color" | "date";
  autocomplete?: string;
  /** `unsaid` where that it may stay empty is said for several fields at once. */
  optional?: boolean | "unsaid";
  maxlength?: number;
  minlength?: number;
  pattern?: string;
  spellcheck?: boolean;
  autofocus?: boolean;
}

function describe(field: { name: string; hint?: string | undefined; error?: string | undefined }): Html {
  if (!field.hint && !field.error) return nothing;
  const ids = [field.hint && `${field.name}-hint`, field.error && `${field.name}-error`].filter(Boolean).join(" ");
  return html`${ids !== "" && html` aria-describedby="${ids}"`}${field.error && literal` aria-invalid="true"`}`;
}

function labelling(field: Pick<Field, "name" | "label" | "hint" | "error" | "optional">, context: PageContext): Html {
  return html`<label for="${field.name}">${field.label}${field.optional === true && html` <span class="aside">${context.t.common.optional}</span>`}</label>${
    field.hint && html`<p class="hint" id="${field.name}-hint">${field.hint}</p>`
  }${fieldError(field.name, field.error)}`;
}

/** What is wrong with a field, right at the field. */
export function fieldError(name: string, error: string | undefined): Html {
  return error ? html`<p class="error" id="${name}-error">${icons.note}${error}</p>` : nothing;
}

/** A labelled line of text. */
export function textField(field: Field, context: PageContext): Html {
  return html`<div class="field">${labelling(field, context)}<input id="${field.name}" name="${field.name}" type="${field.type ?? "text"}" value="${field.value}"${describe(field)}${
    field.autocomplete && html` autocomplete="${field.autocomplete}"`
  }${field.maxlength && html` maxlength="${field.maxlength}"`}${field.minlength && html` minlength="${field.minlength}"`}${
    field.pattern && html` pattern="${field.pattern}"`
  }${field.spellcheck === false && literal` spellcheck="false" autocapitalize="none"`}${!field.optional && literal` required`}${
    field.autofocus && literal` autofocus`
  }></div>`;
}

export interface Writing {
  name: string;
  /** Unique on the page; the name when left out. */
  id?: string;
  label: string;
  value: string;
  hint?: string | undefined;
  error?: string | undefined;
  rows?: number;
  maxlength?: number;
  optional?: boolean;
  /** Whoever is mentioned in it is told: the script offers people behind an @. */
  mentions?: boolean;
  /** Markdown, with a preview that the browser's script fetches. */
  preview?: boolean;
  /** What a preview without scripts has made of it. */
  previewed?: SafeHtml | null;
}

/** What stands there already may stay, however long: a browser refuses a form with more than it was told. */
const mostOf = (field: Writing) => Math.max(field.maxlength ?? 30_000, field.value.length);

/** A labelled space to write in, and which page it stood on: words that are sent twice are taken once. With `preview`, the script adds "Write" and "Preview" and keeps a draft. */
export function writingField(field: Writing, context: PageContext): Html {
  const id = field.id ?? field.name;
  const shown = { ...field, name: id };
  return html`${hidden("once", context.now.getTime())}<div class="field"${field.preview && html` data-preview="${site.preview}"`}>${labelling(shown, context)}<textarea id="${id}" name="${field.name}" rows="${field.rows ?? 8}" maxlength="${mostOf(field)}"${describe(shown)}${!field.optional && literal` required`}${field.mentions && literal` data-mentions`} data-draft>
${field.value}</textarea>${field.preview && html`<div class="preview" data-preview-of="${id}"${!field.previewed && literal` hidden`}><h2 class="aside">${context.t.question.previewHeading}</h2><div class="prose">${field.previewed && printSafe(field.previewed)}</div></div>`}</div>`;
}

export interface Choice {
  value: string;
  label: string;
  hint?: string;
}

/** A few choices, one of which is taken. */
export function choiceField(field: {
  name: string;
  legend: string;
  value: string;
  choices: readonly Choice[];
  error?: string | undefined;
}): Html {
  return html`<fieldset class="field"><legend>${field.legend}</legend>${fieldError(field.name, field.error)}${field.choices.map(
    (choice, index) =>
      html`<div class="choice"><input type="radio" name="${field.name}" id="${field.name}-${index}" value="${choice.value}"${choice.value === field.value && literal` checked`} required><label for="${field.name}-${index}">${choice.label}${choice.hint && html`<span class="hint">${choice.hint}</span>`}</label></div>`,
  )}</fieldset>`;
}

/** Any number of choices. */
export function checksField(field: {
  name: string;
  legend: string;
  values: readonly string[];
  choices: readonly Choice[];
  error?: string | undefined;
  hint?: string;
}): Html {
  return html`<fieldset class="field"><legend>${field.legend}</legend>${field.hint && html`<p class="hint">${field.hint}</p>`}${fieldError(field.name, field.error)}${field.choices.map(
    (choice, index) =>
      html`<div class="choice"><input type="checkbox" name="${field.name}" id="${field.name}-${index}" value="${choice.value}"${field.values.includes(choice.value) && literal` checked`}><label for="${field.name}-${index}">${choice.label}</label></div>`,
  )}</fieldset>`;
}

/** One of many. */
export function selectField(
  field: {
    name: string;
    label: string;
    value: string;
    options: readonly Choice[];
    error?: string | undefined;
    hint?: string;
    /** What stands first while nothing is chosen; then something has to be. */
    choose?: string;
  },
  context: PageContext,
): Html {
  return html`<div class="field">${labelling(field, context)}<select id="${field.name}" name="${field.name}"${describe(field)}${field.choose && literal` required`}>${
    field.choose && html`<option value="">${field.choose}</option>`
  }${field.options.map(
    (option) =>
      html`<option value="${option.value}"${option.value === field.value && literal` selected`}>${option.label}</option>`,
  )}</select></div>`;
}

/** At the head of a form that was refused: what happened, and that nothing typed is lost. */
export function formProblem<Fields>(form: FormState<Fields>, context: PageContext): Html {
  const refused = Object.values(form.errors).some(Boolean);
  if (!form.problem && !refused) return nothing;
  return html`<div class="problem" role="alert" tabindex="-1" data-problem>${icons.note}<p>${form.problem ?? context.t.common.fixFirst}</p></div>`;
}
