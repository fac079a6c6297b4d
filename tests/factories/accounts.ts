import {
  type Accounts,
  type Actor,
  createMember,
  createPerson,
  type GrantableRole,
  grantRole,
  openAccounts,
  type SignInMail,
} from "../../src/accounts/index.ts";
import { createLog, ok, unwrap } from "../../src/kernel/index.ts";
import type { Store } from "../../src/store/index.ts";

let made = 0;

/** A community with nobody in it. */
export async function aCommunity(store: Store, slug = `community-${++made}`): Promise<number> {
  const { id } = await store.database
    .insertInto("community")
    .values({ slug, name: "A community", created_at: store.clock.now() })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

export interface MemberMade {
  readonly communityId: number;
  readonly memberId: number;
  readonly personId: string;
  readonly email: string;
}

/** A person, without a password unless told, who is a member and holds the roles. */
export async function aMember(
  store: Store,
  communityId: number,
  given: { name?: string; roles?: readonly GrantableRole[]; email?: string; password?: string } = {},
): Promise<MemberMade> {
  const email = given.email ?? `person-${++made}@example.org`;
  const name = given.name ?? `Person ${made}`;
  const password = given.password ?? null;
  return unwrap(
    await store.transact(async (tx) => {
      const { personId } = unwrap(await createPerson(tx, { name, email, password, emailVerified: true }));
      const { memberId } = unwrap(await createMember(tx, { communityId, personId, name }));
      for (const role of given.roles ?? []) unwrap(await grantRole(tx, { communityId, actor: null, memberId, role }));
      return ok({ communityId, memberId, personId, email });
    }),
  );
}

/** An actor out of nothing, for decisions that need no database. */
export function anActor(given: Partial<Actor> = {}): Actor {
  return {
    communityId: 1,
    memberId: 1,
    personId: "person",
    name: "Ada",
    roles: ["member"],
    staff: false,
    locale: null,
    theme: null,
    scopes: null,
    sessionKey: "key",
    ...given,
  };
}

/** Accounts whose mails are collected in place of being sent. */
export async function testAccounts(
  store: Store,
  publicUrl = "http://localhost:3000",
): Promise<{ accounts: Accounts; mails: SignInMail[] }> {
  const mails: SignInMail[] = [];
  const accounts = await openAccounts({
    store,
    log: createLog("silent"),
    publicUrl: () => publicUrl,
    secret: null,
    sendSignInMail: async (mail) => {
      mails.push(mail);
      return ok(undefined);
    },
  });
  return { accounts, mails };
}

/** What a browser sends back of a Set-Cookie header. */
export function cookieHeaderOf(setCookie: string): string {
  return setCookie.split(";", 1)[0] ?? "";
}
