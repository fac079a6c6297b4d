import { expect, it } from "vitest";
import { readAll } from "../../tests/factories/events.ts";
import { type SearchedVillage, searchByPostgres, searchedVillages } from "../../tests/factories/search.ts";
import { askQuestion, rebuildSearch, removePost } from "../community/index.ts";
import { unwrap } from "../kernel/index.ts";
import { searchReader, wordsJob } from "./index.ts";

// What PostgreSQL searches by is made of the questions anew, whatever stands there.

let here: SearchedVillage;
searchedVillages(searchByPostgres, (village) => {
  here = village;
});

const find = async (text: string) => {
  const { communityId } = here.village;
  const { found } = await here.search.questions({ communityId, locale: "en", text, limit: 5 });
  return found.map(({ questionId }) => questionId);
};

it("cuts what was lost anew, lets go of what is not there any more, and leaves other communities alone", async () => {
  const { test, village, ann } = here;
  const ask = async (title: string) => {
    const asked = { group: "help", title, body: "It began yesterday.", tags: [] };
    return unwrap(await test.store.transact((tx) => askQuestion(tx, ann, asked))).id;
  };
  const [kept, gone] = [await ask("My harmonium wheezes"), await ask("My harmonium squeaks")];
  await readAll(test.store, searchReader);
  unwrap(await test.store.transact((tx) => removePost(tx, village.admin, "question", gone, "It is an advertisement.")));
  const { database } = test.store;
  const words = () =>
    database.selectFrom("search_document").selectAll().where("community_id", "=", village.communityId);
  const [before] = await words().where("question_id", "=", kept).execute();
  const others = await database
    .selectFrom("search_document")
    .selectAll()
    .where("community_id", "<>", village.communityId)
    .execute();
  await database.deleteFrom("search_document").where("question_id", "=", kept).execute();
  expect(await find("harmonium")).toEqual([]);
  unwrap(await test.store.transact((tx) => rebuildSearch(tx, village.admin)));
  await wordsJob(test.store).run({ communityId: village.communityId, after: 0 });
  expect(await words().execute()).toEqual([before]);
  expect(await find("harmonium")).toEqual([kept]);
  expect(
    await database.selectFrom("search_document").selectAll().where("community_id", "<>", village.communityId).execute(),
  ).toEqual(others);
  expect(await test.store.transact((tx) => rebuildSearch(tx, ann))).toMatchObject({
    ok: false,
    error: { status: 403 },
  });
});
