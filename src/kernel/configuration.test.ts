import { expect, it } from "vitest";
import { readConfiguration } from "./configuration.ts";

it("takes an embedding service by address and model, with a key where it needs one", () => {
  const url = "https://embeddings.example/v1";
  expect(readConfiguration({}).embeddings).toBeNull();
  expect(readConfiguration({ KITH_EMBEDDINGS_URL: url, KITH_EMBEDDINGS_MODEL: "small" }).embeddings).toEqual({
    ...{ url, key: null, model: "small" },
  });
  const half = { KITH_EMBEDDINGS_URL: url, KITH_EMBEDDINGS_KEY: "sk-hidden" };
  expect(() => readConfiguration(half)).toThrow("KITH_EMBEDDINGS_URL and KITH_EMBEDDINGS_MODEL belong together");
  expect(() => readConfiguration(half)).not.toThrow("sk-hidden");
  expect(() => readConfiguration({ KITH_EMBEDDINGS_URL: "ftp://x", KITH_EMBEDDINGS_MODEL: "m" })).toThrow(
    "KITH_EMBEDDINGS_URL",
  );
});
