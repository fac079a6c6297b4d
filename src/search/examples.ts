import { decisionRow, type Outcome } from "./decision.ts";
import { everything } from "./filter.ts";
import type { Lesson } from "./lessons.ts";
import type { RankedCandidates } from "./ranked-candidates.ts";
import { type Ranker, type RankingExample, trainRanker } from "./ranker.ts";
import { coldRanker, coldRankerFor, inOrder, type Ranking, startOfLong } from "./ranking.ts";

/** From so many lessons on, the re-ranker gets soft steps beside its linear part. */
const ENOUGH_FOR_STEPS = 2000;
const STEPS = 16;
/** With fewer lessons the linear part moves less: a hundred lessons would follow chance. */
const ENOUGH_TO_MOVE = 800;

/** What the likeness of an embedding service weighs before any lesson. */
const startOfLikeness = 4;

/** What one lesson looks like with its answers in the index, and without them. */
export interface Example {
  readonly asked: RankedCandidates;
  readonly unanswerable: RankedCandidates;
  /** Keys of the right answers. */
  readonly relevant: ReadonlySet<number>;
  readonly relevantRows: Uint8Array;
  /** Key of the document that asks. */
  readonly own: number;
  /** A key of its cluster, which is in no other. */
  readonly cluster: number;
  /** Asked with a body. */
  readonly long: boolean;
}

export function exampleOf(ranking: Ranking, lesson: Lesson, cluster: number): Example {
  const { columns } = ranking.index;
  const { asked: question, own, relevant } = lesson;
  const asked = ranking.candidates(question, everything(columns, new Set([own])));
  const without = everything(columns, new Set([own, ...relevant]));
  return {
    asked,
    unanswerable: ranking.candidates(question, without),
    relevant,
    cluster,
    own,
    long: question.body.length > 0,
    relevantRows: Uint8Array.from(asked.candidates, ({ document }) =>
      relevant.has(columns.key[document] as number) ? 1 : 0,
    ),
  };
}

/** Trains the re-ranker; with few lessons it stays linear and near its start. */
export function rankerFrom(examples: readonly Example[], seed: number): Ranker {
  const lists: RankingExample[] = examples.map(({ asked, relevantRows }) => ({
    rows: asked.rows,
    relevant: relevantRows,
  }));
  const many = examples.length >= ENOUGH_FOR_STEPS;
  const long = examples.filter(({ long: one }) => one).length > examples.length / 2;
  const own = [...(long ? startOfLong : coldRanker).weights];
  const start = examples.some(({ asked }) => asked.width > own.length) ? [...own, startOfLikeness] : own;
  return trainRanker(lists, start, {
    hidden: many ? STEPS : 0,
    epochs: many ? 20 : 30,
    learningRate: many ? 0.1 : 0.02 * Math.min(1, examples.length / ENOUGH_TO_MOVE),
    decay: many ? 1e-4 : 0.1,
    seed,
  });
}

/** A lesson's two decisions, by a learned ranker or the cold start's: about the question as it is, and as if nobody had answered it. */
export function outcomesOf(example: Example, learned: Ranker | undefined): Outcome[] {
  const ranker = learned ?? coldRankerFor(example.long);
  const asked = inOrder(example.asked, ranker);
  const first = asked.candidates[0];
  const right = first !== undefined && example.relevantRows[example.asked.candidates.indexOf(first)] === 1;
  return [
    { row: decisionRow(asked), right },
    { row: decisionRow(inOrder(example.unanswerable, ranker)), right: false },
  ];
}
