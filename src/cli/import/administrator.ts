import { createOneTimeSignIn, grantRole, joinCommunity, listMembers, providePerson } from "../../accounts/index.ts";
import { findCommunity } from "../../community/index.ts";
import { err, ok, type Result, refusal, unwrap } from "../../kernel/index.ts";
import type { Store } from "../../store/index.ts";
import type { CliHost } from "../command.ts";

export interface Administrator {
  readonly memberId: number;
  /** Signs them in once, within seven days. */
  readonly signIn: string;
}

/**
 * Makes whoever has an e-mail address an administrator of the community, with an account where there is none. Whoever may run this
 * command may do so: a community that an import made would have nobody else who could.
 */
export async function makeAdministrator(
  store: Store,
  host: CliHost,
  slug: string,
  email: string,
): Promise<Administrator> {
  const community = await findCommunity(store.database, slug);
  if (!community) throw new Error(`the community ${slug} was there a moment ago`);
  const made = await store.transact(async (tx): Promise<Result<{ memberId: number; secret: string }>> => {
    const name = email.split("@")[0] ?? email;
    const person = await providePerson(tx, { name, email, emailVerified: true });
    if (!person.ok) return person;
    if (!person.value) return err(unproven(email));
    const { personId } = person.value;
    const member = await joinCommunity(tx, personId, community.id);
    if (!member.ok) return member;
    const { memberId } = member.value;
    const granted = await grantRole(tx, { communityId: community.id, actor: null, memberId, role: "admin" });
    return granted.ok ? ok({ memberId, secret: await createOneTimeSignIn(tx, personId) }) : granted;
  });
  const { memberId, secret } = unwrap(made);
  return { memberId, signIn: host.signInAddress(secret, `/c/${slug}`) };
}

/** Refuses early what is no address, rather than after a long import. */
export function checkAdministrator(email: string | undefined): Result<void> {
  if (email === undefined || /^[^\s@]+@[^\s@]+$/.test(email)) return ok(undefined);
  const message = `${email} is no e-mail address.`;
  return err(refusal("invalid", "email-invalid", message, "Write it like name@example.org."));
}

/** What to say about who administers the community, for people; empty where somebody does already. */
export async function aboutAdministrators(store: Store, slug: string, made: Administrator | null): Promise<string> {
  if (made)
    return `It is administered by its new administrator, whom this link signs in once, within a week:\n  ${made.signIn}`;
  const community = await findCommunity(store.database, slug);
  const { members } = await listMembers(store.database, community?.id ?? 0, { role: "admin", limit: 1 });
  if (members.length > 0) return "";
  return "Nobody administers it yet. Run the same command with --admin and your e-mail address: it makes you its administrator.";
}

function unproven(email: string) {
  return refusal(
    "conflict",
    "admin-unproven",
    `The account with the address ${email} has not shown that the address is its own. The import itself is done.`,
    "Let them sign in with a mailed link once, then run the same command again.",
  );
}
