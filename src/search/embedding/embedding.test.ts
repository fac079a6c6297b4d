import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { type EmbeddingServer, startEmbeddingServer } from "../../../tests/factories/embedding-server.ts";
import { readAll } from "../../../tests/factories/events.ts";
import { eventually } from "../../../tests/factories/eventually.ts";
import { buildVillage, type Village } from "../../../tests/factories/people.ts";
import { openTestStore, type TestStore } from "../../../tests/factories/store.ts";
import type { Actor } from "../../accounts/index.ts";
import { askQuestion, confirmAnswer, editQuestion, endAsking, giveAnswer, removePost } from "../../community/index.ts";
import { createLog, ok, type Result, unwrap } from "../../kernel/index.ts";
import type { Transaction } from "../../store/index.ts";
import { openSearch, putInForce, readLearned, searchReader, trainNext } from "../index.ts";
import { askToLearn, countPlaces } from "../queries/index.ts";
import { embeddingJob, embeddingReader, fetchPlaces } from "./fetch-places.ts";
import { type Embeddings, openEmbeddings } from "./open-embeddings.ts";
import { embeddingService } from "./service.ts";

const log = createLog("silent");
const learnSettings = { seed: 3, vectors: { epochs: 1, dimensions: 8 } };
const model = "meaning-1";
const key = "sk-very-secret-0815";
/** `aleaks`, `bleaks` and `cleaks` mean the same, and only the service knows. */
const sayings = ["a", "b", "c"] as const;
const things = ["kettle", "lantern", "stove", "radio", "pump", "clock", "fan", "heater", "bell", "lamp", "valve"];
const faults = ["leaks", "rattles", "freezes", "smells"];
const meaning = (word: string) => (faults.some((fault) => word.endsWith(fault)) ? word.slice(1) : word);
/** Each thing says it in words of its own, so that nothing is to be learned from the others. */
const said = (way: (typeof sayings)[number], thing: string, fault: string) => `${thing} ${way}${thing}${fault}`;

let test: TestStore;
let village: Village;
let asker: Actor;
let helper: Actor;
let server: EmbeddingServer;
/** By what the question is about. */
const questions = new Map<string, number>();

const run = async <T>(work: (tx: Transaction) => Promise<Result<T>>): Promise<T> =>
  unwrap(await test.store.transact(work));
const ask = (title: string, body = "Since yesterday.") =>
  run((tx) => askQuestion(tx, asker, { group: "help", title, body, tags: [] }));
const follow = async () => {
  for (const reader of [searchReader, embeddingReader]) await readAll(test.store, reader);
};
const counted = () => countPlaces(test.store.database, village.communityId, model);
const opened = (settings: { url?: string; model?: string } = {}) =>
  openEmbeddings({ url: server.url, key, model, ...settings }, log) as Embeddings;

beforeAll(async () => {
  test = await openTestStore();
  server = await startEmbeddingServer(meaning);
  village = await buildVillage(test.store);
  asker = await village.member("Ann");
  helper = await village.member("Bob");
  for (const thing of things) {
    for (const fault of faults) {
      const { id } = await ask(`The ${said("a", thing, fault)}`);
      const answer = await run((tx) => giveAnswer(tx, helper, { questionId: id, body: "Open it and clean it." }));
      await run((tx) => confirmAnswer(tx, asker, answer.id));
      const ended = { questionId: id, answerId: answer.id, text: said("b", thing, fault) };
      await run((tx) => endAsking(tx, helper, ended));
      questions.set(`${thing} ${fault}`, id);
    }
  }
  await follow();
});
afterAll(async () => {
  await server?.close();
  await test?.close();
});

