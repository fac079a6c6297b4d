import { afterAll, beforeAll, expect, it } from "vitest";
import { eventually } from "../../tests/factories/eventually.ts";
import { buildVillage, type Village } from "../../tests/factories/people.ts";
import { openTestStore, type TestStore } from "../../tests/factories/store.ts";
import { unwrap } from "../kernel/index.ts";
import { editCommunity, rememberCommunities } from "./index.ts";

let test: TestStore;
let village: Village;
beforeAll(async () => {
  test = await openTestStore();
  village = await buildVillage(test.store, "remembered");
});
afterAll(() => test?.close());

it("finds a community anew once a hint says that it changed, and knows none at other addresses", async () => {
  const communityAt = rememberCommunities(test.store);
  expect((await communityAt("remembered"))?.name).toBe("Village remembered");
  const fields = { name: "Renamed", description: "", locale: "en", colourAccent: null, colourPaper: null };
  unwrap(await test.store.transact((tx) => editCommunity(tx, village.admin, fields)));
  await eventually(async () => expect((await communityAt("remembered"))?.name).toBe("Renamed"));
  expect(await communityAt("nowhere")).toBeNull();
  expect(await communityAt("../etc")).toBeNull();
});

it("sees a change within half a minute even where no hint came", async () => {
  const communityAt = rememberCommunities({ ...test.store, hints: { ...test.store.hints, subscribe: () => () => {} } });
  const before = (await communityAt("remembered"))?.name;
  const fields = { name: "Quietly renamed", description: "", locale: "en", colourAccent: null, colourPaper: null };
  unwrap(await test.store.transact((tx) => editCommunity(tx, village.admin, fields)));
  expect((await communityAt("remembered"))?.name).toBe(before);
  test.clock.advance(31_000);
  expect((await communityAt("remembered"))?.name).toBe("Quietly renamed");
});
