import { hash, randomFillSync, timingSafeEqual } from "node:crypto";

/**
 * Protection of forms against other sites (OWASP, Cross-Site Request Forgery Prevention): every form carries a token made from
 * the session's own secret, and a request that the browser says comes from another site is refused whatever it carries.
 */

const bytes = 32;

/** Random bytes for the next pages: to ask the system for as many as one page needs costs more than all else that its token takes. */
const drawn = Buffer.alloc(128 * bytes);
let used = drawn.length;

function nextMask(): Buffer {
  if (used === drawn.length) {
    randomFillSync(drawn);
    used = 0;
  }
  used += bytes;
  return drawn.subarray(used - bytes, used);
}

/** The same for a whole session. `sessionKey` is unguessable and never leaves the server as such, so its hash is as good as a HMAC. */
function secretOf(sessionKey: string): Buffer {
  return hash("sha256", `form token of ${sessionKey}`, "buffer");
}

/** A token for one page: masked anew each time, so that compressed pages do not give it away (the BREACH attack). */
export function makeFormToken(sessionKey: string): string {
  const mask = nextMask();
  return Buffer.concat([mask, xor(mask, secretOf(sessionKey))]).toString("base64url");
}

/** Whether a token was made for this session. */
export function isFormToken(sessionKey: string, token: string): boolean {
  const given = Buffer.from(token, "base64url");
  if (given.length !== 2 * bytes) return false;
  return timingSafeEqual(xor(given.subarray(0, bytes), given.subarray(bytes)), secretOf(sessionKey));
}

function xor(a: Buffer, b: Buffer): Buffer {
  const out = Buffer.alloc(bytes);
  for (let i = 0; i < bytes; i += 1) out[i] = (a[i] ?? 0) ^ (b[i] ?? 0);
  return out;
}

/** Whether the browser says that a request comes from another site; old browsers that say nothing are let through here. */
export function isCrossSite(
  headers: { origin?: string | undefined; secFetchSite?: string | undefined },
  ownHost: string,
): boolean {
  if (headers.secFetchSite) return headers.secFetchSite !== "same-origin" && headers.secFetchSite !== "none";
  if (!headers.origin) return false;
  return URL.canParse(headers.origin) ? new URL(headers.origin).host !== ownHost : true;
}
