import { tagOfTerm } from "./analyse.ts";
import { languageCode } from "./columns.ts";
import { DocumentTags } from "./document-tags.ts";
import type { FieldedIndex } from "./fielded-index.ts";
import { Tally } from "./tally.ts";

/** Counts over everything that matches and that the reader may see, best filled first. */
export interface Facets {
  readonly matches: number;
  readonly groups: readonly { readonly group: number; readonly count: number }[];
  readonly tags: readonly { readonly tag: string; readonly count: number }[];
  readonly languages: readonly { readonly language: string; readonly count: number }[];
  readonly solved: number;
  /** Those that nobody has answered. */
  readonly waiting: number;
}

const MOST_FACETS = 20;

/** Counts facets over the documents of one search after the other. */
export class FacetCounts {
  readonly #index: FieldedIndex;
  readonly #documentTags: DocumentTags;
  readonly #tags = new Tally();
  readonly #languages = new Tally();
  readonly #groups = new Tally();
  /** Groups by their place in the tally, and the other way round: their ids may be large. */
  readonly #groupIds: number[] = [];
  readonly #groupPlaces = new Map<number, number>();
  #matches = 0;
  #solved = 0;
  #waiting = 0;

  constructor(index: FieldedIndex) {
    this.#index = index;
    this.#documentTags = new DocumentTags(index);
  }

  /** What counts the documents of a search, one by one. `unanswered` are keys of questions that nobody has answered. */
  counting(unanswered: ReadonlySet<number> | undefined): (document: number) => void {
    this.take();
    const { columns } = this.#index;
    const { key, group, language } = columns;
    return (document) => {
      this.#matches++;
      if (columns.solved(document)) this.#solved++;
      else if (unanswered?.has(key[document] as number)) this.#waiting++;
      this.#languages.add(language[document] as number);
      this.#groups.add(this.#placeOf(group[document] as number));
      this.#documentTags.count(document, this.#tags);
    };
  }

  /** What was counted; begins anew. */
  take(): Facets {
    const { dictionary } = this.#index;
    const counted: Facets = {
      matches: this.#matches,
      solved: this.#solved,
      waiting: this.#waiting,
      languages: this.#languages
        .take(MOST_FACETS)
        .map(([language, count]) => ({ language: languageCode(language), count })),
      groups: this.#groups
        .take(MOST_FACETS)
        .map(([place, count]) => ({ group: this.#groupIds[place] as number, count })),
      tags: this.#tags
        .take(MOST_FACETS)
        .map(([term, count]) => ({ tag: tagOfTerm(dictionary.term(term)) ?? "", count })),
    };
    this.#matches = 0;
    this.#solved = 0;
    this.#waiting = 0;
    return counted;
  }

  #placeOf(group: number): number {
    const known = this.#groupPlaces.get(group);
    if (known !== undefined) return known;
    const place = this.#groupIds.push(group) - 1;
    this.#groupPlaces.set(group, place);
    return place;
  }
}
