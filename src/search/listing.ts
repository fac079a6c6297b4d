import { tagTerm } from "./analyse.ts";
import type { FieldedIndex } from "./fielded-index.ts";
import type { Admits, Wanted } from "./filter.ts";
import type { Retriever } from "./retrieve.ts";

/** What a query without words asks for. */
interface Filters {
  readonly wanted?: Wanted;
  readonly tags?: readonly string[];
  readonly withoutTags?: readonly string[];
}

/** All documents that filters alone admit, newest first. A query that asks for nothing gets nothing. */
export function listed(index: FieldedIndex, retriever: Retriever, filters: Filters, admits: Admits): number[] {
  const { wanted = {}, tags = [], withoutTags = [] } = filters;
  const asks = Object.entries(wanted).some(([name, value]) => name !== "exclude" && value !== undefined);
  if (!asks && tags.length + withoutTags.length === 0) return [];
  const { columns, dictionary } = index;
  const found: number[] = [];
  if (tags.length > 0) {
    const term = dictionary.find(tagTerm(tags[0] as string));
    // The postings of one tag are all that need looking at; the rest of the tags is in `admits`.
    if (term >= 0) retriever.retrieve([{ term, weight: 1 }], 1, admits, (document) => found.push(document));
  } else {
    for (let document = 0; document < columns.count; document++) if (admits(document)) found.push(document);
  }
  return found.sort(
    (a, b) =>
      (columns.day[b] as number) - (columns.day[a] as number) ||
      (columns.key[b] as number) - (columns.key[a] as number),
  );
}
