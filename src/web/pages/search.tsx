import type { PageContext } from "../page-context.ts";
import { layout } from "../parts/layout.tsx";
import { questionRow } from "../parts/question-row.tsx";
import { emptyState, pager, pathsHere } from "../parts/small.tsx";
import { type Html, html, literal, nothing, type SafeHtml } from "../raw.tsx";
import { withQuery } from "../url.ts";
import type { GroupRef, QuestionRow, StateFilter } from "../view-models.ts";

export interface SearchResult {
  row: QuestionRow;
  /** Sanitised; matches stand in `<mark>`. */
  snippet: SafeHtml | null;
}

export interface SearchView {
  query: string;
  /** Slug of the group searched in, or null for all. */
  group: string | null;
  state: StateFilter;
  groups: readonly GroupRef[];
  /** null when nothing was asked for. */
  results: readonly SearchResult[] | null;
  /** How many there are; `atLeast` when counting stopped there. */
  total: { count: number; atLeast: boolean } | null;
  /** The `before` parameter of the link "Older", or null. */
  older: string | null;
}

/** `/c/{slug}/search?q=&group=&state=&before=`; without words it lists what the filters say, newest first. */
export function searchPage(view: SearchView, context: PageContext): Html {
  const { t } = context;
  const paths = pathsHere(context);
  const here = withQuery(paths.search, {
    q: view.query,
    group: view.group,
    state: view.state === "all" ? null : view.state,
  });
  return layout(
    {
      title: view.query === "" ? t.search.title : t.search.titleFor(view.query),
      description: t.search.description(context.community?.name ?? ""),
      canonical: paths.search,
      main: html`<div class="column"><h1>${t.search.title}</h1>${searchForm(view, context)}${outcome(view, context)}${pager(view.older && withQuery(here, { before: view.older }), null, context)}</div>`,
    },
    context,
  );
}

function searchForm(view: SearchView, context: PageContext): Html {
  const { t } = context;
  const states = ["all", "waiting", "answered", "solved"] as const;
  return html`<search><form class="filters" action="${pathsHere(context).search}"><div class="field grow"><label for="q">${t.search.label}</label><input id="q" type="search" name="q" value="${view.query}" maxlength="500" autocomplete="off"></div><div class="field"><label for="group">${t.search.group}</label><select id="group" name="group"><option value="">${t.search.allGroups}</option>${view.groups.map(
    (group) =>
      html`<option value="${group.slug}"${group.slug === view.group && literal` selected`}>${group.name}</option>`,
  )}</select></div><div class="field"><label for="state">${t.search.state}</label><select id="state" name="state">${states.map(
    (state) =>
      html`<option value="${state === "all" ? "" : state}"${state === view.state && literal` selected`}>${t.group.filter[state]}</option>`,
  )}</select></div><button class="primary">${t.search.button}</button></form></search>`;
}

function outcome(view: SearchView, context: PageContext): Html {
  const { t } = context;
  const paths = pathsHere(context);
  if (view.results === null) return html`<p class="hint">${t.search.start}</p>`;
  if (view.results.length === 0) {
    const filtered = view.group !== null || view.state !== "all";
    if (filtered) {
      return emptyState(t.search.emptyFiltered, {
        href: withQuery(paths.search, { q: view.query }),
        label: t.search.withoutFilters,
      });
    }
    return html`<div class="empty"><p>${t.search.empty(view.query)}</p><p class="hint">${t.search.emptyNext}</p><p><a class="button" href="${withQuery(paths.ask, { title: view.query })}">${t.search.askInstead}</a></p></div>`;
  }
  const count = view.total && (view.total.atLeast ? t.search.resultsAtLeast : t.search.results)(view.total.count);
  return html`<section><h2 class="count">${count ?? t.search.found}</h2><ol class="rows">${view.results.map((result) => questionRow(result.row, context, result.snippet))}</ol></section>${nothing}`;
}
