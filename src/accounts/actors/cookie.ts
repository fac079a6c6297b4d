import { createHmac, createSecretKey, hash, timingSafeEqual } from "node:crypto";
import { remembered } from "../../kernel/index.ts";

/**
 * Browsers keep a cookie for at most 400 days (RFC 6265bis, section 5.5). The session row decides when a session is over; the
 * cookie only has to live longer.
 */
const keptByBrowserSeconds = 400 * 24 * 60 * 60;

/** How many sessions whose signature was right are remembered: whoever reads sends the same with each page. */
const mostRemembered = 2000;

/** What a cookie that we signed says. */
export interface SignedSession {
  readonly token: string;
  /** Something unguessable that stays the same for the whole session, for CSRF tokens; says nothing about the token. */
  readonly key: string;
}

/** Reads and writes the cookie that carries a session's token, signed as better-auth signs it (docs/decisions/0002-accounts.md). */
export interface SessionCookie {
  readonly name: string;
  /** The session, if the Cookie header has one that we signed. */
  read(cookieHeader: string | null | undefined): SignedSession | null;
  /** The Set-Cookie header that signs a browser in. */
  write(token: string): string;
  /** The Set-Cookie header that signs a browser out. */
  clear(): string;
}

export interface SessionCookieOptions {
  /** Signs; at least 32 characters. */
  readonly secret: string;
  /** Whether people reach Kith by https. */
  readonly secure: boolean;
}

export function sessionCookieName(secure: boolean): string {
  return secure ? "__Host-kith-session" : "kith-session";
}

/** The value of a cookie in a Cookie header, not decoded; null where it has none of this name. */
function findCookie(header: string, name: string): string | null {
  const wanted = `${name}=`;
  for (let at = header.indexOf(wanted); at !== -1; at = header.indexOf(wanted, at + 1)) {
    if (at > 0 && header[at - 1] !== " " && header[at - 1] !== ";") continue;
    const end = header.indexOf(";", at);
    return header.slice(at + wanted.length, end === -1 ? undefined : end).trimEnd();
  }
  return null;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return "";
  }
}

function equal(a: string, b: string): boolean {
  const left = Buffer.from(a);
  const right = Buffer.from(b);
  return left.length === right.length && timingSafeEqual(left, right);
}

export function createSessionCookie({ secret, secure }: SessionCookieOptions): SessionCookie {
  if (secret.length < 32) throw new Error("a signing secret has at least 32 characters");
  const key = createSecretKey(secret, "utf8");
  const name = sessionCookieName(secure);
  const attributes = `Path=/; HttpOnly${secure ? "; Secure" : ""}; SameSite=Lax`;
  const sign = (text: string) => createHmac("sha256", key).update(text).digest("base64");
  // By the decoded value: one session can be written in many ways in a header, and has but one value that we signed.
  const sessionOf = remembered(mostRemembered, (value): SignedSession | null => {
    const dot = value.lastIndexOf(".");
    if (dot < 1) return null;
    const token = value.slice(0, dot);
    if (!equal(value.slice(dot + 1), sign(token))) return null;
    return { token, key: hash("sha256", `session key of ${token}`, "base64") };
  });
  return {
    name,
    read(header) {
      const raw = header ? findCookie(header, name) : null;
      return raw ? sessionOf(decoded(raw)) : null;
    },
    write: (token) =>
      `${name}=${encodeURIComponent(`${token}.${sign(token)}`)}; Max-Age=${keptByBrowserSeconds}; ${attributes}`,
    clear: () => `${name}=; Max-Age=0; ${attributes}`,
  };
}
