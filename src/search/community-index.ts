import { setImmediate as turn } from "node:timers/promises";
import type { Database } from "../store/index.ts";
import { type SearchAnswer, SearchEngine } from "./engine.ts";
import { FieldedIndex } from "./fielded-index.ts";
import type { Wanted } from "./filter.ts";
import { type IndexFacts, packIndex } from "./index-file.ts";
import {
  countQuestions,
  listWaiting,
  readOriginals,
  readSearchable,
  readSearchableAfter,
  type SearchableRow,
} from "./queries/index.ts";
import type { LearnedModel } from "./ranking.ts";
import type { IndexRequest, IndexStatus } from "./search-messages.ts";
import { documentOf } from "./searchable.ts";

/** Questions read from the database at once; each goes into the index in some tenths of a millisecond. */
const readAtOnce = 200;
/** Work is cut into pieces of this length, between which queries are answered. */
const pieceMs = 4;
/** An index is built anew where so many documents that were edited or removed lie between the living ones. */
const mostDead = { share: 0.5, least: 10_000 };

/** One community in memory: its index, what was learned, and what is needed to keep both in step with the database. */
export class CommunityIndex {
  readonly communityId: number;
  readonly #database: Database;
  #engine: SearchEngine | undefined;
  #model: LearnedModel | undefined;
  /** Questions that nobody has answered, which is no fact of the index. */
  #waiting = new Set<number>();
  /** Questions that changed while an index is being built. */
  #touched: Set<number> | undefined;
  /** By language, what is counted ahead or was. */
  readonly #prepared = new Map<string, { readonly engine: SearchEngine; readonly stop: AbortController }>();
  #progress: number | null = null;
  #tooLarge = false;
  builtAt: string | null = null;
  /** The last event that asked for a build. */
  rebuiltFor = 0;
  buildMs: number | null = null;
  /** Changes since the index was last saved. */
  changes = 0;
  /** Where in the event log a saved index was taken up; null for one that was built. */
  loadedFrom: string | null = null;
  /** When it was saved, by the monotonic clock; null where it lies in memory alone. */
  savedMs: number | null = null;

  constructor(communityId: number, database: Database) {
    this.communityId = communityId;
    this.#database = database;
  }

  get index(): FieldedIndex | undefined {
    return this.#engine?.index;
  }

