import type { Facets, Found } from "../search/index.ts";
import type { Messages } from "./messages/index.ts";
import {
  addressOfWish,
  changed,
  type Narrowing,
  narrowings,
  type SearchWish,
  withLanguage,
  withTag,
} from "./search-wish.ts";
import type { CommunityPaths } from "./url.ts";
import type { Facet, GroupRef, QuestionRow, SearchResult, SetFilter } from "./view-models.ts";

// From what search finds to what its page shows.

/** Choices of one kind that are shown. */
const mostChoices = 8;

interface GroupKnown extends GroupRef {
  readonly id: number;
}

export function foundResult(
  { title, snippet, snippetOf, snippetLanguage, tags, solution }: Found,
  row: QuestionRow,
): SearchResult {
  // Edited a moment ago, the marks may not fit any more.
  return {
    row,
    tags,
    title: title.text === row.title ? title : null,
    passage: { ...snippet, of: snippetOf, language: snippetLanguage },
    solution,
  };
}

/** Ways to narrow the search further: what is set already is not offered again, nor what would change nothing. */
export function facetsOf(
  facets: Facets,
  wish: SearchWish,
  groups: readonly GroupKnown[],
  paths: CommunityPaths,
  t: Messages,
): Facet[] {
  const entry = (label: string, count: number, to: SearchWish) => ({ label, count, href: addressOfWish(paths, to) });
  const isSet = new Set(narrowings(wish).map(({ kind, value }) => `${kind}:${value.toLowerCase()}`));
  const byGroup = facets.groups.flatMap(({ group, count }) => {
    const known = groups.find(({ id }) => id === group);
    return known ? [entry(known.name, count, changed(wish, { group: known.slug }))] : [];
  });
  const byTag = facets.tags
    .filter(({ tag }) => !isSet.has(`tag:${tag.toLowerCase()}`))
    .map(({ tag, count }) => entry(tag, count, withTag(wish, tag)));
  const { matches, solved, waiting } = facets;
  const byState = [
    entry(t.state.solved, solved, changed(wish, { state: "solved" })),
    entry(t.state.answered, Math.max(0, matches - solved - waiting), changed(wish, { state: "answered" })),
    entry(t.state.waiting, waiting, changed(wish, { state: "waiting" })),
  ];
  const byLanguage = facets.languages
    .filter(({ language }) => language !== "" && !isSet.has(`lang:${language}`))
    .map(({ language, count }) => entry(t.format.language(language), count, withLanguage(wish, language)));
  const all: Facet[] = [
    { kind: "state", entries: wish.state === "all" ? byState : [] },
    { kind: "group", entries: wish.group === null && byGroup.length > 1 ? byGroup : [] },
    { kind: "tags", entries: byTag },
    { kind: "language", entries: byLanguage.length > 1 ? byLanguage : [] },
  ];
  return all
    .map(({ kind, entries }) => ({ kind, entries: entries.filter(({ count }) => count > 0).slice(0, mostChoices) }))
    .filter(({ entries }) => entries.length > 0);
}

/** What narrows the search, as chips. */
export function setFilters(
  wish: SearchWish,
  groups: readonly GroupRef[],
  paths: CommunityPaths,
  t: Messages,
): SetFilter[] {
  return narrowings(wish).map((one) => ({ label: labelOf(one, groups, t), href: addressOfWish(paths, one.rest) }));
}

function labelOf({ kind, value, minus }: Narrowing, groups: readonly GroupRef[], t: Messages): string {
  const { state, search } = t;
  switch (kind) {
    case "group":
      return groups.find(({ slug }) => slug === value)?.name ?? value;
    case "is":
      if (value === "open") return search.open;
      return value === "waiting" || value === "answered" || value === "solved" ? state[value] : value;
    case "tag":
      return minus ? search.withoutTag(value) : `#${value}`;
    case "by":
      return search.by(value);
    case "without":
      return search.without(value);
    case "lang":
      return t.format.language(value);
    default:
      return `${kind}:${value}`;
  }
}
