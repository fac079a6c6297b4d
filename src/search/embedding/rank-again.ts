import type { Database } from "../../store/index.ts";
import { decide } from "../decision.ts";
import type { SearchAnswer, SearchHit } from "../engine.ts";
import { readQuestionPlaces } from "../queries/index.ts";
import { type EmbeddedModel, inOrder } from "../ranking.ts";
import type { IndexRequest } from "../search-messages.ts";
import { withLikeness } from "./likeness.ts";
import type { QueryPlaces } from "./query-places.ts";
import { sentOfPhrase } from "./what-is-sent.ts";

/** All that an index ranks. */
const mostRanked = 300;

/** A search whose candidates are put in order once more, with what the service says of them. */
export interface RankingAgain {
  /** What to ask the index for. */
  readonly request: IndexRequest;
  /** The page that was wanted; as the index ranked it where the service is too late, or knows too little. Never fails. */
  finish(found: SearchAnswer): Promise<SearchAnswer>;
}

/** Asks the service at once, so that it thinks while the index looks. */
export function rankAgain(
  { database, places, embedded }: { database: Database; places: QueryPlaces; embedded: EmbeddedModel },
  communityId: number,
  request: IndexRequest,
  withinMs: number,
): RankingAgain {
  const { limit = 20, offset = 0 } = request;
  const coming = places.of(sentOfPhrase(request.query.text, request.language), withinMs);
  const page = (hits: readonly SearchHit[]) =>
    hits.slice(offset, offset + limit).map(({ key, score }) => ({ key, score }));

  async function ranked(found: SearchAnswer): Promise<SearchAnswer | null> {
    const asked = await coming;
    const { hits } = found;
    const rows = hits.flatMap(({ row }) => row ?? []);
    const width = rows[0]?.length;
    if (!asked || width === undefined || rows.length < hits.length) return null;
    const keys = hits.map(({ key }) => key);
    const known = await readQuestionPlaces(database, { communityId, model: embedded.model, ids: keys });
    const flat = new Float32Array(width * rows.length);
    for (const [at, row] of rows.entries()) flat.set(row, at * width);
    const candidates = hits.map(({ score }, document) => ({ document, score }));
    const before = { candidates, scores: hits.map(({ score }) => score), rows: flat, width };
    const wider = withLikeness(before, asked, (at) => known.get(keys[at] ?? 0));
    if (!wider) return null;
    const sorted = inOrder(wider, embedded.ranker);
    const sortedHits = sorted.candidates.map(({ document }, at) => {
      return { key: keys[document] as number, score: sorted.scores[at] as number };
    });
    const decision = decide(embedded.decider, sorted, request.threshold);
    return { ...found, hits: page(sortedHits), decision, ranking: "learned" };
  }

  return {
    request: { ...request, limit: mostRanked, offset: 0, rows: true },
    async finish(found) {
      const again = await ranked(found).catch(() => null);
      return again ?? { ...found, hits: page(found.hits) };
    },
  };
}
