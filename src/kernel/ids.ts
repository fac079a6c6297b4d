import { hash, randomBytes, randomUUID } from "node:crypto";

/** A new secret for a link, a token or a cookie: 32 random bytes as 43 URL-safe characters. */
export function newSecret(): string {
  return randomBytes(32).toString("base64url");
}

/** What is stored of a secret. The secrets are 256 random bits, so a plain SHA-256 cannot be guessed back. */
export function hashSecret(secret: string): string {
  return hash("sha256", secret, "base64url");
}

/** Names one request in the log, in the answer's header and on an error page. */
export function newRequestId(): string {
  return randomUUID();
}
