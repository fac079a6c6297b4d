import type { PageContext } from "../page-context.ts";
import { type Html, html } from "../raw.tsx";
import { withQuery } from "../url.ts";
import type { SearchResult } from "../view-models.ts";
import { icons } from "./icons.tsx";
import { inLanguage } from "./language.tsx";
import { marked } from "./marked.tsx";
import { pathsHere, person, stateMark, when } from "./small.tsx";

/** A question that was found: title, the passage that fits, state, age, who is on it, group and tags. */
export function searchResult(result: SearchResult, context: PageContext): Html {
  const { t } = context;
  const { row, title, passage } = result;
  const paths = pathsHere(context);
  return html`<li class="row found"><a class="row-title" href="${paths.question(row.id, row.title)}"${inLanguage(row.language, context)}>${title ? marked(title) : row.title}</a>${
    passage &&
    html`<p class="snippet">${passage.of === "answer" && html`<b class="of">${t.search.fromAnswer}</b> `}<span${inLanguage(passage.language, context)}>${marked(passage)}</span></p>`
  }<p class="meta">${stateMark(row.state, context)}${when(row.askedAt, context)}${whoIsOnIt(result, context)}${row.group && html`<a href="${paths.group(row.group.slug)}">${row.group.name}</a>`}${result.tags.map((tag) => html`<a class="tag" href="${paths.tag(tag)}">${tag}</a>`)}</p></li>`;
}

function whoIsOnIt({ row, solution }: SearchResult, context: PageContext): Html {
  const { t } = context;
  if (solution) return html`<span>${t.search.solvedBy} ${person(solution.by, context)}</span>`;
  return html`<span>${row.onIt ? t.row.onIt(row.onIt.name) : t.row.noneOnIt}</span>`;
}

/** The answer that the program is sure of, with a way to say that it was right. */
export function solvedHere(
  result: SearchResult,
  {
    probability,
    words,
    shown,
  }: { readonly probability: number; readonly words: string; readonly shown: string | null },
  context: PageContext,
): Html {
  const { t } = context;
  const { row, title, passage, solution } = result;
  if (!solution) throw new Error("only what is solved can be shown as the solution");
  const paths = pathsHere(context);
  const address = paths.question(row.id, row.title);
  const choice = withQuery(paths.askAnswered, { question: row.id, answer: solution.answerId, shown });
  return html`<section class="solved-here" aria-labelledby="solved-here"><h2 id="solved-here">${icons.solved}${t.search.solved}</h2><p><a class="row-title" href="${address}"${inLanguage(row.language, context)}>${title ? marked(title) : row.title}</a></p>${
    passage && html`<blockquote class="passage"${inLanguage(passage.language, context)}>${marked(passage)}</blockquote>`
  }<p class="meta"><span class="state solved">${t.question.solvedFor(Math.max(row.helped, 1))}</span><span>${t.search.solvedBy} ${person(solution.by, context)}</span>${when(row.askedAt, context)}${row.group && html`<a href="${paths.group(row.group.slug)}">${row.group.name}</a>`}</p><p class="ways">${
    context.reader &&
    html`<button class="solve" form="answers-me" formaction="${choice}" name="text" value="${words.slice(0, 300)}">${icons.solved}${t.ask.answersMe}</button>`
  }<a class="button" href="${address}#answer-${solution.answerId}">${t.search.solvedWhole}</a></p><p class="hint">${t.search.sure(tenths(probability))}</p></section>`;
}

/** Of ten times, how often it was right; never all of them. */
export function tenths(probability: number): number {
  return Math.min(9, Math.round(probability * 10));
}
