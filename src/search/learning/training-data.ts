import { createHash } from "node:crypto";
import type { Database } from "../../store/index.ts";
import type { SearchDocument } from "../document.ts";
import { FEATURES } from "../features.ts";
import { FieldedIndex } from "../fielded-index.ts";
import { merged } from "../groups.ts";
import { ANALYSIS_VERSION } from "../persistence.ts";
import { indexedText } from "../plain-text.ts";
import { type AliasRow, readAliasesAfter, readDuplicatesAfter, readSearchableAfter } from "../queries/index.ts";
import { documentOf } from "../searchable.ts";

/** All that a community's search can learn from. */
export interface TrainingData {
  /** Each question without its phrasings, and each phrasing as a document of its own: it must not find itself. */
  readonly index: FieldedIndex;
  /** Keys of a question and of all phrasings that led to it. */
  readonly clusters: readonly (readonly number[])[];
  readonly phrasings: number;
  /** By key: the words that a lesson asks with. */
  readonly titles: ReadonlyMap<number, string>;
  /** SHA-256 of all of it. */
  readonly dataHash: string;
}

/** What is learned from, so that a learning that goes on later reads the same. */
export interface TrainingBounds {
  readonly communityId: number;
  /** The last question. */
  readonly upTo: number;
  /** The moment up to which aliases were kept. */
  readonly until: Date;
}

const readAtOnce = 200;

/** Reads everything in batches; `onProgress` gets how many documents were read. */
export async function readTrainingData(
  database: Database,
  bounds: TrainingBounds,
  onProgress: (documents: number) => void = () => {},
): Promise<TrainingData> {
  const { communityId, upTo, until } = bounds;
  const index = new FieldedIndex();
  // What was learned for other features, or of other words, is learned anew.
  const hash = createHash("sha256").update(`${ANALYSIS_VERSION} ${FEATURES.join()}`);
  const links: number[][] = [];
  const titles = new Map<number, string>();
  let phrasings = 0;
  const put = (document: SearchDocument, original?: number): void => {
    hash.update(JSON.stringify([document, original]));
    index.put(document, true);
    titles.set(document.key, document.title);
    if (original !== undefined) {
      phrasings += 1;
      links.push([original, document.key]);
    }
    if (index.size % readAtOnce === 0) onProgress(index.size);
  };

  for await (const rows of pages(
    (after: number) => readSearchableAfter(database, { communityId, after, limit: readAtOnce }),
    0,
    (row) => row.questionId,
  )) {
    const questions = rows.filter(({ questionId }) => questionId <= upTo).map(withoutPhrasings);
    if (index.size === 0) index.prime(questions);
    for (const question of questions) put(question);
  }
  for await (const rows of pages(
    (after: number) => readDuplicatesAfter(database, { communityId, after, upTo, limit: readAtOnce }),
    0,
    (row) => row.id,
  )) {
    for (const { id, questionId, title, body, language } of rows) {
      // One whose original does not stand any more is found, and read, as a question itself.
      if (index.keys.get(id) >= 0 || index.keys.get(questionId) < 0) continue;
      put({ key: id, title, body: indexedText(body), language }, questionId);
    }
  }
  let key = upTo;
  const first: AliasRow = { questionId: 0, text: "" };
  for await (const rows of pages(
    (after: AliasRow) => readAliasesAfter(database, { communityId, after, until, limit: readAtOnce }),
    first,
    (row) => row,
  )) {
    for (const { questionId, text } of rows) {
      key += 1;
      const original = index.keys.get(questionId);
      if (original < 0) continue;
      const { language } = index.columns.facts(original);
      put({ key, title: text, language }, questionId);
    }
  }
  index.sealAll();
  return { index, clusters: merged(links), phrasings, titles, dataHash: hash.digest("hex") };
}

function withoutPhrasings(row: Parameters<typeof documentOf>[0]): SearchDocument {
  return documentOf({ ...row, phrasings: [] });
}

/** Page by page until one is not full; `placeOf` says where the next one begins. */
async function* pages<Row, Place>(
  read: (after: Place) => Promise<Row[]>,
  first: Place,
  placeOf: (row: Row) => Place,
): AsyncGenerator<Row[]> {
  for (let after = first; ; ) {
    const rows = await read(after);
    yield rows;
    const last = rows.at(-1);
    if (last === undefined || rows.length < readAtOnce) return;
    after = placeOf(last);
  }
}
