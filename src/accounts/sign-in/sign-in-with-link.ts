import { err, type Result } from "../../kernel/index.ts";
import { addressKey, signInAllowance, takeAllowance } from "../allowance/take-allowance.ts";
import { checkName } from "../profile.ts";
import { arrive, codeOf, headersOf, type Origin, type SignedIn, type SignInDesk } from "./desk.ts";
import { checkEmail } from "./email.ts";
import { mailedLinkLastsMinutes } from "./mail-port.ts";
import { linkOver } from "./one-time-link.ts";
import { findPersonByEmail } from "./queries.ts";

export interface LinkRequest {
  /** Whose mail it is: the community at whose page the link was asked for. */
  readonly communityId: number;
  readonly email: string;
  /** Given where somebody signs up; without it, a link for an unknown address makes no account. */
  readonly name: string | null;
  /** The language of the page, for the mail. */
  readonly locale: string | null;
}

/**
 * Sends a link that signs in once. The answer, and the work behind it, are the same whether the address is known or not; what the
 * mail says differs. Refuses with `email-invalid`, `name-invalid` or `too-many-requests`.
 */
export async function requestSignInLink(desk: SignInDesk, given: LinkRequest, origin: Origin): Promise<Result<void>> {
  const email = checkEmail(given.email);
  if (!email.ok) return email;
  const name = given.name === null ? null : checkName(given.name);
  if (name && !name.ok) return name;
  const { database, clock } = desk.store;
  for (const key of [addressKey("link:from", origin.address), addressKey("link:as", email.value)]) {
    const allowed = await takeAllowance(database, clock, key, signInAllowance);
    if (!allowed.ok) return allowed;
  }
  const person = await findPersonByEmail(database, email.value);
  const auth = await desk.auth();
  const made: string[] = [];
  await auth.api.signInMagicLink({
    body: {
      email: email.value,
      ...(name ? { name: name.value } : {}),
      metadata: { receive: (secret: string) => void made.push(secret) },
    },
    headers: headersOf(origin),
  });
  const kind = person ? "sign-in" : name ? "sign-up" : "no-account";
  return desk.sendSignInMail({
    communityId: given.communityId,
    email: email.value,
    kind,
    // Nobody gets to know the secret that was made for an address without an account, so it makes none.
    secret: kind === "no-account" ? null : (made[0] ?? null),
    lastsMinutes: mailedLinkLastsMinutes,
    locale: given.locale,
  });
}

/** Signs in with the secret of a mailed link, which is used up. Refuses with `link-over`. */
export async function signInWithLink(
  desk: SignInDesk,
  given: { readonly communityId: number | null; readonly secret: string },
  origin: Origin,
): Promise<Result<SignedIn>> {
  const auth = await desk.auth();
  try {
    const { token, user } = await auth.api.magicLinkVerify({
      query: { token: given.secret },
      headers: headersOf(origin),
    });
    return arrive(desk, user.id, token, given.communityId);
  } catch (error) {
    // better-auth answers a link that does not work with a redirection to an error page.
    if (codeOf(error) === "FOUND") return err(linkOver("Have a new one sent to you"));
    throw error;
  }
}
