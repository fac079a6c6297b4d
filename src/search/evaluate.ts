import { probabilityOf } from "./decision.ts";
import { type DecisionEvaluation, type DecisionForecast, evaluateDecisions } from "./evaluate-decision.ts";
import { foldsOf } from "./evaluation-folds.ts";
import type { CorpusLine, LinkLine, QueryLine } from "./evaluation-lines.ts";
import { FieldedIndex } from "./fielded-index.ts";
import { everything } from "./filter.ts";
import { learn } from "./learn.ts";
import type { LearnProgress } from "./learn-vectors.ts";
import { askedFromText } from "./query-terms.ts";
import { type LearnedModel, Ranking } from "./ranking.ts";

/** What `kith evaluate search` prints. Shares lie in [0, 1]; mrr and map look at the whole ranked list. */
export interface SearchEvaluation {
  readonly n: number;
  readonly p1: number;
  readonly mrr: number;
  readonly map: number;
  readonly recall10: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly buildSeconds: number;
  readonly learnSeconds: number;
  readonly indexMB: number;
  readonly documents: number;
  /** "cold" without links, or where learning from them did not help on links held back: BM25 alone. */
  readonly ranking: "cold" | "learned";
  /** In how many folds what was learned ranks; in the others it was no better than the cold start. */
  readonly learnedFolds: number;
  /** Links that were left out because they hold a query's own answer; with many, queries and links are cross-fitted. */
  readonly linksLeftOut: number;
  readonly folds: number;
  /** Null where nothing was learned from. */
  readonly decision: DecisionEvaluation | null;
}

interface Tally {
  p1: number;
  mrr: number;
  map: number;
  recall10: number;
  n: number;
  readonly times: number[];
  readonly forecasts: DecisionForecast[];
  threshold: number;
  share: number;
}

/** Lines that say which terms are frequent. */
const PRIMED = 2000;

/** Builds an index of the corpus, learns from the links, asks the queries, and measures. */
export function evaluateSearch(
  corpus: readonly CorpusLine[],
  queries: readonly QueryLine[],
  links: readonly LinkLine[],
  settings: {
    readonly language?: string;
    readonly seed?: number;
    readonly onProgress?: (at: LearnProgress) => void;
  } = {},
): SearchEvaluation {
  const language = settings.language ?? "en";
  const keyOf = new Map(corpus.map(({ id }, at) => [id, at + 1]));
  const started = performance.now();
  const index = new FieldedIndex();
  const documentOf = (line: CorpusLine) => ({ ...line, key: keyOf.get(line.id) as number, language });
  index.columns.reserve(corpus.length);
  index.prime(corpus.slice(0, PRIMED).map(documentOf));
  for (const line of corpus) index.put(documentOf(line), true);
  index.sealAll();
  const buildSeconds = (performance.now() - started) / 1000;
  const tally: Tally = { p1: 0, mrr: 0, map: 0, recall10: 0, n: 0, times: [], forecasts: [], threshold: 1, share: 0.5 };
  const folds = foldsOf(queries, links);
  let learnSeconds = 0;
  let decides = false;
  let learned = 0;
  for (const fold of folds.parts) {
    const begun = performance.now();
    const clusters = fold.links.map(({ same }) => same.map((id) => keyOf.get(id) ?? -1));
    const work = learn(index, clusters, { seed: settings.seed ?? 1, vectors: {} });
    let model: LearnedModel | undefined;
    for (;;) {
      const step = work.next();
      if (step.done) {
        model = step.value;
        break;
      }
      settings.onProgress?.(step.value);
    }
    learnSeconds += (performance.now() - begun) / 1000;
    if (model) decides = true;
    if (model?.ranker) learned++;
    const ranking = new Ranking(index, model);
    for (const query of fold.queries) ask(ranking, query, keyOf, language, tally);
    tally.threshold = model?.decider.threshold ?? 1;
    tally.share = model?.decider.share ?? 0.5;
  }
  tally.times.sort((a, b) => a - b);
  const share = (sum: number): number => (tally.n > 0 ? sum / tally.n : 0);
  return {
    n: tally.n,
    p1: share(tally.p1),
    mrr: share(tally.mrr),
    map: share(tally.map),
    recall10: share(tally.recall10),
    p50Ms: quantile(tally.times, 0.5),
    p99Ms: quantile(tally.times, 0.99),
    buildSeconds,
    learnSeconds,
    indexMB: index.bytes() / 1e6,
    documents: index.size,
    ranking: learned > 0 ? "learned" : "cold",
    learnedFolds: learned,
    linksLeftOut: folds.leftOut,
    folds: folds.parts.length,
    decision: decides ? evaluateDecisions(tally.forecasts, tally.threshold, tally.share) : null,
  };
}

function ask(
  ranking: Ranking,
  query: QueryLine,
  keyOf: ReadonlyMap<string, number>,
  language: string,
  tally: Tally,
): void {
  const { index, model } = ranking;
  const keys = (ids: readonly string[] = []): number[] => ids.flatMap((id) => keyOf.get(id) ?? []);
  const exclude = new Set(keys(query.exclude));
  const relevant = new Set(keys(query.relevant).filter((key) => !exclude.has(key)));
  const only = query.candidates ? new Set(keys(query.candidates)) : undefined;
  const text = query.text ?? query.title ?? "";
  const started = performance.now();
  const asked = askedFromText(index, query.body ? { text, body: query.body } : { text }, language);
  const all = everything(index.columns, exclude);
  const admits = only ? (document: number) => only.has(index.columns.key[document] as number) && all(document) : all;
  const more = only
    ? [...only].map((key) => index.keys.get(key)).filter((document) => document >= 0 && all(document))
    : [];
  const ranked = ranking.rank(asked, admits, { more });
  const probability = model ? probabilityOf(model.decider, ranked) : 0;
  tally.times.push(performance.now() - started);
  const hits = ranked.candidates.map(({ document }) => relevant.has(index.columns.key[document] as number));
  if (relevant.size > 0) addRanking(tally, hits, relevant.size);
  if (!model) return;
  const answerable = relevant.size > 0;
  tally.forecasts.push({ score: probability, happened: hits[0] === true, answerable, made: false });
  if (!answerable) return;
  const without = ranking.rank(
    asked,
    (document) => admits(document) && !relevant.has(index.columns.key[document] as number),
  );
  tally.forecasts.push({
    score: probabilityOf(model.decider, without),
    happened: false,
    answerable: false,
    made: true,
  });
}

function addRanking(tally: Tally, hits: readonly boolean[], relevant: number): void {
  tally.n++;
  const first = hits.indexOf(true);
  if (first === 0) tally.p1++;
  if (first >= 0) tally.mrr += 1 / (first + 1);
  let found = 0;
  let early = 0;
  let precisions = 0;
  hits.forEach((hit, at) => {
    if (!hit) return;
    found++;
    precisions += found / (at + 1);
    if (at < 10) early++;
  });
  tally.map += precisions / relevant;
  tally.recall10 += early / relevant;
}

function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
