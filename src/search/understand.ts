import type { Database } from "../store/index.ts";
import { tokenize } from "../text/index.ts";
import type { Wanted } from "./filter.ts";
import type { ParsedQuery } from "./parse-query.ts";
import { readGroupIds, readMemberIds } from "./queries/index.ts";
import type { FindRequest } from "./search-door.ts";
import type { IndexRequest } from "./search-messages.ts";
import { languageOf } from "./searchable.ts";

/**
 * What a search means to the index: names of groups and members become numbers. Null where nothing can match: nothing was asked,
 * or a name that nobody has.
 */
export async function understand(
  database: Database,
  request: FindRequest,
  parsed: ParsedQuery,
): Promise<IndexRequest | null> {
  const { communityId, state } = request;
  if (parsed.words === "" && parsed.tags.length === 0) return null;
  const slugs = [...parsed.groups, ...(request.group ? [request.group] : [])];
  const groups = slugs.length > 0 ? await readGroupIds(database, communityId, slugs) : null;
  const authors = parsed.by.length > 0 ? await readMemberIds(database, communityId, parsed.by) : null;
  if (groups?.length === 0 || authors?.length === 0) return null;
  const solved = state === undefined ? parsed.solved : state === "solved";
  const wanted: Wanted = {
    ...(groups ? { groups: new Set(groups) } : {}),
    ...(authors ? { authors: new Set(authors) } : {}),
    ...(solved === undefined ? {} : { solved }),
    ...(request.fromDay === undefined ? {} : { fromDay: request.fromDay }),
    ...(request.toDay === undefined ? {} : { toDay: request.toDay }),
  };
  const language = languageOf(request.locale);
  return {
    query: { text: parsed.words },
    language,
    reader: { audiences: request.audiences ?? new Set() },
    wanted,
    phrases: parsed.phrases.map((phrase) => telling(phrase, language)),
    without: parsed.without.map((phrase) => telling(phrase, language)),
    tags: parsed.tags,
    withoutTags: parsed.withoutTags,
    limit: request.limit + 1,
    offset: request.skip ?? 0,
    facets: request.facets ?? false,
    waiting: state === "waiting" ? true : state === "answered" ? false : undefined,
  };
}

/** A phrase without its stop words, which do not count: an index that never met one of them could not know it for one. */
function telling(phrase: string, language: string): string {
  const words = tokenize(phrase, language);
  const kept = words.filter(({ stop }) => !stop);
  if (kept.length === 0 || kept.length === words.length) return phrase;
  return kept.map(({ start, end }) => phrase.slice(start, end)).join(" ");
}
