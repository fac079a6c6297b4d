import type { KnownNotice } from "../../care/index.ts";
import type { PageContext } from "../page-context.ts";
import { deskPathsHere } from "../parts/desk.tsx";
import { hidden } from "../parts/forms.tsx";
import { icons } from "../parts/icons.tsx";
import { knownNotices } from "../parts/known-notice.tsx";
import { inLanguage } from "../parts/language.tsx";
import { marked } from "../parts/marked.tsx";
import { pathsHere } from "../parts/small.tsx";
import { type Html, html } from "../raw.tsx";
import { withQuery } from "../url.ts";
import type { GroupRef, MarkedText } from "../view-models.ts";

/** A solved answer that may be the one. */
export interface Suggestion {
  questionId: number;
  title: MarkedText;
  language: string;
  /** The confirmed answer. */
  answerId: number;
  /** About 200 characters of the answer. */
  passage: MarkedText & { language: string };
  group: GroupRef;
  /** People it was solved for. */
  helped: number;
}

export interface Suggestions {
  list: readonly Suggestion[];
  /** What the program thinks of the first one. */
  verdict: "solved" | "may-help" | "nothing";
  /** Null where it cannot know yet. */
  probability: number | null;
  /** Known problems that fit what was typed. */
  known: readonly KnownNotice[];
  /** What is shown here as one line, which goes back with what the reader does about it. */
  shown: string;
}

/**
 * The answer to `GET /c/{slug}/suggestions?text=` for the browser: a fragment, sent as text/html. `text` is what was
 * typed; it travels along when the reader says "this answers me".
 */
export function suggestionsFragment(suggestions: Suggestions, text: string, context: PageContext): Html {
  const { list, known, shown } = suggestions;
  const { t } = context;
  const notices = knownNotices(known, context);
  if (list.length === 0) return known.length > 0 ? notices : html`<p class="hint">${t.ask.suggestionsNone}</p>`;
  return html`${hidden("shown", shown)}${notices}<h2>${headingOf(suggestions, t)}</h2>${context.reader && html`<p class="hint">${t.ask.suggestionsHint}</p>`}<ol class="rows">${list.map((one) => suggestion(one, shown, text, context))}</ol>`;
}

/** The same for the search box of the masthead (`brief=1`): titles and a line of each answer, and the way to all results. */
export function briefSuggestions({ list, known }: Suggestions, text: string, context: PageContext): Html {
  const { t } = context;
  const paths = pathsHere(context);
  return html`${list.length > 0 && html`<h2>${icons.solved}${t.ask.solvedAnswers}</h2>`}<ol class="rows plain-rows">${known.map(
    ({ problemId, title }) =>
      html`<li class="row"><a class="row-title" href="${deskPathsHere(context).known}#known-${problemId}">${title}</a><p class="snippet">${t.known.heading}</p></li>`,
  )}${list.map(
    (one) =>
      html`<li class="row"><a class="row-title" href="${addressOf(one, context)}"${inLanguage(one.language, context)}>${marked(one.title)}</a><p class="snippet"${inLanguage(one.passage.language, context)}>${marked(one.passage)}</p></li>`,
  )}<li class="row"><a class="row-title all" href="${withQuery(paths.search, { q: text })}">${icons.search}${t.ask.allResults(text.length > 40 ? `${text.slice(0, 40).toWellFormed()} …` : text)}</a></li></ol>`;
}

function headingOf({ verdict, probability }: Suggestions, t: PageContext["t"]): string {
  if (verdict === "solved") return t.ask.suggestionsSolved;
  return verdict === "nothing" && probability !== null ? t.ask.suggestionsUnlikely : t.ask.suggestions;
}

function suggestion(one: Suggestion, shown: string, text: string, context: PageContext): Html {
  const { t } = context;
  const paths = pathsHere(context);
  const choice = withQuery(paths.askAnswered, { question: one.questionId, answer: one.answerId, shown });
  return html`<li class="row"><a class="row-title" href="${addressOf(one, context)}"${inLanguage(one.language, context)}>${marked(one.title)}</a><p class="snippet"${inLanguage(one.passage.language, context)}>${marked(one.passage)}</p><p class="meta"><span class="state solved">${icons.solved}${t.question.solvedFor(Math.max(one.helped, 1))}</span><a href="${paths.group(one.group.slug)}">${one.group.name}</a></p>${
    context.reader &&
    html`<button class="solve" form="answers-me" formaction="${choice}" name="text" value="${text.slice(0, 300)}">${icons.solved}${t.ask.answersMe}</button>`
  }</li>`;
}

function addressOf({ questionId, title, answerId }: Suggestion, context: PageContext): string {
  return `${pathsHere(context).question(questionId, title.text)}#answer-${answerId}`;
}
