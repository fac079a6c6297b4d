import type { KnownNotice } from "../../care/index.ts";
import type { PageContext } from "../page-context.ts";
import { csrfField, hidden } from "../parts/forms.tsx";
import { icons } from "../parts/icons.tsx";
import { knownForm, knownNotices } from "../parts/known-notice.tsx";
import { layout } from "../parts/layout.tsx";
import { searchResult, solvedHere, tenths } from "../parts/search-result.tsx";
import { emptyState, pathsHere } from "../parts/small.tsx";
import { type Html, html, literal, nothing } from "../raw.tsx";
import { addressOfWish, changed, type SearchWish } from "../search-wish.ts";
import { withQuery } from "../url.ts";
import type { Facet, GroupRef, SearchResult, SetFilter } from "../view-models.ts";
import { answersMeForm } from "./ask.tsx";
import { howToSearch, type SearchExamples } from "./search-help.tsx";

export interface SearchView {
  wish: SearchWish;
  /** The words of the box, without operators: what would be asked. */
  words: string;
  groups: readonly GroupRef[];
  examples: SearchExamples;
  /** What narrows the search, each with the address without it. */
  set: readonly SetFilter[];
  /** Known problems that fit what was looked for. */
  known: readonly KnownNotice[];
  unknown: { groups: readonly string[]; people: readonly string[] };
  /** null when nothing was asked for. */
  outcome: SearchOutcome | null;
}

export interface SearchOutcome {
  results: readonly SearchResult[];
  /** What the program thinks of the first result; null where nothing was looked for in words, and behind the first page. */
  decision: { verdict: "solved" | "may-help" | "nothing"; probability: number | null } | null;
  /** What is shown of a search in words, as one line, which goes back with what the reader does about it; else null. */
  shown: string | null;
  order: "best" | "newest";
  /** How many match in all; null where nobody counted. */
  matches: number | null;
  /** How many results stand before these. */
  skipped: number;
  didYouMean: { text: string; href: string } | null;
  facets: readonly Facet[];
  previous: string | null;
  next: string | null;
}

/** `/c/{slug}/search?q=&group=&state=&page=`; without words it lists what is set, newest first (`before=` pages there). */
export function searchPage(view: SearchView, context: PageContext): Html {
  const { t } = context;
  const paths = pathsHere(context);
  return layout(
    {
      title: view.wish.text === "" ? t.search.title : t.search.titleFor(view.wish.text),
      description: t.search.description(context.community?.name ?? ""),
      canonical: paths.search,
      ownSearch: true,
      main: html`${searchForm(view, context)}<div id="found" class="finds" data-words="${announcement(view, context)}">${found(view, context)}</div>${answersMeForm(context)}${knownForm(context)}`,
    },
    context,
  );
}

function searchForm({ wish, groups, examples, outcome }: SearchView, context: PageContext): Html {
  const { t } = context;
  const states = ["all", "waiting", "answered", "solved"] as const;
  return html`<search class="seek"><h1><label for="q">${t.search.label}</label></h1><form action="${pathsHere(context).search}" data-search data-walk="#found"><div class="line"><input id="q" type="search" name="q" value="${wish.text}" maxlength="500" autocomplete="off" spellcheck="false"><button class="primary">${t.search.button}</button></div><div class="choices"><label class="unseen" for="group">${t.search.group}</label><select id="group" name="group"><option value="">${t.search.allGroups}</option>${groups.map(
    (group) =>
      html`<option value="${group.slug}"${group.slug === wish.group && literal` selected`}>${group.name}</option>`,
  )}</select><label class="unseen" for="state">${t.search.state}</label><select id="state" name="state">${states.map(
    (state) =>
      html`<option value="${state === "all" ? "" : state}"${state === wish.state && literal` selected`}>${state === "all" ? t.search.allStates : t.group.filter[state]}</option>`,
  )}</select></div></form>${outcome === null && html`<p class="hint">${t.search.start}</p>`}${howToSearch(examples, outcome === null, context)}</search>`;
}

/** What the script says to people who listen, once results have changed under their hands. */
function announcement({ outcome }: SearchView, { t }: PageContext): string {
  if (!outcome) return "";
  return outcome.results.length === 0 ? t.search.emptyFiltered : countLine(outcome, t);
}

function countLine({ results, skipped, matches, order }: SearchOutcome, t: PageContext["t"]): string {
  const first = order === "best" ? t.search.best : t.search.newest;
  return matches === null ? first : `${first}, ${t.search.range(skipped + 1, skipped + results.length, matches)}`;
}

function found(view: SearchView, context: PageContext): Html {
  const { outcome } = view;
  if (!outcome) return nothing;
  const narrow = outcome.facets.length > 0 && narrowing(outcome.facets, context);
  return html`${narrow}<div>${unknownNames(view, context)}${chips(view.set, context)}${didYouMean(outcome, context)}${knownNotices(view.known, context)}${outcome.results.length === 0 ? nothingFound(view, context) : results(view, outcome, context)}</div>`;
}

