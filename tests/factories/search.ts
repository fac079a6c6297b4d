import { createLog } from "../../src/kernel/index.ts";
import { openSearch, type Search } from "../../src/search/index.ts";
import type { Store } from "../../src/store/index.ts";

/** Search by PostgreSQL alone, without a thread: whoever writes lets `searchReader` read before looking. */
export function searchByPostgres(store: Store): Search {
  return openSearch({ store, log: createLog("silent"), mode: "postgres", folder: null, largest: 0 });
}
