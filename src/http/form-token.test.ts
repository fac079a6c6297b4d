import { describe, expect, it } from "vitest";
import { fc } from "../../tests/factories/draws.ts";
import { isCrossSite, isFormToken, makeFormToken } from "./form-token.ts";

describe("a form token", () => {
  it("fits its own session and no other, and looks different each time", () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), fc.string({ minLength: 1 }), (mine, other) => {
        const token = makeFormToken(mine);
        expect(isFormToken(mine, token)).toBe(true);
        expect(isFormToken(other, token)).toBe(mine === other);
        expect(makeFormToken(mine)).not.toBe(token);
      }),
    );
  });

  it("is refused when a single character of it changes, or when it is anything else", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 120 }), fc.nat(85), (junk, at) => {
        expect(isFormToken("key", junk)).toBe(false);
        const token = makeFormToken("key");
        const changed = token.slice(0, at) + (token[at] === "A" ? "B" : "A") + token.slice(at + 1);
        // The last character of 64 bytes in base64url holds two bits that count for nothing.
        if (at < token.length - 1) expect(isFormToken("key", changed)).toBe(false);
      }),
      { numRuns: 50 },
    );
  });
});

describe("a request from another site", () => {
  it.each([
    [{ secFetchSite: "cross-site" }, true],
    [{ secFetchSite: "same-site" }, true],
    [{ secFetchSite: "same-origin" }, false],
    [{ secFetchSite: "none" }, false],
    [{ origin: "https://help.example.org" }, false],
    [{ origin: "https://evil.example" }, true],
    [{ origin: "null" }, true],
    [{}, false],
  ])("%o: %s", (headers, crossSite) => {
    expect(isCrossSite(headers, "help.example.org")).toBe(crossSite);
  });
});
