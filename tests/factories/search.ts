import { afterAll, beforeAll, beforeEach } from "vitest";
import type { Actor } from "../../src/accounts/index.ts";
import { createLog } from "../../src/kernel/index.ts";
import { openSearch, type Search } from "../../src/search/index.ts";
import type { Store } from "../../src/store/index.ts";
import { buildVillage, type Village } from "./people.ts";
import { openTestStore, type TestStore } from "./store.ts";

/** Search by PostgreSQL alone, without a thread: whoever writes lets `searchReader` read before looking. */
export function searchByPostgres(store: Store): Search {
  return openSearch({ store, log: createLog("silent"), mode: "postgres", folder: null, largest: 0 });
}

/** A search, and a village of its own for each test, in which Ann asks and Bob answers. */
export interface SearchedVillage {
  readonly test: TestStore;
  readonly search: Search;
  readonly village: Village;
  readonly ann: Actor;
  readonly bob: Actor;
}

/** Opens one store and one search for a file's tests; before each of them `arrive` is given the new village. */
export function searchedVillages(
  open: (store: Store) => Search,
  arrive: (here: SearchedVillage) => void | Promise<void>,
): void {
  let test: TestStore;
  let search: Search;
  beforeAll(async () => {
    test = await openTestStore();
    search = open(test.store);
  });
  afterAll(async () => {
    await search?.close();
    await test?.close();
  });
  beforeEach(async () => {
    const village = await buildVillage(test.store);
    await arrive({ test, search, village, ann: await village.member("Ann"), bob: await village.member("Bob") });
  });
}
