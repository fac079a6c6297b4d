import type { Database } from "../store/index.ts";
import { findQuestions, readLexemes } from "./queries/index.ts";
import { allOf, chooseLexemes, configurationFor, twoOf } from "./tsquery.ts";

/** What is looked for, and where. */
export interface SearchQuery {
  readonly communityId: number;
  /** The community's language tag. */
  readonly locale: string;
  readonly text: string;
  /** A group's slug. */
  readonly group?: string | undefined;
  readonly state?: "waiting" | "answered" | "solved" | undefined;
  readonly limit: number;
  readonly skip?: number;
}

interface FoundRow {
  readonly questionId: number;
}

/** Longer queries are cut: nobody types more, and programs that do get an answer in the same time. */
const longestText = 2_000;

/**
 * Questions that fit a text, best first: those with all its words, else those with two of them. A first version on PostgreSQL's own
 * text search; ranking that knows how rare a word is comes behind this same door.
 */
export async function searchQuestions(database: Database, query: SearchQuery): Promise<FoundRow[]> {
  const configuration = configurationFor(query.locale);
  const lexemes = chooseLexemes(await readLexemes(database, configuration, query.text.slice(0, longestText)));
  if (lexemes.length === 0) return [];
  const find = (tsquery: string, part: { limit: number; skip: number }) =>
    findQuestions(database, {
      communityId: query.communityId,
      query: tsquery,
      group: query.group ?? "",
      state: query.state ?? "",
      ...part,
    });
  const part = { limit: query.limit, skip: query.skip ?? 0 };
  let rows = await find(allOf(lexemes), part);
  // A later page is cut from the same list as the first.
  const isBroad =
    rows.length === 0 && (part.skip === 0 || (await find(allOf(lexemes), { limit: 1, skip: 0 })).length === 0);
  if (isBroad && lexemes.length > 1) rows = await find(twoOf(lexemes), part);
  return rows.map(({ questionId }) => ({ questionId }));
}
