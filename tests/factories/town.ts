import path from "node:path";
import {
  type Actor,
  createMember,
  createOneTimeSignIn,
  createPerson,
  type GrantableRole,
  grantRole,
  isStaff,
} from "../../src/accounts/index.ts";
import { createCommunity, createGroup, type GroupFields } from "../../src/community/index.ts";
import { createLog, ok, systemClock, unwrap } from "../../src/kernel/index.ts";
import { openStore, type Store } from "../../src/store/index.ts";
import { signInNowAddress } from "../../src/web/index.ts";
import { pathsOf } from "../../src/web/url.ts";
import { makeDataFolder } from "./data-folder.ts";
import { type Environment, type Kith, startKith } from "./kith.ts";

/** Somebody who lives in a town: may act through the rooms, and sign in to the pages. */
export interface Resident {
  readonly name: string;
  readonly email: string;
  readonly personId: string;
  readonly actor: Actor;
}

/** A whole Kith that serves, with one community in it, and its store opened beside it as a command would. */
export interface Town {
  readonly kith: Kith;
  readonly folder: string;
  readonly store: Store;
  readonly slug: string;
  readonly communityId: number;
  readonly paths: ReturnType<typeof pathsOf>;
  /** A path of this Kith as a full address. */
  at(path: string): string;
  resident(name: string, roles?: readonly GrantableRole[]): Promise<Resident>;
  /** A link that signs this resident in once. */
  signInLink(resident: Resident, to?: string): Promise<string>;
  group(admin: Actor, fields: Partial<GroupFields> & { slug: string; name: string }): Promise<void>;
  close(): Promise<void>;
}

const migrations = path.resolve(import.meta.dirname, "../../src/store/migrations");
let residents = 0;

/** Starts a Kith on an empty folder and founds a community there. */
export async function foundTown(slug = "lamps", environment: Environment = {}): Promise<Town> {
  const folder = makeDataFolder();
  const kith = await startKith(folder, environment);
  const store = await openStoreOf(folder);
  const wish = { slug, name: "Lamps and light", description: "All about lamps and light at home.", locale: "en" };
  const { id } = unwrap(await store.transact((tx) => createCommunity(tx, wish)));
  return settle(folder, kith, store, { id, slug });
}

/** The store of a data folder, beside the Kith that serves it. */
export function openStoreOf(dataFolder: string): Promise<Store> {
  return openStore({
    configuration: { databaseUrl: null, dataFolder },
    clock: systemClock,
    log: createLog("silent"),
    serving: false,
    migrations,
    applicationName: "kith test",
  });
}

/** The town that is in a data folder already. */
export function settle(folder: string, kith: Kith, store: Store, community: { id: number; slug: string }): Town {
  const paths = pathsOf(community.slug);
  const communityId = community.id;
  return {
    kith,
    folder,
    store,
    paths,
    communityId,
    slug: community.slug,
    at: (where) => new URL(where, kith.address).href,
    resident: (name, roles = []) => makeResident(store, communityId, name, roles),
    async signInLink({ personId }, to = paths.home) {
      const secret = unwrap(await store.transact(async (tx) => ok(await createOneTimeSignIn(tx, personId))));
      return signInNowAddress(kith.address, secret, to);
    },
    async group(admin, fields) {
      const wish = { purpose: "Ask here.", rules: "", charter: "help" as const, ...fields };
      unwrap(await store.transact((tx) => createGroup(tx, admin, wish)));
    },
    async close() {
      await store.close();
      await kith.stop();
    },
  };
}

async function makeResident(
  store: Store,
  communityId: number,
  name: string,
  roles: readonly GrantableRole[],
): Promise<Resident> {
  const email = `resident-${++residents}@example.org`;
  const made = unwrap(
    await store.transact(async (tx) => {
      const { personId } = unwrap(await createPerson(tx, { name, email, password: null, emailVerified: true }));
      const { memberId } = unwrap(await createMember(tx, { communityId, personId, name }));
      for (const role of roles) unwrap(await grantRole(tx, { communityId, actor: null, memberId, role }));
      return ok({ personId, memberId });
    }),
  );
  const actor: Actor = {
    ...{ communityId, memberId: made.memberId, personId: made.personId, name },
    ...{ roles: ["member", ...roles], staff: isStaff(roles) },
    ...{ locale: null, theme: null, scopes: null, sessionKey: null },
  };
  return { name, email, personId: made.personId, actor };
}