  get state(): IndexStatus["state"] {
    if (this.#engine) return "ready";
    return this.#tooLarge ? "too-large" : "building";
  }

  /** Whether building anew would give much memory back. */
  get isWorn(): boolean {
    const index = this.index;
    if (!index || this.#touched) return false;
    const dead = index.columns.count - index.size;
    return dead > mostDead.least && dead > mostDead.share * index.columns.count;
  }

  /** Takes a saved index. */
  async adopt(index: FieldedIndex, { place, builtAt, buildMs }: IndexFacts): Promise<void> {
    this.loadedFrom = place;
    this.savedMs = performance.now();
    this.#waiting = new Set(await listWaiting(this.#database, this.communityId));
    this.builtAt = builtAt;
    this.buildMs = buildMs;
    this.#engine = new SearchEngine(index, this.#model);
  }

  /** The index as pieces of a file. Seals it first, letting queries in between; undefined where another one took its place. */
  async pack(facts: Pick<IndexFacts, "place" | "lastEvent">): Promise<Uint8Array[] | undefined> {
    const { index, communityId, builtAt, buildMs } = this;
    if (!index) return undefined;
    const { changes } = this;
    if (index.segments.length !== 1 || index.fresh.from < index.columns.count) await inPieces(index.sealingAll());
    if (index !== this.index) return undefined;
    // What was added meanwhile is little.
    if (index.fresh.from < index.columns.count) for (const _piece of index.sealing());
    this.changes -= changes;
    return packIndex(index, { ...facts, communityId, builtAt, buildMs });
  }

  learn(model: LearnedModel | undefined): void {
    this.#model = model;
    this.#engine?.learn(model);
    this.stopPreparing();
  }

  /** Ends what is counted ahead; the next question begins it anew. */
  stopPreparing(): void {
    for (const { stop } of this.#prepared.values()) stop.abort();
    this.#prepared.clear();
  }

  /** The first question in a language has everything counted ahead that the next ones compare by, while queries go first. */
  #prepareFor(engine: SearchEngine, language: string): void {
    if (!this.#model || this.#prepared.get(language)?.engine === engine) return;
    const stop = new AbortController();
    this.#prepared.get(language)?.stop.abort();
    this.#prepared.set(language, { engine, stop });
    inPieces(engine.preparing(language), stop.signal).catch(() => {});
  }

  search({ waiting, ...request }: IndexRequest): SearchAnswer | undefined {
    const engine = this.#engine;
    if (!engine) return undefined;
    this.#prepareFor(engine, request.language);
    const wanted = waiting === undefined ? request.wanted : this.#among(request.wanted, waiting);
    const asked = { ...request, ...(wanted ? { wanted } : {}), unanswered: this.#waiting };
    return engine.search(asked);
  }

  /** Leaves out those that wait, or those that do not. */
  #among(wanted: Wanted = {}, waiting: boolean): Wanted {
    const others = new OtherThan(this.#waiting, waiting, wanted.exclude);
    return { ...wanted, solved: false, exclude: others };
  }

  /**
   * Builds the index from the database, while an older one goes on answering. What changes meanwhile is taken up before the new
   * one takes its place. Throws what the database throws; the older index then stays.
   */
  async build(largest: number, now: () => Date, signal: AbortSignal): Promise<void> {
    const started = performance.now();
    this.#touched = new Set();
    this.#progress = 0;
    try {
      const total = await countQuestions(this.#database, this.communityId, largest + 1);
      this.#tooLarge = total > largest;
      if (this.#tooLarge) {
        this.#engine = undefined;
        return;
      }
      const index = new FieldedIndex();
      index.columns.reserve(total);
      const waiting = new Set<number>();
      await this.#readAll(index, waiting, total, signal);
      await inPieces(index.sealingAll(), signal);
      for (let ids = this.#take(); ids.length > 0; ids = this.#take()) await this.#refresh(index, waiting, ids);
      signal.throwIfAborted();
      this.#waiting = waiting;
      this.#engine = new SearchEngine(index, this.#model);
      this.builtAt = now().toISOString();
      this.buildMs = Math.round(performance.now() - started);
      this.changes += 1;
    } finally {
      this.#touched = undefined;
      this.#progress = null;
    }
  }

  #take(): number[] {
    const ids = [...(this.#touched ?? [])].slice(0, readAtOnce);
    for (const id of ids) this.#touched?.delete(id);
    return ids;
  }

  async #readAll(index: FieldedIndex, waiting: Set<number>, total: number, signal: AbortSignal): Promise<void> {
    const read = (after: number) =>
      readSearchableAfter(this.#database, { communityId: this.communityId, after, limit: readAtOnce });
    let last = 0;
    let ahead = read(0);
    for (let done = 0; ; ) {
      const rows = await ahead;
      signal.throwIfAborted();
      last = rows.at(-1)?.questionId ?? last;
      // The database reads the next ones while these are taken in.
      if (rows.length === readAtOnce) ahead = read(last);
      ahead.catch(() => {});
      if (done === 0) index.prime(rows.map(documentOf));
      await inPieces(putEach(index, waiting, rows));
      done += rows.length;
      this.#progress = Math.min(1, done / Math.max(1, total));
      if (rows.length < readAtOnce) return;
    }
  }

  /** Brings these questions up to what the database holds of them, wherever they are held. */
  async refresh(ids: readonly number[]): Promise<void> {
    if (this.#touched) for (const id of ids) this.#touched.add(id);
    const engine = this.#engine;
    if (engine) await this.#refresh(engine.index, this.#waiting, ids);
  }

  async #refresh(index: FieldedIndex, waiting: Set<number>, ids: readonly number[]): Promise<void> {
    const more = await readOriginals(this.#database, this.communityId, ids);
    const all = [...new Set([...ids, ...more])];
    const rows = await readSearchable(this.#database, this.communityId, all);
    const found = new Set(rows.map(({ questionId }) => questionId));
    for (const id of all) {
      if (found.has(id)) continue;
      index.remove(id);
      waiting.delete(id);
    }
    await inPieces(putEach(index, waiting, rows, false));
    this.changes += all.length;
  }

  /** Whether an answer to it changes anything: only the first one ends the waiting, and no words of it are found before it is confirmed. */
  awaitsAnswer(questionId: number): boolean {
    return this.#touched !== undefined || this.#waiting.has(questionId);
  }

  status(): IndexStatus {
    return {
      communityId: this.communityId,
      state: this.state,
      progress: this.#progress,
      documents: this.index?.size ?? 0,
      bytes: this.index?.bytes() ?? 0,
      ranking: this.#model?.ranker ? "learned" : "cold",
      builtAt: this.builtAt,
      buildMs: this.buildMs,
    };
  }
}

/** Keys of the waiting or of the others, and a few more, as the set that a query leaves out. */
class OtherThan extends Set<number> {
  readonly #waiting: ReadonlySet<number>;
  readonly #wanted: boolean;
  readonly #more: ReadonlySet<number> | undefined;

  constructor(waiting: ReadonlySet<number>, wanted: boolean, more: ReadonlySet<number> | undefined) {
    super();
    this.#waiting = waiting;
    this.#wanted = wanted;
    this.#more = more;
  }

  override has(key: number): boolean {
    return this.#waiting.has(key) !== this.#wanted || this.#more?.has(key) === true;
  }
}

function* putEach(
  index: FieldedIndex,
  waiting: Set<number>,
  rows: readonly SearchableRow[],
  bulk = true,
): Generator<void, void> {
  for (const row of rows) {
    index.put(documentOf(row), bulk);
    if (row.state === "waiting") waiting.add(row.questionId);
    else waiting.delete(row.questionId);
    yield;
  }
}

/** Works for a few milliseconds at a time and lets queries in between. */
async function inPieces(work: Generator<void, void>, signal?: AbortSignal): Promise<void> {
  for (let began = performance.now(); !work.next().done; ) {
    if (performance.now() - began < pieceMs) continue;
    await turn();
    signal?.throwIfAborted();
    began = performance.now();
  }
}
