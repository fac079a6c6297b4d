import type { Accounts } from "../accounts/index.ts";
import type { Assets } from "../http/index.ts";
import type { Configuration, Log } from "../kernel/index.ts";
import type { Notifications } from "../notifications/index.ts";
import type { Search } from "../search/index.ts";
import type { Store } from "../store/index.ts";

/** What the pages stand on; `app.ts` fills it in. */
export interface WebServices {
  readonly store: Store;
  readonly search: Search;
  readonly accounts: Accounts;
  readonly notifications: Pick<Notifications, "sources" | "readWayOut">;
  readonly assets: Assets;
  readonly log: Log;
  readonly configuration: Pick<Configuration, "smtpUrl">;
  /** Of Kith, as in package.json. */
  readonly version: string;
  /** What the data lies in, in words: `PostgreSQL, started by Kith`. */
  readonly databaseName: string;
  /** The address that people type, without a slash at the end; known once Kith listens. */
  readonly publicUrl: () => string;
}
