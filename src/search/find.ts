import type { Database } from "../store/index.ts";
import { findQuestions, readLexemes, readSolutions } from "./queries.ts";
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

export interface Found {
  readonly questionId: number;
  /** Plain text of the solution, or of the question where nothing solved it yet; about 200 characters. */
  readonly snippet: string;
}

/** Longer queries are cut: nobody types more, and programs that do get an answer in the same time. */
const longestText = 2_000;

/**
 * Questions that fit a text, best first: those with all its words, else those with two of them. A first version on PostgreSQL's own
 * text search; ranking that knows how rare a word is comes behind this same door.
 */
export async function searchQuestions(database: Database, query: SearchQuery): Promise<Found[]> {
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
  return rows.map(({ questionId, snippet }) => ({ questionId, snippet: plainText(snippet) }));
}

/** A solved question that may answer what somebody is typing. */
export interface Suggested extends Found {
  readonly answerId: number;
}

/** Solved answers that fit what is being typed, best first; 5 at most. */
export async function suggestAnswers(
  database: Database,
  typed: { readonly communityId: number; readonly locale: string; readonly text: string },
): Promise<Suggested[]> {
  const found = await searchQuestions(database, { ...typed, state: "solved", limit: 5 });
  if (found.length === 0) return [];
  const solved = await readSolutions(
    database,
    typed.communityId,
    found.map(({ questionId }) => questionId),
  );
  const byQuestion = new Map(solved.map((row) => [row.questionId, row]));
  return found.flatMap(({ questionId }) => {
    const solution = byQuestion.get(questionId);
    return solution ? [{ questionId, answerId: solution.answerId, snippet: plainText(solution.body) }] : [];
  });
}

/** Markdown without its marks, cut at a word near 200 characters. */
export function plainText(markdown: string): string {
  const text = markdown
    .replace(/```[\s\S]*?(```|$)/g, " ")
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replace(/^[ \t>#]+/gm, "")
    .replace(/[*_`~]+/g, "")
    .replace(/\|/g, " ")
    .replace(/\s+/g, " ")
    .trim();
  if (text.length <= 200) return text;
  const cut = text.slice(0, 200).toWellFormed();
  return `${cut.slice(0, Math.max(cut.lastIndexOf(" "), 120))} \u2026`;
}