describe("what is fetched", () => {
  it("is a vector of every public question and of the words that lessons ask with, in batches and once", async () => {
    await fetchPlaces(test.store, opened().service);
    expect(await counted()).toEqual({ kept: questions.size, questions: questions.size });
    expect(server.requests.every(({ headers }) => headers.authorization === `Bearer ${key}`)).toBe(true);
    expect(server.requests.every(({ model: asked, texts }) => asked === model && texts.length <= 64)).toBe(true);
    expect(server.texts).toHaveLength(3 * questions.size);
    await fetchPlaces(test.store, opened().service);
    expect(server.texts).toHaveLength(3 * questions.size);
  });

  it("follows what changes, and lets go of what is not public any more", async () => {
    const { id } = await ask("The stool wobbles");
    await follow();
    await fetchPlaces(test.store, opened().service);
    const sent = server.texts.length;
    await run((tx) =>
      editQuestion(tx, asker, { questionId: id, title: "The stool creaks", body: "It does.", tags: [] }),
    );
    await follow();
    await fetchPlaces(test.store, opened().service);
    expect(server.texts.slice(sent)).toEqual(["The stool creaks\n\nIt does."]);
    await run((tx) => removePost(tx, village.admin, "question", id, "A test."));
    await follow();
    await fetchPlaces(test.store, opened().service);
    expect(await counted()).toEqual({ kept: questions.size, questions: questions.size });
    expect(server.texts).toHaveLength(sent + 1);
  });

  it("never holds personal data that Kith knows of, nor what is private", async () => {
    const { id } = await ask("Mail me at ann.lee@gmail.com", "My card 4111 1111 1111 1111 was charged.");
    await test.store.database.updateTable("conversation").set({ visibility: "private" }).where("id", "=", id).execute();
    const open = await ask("Ring +49 30 901820 about the stool", "Or write to ann.lee@gmail.com.");
    await follow();
    const sent = server.texts.length;
    await fetchPlaces(test.store, opened().service);
    expect(server.texts.slice(sent)).toHaveLength(1);
    expect(server.texts.join("\n")).not.toMatch(/gmail|4111|901820/);
    await run((tx) => removePost(tx, village.admin, "question", open.id, "A test."));
    await follow();
  });

  it("is kept as far as it came where the service fails", async () => {
    server.does = { status: 401, body: JSON.stringify({ error: { message: `Incorrect API key provided: ${key}` } }) };
    onTestFinished(() => {
      server.does = undefined;
    });
    await ask("The ladder shakes");
    await follow();
    const failed = fetchPlaces(test.store, opened().service);
    await expect(failed).rejects.toThrow("it answers with status 401");
    await expect(failed).rejects.not.toThrow(key);
    expect(await counted()).toMatchObject({ kept: questions.size });
    server.does = undefined;
    await fetchPlaces(test.store, opened().service);
    expect(await counted()).toEqual({ kept: questions.size + 1, questions: questions.size + 1 });
  });
});

describe("a service that answers otherwise than it should", () => {
  it.each([
    ["no JSON", "<html>"],
    ["no vectors", "{}"],
    ["too few", JSON.stringify({ data: [] })],
    ["words for numbers", JSON.stringify({ data: [{ index: 0, embedding: ["a"] }] })],
    ["one twice", JSON.stringify({ data: [0, 0].map((index) => ({ index, embedding: [1] })) })],
  ])("is refused: %s", async (_name, body) => {
    server.does = { status: 200, body };
    onTestFinished(() => {
      server.does = undefined;
    });
    const { places } = embeddingService({ url: server.url, key: null, model });
    await expect(places(body.includes("0,") ? ["a", "b"] : ["a"], 5_000)).rejects.toThrow("no vectors");
  });

  it("is not waited for where the program ends", async () => {
    server.does = "hang";
    onTestFinished(() => {
      server.does = undefined;
    });
    const { service } = opened();
    const ending = new AbortController();
    const asked = server.requests.length;
    await ask("The roof drips");
    await follow();
    const fetching = embeddingJob(test.store, service, log).run({}, ending.signal);
    await eventually(() => expect(server.requests).toHaveLength(asked + 1));
    ending.abort();
    await fetching;
  });
});

