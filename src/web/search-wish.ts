import { liftChoices, operatorsIn, withOperator, withoutOperator } from "../search/index.ts";
import type { CommunityPaths } from "./url.ts";
import { withQuery } from "./url.ts";
import type { GroupRef, StateFilter } from "./view-models.ts";

/** A search as the page holds it: the box, its two lists and the page. The address says the same. */
export interface SearchWish {
  /** What stands in the box: words, and operators that the lists cannot choose. */
  readonly text: string;
  /** A group's slug. */
  readonly group: string | null;
  readonly state: StateFilter;
  /** Counted from 1, of results in order of fit. */
  readonly page: number;
  /** A place in a list that is ordered by time. */
  readonly before: string | null;
}

/** Something that narrows a search, with the search that is left without it. */
export interface Narrowing {
  /** An operator's name; `without` for a word after a minus. */
  readonly kind: string;
  readonly value: string;
  readonly minus: boolean;
  readonly rest: SearchWish;
}

/** The parameters of the page's address. */
export type SearchQuery = Partial<Record<"q" | "group" | "state" | "page" | "before", string>>;

const longestText = 1_000;
const mostPages = 50;

/**
 * Reads an address. Operators that the lists can choose leave the text for the lists, so that both never say different things; those
 * in the text were typed later than the lists were rendered, so they win.
 */
export function readWish(
  query: SearchQuery,
  groups: readonly GroupRef[],
): { wish: SearchWish; unknownGroup: string | null } {
  const lifted = liftChoices((query.q ?? "").slice(0, longestText).toWellFormed().trim());
  const name = lifted.group ?? (query.group || null);
  const wanted = name?.toLowerCase();
  const group = groups.find((one) => one.slug.toLowerCase() === wanted || one.name.toLowerCase() === wanted);
  const page = Number(/^[1-9]\d?$/.exec(query.page ?? "")?.[0] ?? 1);
  return {
    wish: {
      text: lifted.text,
      group: group?.slug ?? null,
      state: lifted.state ?? stateFilter(query.state),
      page: Math.min(page, mostPages),
      before: query.before ?? null,
    },
    unknownGroup: name !== null && !group ? name : null,
  };
}

export function stateFilter(text: string | undefined): StateFilter {
  return text === "waiting" || text === "answered" || text === "solved" ? text : "all";
}

/** The address of a search. */
export function addressOfWish(paths: CommunityPaths, { text, group, state, page, before }: SearchWish): string {
  return withQuery(paths.search, {
    q: text,
    group,
    state: state === "all" ? null : state,
    page: page > 1 ? page : null,
    before,
  });
}

/** The same search, changed; it begins on its first page again. */
export function changed(wish: SearchWish, change: Partial<SearchWish>): SearchWish {
  return { ...wish, page: 1, before: null, ...change };
}

export function withTag(wish: SearchWish, tag: string): SearchWish {
  return changed(wish, { text: withOperator(wish.text, "tag", tag) });
}

export function withLanguage(wish: SearchWish, language: string): SearchWish {
  return changed(wish, { text: withOperator(wish.text, "lang", language) });
}

/** Everything that narrows a search besides its words, each with what is left without it. */
export function narrowings(wish: SearchWish): Narrowing[] {
  const chosen: Narrowing[] = [];
  if (wish.group !== null) {
    chosen.push({ kind: "group", value: wish.group, minus: false, rest: changed(wish, { group: null }) });
  }
  if (wish.state !== "all") {
    chosen.push({ kind: "is", value: wish.state, minus: false, rest: changed(wish, { state: "all" }) });
  }
  const typed = operatorsIn(wish.text).map(({ raw, ...operator }) => ({
    ...operator,
    rest: changed(wish, { text: withoutOperator(wish.text, raw) }),
  }));
  return [...chosen, ...typed];
}

/** The search without the operators that name these, in any case. */
export function withoutNames(wish: SearchWish, kind: "by" | "group", names: readonly string[]): SearchWish {
  const gone = new Set(names.map((name) => name.toLowerCase()));
  const raws = operatorsIn(wish.text).filter((one) => one.kind === kind && gone.has(one.value.toLowerCase()));
  return changed(wish, { text: raws.reduce((text, { raw }) => withoutOperator(text, raw), wish.text) });
}
