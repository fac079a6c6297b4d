import type { KnownAtDesk } from "../../care/index.ts";
import type { ProblemPageView } from "../desk-problem-view.ts";
import type { PageContext } from "../page-context.ts";
import { type Html, html, literal, nothing } from "../raw.tsx";
import { deskPathsHere } from "./desk.tsx";
import { csrfField, textField, writingField } from "./forms.tsx";
import { paragraphs } from "./small.tsx";

/** What the desk does about a known problem, on its page: its words, its reports, and that it is fixed. */
export function knownAtDesk(view: ProblemPageView, context: PageContext): Html {
  const { known } = view;
  if (known === null) return view.row.over === null ? html`<section>${markForm(view, context)}</section>` : nothing;
  const { known: words, format } = context.t;
  const { title, body, fixedAt, fixedWords, markedAt } = known.known;
  const toList = html`<a href="${deskPathsHere(context).known}#known-${view.row.id}">${words.toList}</a>`;
  if (fixedAt !== null) {
    return html`<section><h2>${words.atDesk}</h2><p>${title}</p>${paragraphs(fixedWords ?? "")}<p class="hint">${words.wasFixed(format.date(fixedAt))} ${toList}</p></section>`;
  }
  return html`<section><h2>${words.atDesk}</h2><p><strong>${title}</strong></p>${paragraphs(body)}<p class="hint">${words.since(format.date(markedAt))} ${words.reports(known.reports)} ${toList}</p>${reportsForm(known, view, context)}${fixForm(view, context)}${markForm(view, context)}${unmarkForm(view, context)}</section>`;
}

function at(view: ProblemPageView, what: string, context: PageContext): string {
  return deskPathsHere(context).act(view.row.id, `known${what}`);
}

function markForm(view: ProblemPageView, context: PageContext): Html {
  const { known: words } = context.t;
  const failed = view.failed?.on === "known" ? view.failed.form : null;
  const { title, body } = failed?.values ?? {
    title: view.known?.known.title ?? view.row.title,
    body: view.known?.known.body ?? "",
  };
  const field = { name: "body", id: "known-body", label: words.body, value: body, error: failed?.errors.body };
  return html`<details${failed && literal` open`}><summary>${view.known ? words.change : words.mark}</summary><form method="post" action="${at(view, "", context)}">${csrfField(context)}<p class="hint">${words.markHint}</p>${textField({ name: "knownTitle", label: words.title, value: title ?? "", error: failed?.errors.title, maxlength: 200 }, context)}${writingField({ ...field, rows: 3, maxlength: 2000, optional: true }, context)}<button>${words.save}</button></form></details>`;
}

function reportsForm({ likely }: KnownAtDesk, view: ProblemPageView, context: PageContext): Html {
  const { known: words, book } = context.t;
  if (likely.length === 0) return html`<p class="hint">${words.noLikely}</p>`;
  const paths = deskPathsHere(context);
  return html`<form class="reports" method="post" action="${at(view, "/reports", context)}">${csrfField(context)}<fieldset><legend>${words.likely}</legend>${likely.map(
    ({ id, title, askerName, fit }) =>
      html`<div class="choice"><input type="checkbox" name="report" value="${id}" id="report-${id}"><label for="report-${id}">${title} <span class="aside">${askerName}, ${words.alike(book.percent(Math.round(fit * 100) / 100))}</span></label> <a href="${paths.problem(id)}">#${id}</a></div>`,
  )}</fieldset><button>${words.link}</button></form>`;
}

function fixForm(view: ProblemPageView, context: PageContext): Html {
  const { known: words } = context.t;
  const failed = view.failed?.on === "fixed" ? view.failed.form : null;
  const field = {
    name: "words",
    label: words.fixWords,
    value: failed?.values.words ?? "",
    error: failed?.errors.words,
  };
  return html`<details${failed && literal` open`}><summary>${words.fix}</summary><form method="post" action="${at(view, "/fixed", context)}">${csrfField(context)}${writingField({ ...field, rows: 3, maxlength: 2000 }, context)}<button class="primary">${words.fixSend}</button></form></details>`;
}

function unmarkForm(view: ProblemPageView, context: PageContext): Html {
  return html`<form method="post" action="${at(view, "/unmark", context)}">${csrfField(context)}<button class="quiet">${context.t.known.unmark}</button></form>`;
}
