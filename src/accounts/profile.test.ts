import { describe, expect, it } from "vitest";
import { fc } from "../../tests/factories/draws.ts";
import { checkAbout, checkLocale, checkName, tidyName } from "./profile.ts";

describe("names", () => {
  it("are trimmed, composed and at most 80 characters", () => {
    expect(checkName("  Zoe\u0308   Müller ")).toEqual({ ok: true, value: "Zoë Müller" });
    expect(checkName("🦊".repeat(80)).ok).toBe(true);
    expect(checkName("a".repeat(81)).ok).toBe(false);
    expect(checkName("   ").ok).toBe(false);
  });

  it("hold no invisible or turning characters", () => {
    for (const name of ["a\u0000b", "a\nb", "\u202Egnp.exe", "\u200B", "\u2028", "a\uD800"]) {
      expect(checkName(name).ok).toBe(false);
    }
    expect(checkName("👩‍🚒").ok).toBe(true);
    expect(checkName("नर्‍मदा").ok).toBe(true);
  });

  it("of an import can always be made storable", () => {
    expect(tidyName("a\u0000\u202Eb")).toBe("a b");
    expect(tidyName(" \u200B ", "Member 12")).toBe("Member 12");
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 300 }), (text) => {
        expect(checkName(tidyName(text)).ok).toBe(true);
      }),
    );
  });
});

describe("what members say about themselves", () => {
  it("has room for 1,000 characters on several lines", () => {
    expect(checkAbout("one\r\ntwo\n")).toEqual({ ok: true, value: "one\ntwo" });
    expect(checkAbout("a".repeat(1_001)).ok).toBe(false);
    expect(checkAbout("a\u0000").ok).toBe(false);
  });
});

describe("languages", () => {
  it("are given by their tag", () => {
    expect(checkLocale("de-at")).toEqual({ ok: true, value: "de-AT" });
    expect(checkLocale("not a language").ok).toBe(false);
  });
});
