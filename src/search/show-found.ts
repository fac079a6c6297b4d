import type { Database } from "../store/index.ts";
import type { SearchHit } from "./engine.ts";
import { excerptOf } from "./excerpt.ts";
import { withoutMarks } from "./plain-text.ts";
import { readShown } from "./queries/index.ts";
import type { Found, Suggested } from "./search-door.ts";
import { languageOf } from "./searchable.ts";

/** Of each text so much is looked at for a snippet. */
const lettersRead = 3_000;

interface Place {
  readonly communityId: number;
  readonly locale: string;
}

/** The hits with what is shown of them, as the database holds it now: what was removed a moment ago is left out. */
export async function showFound(
  database: Database,
  { communityId, locale }: Place,
  hits: readonly SearchHit[],
  terms: readonly string[],
): Promise<Found[]> {
  return (await readHits(database, communityId, hits)).map(({ hit, row }) => ({
    questionId: hit.key,
    snippet: snippet(row.solution ?? row.body, terms, locale),
    score: hit.score,
  }));
}

/** Those of the hits that are solved now, with the confirmed answer that helped most. */
export async function showSolved(
  database: Database,
  { communityId, locale }: Place,
  hits: readonly SearchHit[],
  terms: readonly string[],
  probability: number | null,
): Promise<Suggested[]> {
  return (await readHits(database, communityId, hits)).flatMap(({ hit, row }) => {
    if (row.answerId === null || row.solution === null) return [];
    return [
      {
        questionId: hit.key,
        answerId: row.answerId,
        snippet: snippet(row.solution, terms, locale),
        score: hit.score,
        probability: hit === hits[0] ? probability : null,
      },
    ];
  });
}

async function readHits(database: Database, communityId: number, hits: readonly SearchHit[]) {
  if (hits.length === 0) return [];
  const keys = hits.map(({ key }) => key);
  const rows = new Map((await readShown(database, communityId, keys, lettersRead)).map((row) => [row.questionId, row]));
  return hits.flatMap((hit) => {
    const row = rows.get(hit.key);
    return row ? [{ hit, row }] : [];
  });
}

function snippet(markdown: string, terms: readonly string[], locale: string) {
  return excerptOf(withoutMarks(markdown), new Set(terms), languageOf(locale));
}
