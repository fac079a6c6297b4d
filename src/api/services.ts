import type { Accounts } from "../accounts/index.ts";
import type { Triage } from "../care/index.ts";
import type { Configuration, Log } from "../kernel/index.ts";
import type { Notifications } from "../notifications/index.ts";
import type { Search } from "../search/index.ts";
import type { Store } from "../store/index.ts";

/** What the API stands on; `app.ts` fills it in. */
export interface ApiServices {
  readonly store: Store;
  readonly search: Search;
  readonly accounts: Pick<Accounts, "readActor" | "readPerson" | "readTokenActor">;
  readonly notifications: Pick<Notifications, "sources" | "addresses">;
  /** What kind of message one is. */
  readonly triage: Triage;
  readonly log: Log;
  readonly configuration: Pick<Configuration, "trustedProxies">;
  /** The address that people type, without a slash at the end; known for sure once the program listens. */
  readonly publicUrl: () => string;
}
