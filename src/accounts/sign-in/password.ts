import { type Argon2Parameters, argon2, randomBytes, timingSafeEqual } from "node:crypto";
import { promisify } from "node:util";
import { err, lengthOf, ok, type Result, refusal } from "../../kernel/index.ts";

const derive = promisify(argon2) as (algorithm: "argon2id", parameters: Argon2Parameters) => Promise<Buffer>;

/** OWASP Password Storage Cheat Sheet: Argon2id with m=19456 (19 MiB), t=2, p=1. Raising them rehashes at the next sign-in. */
const cost = { memory: 19_456, passes: 2, parallelism: 1 } as const;
const hashBytes = 32;
/** RFC 9106, section 3.1: 16 bytes of salt are recommended for password hashing. */
const saltBytes = 16;

/** Between the 8 characters that OWASP ASVS 5.0 (6.2.1) demands and the 15 it recommends. */
const fewestCharacters = 10;
/** ASVS 5.0 (6.2.9) demands that 64 are possible; the bound keeps a request small. */
const mostCharacters = 256;

/** A password that may be chosen, or why not. `related` is what it must not be: the person's own name or address. */
export function checkNewPassword(password: string, related: readonly string[] = []): Result<string> {
  const length = lengthOf(password);
  if (length < fewestCharacters) return wrong(`A password has at least ${fewestCharacters} characters.`);
  if (length > mostCharacters) return wrong(`A password has at most ${mostCharacters} characters.`);
  if (new Set(password).size < 5) return wrong("This password is too easy to guess.");
  const lower = password.toLowerCase();
  if (related.some((text) => text !== "" && lower === text.toLowerCase())) {
    return wrong("A password that is your name or address is too easy to guess.");
  }
  return ok(password);
}

function wrong(sentence: string) {
  return err(
    refusal("invalid", "password-invalid", sentence, "A few unrelated words make a good one.", { password: sentence }),
  );
}

/** Hashes a password to a PHC string: `$argon2id$v=19$m=19456,t=2,p=1$salt$hash`. Costs about 25 ms and 19 MiB, off the main thread. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(saltBytes);
  const hash = await derive("argon2id", { ...cost, message: prepared(password), nonce: salt, tagLength: hashBytes });
  return `$argon2id$v=19$m=${cost.memory},t=${cost.passes},p=${cost.parallelism}$${base64(salt)}$${base64(hash)}`;
}

/** Whether a password is the one that was hashed; compares in constant time. A hash that cannot be read matches nothing. */
export async function verifyPassword(phc: string, password: string): Promise<boolean> {
  const parts = parse(phc);
  if (!parts) return false;
  const { hash, salt, ...parameters } = parts;
  const found = await derive("argon2id", {
    ...parameters,
    message: prepared(password),
    nonce: salt,
    tagLength: hash.length,
  });
  return timingSafeEqual(found, hash);
}

/** Whether a hash was made at a lower cost than hashes are made now. */
export function needsRehash(phc: string): boolean {
  const parts = parse(phc);
  return !parts || parts.memory < cost.memory || parts.passes < cost.passes || parts.hash.length < hashBytes;
}

/** The same word typed on two keyboards may come in two forms: NIST SP 800-63B, section 5.1.1.2, asks for one of them. */
function prepared(password: string): string {
  return password.normalize("NFKC");
}

const phcForm =
  /^\$argon2id\$v=19\$m=(\d{1,7}),t=(\d{1,3}),p=(\d{1,2})\$([A-Za-z0-9+/]{11,86})\$([A-Za-z0-9+/]{16,86})$/;

function parse(phc: string) {
  const [, memory, passes, parallelism, salt, hash] = phcForm.exec(phc) ?? [];
  if (!salt || !hash) return null;
  return {
    memory: Number(memory),
    passes: Number(passes),
    parallelism: Number(parallelism),
    salt: Buffer.from(salt, "base64"),
    hash: Buffer.from(hash, "base64"),
  };
}

function base64(bytes: Buffer): string {
  return bytes.toString("base64").replace(/=+$/, "");
}
