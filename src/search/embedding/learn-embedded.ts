import { type Outcome, trainDecider } from "../decision.ts";
import { type Example, outcomesOf, rankerFrom } from "../examples.ts";
import { comparisonsOf, learningHelps } from "../gate.ts";
import type { Ranker } from "../ranker.ts";
import type { EmbeddedModel } from "../ranking.ts";
import { type Place, withLikeness } from "./likeness.ts";

/** Where an embedding service puts what a learning learns from. */
export interface Places {
  /** The service's model. */
  readonly model: string;
  /** How many are known. */
  readonly count: number;
  /** Of a lesson's words, by its key. */
  asked(key: number): Place | undefined;
  /** Of a document, by its number in the index. */
  found(document: number): Place | undefined;
}

/** Lessons to learn from and others to compare on, with what ranks those without the service. */
interface Round {
  readonly taught: readonly Example[];
  readonly held: readonly Example[];
  readonly before: Ranker | undefined;
}

/**
 * Learns a re-ranker and a decision with the likeness of an embedding service as one more feature, and keeps them only where they beat what
 * ranks without it on lessons that neither has seen. Undefined where they do not, or where too little is known of the texts.
 */
export function learnEmbedded(rounds: readonly Round[], places: Places, seed: number): EmbeddedModel | undefined {
  const tried = rounds.map(({ taught, held, before }) => {
    const own = { taught: placed(taught, places), held: placed(held, places) };
    const ranker = rankerFrom(own.taught, seed);
    return { ...own, ranker, comparisons: comparisonsOf(own.held, ranker, before) };
  });
  if (!learningHelps(tried.flatMap(({ comparisons }) => comparisons))) return undefined;
  const outcomes = tried.flatMap(({ held, ranker }) => held.flatMap((one): Outcome[] => outcomesOf(one, ranker)));
  const [only] = tried;
  if (tried.length === 1 && only) {
    const learned = only.taught.flatMap((one) => outcomesOf(one, only.ranker));
    return { model: places.model, ranker: only.ranker, decider: trainDecider(learned, outcomes, seed) };
  }
  // Two outcomes of a lesson follow each other, and stay together.
  const half = outcomes.filter((_one, at) => at % 4 < 2);
  const rest = outcomes.filter((_one, at) => at % 4 >= 2);
  const all = tried.flatMap(({ held }) => held);
  return { model: places.model, ranker: rankerFrom(all, seed), decider: trainDecider(half, rest, seed) };
}

/** Lessons of which enough is known, with the feature. */
function placed(examples: readonly Example[], places: Places): Example[] {
  return examples.flatMap((example) => {
    const own = places.asked(example.own);
    if (!own) return [];
    const add = (found: Example["asked"]) =>
      withLikeness(found, own, (at) => places.found(found.candidates[at]?.document ?? -1));
    const [asked, unanswerable] = [add(example.asked), add(example.unanswerable)];
    return asked && unanswerable ? [{ ...example, asked, unanswerable }] : [];
  });
}
