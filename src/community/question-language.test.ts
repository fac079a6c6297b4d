import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildVillage, type Village } from "../../tests/factories/people.ts";
import { openTestStore, type TestStore } from "../../tests/factories/store.ts";
import type { Actor } from "../accounts/index.ts";
import { ok, type Result, unwrap } from "../kernel/index.ts";
import type { Transaction } from "../store/index.ts";
import {
  addComment,
  askQuestion,
  editAnswer,
  editQuestion,
  giveAnswer,
  questionLanguages,
  readQuestion,
  sayLanguage,
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

const german = {
  title: "Die Lampe flackert seit gestern",
  body: "Sie ist neu, und die Leitung wurde geprüft.",
  tags: [],
};
const run = <T>(work: (tx: Transaction) => Promise<Result<T>>) => test.store.transact(work);
const ask = async (words: object = {}) => {
  const asked = { group: village.group, ...german, ...words };
  return unwrap(await run((tx) => askQuestion(tx, asker, asked))).id;
};
async function read(id: number) {
  const found = await readQuestion(test.store.database, { communityId: village.communityId, id, readerId: null });
  if (!found || found === "removed") throw new Error(`question ${id} cannot be read`);
  return found;
}
const told = async (id: number) => {
  const { language, languageFrom } = await read(id);
  return `${language} by ${languageFrom}`;
};

describe("the language of a question", () => {
  it("is read from its words", async () => {
    expect(await told(await ask())).toBe("de by text");
    const japanese = { title: "パスワードを忘れました", body: "ログインできません。どうすればいいですか。" };
    expect(await told(await ask(japanese))).toBe("ja by text");
  });

  it("is the community's where the words do not tell", async () => {
    expect(await told(await ask({ title: "E-118", body: "E-118" }))).toBe("en by community");
  });

  it("is what the asker chooses, and stays so however the words change", async () => {
    const id = await ask({ language: "FR" });
    expect(await told(id)).toBe("fr by person");
    unwrap(
      await run((tx) =>
        editQuestion(tx, asker, { questionId: id, ...german, body: "Sie ist schon älter und flackert oft." }),
      ),
    );
    expect(await told(id)).toBe("fr by person");
    unwrap(await run((tx) => editQuestion(tx, asker, { questionId: id, ...german, language: null })));
    expect(await told(id)).toBe("de by text");
  });

  it("follows the words when they are edited", async () => {
    const id = await ask();
    const english = {
      title: "The lamp flickers since yesterday",
      body: "It is new, and somebody looked at the wiring.",
      tags: [],
    };
    unwrap(await run((tx) => editQuestion(tx, asker, { questionId: id, ...english })));
    expect(await told(id)).toBe("en by text");
  });

  it("is corrected by a steward, and tells of it once", async () => {
    const id = await ask();
    const steward = await village.member("Steward", ["steward"]);
    const say = (language: string | null) => run((tx) => sayLanguage(tx, steward, { questionId: id, language }));
    unwrap(await say("nl"));
    unwrap(await say("nl"));
    expect(await told(id)).toBe("nl by person");
    const events = await test.store.database
      .selectFrom("event")
      .select(["actor_id", "data"])
      .where("kind", "=", "question.language-said")
      .where("subject_id", "=", id)
      .execute();
    expect(events).toEqual([{ actor_id: steward.memberId, data: { language: "nl" } }]);
    unwrap(await say(null));
    expect(await told(id)).toBe("de by text");
  });

  it("is refused where no language is called so, and where somebody else's question it is", async () => {
    const id = await ask();
    const edit = { questionId: id, ...german };
    for (const language of ["xx", "deutsch", "<b>"]) {
      expect(await run((tx) => editQuestion(tx, asker, { ...edit, language }))).toMatchObject({
        error: { code: "language-unknown", fields: { language: expect.any(String) } },
      });
    }
    const said = await run((tx) => sayLanguage(tx, asker, { questionId: id, language: "nl" }));
    expect(said).toMatchObject({ ok: false, error: { status: 403 } });
    expect(await told(id)).toBe("de by text");
  });
});

it("answers and comments have their own, and change it with their words", async () => {
  const id = await ask();
  const answer = unwrap(
    await run((tx) => giveAnswer(tx, asker, { questionId: id, body: "Please tighten the bulb and try again." })),
  );
  unwrap(await run((tx) => addComment(tx, asker, { answerId: answer.id }, "Danke, das habe ich gleich versucht.")));
  unwrap(await run((tx) => giveAnswer(tx, asker, { questionId: id, body: "E-118" })));
  const languages = async () =>
    (await read(id)).answers.map(({ language, comments }) => [language, comments[0]?.language]);
  expect(await languages()).toEqual([
    ["en", "de"],
    [null, undefined],
  ]);
  unwrap(await run((tx) => editAnswer(tx, asker, answer.id, "Bitte die Birne festdrehen und noch einmal versuchen.")));
  expect((await languages())[0]).toEqual(["de", "de"]);
});

it("what was asked before Kith looked is looked at by a job, each once", async () => {
  const ids = [await ask(), await ask({ title: "The lamp hums at night", body: "It is quiet during the day." })];
  const answer = unwrap(
    await run((tx) => giveAnswer(tx, asker, { questionId: ids[0] ?? 0, body: "Das liegt am Netzteil." })),
  );
  await run(async (tx) => {
    await tx.db
      .updateTable("question")
      .set({ language: "en", language_from: "unread" })
      .where("id", "in", ids)
      .execute();
    await tx.db.updateTable("message").set({ language: null }).where("id", "=", answer.id).execute();
    return ok(undefined);
  });
  const said = () =>
    test.store.database
      .selectFrom("event")
      .select("subject_id")
      .where("kind", "=", "question.language-said")
      .where("actor_id", "is", null)
      .execute();
  for (let batch = 0; batch < 2; batch++) await questionLanguages(test.store).run({});
  expect([await told(ids[0] ?? 0), await told(ids[1] ?? 0)]).toEqual(["de by text", "en by text"]);
  expect((await read(ids[0] ?? 0)).answers[0]?.language).toBe("de");
  // Only what is found otherwise from now on is told to others.
  expect(await said()).toEqual([{ subject_id: ids[0] }]);
});
