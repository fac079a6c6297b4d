import type { Actor, GrantableRole } from "../../src/accounts/index.ts";
import { askQuestion } from "../../src/community/index.ts";
import { createLog, unwrap } from "../../src/kernel/index.ts";
import {
  listNotifications,
  type Notifications,
  type NotificationsOptions,
  openNotifications,
} from "../../src/notifications/index.ts";
import type { Store } from "../../src/store/index.ts";
import { aMember } from "./accounts.ts";
import { readAll } from "./events.ts";
import { buildVillage, type Village } from "./people.ts";
import type { TestStore } from "./store.ts";

/** A village whose people sign in and can be told things. */
export interface Newsroom {
  readonly village: Village;
  readonly notifications: Notifications;
  /** A member who signs in, with an address of their own. */
  member(name: string, roles?: readonly GrantableRole[]): Promise<Actor & { readonly email: string }>;
  /** Lets the reader read all that has happened. */
  read(): Promise<void>;
  /** Lets the reader read all of the log once more, from its beginning. */
  replay(): Promise<void>;
  /** What somebody has been told of all that has happened, the newest first, as "line: reason". */
  told(who: Actor): Promise<string[]>;
}

const testAddresses = {
  subject: (community: string, { type, id }: { type: string; id: number }, anchor: string | null) =>
    `https://help.example.org/c/${community}/${type}/${id}${anchor === null ? "" : `#${anchor}`}`,
  settings: (community: string) => `https://help.example.org/c/${community}/settings`,
  wayOut: (community: string, token: string) => `https://help.example.org/c/${community}/stop/${token}`,
};

/** Notifications whose links lead to an address made up for tests. */
export function testNotifications(
  store: Store,
  ofRooms: Pick<NotificationsOptions, "sources" | "presses"> = {},
): Promise<Notifications> {
  return openNotifications({ store, log: createLog("silent"), secret: null, addresses: testAddresses, ...ofRooms });
}

/** What somebody has been told, the newest first, as "line: reason". */
export async function toldTo(store: Store, { sources }: Notifications, who: Actor): Promise<string[]> {
  const list = await listNotifications(store.database, sources, who, { limit: 50, language: "en" });
  return list.notifications.map(({ line, because }) => `${line}: ${because}`);
}

export async function openNewsroom(test: TestStore): Promise<Newsroom> {
  const { store, clock } = test;
  const village = await buildVillage(store);
  const notifications = await testNotifications(store);
  const read = () => readAll(store, notifications.reader);
  return {
    village,
    notifications,
    async member(name, roles = []) {
      const { memberId, personId, email } = await aMember(store, village.communityId, { name, roles });
      return {
        ...{ communityId: village.communityId, memberId, personId, name, email },
        ...{ roles: ["member", ...roles], staff: false, locale: null, theme: null, scopes: null, sessionKey: null },
      };
    },
    read,
    async replay() {
      await store.database
        .updateTable("event_reader")
        .set({ position_tx: "0", position_id: 0, updated_at: clock.now() })
        .where("name", "=", notifications.reader.name)
        .execute();
      await read();
    },
    async told(who) {
      await read();
      return toldTo(store, notifications, who);
    },
  };
}

/** A question that somebody asks in the village's group. */
export async function ask(test: TestStore, asker: Actor, given: { title?: string; tags?: string[] } = {}) {
  const wish = { group: "help", title: "The lamp flickers", body: "Since today.", tags: [], ...given };
  return unwrap(await test.store.transact((tx) => askQuestion(tx, asker, wish))).id;
}
