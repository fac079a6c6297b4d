import type { PageContext } from "../page-context.ts";
import { type Html, html } from "../raw.tsx";
import type { QuestionRow } from "../view-models.ts";
import { inLanguage } from "./language.tsx";
import { pathsHere, stateMark, when } from "./small.tsx";

/** One question in a list: title, state, age, who is on it, in that order. */
export function questionRow(row: QuestionRow, context: PageContext): Html {
  const { t } = context;
  const paths = pathsHere(context);
  const onIt = row.onIt
    ? html`<span>${row.state === "solved" ? row.onIt.name : t.row.onIt(row.onIt.name)}${row.onIt.staff && html` <span class="staff" title="${t.common.staffMeaning}">${t.common.staff}</span>`}</span>`
    : html`<span>${t.row.noneOnIt}</span>`;
  return html`<li class="row"><a class="row-title" href="${paths.question(row.id, row.title)}"${inLanguage(row.language, context)}>${row.title}</a><p class="meta">${stateMark(row.state, context)}${when(row.askedAt, context)}${onIt}${row.answers > 1 && row.state !== "solved" && html`<span>${t.row.answers(row.answers)}</span>`}${row.helped > 1 && html`<span>${t.row.helped(row.helped)}</span>`}${row.group && html`<a href="${paths.group(row.group.slug)}">${row.group.name}</a>`}</p></li>`;
}

/** A list of questions; its rows can be walked with j and k. */
export function questionList(rows: readonly QuestionRow[], context: PageContext): Html {
  return html`<ol class="rows">${rows.map((row) => questionRow(row, context))}</ol>`;
}
