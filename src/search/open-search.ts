import type { Log } from "../kernel/index.ts";
import type { Store } from "../store/index.ts";
import { languageOfLocale } from "../text/index.ts";
import { atThreshold } from "./at-threshold.ts";
import type { Decision } from "./decision.ts";
import type { Embeddings } from "./embedding/open-embeddings.ts";
import { rankAgain } from "./embedding/rank-again.ts";
import { startIndexThread } from "./index-thread.ts";
import { followModels } from "./learning/follow-models.ts";
import { parseQuery } from "./parse-query.ts";
import { deserializeModel } from "./persistence.ts";
import { PostgresSearch } from "./postgres-search.ts";
import { readSolvedFrom } from "./queries/index.ts";
import type { FindRequest, FoundQuestions, Search, SearchMode, Suggestions, SuggestRequest } from "./search-door.ts";
import type { IndexRequest } from "./search-messages.ts";
import { showFound, showSolved } from "./show-found.ts";
import { understand } from "./understand.ts";

export interface SearchOptions {
  readonly store: Store;
  readonly log: Log;
  readonly mode: SearchMode;
  /** Where indexes are kept between starts; null keeps none. */
  readonly folder: string | null;
  /** Questions of the largest community that is held in memory. */
  readonly largest: number;
  /** Compares questions by meaning, too, where one is configured. */
  readonly embeddings?: Embeddings | null;
}

/** How long an embedding service is waited for: who types goes on, and a page is wanted at once. */
const serviceMs = { search: 400, suggest: 150 } as const;
const suggestedAtMost = 5;
/** So many are ranked for them: not all of them hold enough of what was typed. */
const looked = 25;

/** Opens search over a store. In memory mode a thread is started, which builds or loads the indexes by itself. */
export function openSearch({ store, log, mode, folder, largest, embeddings = null }: SearchOptions): Search {
  const { database, connection } = store;
  const settings = { connection, folder, largest, logLevel: log.level };
  const postgres = new PostgresSearch(database);
  const thread =
    mode === "memory" ? startIndexThread(settings, log, { onStart: () => setImmediate(() => models.again()) }) : null;
  const models = followModels(store, log, learn);

  /** The index's answer; null where PostgreSQL has to answer. */
  async function askIndex(communityId: number, request: IndexRequest) {
    try {
      const answered = await thread?.ask({ kind: "search", communityId, request });
      return answered?.kind === "search" ? answered.answer : null;
    } catch (error) {
      log.error({ err: error }, "a search failed in its thread; PostgreSQL answers");
      return null;
    }
  }

  /** Both ways give the same kind of answer; an embedding service has its say where search has learned to listen to it. */
  async function answer(communityId: number, request: IndexRequest, serviceMs: number | null) {
    const embedded = postgres.modelOf(communityId)?.embedded;
    const listens = serviceMs !== null && embeddings && embedded?.model === embeddings.service.model;
    const means = listens && { database, places: embeddings.queries, embedded };
    const again = means ? rankAgain(means, communityId, request, serviceMs) : null;
    const asked = again?.request ?? request;
    const held = await askIndex(communityId, asked);
    const by: SearchMode = held ? "memory" : "postgres";
    const found = held ?? (await postgres.search(communityId, asked));
    return { ...(again ? await again.finish(found) : found), by };
  }

  async function questions(request: FindRequest): Promise<FoundQuestions> {
    const parsed = parseQuery(request.text);
    const { request: asked, unknown } = await understand(database, request, parsed);
    if (!asked) return { ...nothing, by: mode, parsed, unknown };
    const { hits, decision, ranking, by, terms, didYouMean, facets } = await answer(
      request.communityId,
      asked,
      request.mayLeave ? serviceMs.search : null,
    );
    const first = hits.slice(0, request.limit);
    request.onFound?.(first.map(({ key }) => key));
    const { found, solvedFrom } = await showFound(database, request, first, terms);
    return {
      found,
      unknown,
      more: hits.length > request.limit,
      parsed,
      decision: sayable(atThreshold(decision, solvedFrom), (request.skip ?? 0) === 0 && Boolean(found[0]?.solution)),
      ranking,
      by,
      ...(didYouMean === undefined ? {} : { didYouMean }),
      ...(facets ? { facets } : {}),
    };
  }

  async function suggest(request: SuggestRequest): Promise<Suggestions> {
    const { communityId, locale, text, body, limit = suggestedAtMost } = request;
    const asked: IndexRequest = {
      query: { text, ...(body ? { body } : {}) },
      language: languageOfLocale(locale),
      reader: { audiences: request.audiences ?? new Set() },
      wanted: { solved: true },
      limit: looked,
      leastWords: 2,
    };
    const service = request.mayLeave ? serviceMs.suggest : null;
    const [chosen, { hits, decision, ranking, by, terms }] = await Promise.all([
      request.group ? readSolvedFrom(database, communityId, request.group) : null,
      answer(communityId, asked, service),
    ]);
    const { probability } = decision;
    const first = hits.slice(0, limit);
    request.onFound?.(first.map(({ key }) => key));
    const { found, solvedFrom } = await showSolved(database, request, first, terms, probability);
    const threshold = request.threshold ?? (request.group ? chosen : solvedFrom);
    return { suggested: found, decision: sayable(atThreshold(decision, threshold), found.length > 0), ranking, by };
  }

  async function learn(communityId: number, file: Uint8Array | null): Promise<void> {
    const read = file ? deserializeModel(file) : null;
    if (read && !read.ok) log.warn({ refusal: read.error, community: communityId }, "a ranking model cannot be used");
    postgres.learn(communityId, read?.ok ? read.value.model : undefined);
    await tell({ kind: "learn", communityId, model: read?.ok ? file : null });
  }

  async function tell(ask: Parameters<NonNullable<typeof thread>["ask"]>[0]): Promise<void> {
    await thread?.ask(ask);
  }

  return {
    questions,
    suggest,
    async status() {
      const answered = await thread?.ask({ kind: "status" });
      const memory = answered?.kind === "status" ? answered.status : null;
      const { service, queries } = embeddings ?? {};
      return {
        ...{ mode, memory },
        embeddings: service && queries ? { model: service.model, host: service.host, ...queries.health() } : null,
      };
    },
    learn,
    async close() {
      await models.stop();
      await thread?.close();
    },
  };
}

/** "This is solved" can be said only of something that is: what has no confirmed answer may help at most. */
function sayable(decision: Decision, firstIsSolved: boolean): Decision {
  return decision.verdict === "solved" && !firstIsSolved ? { ...decision, verdict: "may-help" } : decision;
}

const nothing = {
  found: [],
  more: false,
  decision: { verdict: "nothing", probability: null },
  ranking: "cold",
} as const;
