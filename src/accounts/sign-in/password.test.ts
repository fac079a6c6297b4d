import { describe, expect, it } from "vitest";
import { checkNewPassword, hashPassword, needsRehash, verifyPassword } from "./password.ts";

describe("passwords", () => {
  it("are hashed with Argon2id at OWASP's cost, each with its own salt", async () => {
    const phc = await hashPassword("correct horse battery");
    expect(phc).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/);
    expect(await hashPassword("correct horse battery")).not.toBe(phc);
    expect(await verifyPassword(phc, "correct horse battery")).toBe(true);
    expect(await verifyPassword(phc, "correct horse batterz")).toBe(false);
    expect(needsRehash(phc)).toBe(false);
  });

  it("match however the keyboard composes their letters", async () => {
    const phc = await hashPassword("zwei Caf\u00e9s um vier");
    expect(await verifyPassword(phc, "zwei Cafe\u0301s um vier")).toBe(true);
  });

  it("hashed by another program are read, and are due for a new hash where they cost less", async () => {
    // From the test vectors of the reference implementation (phc-winner-argon2, src/test.c).
    const phc = "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";
    expect(await verifyPassword(phc, "password")).toBe(true);
    expect(await verifyPassword(phc, "passwore")).toBe(false);
    expect(needsRehash(phc)).toBe(false);
    expect(needsRehash(phc.replace("m=65536", "m=4096"))).toBe(true);
  });

  it("never match a hash that cannot be read", async () => {
    for (const phc of ["", "plain", "$argon2i$v=19$m=1,t=1,p=1$c29tZXNhbHQ$aaaaaaaaaaaaaaaaaaaa"]) {
      expect(await verifyPassword(phc, phc)).toBe(false);
      expect(needsRehash(phc)).toBe(true);
    }
  });

  it("that are too easy to guess are refused", () => {
    for (const password of ["short", "aaaaaaaaaaaa", "ada@example.org", "x".repeat(300)]) {
      expect(checkNewPassword(password, ["Ada@example.org"]).ok).toBe(false);
    }
    expect(checkNewPassword("a few unrelated words").ok).toBe(true);
  });
});
