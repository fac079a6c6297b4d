import type { Database } from "../store/index.ts";
import { languageOfLocale } from "../text/index.ts";
import type { Wanted } from "./filter.ts";
import { type ParsedQuery, parseQuery } from "./parse-query.ts";
import { readGroupsNamed, readMembersNamed } from "./queries/index.ts";
import type { FindRequest, UnknownNames } from "./search-door.ts";
import type { IndexRequest } from "./search-messages.ts";
import { liftChoices } from "./typed-query.ts";

/** What a search means to the index; no request where nothing can match: nothing was asked, or a name that nobody has. */
interface Understood {
  readonly request: IndexRequest | null;
  readonly unknown: UnknownNames;
}

const allKnown: UnknownNames = { groups: [], people: [] };

/** Turns names of groups and members into numbers, and says which of them nobody has. */
export async function understand(database: Database, request: FindRequest, parsed: ParsedQuery): Promise<Understood> {
  const { communityId } = request;
  const lifted = liftChoices(request.text);
  const state = lifted.state ?? request.state;
  const slugs = [...parsed.groups, ...(request.group ? [request.group.toLowerCase()] : [])];
  const words = lifted.state === null ? parsed.words : parseQuery(lifted.text).words;
  const languages = parsed.languages.length === 0 && request.language ? [request.language] : parsed.languages;
  const lists = [slugs, parsed.by, parsed.tags, parsed.withoutTags, languages];
  const fromDay = parsed.fromDay ?? request.fromDay;
  const toDay = parsed.toDay ?? request.toDay;
  const facts = [state, parsed.solved, fromDay, toDay];
  const asksNothing = lists.every(({ length }) => length === 0) && facts.every((fact) => fact === undefined);
  if (words === "" && asksNothing) return { request: null, unknown: allKnown };
  const [groups, authors] = await Promise.all([
    slugs.length > 0 ? readGroupsNamed(database, communityId, slugs) : null,
    parsed.by.length > 0 ? readMembersNamed(database, communityId, parsed.by) : null,
  ]);
  const isUnknown = (rows: typeof groups) => (name: string) => !rows?.some(({ names }) => names.includes(name));
  const unknown = { groups: slugs.filter(isUnknown(groups)), people: parsed.by.filter(isUnknown(authors)) };
  if (unknown.groups.length + unknown.people.length > 0) return { request: null, unknown };
  const solved = state === undefined ? parsed.solved : state === "solved";
  const wanted: Wanted = {
    ...(groups ? { groups: new Set(groups.map(({ id }) => id)) } : {}),
    ...(authors ? { authors: new Set(authors.map(({ id }) => id)) } : {}),
    ...(solved === undefined ? {} : { solved }),
    ...(languages.length === 0 ? {} : { languages }),
    ...(fromDay === undefined ? {} : { fromDay }),
    ...(toDay === undefined ? {} : { toDay }),
  };
  const language = languageOfLocale(request.locale);
  const asked: IndexRequest = {
    query: { text: words },
    language,
    reader: { audiences: request.audiences ?? new Set() },
    wanted,
    phrases: parsed.phrases,
    without: parsed.without,
    tags: parsed.tags,
    withoutTags: parsed.withoutTags,
    limit: request.limit + 1,
    offset: request.skip ?? 0,
    facets: request.facets ?? false,
    waiting: state === "waiting" ? true : state === "answered" ? false : undefined,
  };
  return { request: asked, unknown };
}
