import { expect, it } from "vitest";
import type { IndexStatus, SearchStatus } from "../search/index.ts";
import { en } from "./messages/en.ts";
import { searchHealth } from "./search-health.ts";

const index: IndexStatus = {
  ...{ communityId: 7, state: "ready", progress: null, documents: 1, bytes: 1_500_000 },
  ...{ ranking: "cold", builtAt: null, buildMs: null },
};
const health = (one: Partial<IndexStatus>, behindMs = 900) => {
  const status: SearchStatus = {
    mode: "memory",
    memory: { communities: [{ ...index, ...one }], place: "1-1", behindMs },
    embeddings: null,
  };
  return searchHealth(status, 7, en.admin.check);
};

it("says how search is, and what answers where the index does not", () => {
  expect(health({})).toEqual({ ok: true, detail: "1 question in memory, 2 MB, ranking not learned yet" });
  expect(health({}, 61_000)).toMatchObject({ ok: false, detail: expect.stringContaining("61 seconds") });
  expect(health({ state: "building", progress: 0.419 })).toMatchObject({
    ok: false,
    detail: expect.stringContaining("41 %"),
  });
  expect(health({ state: "too-large" })).toMatchObject({ ok: true });
  expect(searchHealth({ mode: "memory", memory: null, embeddings: null }, 7, en.admin.check)).toMatchObject({
    ok: false,
  });
  expect(searchHealth({ mode: "postgres", memory: null, embeddings: null }, 7, en.admin.check)).toMatchObject({
    ok: true,
  });
});