describe("a search", () => {
  const opening = (embeddings: Embeddings) =>
    openSearch({ store: test.store, log, mode: "postgres", folder: null, largest: 0, embeddings });
  const first = async (search: ReturnType<typeof opening>, text: string, mayLeave = true) => {
    const { found } = await search.questions({
      communityId: village.communityId,
      locale: "en",
      text,
      limit: 5,
      mayLeave,
    });
    return found[0]?.questionId;
  };

  it("listens to the service once learning has shown that it helps, in both ways of searching", async () => {
    await run(async (tx) => ok(await askToLearn(tx, village.communityId)));
    const options = { store: test.store, log, communityId: village.communityId, settings: learnSettings };
    expect(await trainNext({ ...options, embeddings: model })).toMatchObject({ outcome: "learned" });
    expect((await readLearned(test.store.database, village.communityId)).models[0]).toMatchObject({
      embeddings: model,
    });
    const sent = server.texts.length;
    for (const mode of ["postgres", "memory"] as const) {
      const embeddings = opened();
      const search = openSearch({ store: test.store, log, mode, folder: null, largest: 1_000, embeddings });
      onTestFinished(() => search.close());
      await expect
        .poll(
          async () =>
            (
              await search.questions({
                communityId: village.communityId,
                locale: "en",
                text: "kettle",
                limit: 5,
                mayLeave: true,
              })
            ).ranking,
        )
        .toBe("learned");
      for (const [about, id] of questions) {
        const [thing = "", fault = ""] = about.split(" ");
        // A busy machine may miss the moment that a search waits; what was asked then is known the next time.
        const found = () => first(search, said("c", thing, fault));
        await expect.poll(found, { message: `${mode}: ${about}` }).toBe(id);
      }
    }
    const asked = server.texts.slice(sent);
    expect(new Set(asked).size).toBeLessThanOrEqual(questions.size + 1);
  });

  it("sends nothing of what is said to care alone, and nothing where learning is switched off", async () => {
    const search = opening(opened());
    onTestFinished(() => search.close());
    const sent = server.texts.length;
    await first(search, "stove cstovesmells", false);
    await run((tx) => putInForce(tx, village.admin, { choice: "off" }));
    const other = opening(opened());
    await first(other, "stove cstovesmells");
    await other.close();
    await run((tx) => putInForce(tx, village.admin, { choice: "newest" }));
    expect(server.texts).toHaveLength(sent);
  });

  it.each([["hang"], ["break off"], [{ status: 500, body: "no" }]] as const)(
    "goes on without a service that does this: %j",
    async (does) => {
      const embeddings = opened();
      const search = opening(embeddings);
      onTestFinished(() => search.close());
      const wish = { communityId: village.communityId, locale: "en", text: "kettle ckettleleaks", limit: 5 };
      const listens = async () => (await search.questions({ ...wish, mayLeave: true })).ranking;
      await expect.poll(listens).toBe("learned");
      server.does = does;
      onTestFinished(() => {
        server.does = undefined;
      });
      const plain = await search.questions({ ...wish, text: "kettle heater" });
      const began = performance.now();
      for (let again = 0; again < 5; again++) {
        const found = await search.questions({ ...wish, text: "kettle heater", mayLeave: true });
        expect(found.found.map(({ questionId }) => questionId)).toEqual(
          plain.found.map(({ questionId }) => questionId),
        );
      }
      // Five times as long as a service may take, and a machine that is busy.
      expect(performance.now() - began).toBeLessThan(20_000);
      if (does === "hang") return;
      const health = async () => {
        await search.questions({ ...wish, text: "kettle heater", mayLeave: true });
        return embeddings.queries.health();
      };
      await expect.poll(health).toMatchObject({ failure: expect.any(String), pauses: true });
    },
  );
});