function unknownNames({ unknown }: SearchView, { t }: PageContext): Html {
  const sentences = [...unknown.groups.map(t.search.unknownGroup), ...unknown.people.map(t.search.unknownPerson)];
  return html`${sentences.map((sentence) => html`<p class="pointer">${icons.note}${sentence}</p>`)}`;
}

function chips(set: readonly SetFilter[], { t }: PageContext): Html {
  if (set.length === 0) return nothing;
  return html`<ul class="chips" aria-label="${t.search.set}">${set.map(({ label, href }) => html`<li><a href="${href}" data-swap aria-label="${t.search.remove(label)}">${label}${icons.close}</a></li>`)}</ul>`;
}

function didYouMean({ didYouMean: meant }: SearchOutcome, { t }: PageContext): Html {
  return meant
    ? html`<p class="meant">${t.search.didYouMean} <a href="${meant.href}" data-swap>${meant.text}</a>?</p>`
    : nothing;
}

function nothingFound({ wish, words, set }: SearchView, context: PageContext): Html {
  const { t } = context;
  if (set.length > 0 || words === "") {
    const without = changed(wish, { text: words, group: null, state: "all" });
    const href = addressOfWish(pathsHere(context), without);
    return emptyState(t.search.emptyFiltered, { href, label: t.search.withoutFilters });
  }
  return html`<div class="empty"><p>${t.search.empty(words)}</p><p class="hint">${t.search.emptyNext}</p><p>${askLink(words, context)}</p></div>`;
}

function askLink(words: string, context: PageContext): Html {
  return html`<a class="button" href="${withQuery(pathsHere(context).ask, { title: words.slice(0, 200) })}">${context.t.search.askInstead}</a>`;
}

function results({ words }: SearchView, outcome: SearchOutcome, context: PageContext): Html {
  const { t } = context;
  const { decision } = outcome;
  const [first] = outcome.results;
  const solved = first && decision?.verdict === "solved" && decision.probability !== null ? first : null;
  const list = solved ? outcome.results.slice(1) : outcome.results;
  const rows = list.length > 0 && html`<ol class="rows">${list.map((result) => searchResult(result, context))}</ol>`;
  return html`${solved && decision && solvedHere(solved, { probability: decision.probability ?? 0, words, shown: outcome.shown }, context)}<section>${list.length > 0 && html`<header class="outcome"><h2 tabindex="-1">${heading(outcome, solved !== null, t)}</h2>${decision && !solved && html`<p class="hint">${howSure(decision, t)}</p>`}<p class="count">${countLine(outcome, t)}</p></header>`}${rows}</section>${pages(outcome, context)}${
    words !== "" &&
    !outcome.next &&
    html`<div class="empty"><p>${t.search.askAfter}</p>${outcome.shown !== null && context.reader ? noneHelps(words, outcome.shown, context) : html`<p>${askLink(words, context)}</p>`}</div>`
  }`;
}

/** To say that nothing of it helped goes on to the asking, as the link does. */
function noneHelps(words: string, shown: string, context: PageContext): Html {
  return html`<form method="post" action="${pathsHere(context).searchNone}" data-none>${csrfField(context)}${hidden("shown", shown)}${hidden("title", words.slice(0, 200))}<button>${context.t.search.noneHelps}</button></form>`;
}

function heading({ decision, order }: SearchOutcome, solved: boolean, t: PageContext["t"]): string {
  if (solved) return t.search.mayHelpToo;
  if (decision) return t.search.mayHelp;
  return order === "best" ? t.search.best : t.search.newest;
}

function howSure({ verdict, probability }: NonNullable<SearchOutcome["decision"]>, t: PageContext["t"]): string {
  if (probability === null) return t.search.mayHelpCold;
  return verdict === "nothing" ? t.search.unlikely : t.search.mayHelpSure(tenths(probability));
}

function pages({ previous, next }: SearchOutcome, { t }: PageContext): Html {
  if (previous === null && next === null) return nothing;
  return html`<nav class="pager" aria-label="${t.common.pages}">${previous !== null && html`<a class="button" rel="prev" data-swap href="${previous}">${t.search.previous}</a>`}${next !== null && html`<a class="button" rel="next" data-swap href="${next}">${t.search.next}</a>`}</nav>`;
}

/** What the matches could be narrowed down to, with how many are left then. */
function narrowing(facets: readonly Facet[], context: PageContext): Html {
  const { t } = context;
  return html`<aside class="rail" aria-label="${t.search.narrow}"><details class="facets"><summary>${t.search.narrow}${icons.more}</summary>${facets.map(
    (facet) =>
      html`<section><h2>${t.search[facet.kind]}</h2><ul>${facet.entries.map(
        ({ label, count, href }) =>
          html`<li><a href="${href}" data-swap rel="nofollow">${label}</a> <span class="aside">${t.format.number(count)}</span></li>`,
      )}</ul></section>`,
  )}</details></aside>`;
}
