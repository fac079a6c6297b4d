import { type Random, shuffle } from "../statistics/index.ts";
import { isWordTerm } from "./analyse.ts";
import { ANSWERS, BODY, TITLE } from "./document.ts";
import type { FieldedIndex } from "./fielded-index.ts";
import { everything } from "./filter.ts";
import { type Asked, askedFromDocument, informativeTerms } from "./query-terms.ts";
import type { Ranking } from "./ranking.ts";
import type { TrainingPair } from "./vector-settings.ts";

/** One question of the past: what was asked, and which documents answer it. */
export interface Lesson {
  /** Key of the document that is the question, which must not find itself. */
  readonly own: number;
  readonly asked: Asked;
  /** Keys. */
  readonly relevant: ReadonlySet<number>;
}

/** The terms that vectors are learned for. */
export interface Vocabulary {
  readonly terms: readonly string[];
  /** Where each starts: its rarity, and little for stop words. */
  readonly scales: readonly number[];
  /** Row by term number of the index, -1 for none. */
  readonly rows: Int32Array;
}

/** Terms of fewer documents keep no vector: nothing could be learned about them. */
const FEWEST_DOCUMENTS = 2;
const MOST_TERMS = 200_000;
/** Words of one text that vectors learn from. */
const MOST_WORDS = 100;
/** Pairs taken from one cluster, for each of its documents. */
const PAIRS_A_MEMBER = 2;
/** BM25's best documents outside the cluster that serve as mistakes, the first two left out: they are often right, too. */
const MISTAKES_FROM = 2;
const MISTAKES_TO = 12;
/** Titles with their own texts that are learned from at most. */
const MOST_TEXT_PAIRS = 20_000;
/** Words from which on a text is split in halves that are learned from. */
const FEWEST_HALVED = 20;

export function vocabularyOf(ranking: Ranking): Vocabulary {
  const { dictionary } = ranking.index;
  const stops = ranking.stopsOf("en");
  const candidates: number[] = [];
  for (let term = 0; term < dictionary.size; term++) {
    if (dictionary.documents(term) >= FEWEST_DOCUMENTS && isWordTerm(dictionary.term(term))) candidates.push(term);
  }
  if (candidates.length > MOST_TERMS) {
    candidates.sort((a, b) => dictionary.documents(b) - dictionary.documents(a)).length = MOST_TERMS;
  }
  const rows = new Int32Array(dictionary.size).fill(-1);
  candidates.forEach((term, row) => {
    rows[term] = row;
  });
  return {
    terms: candidates.map((term) => dictionary.term(term)),
    scales: candidates.map((term) => (stops.has(term) ? 0.3 : ranking.rarities.of(term))),
    rows,
  };
}

/** Every two members of the cluster (up to a number), with texts that BM25 mistakes for them. */
export function pairsOf(ranking: Ranking, keys: readonly number[], rows: Int32Array): TrainingPair[] {
  const { index, retriever } = ranking;
  const asked = askedFromDocument(index, index.keys.get(keys[0] as number));
  const terms = informativeTerms(retriever, asked, ranking.stopsOf(asked.language).has);
  const found = retriever.retrieve(terms, MISTAKES_TO, everything(index.columns, new Set(keys)));
  const mistaken = found.slice(MISTAKES_FROM).map(({ document }) => rowsOf(index, document, rows));
  const pairs: TrainingPair[] = [];
  const most = keys.length * PAIRS_A_MEMBER;
  for (let one = 0; one < keys.length; one++) {
    for (let other = one + 1; other < keys.length && pairs.length < most; other++) {
      pairs.push({
        one: rowsOf(index, index.keys.get(keys[one] as number), rows),
        other: rowsOf(index, index.keys.get(keys[other] as number), rows),
        mistaken,
      });
    }
  }
  return pairs;
}

/** Titles with their own bodies and answers, and beginnings with ends: they mean the same, too, and cost nobody a link. */
export function textPairs(index: FieldedIndex, rows: Int32Array): TrainingPair[] {
  const pairs: TrainingPair[] = [];
  const stride = Math.max(1, Math.floor(index.columns.count / MOST_TEXT_PAIRS));
  for (let document = 0; document < index.columns.count; document += stride) {
    if (index.columns.alive[document] !== 1) continue;
    const fields = index.forward.read(index.columns.forward[document] as number);
    const title = known(fields[TITLE] ?? [], rows);
    const text = known([...(fields[BODY] ?? []), ...(fields[ANSWERS] ?? [])], rows);
    if (title.length > 1 && text.length > 3) pairs.push({ one: title, other: text });
    if (text.length < FEWEST_HALVED) continue;
    const middle = text.length >> 1;
    pairs.push({ one: [...title, ...text.slice(0, middle)], other: text.slice(middle) });
  }
  return pairs;
}

function rowsOf(index: FieldedIndex, document: number, rows: Int32Array): number[] {
  const fields = index.forward.read(index.columns.forward[document] as number);
  return known([...(fields[TITLE] ?? []), ...(fields[BODY] ?? [])], rows);
}

function known(terms: readonly number[], rows: Int32Array): number[] {
  const found: number[] = [];
  for (const term of terms) {
    const row = rows[term] ?? -1;
    if (row >= 0) found.push(row);
    if (found.length >= MOST_WORDS) break;
  }
  return found;
}

/** Up to `most` members of the cluster, drawn at random, each ask for the others. */
export function lessonsOf(index: FieldedIndex, keys: readonly number[], random: Random, most: number): Lesson[] {
  return shuffle([...keys], random)
    .slice(0, most)
    .map((own) => ({
      own,
      asked: askedFromDocument(index, index.keys.get(own)),
      relevant: new Set(keys.filter((key) => key !== own)),
    }));
}
