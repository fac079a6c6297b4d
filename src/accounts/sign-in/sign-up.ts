import { err, type Result } from "../../kernel/index.ts";
import { addressKey, signUpAllowance, takeAllowance } from "../allowance/take-allowance.ts";
import { checkName } from "../profile.ts";
import { arrive, codeOf, headersOf, type Origin, type SignedIn, type SignInDesk } from "./desk.ts";
import { checkEmail } from "./email.ts";
import { checkNewPassword } from "./password.ts";
import { emailTaken } from "./people.ts";
import { findPersonByEmail } from "./queries.ts";

export interface SignUp {
  /** The community at whose page it happens; the new person becomes its member. */
  readonly communityId: number | null;
  readonly name: string;
  readonly email: string;
  readonly password: string;
}

/**
 * Makes an account with a password and signs in. Refuses with `name-invalid`, `email-invalid`, `password-invalid`, `email-taken` or
 * `too-many-requests`.
 */
export async function signUp(desk: SignInDesk, given: SignUp, origin: Origin): Promise<Result<SignedIn>> {
  const name = checkName(given.name);
  if (!name.ok) return name;
  const email = checkEmail(given.email);
  if (!email.ok) return email;
  const password = checkNewPassword(given.password, [email.value, name.value]);
  if (!password.ok) return password;
  const { database, clock } = desk.store;
  const allowed = await takeAllowance(database, clock, addressKey("sign-up:from", origin.address), signUpAllowance);
  if (!allowed.ok) return allowed;

  const auth = await desk.auth();
  try {
    const { token, user } = await auth.api.signUpEmail({
      body: { name: name.value, email: email.value, password: password.value },
      headers: headersOf(origin),
    });
    if (!token) throw new Error("better-auth made an account without signing in");
    return arrive(desk, user.id, token, given.communityId);
  } catch (error) {
    // Of two who sign up with one address at the same moment, the unique address lets one through.
    const code = codeOf(error);
    if (code && (await findPersonByEmail(database, email.value))) return err(emailTaken());
    throw error;
  }
}
