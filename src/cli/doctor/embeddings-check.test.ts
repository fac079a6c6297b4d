import { expect, it, onTestFinished } from "vitest";
import { startEmbeddingServer } from "../../../tests/factories/embedding-server.ts";
import { checkEmbeddings } from "./embeddings-check.ts";

it("says whether the embedding service answers, and never its key", async () => {
  expect(await checkEmbeddings(null)).toMatchObject({
    state: "ok",
    says: expect.stringContaining("No embedding service"),
  });
  const server = await startEmbeddingServer();
  onTestFinished(() => server.close());
  const settings = { url: `${server.url}/`, key: "sk-hidden", model: "small" };
  expect(await checkEmbeddings(settings)).toMatchObject({
    state: "ok",
    says: expect.stringContaining("96 numbers of small"),
  });
  expect(server.texts).toEqual(["Kith"]);
  server.does = { status: 401, body: "Incorrect key sk-hidden" };
  const refused = await checkEmbeddings(settings);
  expect(refused).toMatchObject({ state: "wrong", says: expect.stringContaining("status 401") });
  expect(JSON.stringify(refused)).not.toContain("sk-hidden");
});

it("says that a service cannot be reached", async () => {
  const server = await startEmbeddingServer();
  await server.close();
  const finding = await checkEmbeddings({ url: server.url, key: null, model: "small" });
  expect(finding).toMatchObject({ state: "wrong", says: expect.stringContaining("cannot be reached (ECONNREFUSED)") });
});
