import { err, hashSecret, newSecret, ok, type Result, refusal } from "../../kernel/index.ts";
import type { Database, Transaction } from "../../store/index.ts";
import { createPerson, createSession } from "./people.ts";
import { anyCommunity, deleteSetUpLinks, insertOneTimeLink, oneTimeLinkWorks, takeOneTimeLink } from "./queries.ts";

const dayMs = 24 * 60 * 60 * 1000;
/** Set-up links are printed on the terminal that starts Kith; whoever starts it again gets a new one. */
const setUpLastsMs = dayMs;
/** Links of the demonstration are passed around for as long as it is looked at. */
const oneTimeSignInLastsMs = 7 * dayMs;

/** Whether nothing has been set up yet. */
export async function installationIsEmpty(database: Database): Promise<boolean> {
  return !(await anyCommunity(database));
}

/** The secret of a new set-up link; those printed before stop working. Refuses with `already-set-up`. */
export async function createSetUpLink(tx: Transaction): Promise<Result<{ secret: string }>> {
  if (await anyCommunity(tx.db)) return err(alreadySetUp());
  await deleteSetUpLinks(tx);
  const secret = newSecret();
  const expiresAt = new Date(tx.now.getTime() + setUpLastsMs);
  await insertOneTimeLink(tx, { secretHash: hashSecret(secret), purpose: "set-up", personId: null, expiresAt });
  return ok({ secret });
}

/** Whether a set-up link would work, for the page that it opens. */
export async function setUpLinkWorks(database: Database, secret: string, now: Date): Promise<boolean> {
  return (await installationIsEmpty(database)) && oneTimeLinkWorks(database, hashSecret(secret), "set-up", now);
}

export interface FirstPerson {
  readonly name: string;
  readonly email: string;
  readonly password: string;
}

/**
 * Uses the set-up link up, makes the first person and begins their session. The caller makes the community and its first
 * administrator in the same transaction, so that a set-up that fails can be tried again with the same link.
 */
export async function takeSetUpLink(
  tx: Transaction,
  secret: string,
  first: FirstPerson,
  agent: string | null,
): Promise<Result<{ personId: string; sessionToken: string }>> {
  if (await anyCommunity(tx.db)) return err(alreadySetUp());
  if (!(await takeOneTimeLink(tx, hashSecret(secret), "set-up"))) return err(linkOver("npm start prints a new one"));
  const person = await createPerson(tx, { ...first, emailVerified: true });
  if (!person.ok) return person;
  const { personId } = person.value;
  return ok({ personId, sessionToken: await createSession(tx, personId, agent) });
}

/** The secret of a link that signs a person in once, within seven days: for a terminal to print. */
export async function createOneTimeSignIn(tx: Transaction, personId: string): Promise<string> {
  const secret = newSecret();
  const expiresAt = new Date(tx.now.getTime() + oneTimeSignInLastsMs);
  await insertOneTimeLink(tx, { secretHash: hashSecret(secret), purpose: "sign-in", personId, expiresAt });
  return secret;
}

/** Uses a sign-in link up and begins the session. */
export async function takeOneTimeSignIn(
  tx: Transaction,
  secret: string,
  agent: string | null,
): Promise<Result<{ personId: string; sessionToken: string }>> {
  const link = await takeOneTimeLink(tx, hashSecret(secret), "sign-in");
  if (!link?.personId) return err(linkOver("Ask for a new one"));
  return ok({ personId: link.personId, sessionToken: await createSession(tx, link.personId, agent) });
}

export function linkOver(next: string) {
  return refusal(
    "gone",
    "link-over",
    "This link does not work any more: it was used already, or it is too old.",
    `${next}.`,
  );
}

function alreadySetUp() {
  return refusal("conflict", "already-set-up", "This Kith is set up already.", "Sign in as one of its administrators.");
}
