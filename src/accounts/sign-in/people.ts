import { randomBytes } from "node:crypto";
import { err, newSecret, ok, type Result, refusal } from "../../kernel/index.ts";
import type { Transaction } from "../../store/index.ts";
import { sessionLastsMs } from "../actors/read-actor.ts";
import { checkName } from "../profile.ts";
import { shortAgent } from "./desk.ts";
import { checkEmail } from "./email.ts";
import { checkNewPassword, hashPassword } from "./password.ts";
import { insertPerson, insertSession, setPassword } from "./queries.ts";

export interface NewPerson {
  readonly name: string;
  readonly email: string;
  /** null: signs in by links only. */
  readonly password: string | null;
  /** Whether the address is known to be theirs. */
  readonly emailVerified: boolean;
}

/** An id as better-auth's tables have them: a string that says nothing. */
export function newPersonId(): string {
  return randomBytes(18).toString("base64url");
}

/** Makes a person within a transaction: for the set-up, the command line and the demonstration. Signing up is `Accounts.signUp`. */
export async function createPerson(tx: Transaction, given: NewPerson): Promise<Result<{ personId: string }>> {
  const name = checkName(given.name);
  if (!name.ok) return name;
  const email = checkEmail(given.email);
  if (!email.ok) return email;
  if (given.password !== null) {
    const password = checkNewPassword(given.password, [email.value, name.value]);
    if (!password.ok) return password;
  }
  const personId = newPersonId();
  const person = { id: personId, name: name.value, email: email.value, emailVerified: given.emailVerified };
  if (!(await insertPerson(tx, person))) return err(emailTaken());
  if (given.password !== null) await setPassword(tx, personId, newPersonId(), await hashPassword(given.password));
  return ok({ personId });
}

/** Begins a session; the token is what its cookie carries. */
export async function createSession(tx: Transaction, personId: string, agent: string | null): Promise<string> {
  const token = newSecret();
  const expiresAt = new Date(tx.now.getTime() + sessionLastsMs);
  await insertSession(tx, { id: newPersonId(), token, personId, expiresAt, agent: shortAgent(agent) });
  return token;
}

export function emailTaken() {
  const sentence = "There is an account with this address already.";
  return refusal("conflict", "email-taken", sentence, "Sign in with it, or have a sign-in link sent to it.", {
    email: sentence,
  });
}
