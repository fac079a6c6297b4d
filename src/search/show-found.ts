import type { Database } from "../store/index.ts";
import type { SearchHit } from "./engine.ts";
import { excerptOf } from "./excerpt.ts";
import { withoutMarks } from "./plain-text.ts";
import { readShown, type ShownRow } from "./queries/index.ts";
import type { Found, Solution, Suggested } from "./search-door.ts";
import { snippetOf } from "./snippet.ts";
import { type Sought, soughtIn } from "./sought.ts";

interface Place {
  readonly communityId: number;
}

/** What is shown, with the probability from which on the best one's group says that it is solved. */
interface Shown<One> {
  readonly found: One[];
  readonly solvedFrom: number | null;
}

/** The hits with what is shown of them, as the database holds it now: what was removed a moment ago is left out. */
export async function showFound(
  database: Database,
  { communityId }: Place,
  hits: readonly SearchHit[],
  terms: readonly string[],
): Promise<Shown<Found>> {
  const rows = await readHits(database, communityId, hits);
  const sought = soughtIn(terms);
  return {
    found: rows.map(({ hit, row }) => show(hit, row, sought(row.language), false)),
    solvedFrom: solvedFromOf(hits, rows),
  };
}

/** Those of the hits that are solved now, with the confirmed answer that helped most. */
export async function showSolved(
  database: Database,
  { communityId }: Place,
  hits: readonly SearchHit[],
  terms: readonly string[],
  probability: number | null,
): Promise<Shown<Suggested>> {
  const rows = await readHits(database, communityId, hits);
  const sought = soughtIn(terms);
  const found = rows.flatMap(({ hit, row }) => {
    const { solution, ...shown } = show(hit, row, sought(row.language), true);
    if (!solution) return [];
    const { answerId } = solution;
    return [{ ...shown, solution, answerId, probability: hit === hits[0] ? probability : null }];
  });
  return { found, solvedFrom: solvedFromOf(hits, rows) };
}

/** What the group of the best hit says about when something is solved. */
function solvedFromOf(hits: readonly SearchHit[], rows: readonly { hit: SearchHit; row: ShownRow }[]): number | null {
  const [first] = rows;
  return first && first.hit === hits[0] ? first.row.solvedFrom : null;
}

async function readHits(database: Database, communityId: number, hits: readonly SearchHit[]) {
  if (hits.length === 0) return [];
  const keys = hits.map(({ key }) => key);
  const rows = new Map((await readShown(database, communityId, keys)).map((row) => [row.questionId, row]));
  return hits.flatMap((hit) => {
    const row = rows.get(hit.key);
    return row ? [{ hit, row }] : [];
  });
}

function show(hit: SearchHit, row: ShownRow, sought: Sought, answerOnly: boolean): Found {
  return {
    questionId: hit.key,
    title: snippetOf(row.title, sought, Math.max(1, 2 * row.title.length)),
    tags: row.tags,
    ...bestPassage(row, sought, answerOnly),
    solution: solutionOf(row),
    score: hit.score,
  };
}

/** What solved it comes first; the question itself where only that has the words. */
function bestPassage(
  { solution, body, language, solutionLanguage }: ShownRow,
  sought: Sought,
  answerOnly: boolean,
): Pick<Found, "snippet" | "snippetOf" | "snippetLanguage"> {
  // All texts of a question are found by the question's language, so their words are marked by it.
  const read = (markdown: string) => excerptOf(withoutMarks(markdown), sought);
  const ofQuestion = () => ({ snippet: read(body), snippetOf: "question", snippetLanguage: language }) as const;
  if (solution === null) return ofQuestion();
  const answer = read(solution);
  if (!answerOnly && answer.marks.length === 0) {
    const question = ofQuestion();
    if (question.snippet.marks.length > 0) return question;
  }
  return { snippet: answer, snippetOf: "answer", snippetLanguage: solutionLanguage ?? language };
}

function solutionOf({ answerId, solverId, solverName, solverStaff }: ShownRow): Solution | null {
  if (answerId === null || solverId === null) return null;
  return { answerId, by: { memberId: solverId, name: solverName ?? "", staff: solverStaff === true } };
}
