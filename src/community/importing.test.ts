import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildVillage, type Village } from "../../tests/factories/people.ts";
import { openTestStore, type TestStore } from "../../tests/factories/store.ts";
import type { Actor } from "../accounts/index.ts";
import { mostImported } from "../conversation/index.ts";
import { ok, type Result, unwrap } from "../kernel/index.ts";
import type { Transaction } from "../store/index.ts";
import {
  askQuestion,
  confirmAnswer,
  describeTags,
  editAnswer,
  findImported,
  giveAnswer,
  linkQuestions,
  listImportedWithout,
  listTags,
  lockImport,
  provideGroup,
  readQuestion,
  rememberImported,
} from "./index.ts";

let test: TestStore;
let village: Village;
let asker: Actor;
beforeAll(async () => {
  test = await openTestStore();
  village = await buildVillage(test.store);
  asker = await village.member("Asker");
});
afterAll(() => test?.close());

const run = <T>(work: (tx: Transaction) => Promise<Result<T>>) => test.store.transact(work);
async function ask(): Promise<number> {
  const asked = { group: village.group, title: "The lamp flickers", body: "Since today.", tags: [] };
  return unwrap(await run((tx) => askQuestion(tx, asker, asked))).id;
}
async function read(id: number) {
  const found = await readQuestion(test.store.database, { communityId: village.communityId, id, readerId: null });
  if (!found || found === "removed") throw new Error(`question ${id} cannot be read`);
  return found;
}
const link = (questionId: number, otherId: number, kind: "related" | "duplicate") =>
  run((tx) => linkQuestions(tx, { communityId: village.communityId, questionId, otherId, kind }));

it("what was written elsewhere may be longer than what is typed, and can be mended without being shortened", async () => {
  const questionId = await ask();
  const body = `${"Turn it. ".repeat(4000)}teh end`;
  const give = (given: { body: string; mostCharacters?: number }) =>
    run((tx) => giveAnswer(tx, asker, { questionId, ...given }));
  expect(await give({ body })).toMatchObject({ ok: false, error: { code: "body-too-long" } });
  const { id } = unwrap(await give({ body, mostCharacters: mostImported }));
  unwrap(await run((tx) => editAnswer(tx, asker, id, body.replace("teh", "the"))));
  expect((await read(questionId)).answers).toMatchObject([{ body: body.replace("teh", "the") }]);
  const grown = await run((tx) => editAnswer(tx, asker, id, `${body}!`));
  expect(grown).toMatchObject({ ok: false, error: { code: "body-too-long" } });
});

describe("linked questions", () => {
  it("a duplicate stays readable and leads to its original", async () => {
    const [original, later] = [await ask(), await ask()];
    expect(unwrap(await link(later, original, "duplicate"))).toEqual({ linked: true, duplicate: true });
    expect(unwrap(await link(later, original, "duplicate"))).toEqual({ linked: false, duplicate: false });
    expect(await read(later)).toMatchObject({ state: "duplicate", duplicateOf: { id: original } });
    expect(await read(original)).toMatchObject({ state: "waiting", duplicates: [{ id: later }] });
  });

  it("what its asker has confirmed as solved stays solved", async () => {
    const [original, later] = [await ask(), await ask()];
    const answer = unwrap(await run((tx) => giveAnswer(tx, asker, { questionId: later, body: "A new bulb." })));
    unwrap(await run((tx) => confirmAnswer(tx, asker, answer.id)));
    expect(unwrap(await link(later, original, "duplicate"))).toEqual({ linked: true, duplicate: false });
    expect((await read(later)).state).toBe("solved");
  });

  it("duplicates never lead in a circle", async () => {
    const [a, b, c] = [await ask(), await ask(), await ask()];
    unwrap(await link(a, b, "duplicate"));
    unwrap(await link(b, c, "duplicate"));
    expect(unwrap(await link(c, a, "duplicate"))).toEqual({ linked: true, duplicate: false });
    expect((await read(c)).state).toBe("waiting");
    expect(await link(a, a, "related")).toMatchObject({ error: { code: "linked-to-itself" } });
    expect(await link(a, 999_999, "related")).toMatchObject({ error: { code: "question-missing" } });
  });
});

it("tags get a description, and an empty one takes none away", async () => {
  const { communityId } = village;
  const describe = (description: string) =>
    run((tx) => describeTags(tx, communityId, [{ name: "#Lamps", description }]));
  expect(unwrap(await describe("All that shines."))).toEqual({ names: ["lamps"] });
  unwrap(await describe(""));
  const listed = await listTags(test.store.database, communityId, { name: "lamps" });
  expect(listed).toEqual([{ name: "lamps", description: "All that shines." }]);
});

it("a group is opened once and taken as it is after that", async () => {
  const provide = () => run((tx) => provideGroup(tx, village.communityId, { slug: "lamps", name: "Lamps" }));
  expect(unwrap(await provide())).toEqual({ slug: "lamps", created: true });
  expect(unwrap(await provide())).toEqual({ slug: "lamps", created: false });
});

it("an import knows what it brought, by kind and source", async () => {
  const key = { communityId: village.communityId, source: "elsewhere" };
  await run(async (tx) => {
    await lockImport(tx, key);
    await rememberImported(tx, key, [
      { kind: "question", sourceId: 1, targetId: 11 },
      { kind: "question", sourceId: 2, targetId: 12 },
      { kind: "answer", sourceId: 1, targetId: 21 },
    ]);
    await rememberImported(tx, key, [{ kind: "question", sourceId: 2, targetId: 13 }]);
    return ok(null);
  });
  const { database } = test.store;
  expect(await findImported(database, key, "question", [1, 2, 2, 3])).toEqual(
    new Map([
      [1, 11],
      [2, 13],
    ]),
  );
  expect(await findImported(database, { ...key, source: "other" }, "question", [1])).toEqual(new Map());
  const left = await listImportedWithout(database, key, { with: "question", without: "answer" }, 0, 10);
  expect(left).toEqual([{ kind: "question", sourceId: 2, targetId: 13 }]);
});
