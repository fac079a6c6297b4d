import { expectedCalibrationError, type Forecast } from "../statistics/index.ts";
import { probabilityOf } from "./decision.ts";
import { foldsOf } from "./evaluation-folds.ts";
import type { CorpusLine, LinkLine, QueryLine } from "./evaluation-lines.ts";
import { FieldedIndex } from "./fielded-index.ts";
import { everything } from "./filter.ts";
import { type LearnProgress, learn } from "./learn.ts";
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
  /** "cold" without links: BM25 alone. */
  readonly ranking: "cold" | "learned";
  /** Links that were left out because they hold a query's own answer; with many, queries and links are cross-fitted. */
  readonly linksLeftOut: number;
  readonly folds: number;
  /** Null at a cold start. */
  readonly decision: DecisionEvaluation | null;
}

/**
 * How well "this is solved" can be trusted. Every query is put twice, as it is and with its answers taken away, unless the
 * queries hold unanswerable ones of their own: then as they are.
 */
export interface DecisionEvaluation {
  readonly precision: number;
  /** Answered share of the answerable. */
  readonly answered: number;
  readonly ece: number;
  readonly threshold: number;
  readonly asked: number;
  /** The same over the queries as they are, without those made unanswerable. */
  readonly asGiven: { readonly precision: number; readonly answered: number; readonly ece: number };
}

interface Measured {
  readonly precision: number;
  readonly answered: number;
  readonly ece: number;
}

interface Tally {
  p1: number;
  mrr: number;
  map: number;
  recall10: number;
  n: number;
  readonly times: number[];
  readonly forecasts: (Forecast & { readonly answerable: boolean; readonly made: boolean })[];
  threshold: number;
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
  const tally: Tally = { p1: 0, mrr: 0, map: 0, recall10: 0, n: 0, times: [], forecasts: [], threshold: 1 };
  const folds = foldsOf(queries, links);
  let learnSeconds = 0;
  let learned = false;
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
    if (model) learned = true;
    const ranking = new Ranking(index, model);
    for (const query of fold.queries) ask(ranking, query, keyOf, language, tally);
    tally.threshold = model?.decider.threshold ?? 1;
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
    ranking: learned ? "learned" : "cold",
    linksLeftOut: folds.leftOut,
    folds: folds.parts.length,
    decision: learned ? decisionOf(tally) : null,
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
  const ranked = ranking.rank(asked, admits, more);
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

function decisionOf({ forecasts, threshold }: Tally): DecisionEvaluation {
  const given = forecasts.filter(({ made }) => !made);
  const own = given.some(({ answerable }) => !answerable);
  const measured = measure(own ? given : forecasts, threshold);
  return { ...measured, threshold, asked: own ? given.length : forecasts.length, asGiven: measure(given, threshold) };
}

function measure(forecasts: Tally["forecasts"], threshold: number): Measured {
  const answered = forecasts.filter(({ score }) => score >= threshold);
  const answerable = forecasts.filter((one) => one.answerable);
  return {
    precision: answered.length > 0 ? answered.filter(({ happened }) => happened).length / answered.length : 0,
    answered: answerable.length > 0 ? answered.filter((one) => one.answerable).length / answerable.length : 0,
    ece: expectedCalibrationError(forecasts),
  };
}

function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
