import type { PageContext } from "../page-context.ts";
import { type Html, nothing, type SafeHtml } from "../raw.tsx";
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

/** `/c/{slug}/search?q=&group=&state=&before=`. */
export function searchPage(view: SearchView, context: PageContext): Html {
  void view;
  void context;
  return nothing;
}
