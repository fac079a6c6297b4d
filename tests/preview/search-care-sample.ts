import { wilsonInterval } from "../../src/statistics/index.ts";
import type { AdminSearchView } from "../../src/web/pages/index.ts";
import { now, sections } from "./samples.ts";

const weekMs = 7 * 86_400_000;
const accepted = (of: number, shown: number) => ({
  shown,
  accepted: of,
  rejected: shown - of,
  ...wilsonInterval(of, shown),
});

const model = {
  learnedAt: new Date(now.getTime() - 86_400_000),
  dataHash: "8c1f4be07a55d2219f0c",
  documents: 41_233,
  clusters: 1_204,
  phrasings: 1_688,
  lessons: 1_204,
  coldMerit: 0.71,
  learnedMerit: 0.78,
  coldFirst: 828,
  learnedFirst: 921,
  helps: true,
  threshold: 0.83,
  bytes: 14_300_000,
  embeddings: "text-embedding-3-small",
  inForce: true,
};

const newest: AdminSearchView["learned"] = {
  choice: "newest",
  modelId: 12,
  state: "running",
  askedAt: now,
  begunAt: now,
  seenAt: now,
  part: "vectors",
  done: 3,
  of: 8,
  endedAt: now,
  outcome: "learned",
  clusters: 1_204,
  failure: null,
  fewestClusters: 30,
  models: [
    { ...model, id: 12 },
    { ...model, id: 11, inForce: false, helps: false, learnedFirst: 829, coldFirst: 824, dataHash: "1fe0c7729bd03e55" },
  ],
};

/** Search of a community that has learned. */
export function searchCare(): AdminSearchView {
  return {
    sections,
    mode: "memory",
    mayManage: true,
    embeddings: {
      ...{ model: "text-embedding-3-small", host: "api.openai.com", kept: 11_893, questions: 12_040 },
      ...{ inUse: true, usualMs: 180, pauses: false, failure: null },
    },
    index: {
      communityId: 1,
      state: "ready",
      progress: null,
      documents: 39_545,
      bytes: 21_400_000,
      ranking: "learned",
      builtAt: now.toISOString(),
      buildMs: 7_600,
      behindMs: 640,
    },
    learned: newest,
    quality: Array.from({ length: 26 }, (_none, at) => ({
      week: new Date(now.getTime() - (26 - at) * weekMs),
      all: at < 4 ? accepted(0, 0) : accepted(10 + ((at * 7) % 9), 30 + ((at * 5) % 11)),
      saidSolved: at < 9 ? accepted(0, 0) : accepted(8 + (at % 4), 11 + (at % 4)),
    })),
  };
}

/** The same on the first day. */
export function newSearchCare(): AdminSearchView {
  return {
    ...searchCare(),
    mode: "postgres",
    embeddings: null,
    index: null,
    learned: { ...newest, state: "idle", outcome: "too-few", clusters: 4, modelId: null, models: [] },
    quality: [],
  };
}
