import type { Log } from "../kernel/index.ts";
import type { Store } from "../store/index.ts";
import { searchQuestions } from "./find.ts";
import { startIndexThread } from "./index-thread.ts";
import { parseQuery } from "./parse-query.ts";
import type {
  FindRequest,
  FoundQuestions,
  Ranked,
  Search,
  SearchMode,
  Suggestions,
  SuggestRequest,
} from "./search-door.ts";
import type { IndexRequest } from "./search-messages.ts";
import { languageOf } from "./searchable.ts";
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
}

const suggestedAtMost = 5;

/** Opens search over a store. In memory mode a thread is started, which builds or loads the indexes by itself. */
export function openSearch({ store, log, mode, folder, largest }: SearchOptions): Search {
  const { database, connection } = store;
  const settings = { connection, folder, largest, logLevel: log.level };
  const thread = mode === "memory" ? startIndexThread(settings, log) : null;

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

  async function questions(request: FindRequest): Promise<FoundQuestions> {
    const parsed = parseQuery(request.text);
    const asked = await understand(database, request, parsed);
    if (!asked) return { ...nothing, by: mode, parsed };
    const answer = await askIndex(request.communityId, asked);
    if (!answer) return { ...(await findByPostgres(request)), parsed };
    const { hits, decision, ranking, terms, didYouMean, facets } = answer;
    const found = await showFound(database, request, hits.slice(0, request.limit), terms);
    return {
      found,
      more: hits.length > request.limit,
      parsed,
      decision,
      ranking,
      by: "memory",
      ...(didYouMean === undefined ? {} : { didYouMean }),
      ...(facets ? { facets } : {}),
    };
  }

  async function suggest(request: SuggestRequest): Promise<Suggestions> {
    const { communityId, locale, text, body, limit = suggestedAtMost } = request;
    const asked: IndexRequest = {
      query: { text, ...(body ? { body } : {}) },
      language: languageOf(locale),
      reader: { audiences: request.audiences ?? new Set() },
      wanted: { solved: true },
      limit,
      ...(request.threshold === undefined ? {} : { threshold: request.threshold }),
    };
    const answer = await askIndex(communityId, asked);
    if (answer) {
      const { hits, decision, ranking, terms } = answer;
      const suggested = await showSolved(database, request, hits, terms, decision.probability);
      return { suggested, decision, ranking, by: "memory" };
    }
    const typed = { communityId, locale, text: `${text} ${body ?? ""}` };
    const found = await searchQuestions(database, { ...typed, state: "solved", limit });
    const hits = found.map(({ questionId }, at) => ({ key: questionId, score: -at }));
    const suggested = await showSolved(database, request, hits, [], null);
    return { suggested, ...unranked(hits.length > 0), by: "postgres" };
  }

  async function findByPostgres(request: FindRequest): Promise<Omit<FoundQuestions, "parsed">> {
    const rows = await searchQuestions(database, { ...request, skip: request.skip ?? 0, limit: request.limit + 1 });
    const hits = rows.slice(0, request.limit).map(({ questionId }, at) => ({ key: questionId, score: -at }));
    const found = await showFound(database, request, hits, []);
    return { found, more: rows.length > request.limit, ...unranked(found.length > 0), by: "postgres" };
  }

  async function tell(ask: Parameters<NonNullable<typeof thread>["ask"]>[0]): Promise<void> {
    await thread?.ask(ask);
  }

  return {
    questions,
    suggest,
    async status() {
      const answered = await thread?.ask({ kind: "status" });
      return { mode, memory: answered?.kind === "status" ? answered.status : null };
    },
    rebuild: (communityId) => tell({ kind: "rebuild", communityId }),
    learn: (communityId, model) => tell({ kind: "learn", communityId, model }),
    close: async () => thread?.close(),
  };
}

function unranked(isAny: boolean): Pick<Ranked, "decision" | "ranking"> {
  return { decision: { verdict: isAny ? "may-help" : "nothing", probability: null }, ranking: "cold" };
}

const nothing = { found: [], more: false, ...unranked(false) };
