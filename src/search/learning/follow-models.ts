import type { Log } from "../../kernel/index.ts";
import { anyTopic, type Store } from "../../store/index.ts";
import { listModelsInForce, readModelContent } from "../queries/index.ts";

/** Without a hint it is looked this often, whatever happened to a hint. */
const lookEveryMs = 15_000;

/** Keeps what ranks in this process at what is in force. */
export interface ModelFollower {
  /** Says everything again: whoever was told has forgotten it. */
  again(): void;
  stop(): Promise<void>;
}

/**
 * Calls `tell` with each community's model whenever another one is put in force, in whatever process that was; with null where none
 * is. The events' hints say when; a look now and then makes up for those that are lost.
 */
export function followModels(
  store: Pick<Store, "database" | "hints">,
  log: Log,
  tell: (communityId: number, content: Uint8Array | null) => Promise<void>,
): ModelFollower {
  const told = new Map<number, number>();
  let looking: Promise<void> = Promise.resolve();
  let queued = false;
  let stopped = false;
  let failing = false;

  async function look(): Promise<void> {
    queued = false;
    if (stopped) return;
    try {
      const inForce = new Map((await listModelsInForce(store.database)).map((row) => [row.communityId, row.modelId]));
      for (const communityId of told.keys()) {
        if (inForce.has(communityId)) continue;
        await tell(communityId, null);
        told.delete(communityId);
      }
      for (const [communityId, modelId] of inForce) {
        if (stopped) return;
        if (told.get(communityId) === modelId) continue;
        const content = await readModelContent(store.database, communityId, modelId);
        told.set(communityId, modelId);
        if (content) await tell(communityId, content);
      }
      failing = false;
    } catch (error) {
      if (!failing) log.warn({ err: error }, "what search has learned cannot be read; it tries again");
      failing = true;
    }
  }

  function lookSoon(): void {
    if (queued || stopped) return;
    queued = true;
    looking = looking.then(look);
  }

  const unsubscribe = store.hints.subscribe((topics) => {
    if (topics.some((topic) => topic === anyTopic || /^\d+:search:/.test(topic))) lookSoon();
  });
  const timer = setInterval(lookSoon, lookEveryMs);
  timer.unref();
  lookSoon();
  return {
    again() {
      told.clear();
      lookSoon();
    },
    async stop() {
      stopped = true;
      unsubscribe();
      clearInterval(timer);
      await looking;
    },
  };
}
