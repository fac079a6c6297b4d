import { settleSecret } from "../accounts/index.ts";
import type { Log } from "../kernel/index.ts";
import type { EventReader, JobKind, Store } from "../store/index.ts";
import type { AnySource, ReadPresses } from "./kinds/kind.ts";
import { questionSource } from "./kinds/question-source.ts";
import { courier, scheduleCourier } from "./mailing/courier.ts";
import type { NewsAddresses } from "./mailing/send-due.ts";
import { type WayOut, wayOutSigner } from "./mailing/way-out.ts";
import { notificationReader } from "./telling/reader.ts";

export interface NotificationsOptions {
  readonly store: Pick<Store, "database" | "transact" | "clock">;
  readonly log: Log;
  /** KITH_SECRET; null takes the one in the database. */
  readonly secret: string | null;
  readonly addresses: NewsAddresses;
  /** Kinds of other rooms, besides those of questions. */
  readonly sources?: readonly AnySource[];
  /** What mails ask their readers; without it they ask nothing. */
  readonly presses?: ReadPresses;
}

/** Everything about notifications that is wired once a process. */
export interface Notifications {
  /** All kinds there are; what lists, choices and mails are made with. */
  readonly sources: readonly AnySource[];
  /** Full addresses of pages. */
  readonly addresses: NewsAddresses;
  readonly reader: EventReader;
  readonly courier: JobKind<object>;
  /** Called at each start. */
  scheduleCourier(): Promise<void>;
  /** What a link at the foot of a mail stops; null for what was not made here. */
  readWayOut(token: string): WayOut | null;
}

/** Opens the room with what questions tell and what the `sources` of other rooms do. Nothing runs yet. */
export async function openNotifications(options: NotificationsOptions): Promise<Notifications> {
  const { store, log, addresses } = options;
  const sources = [questionSource, ...(options.sources ?? [])];
  const signer = wayOutSigner(await settleSecret(store, options.secret));
  return {
    sources,
    addresses,
    reader: notificationReader(sources),
    courier: courier({ store, log, sources, addresses, signer, presses: options.presses ?? (async () => new Map()) }),
    scheduleCourier: () => scheduleCourier(store),
    readWayOut: (token) => signer.read(token),
  };
}
