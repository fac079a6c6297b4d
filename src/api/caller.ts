import { type Actor, ensureMay, may, type Permission } from "../accounts/index.ts";
import { type HttpContext, isCrossSite } from "../http/index.ts";
import { RefusalError, refusal, unwrap } from "../kernel/index.ts";
import type { ApiServices } from "./services.ts";

const tokenInvalid = refusal(
  "unauthenticated",
  "token-invalid",
  "This token is unknown, revoked, over, or of another community.",
  "Send Authorization: Bearer kith_… with a token of this community; create one on your account page.",
);
const crossSite = refusal(
  "forbidden",
  "cross-site-refused",
  "This request comes from another site, so the session in the cookie does not count.",
  "Send an API token instead: Authorization: Bearer kith_….",
);
const signInNeeded = refusal(
  "unauthenticated",
  "sign-in-needed",
  "Nobody is signed in.",
  "Send an API token as Authorization: Bearer kith_…, or sign in.",
);
const notAMember = refusal(
  "forbidden",
  "not-a-member",
  "You are signed in, but have not joined this community.",
  "Join the community first.",
);

/**
 * Who asks: the member of a token, of a session's cookie, or null for a visitor. A token that is no good is refused rather than
 * taken for a visitor, and a session changes nothing from another site (OWASP, Cross-Site Request Forgery Prevention).
 */
export async function findCaller(c: HttpContext, services: ApiServices, communityId: number): Promise<Actor | null> {
  const authorization = c.req.header("authorization");
  if (authorization !== undefined) {
    const secret = /^Bearer +(\S+)$/i.exec(authorization)?.[1];
    const actor = secret ? await services.accounts.readTokenActor(secret, communityId) : null;
    if (!actor) throw new RefusalError(tokenInvalid);
    return actor;
  }
  const cookie = c.req.header("cookie");
  const actor = cookie ? await services.accounts.readActor(cookie, communityId) : null;
  if (!actor || c.req.method === "GET" || c.req.method === "HEAD") return actor;
  const from = { origin: c.req.header("origin"), secFetchSite: c.req.header("sec-fetch-site") };
  if (isCrossSite(from, c.req.header("host") ?? "")) throw new RefusalError(crossSite);
  return actor;
}

/**
 * Lets somebody in, or throws the refusal that says what is missing. Whose thing it is, the verb behind asks: here it is roles and
 * scopes that count, so those on one's own things are asked as if it were one's own.
 */
export async function ensureAllowed(
  c: HttpContext,
  services: ApiServices,
  actor: Actor | null,
  permission: Permission,
): Promise<void> {
  const asked = permission as "edit own messages";
  if (actor) unwrap(ensureMay(actor, asked, { ownerId: actor.memberId }));
  else if (!may(null, asked, { ownerId: 0 })) await refuseVisitor(c, services);
}

/** Says to somebody without a membership what they lack. */
export async function refuseVisitor(c: HttpContext, services: ApiServices): Promise<never> {
  if (await services.accounts.readPerson(c.req.header("cookie"))) throw new RefusalError(notAMember);
  throw new RefusalError(signInNeeded);
}
