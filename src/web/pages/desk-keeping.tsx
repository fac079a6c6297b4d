import type { AreaChoice } from "../desk-views.ts";
import { urgencyNames } from "../desk-views.ts";
import type { PageContext } from "../page-context.ts";
import { deskNav, deskPathsHere } from "../parts/desk.tsx";
import { csrfField, formProblem, textField, writingField } from "../parts/forms.tsx";
import { layout } from "../parts/layout.tsx";
import { emptyState, person, when } from "../parts/small.tsx";
import { type Html, html, literal } from "../raw.tsx";
import type { FormState, PersonRef } from "../view-models.ts";

export interface MacrosView {
  macros: readonly { id: number; name: string; body: string }[];
  /** As they are written: `{asker}`. */
  variables: readonly string[];
  form: FormState<{ name: string; body: string }>;
}

/** `/c/{slug}/care/macros`: words that are said again and again. */
export function macrosPage(view: MacrosView, context: PageContext): Html {
  const { t } = context;
  const { desk } = t;
  const paths = deskPathsHere(context);
  const { form } = view;
  return layout(
    {
      title: desk.macros,
      canonical: null,
      main: html`<div class="split desk"><div class="views">${deskNav("macros", context)}</div><div class="queue"><h1>${desk.macros}</h1><p class="lead">${desk.macrosLead}</p>${
        view.macros.length === 0
          ? emptyState(desk.macrosEmpty)
          : html`<ul class="entries">${view.macros.map((one) => html`<li><div><strong>${one.name}</strong><p>${one.body}</p></div><form method="post" action="${paths.macroRemove(one.id)}">${csrfField(context)}<button class="quiet">${t.common.remove}<span class="unseen"> ${one.name}</span></button></form></li>`)}</ul>`
      }<form class="stack" method="post" action="${paths.macros}">${csrfField(context)}${formProblem(form, context)}${textField({ name: "name", label: desk.macroName, hint: desk.macroSaveHint, value: form.values.name, error: form.errors.name, maxlength: 60 }, context)}${writingField({ name: "body", label: desk.macroBody, hint: desk.macroHint(view.variables.join(", ")), value: form.values.body, error: form.errors.body, rows: 6 }, context)}<button class="primary">${desk.macroSave}</button></form></div></div>`,
    },
    context,
  );
}

const kinds = ["problem", "question", "complaint", "praise", "chatter"] as const;

export interface WhatIsThisView {
  messages: readonly {
    messageId: number;
    author: PersonRef;
    at: Date;
    body: string;
    guess: (typeof kinds)[number];
    probability: number;
    /** The slug of the area that it seems to be about, and how sure the machine is of it, where it said it. */
    area: string | null;
    areaProbability: number | null;
    urgency: string;
    askUntil: Date;
  }[];
  areas: readonly AreaChoice[];
}

/** `/c/{slug}/care/what-is-this`: messages that the machine cannot place. */
export function whatIsThisPage(view: WhatIsThisView, context: PageContext): Html {
  const { desk, plan } = context.t;
  const paths = deskPathsHere(context);
  const option = (value: string, label: string, chosen: boolean) =>
    html`<option value="${value}"${chosen && literal` selected`}>${label}</option>`;
  const form = (one: WhatIsThisView["messages"][number]) =>
    html`<form class="inline" method="post" action="${paths.place(one.messageId)}">${csrfField(context)}<select name="kind" aria-label="${desk.whatIsThis}">${kinds.map((kind) => option(kind, desk.kinds[kind], kind === one.guess))}</select><select name="urgency" aria-label="${desk.urgency}">${urgencyNames.map((name) => option(name, desk.urgencies[name], name === one.urgency))}</select>${
      view.areas.length > 0 &&
      html`<select name="area" aria-label="${desk.area}">${option("", desk.noArea, one.area === null)}${view.areas.map(({ slug, name }) => option(slug, name, slug === one.area))}</select>`
    }<button>${context.t.common.save}</button></form>`;
  const areaGuess = ({ area, areaProbability }: WhatIsThisView["messages"][number]) => {
    const name = view.areas.find(({ slug }) => slug === area)?.name;
    return (
      name !== undefined &&
      areaProbability !== null &&
      html`<span>${desk.areaSure(name, plan.percent(areaProbability))}</span>`
    );
  };
  return layout(
    {
      title: desk.whatIsThis,
      canonical: null,
      main: html`<div class="split desk"><div class="views">${deskNav("what", context)}</div><div class="queue"><h1>${desk.whatIsThis}</h1><p class="lead">${desk.whatLead}</p>${
        view.messages.length === 0
          ? emptyState(desk.whatEmpty, { href: paths.queue, label: desk.queue })
          : html`<ol class="talk">${view.messages.map((one) => html`<li><div class="meta"><span>${person(one.author, context)}</span>${when(one.at, context)}<span>${desk.whatGuess(desk.kinds[one.guess], plan.percent(one.probability))}</span>${areaGuess(one)}<span>${desk.whatUntil(context.t.format.until(one.askUntil, context.now))}</span></div><p class="prose">${one.body}</p>${form(one)}</li>`)}</ol>`
      }</div></div>`,
    },
    context,
  );
}
