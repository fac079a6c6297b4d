import { err, type Result, refusal } from "../../kernel/index.ts";
import { addressKey, signInAllowance, takeAllowance } from "../allowance/take-allowance.ts";
import { arrive, codeOf, headersOf, type Origin, type SignedIn, type SignInDesk } from "./desk.ts";
import { checkEmail } from "./email.ts";
import { hashPassword, needsRehash } from "./password.ts";
import { newPersonId } from "./people.ts";
import { findPassword, setPassword } from "./queries.ts";

export interface PasswordSignIn {
  readonly communityId: number | null;
  readonly email: string;
  readonly password: string;
}

/** A longer one is nobody's, and need not be hashed to know that. */
const longestTried = 1024;

/**
 * Signs in with a password. An unknown address and a wrong password are the same refusal, `sign-in-refused`, after the same time:
 * better-auth hashes for both.
 */
export async function signInWithPassword(
  desk: SignInDesk,
  given: PasswordSignIn,
  origin: Origin,
): Promise<Result<SignedIn>> {
  const email = checkEmail(given.email);
  if (!email.ok) return email;
  const { database, clock } = desk.store;
  for (const key of [addressKey("sign-in:from", origin.address), addressKey("sign-in:as", email.value)]) {
    const allowed = await takeAllowance(database, clock, key, signInAllowance);
    if (!allowed.ok) return allowed;
  }
  if (given.password.length > longestTried) return err(signInRefused());
  const auth = await desk.auth();
  try {
    const { token, user } = await auth.api.signInEmail({
      body: { email: email.value, password: given.password },
      headers: headersOf(origin),
    });
    await hashAnew(desk, user.id, given.password);
    return arrive(desk, user.id, token, given.communityId);
  } catch (error) {
    if (codeOf(error) === "INVALID_EMAIL_OR_PASSWORD") return err(signInRefused());
    throw error;
  }
}

/** A password is known only while its person signs in, so that is when a hash of an earlier cost is replaced. */
async function hashAnew(desk: SignInDesk, personId: string, password: string): Promise<void> {
  const phc = await findPassword(desk.store.database, personId);
  if (!phc || !needsRehash(phc)) return;
  const better = await hashPassword(password);
  await desk.store.transact(async (tx) => {
    await setPassword(tx, personId, newPersonId(), better);
    return { ok: true, value: undefined };
  });
}

export function signInRefused() {
  return refusal(
    "unauthenticated",
    "sign-in-refused",
    "This address and password do not belong together.",
    "Try again, or have a sign-in link sent to you.",
  );
}
