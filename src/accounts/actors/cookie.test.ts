import { describe, expect, it } from "vitest";
import { cookieHeaderOf } from "../../../tests/factories/accounts.ts";
import { fc } from "../../../tests/factories/draws.ts";
import { createSessionCookie } from "./cookie.ts";

const secret = "a secret of more than thirty-two characters";
const cookie = createSessionCookie({ secret, secure: true });

describe("the session cookie", () => {
  it("is HttpOnly, Lax and bound to its host", () => {
    expect(cookie.write("token")).toMatch(
      /^__Host-kith-session=token\.\S+; Max-Age=\d+; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
    );
    expect(createSessionCookie({ secret, secure: false }).write("token")).not.toContain("Secure");
  });

  it("is found among others", () => {
    const own = cookieHeaderOf(cookie.write("token"));
    expect(cookie.read(`theme=dark; ${own}; x=__Host-kith-session=nothing`)?.token).toBe("token");
    expect(cookie.read(`x${own}; ${own}`)?.token).toBe("token");
    expect(cookie.read("theme=dark")).toBeNull();
    expect(cookie.read(undefined)).toBeNull();
  });

  it("says the same however it is written, and again when it is read again", () => {
    const own = cookieHeaderOf(cookie.write("token"));
    const first = cookie.read(own);
    expect(first?.token).toBe("token");
    expect(cookie.read(decodeURIComponent(own))).toBe(first);
    expect(cookie.read(own.replace("token", "%74oken"))).toBe(first);
  });

  it("is not believed when changed, or signed with another secret", () => {
    const own = cookieHeaderOf(cookie.write("token"));
    expect(cookie.read(own.replace("=token", "=tokem"))).toBeNull();
    expect(cookie.read(own.slice(0, -6))).toBeNull();
    expect(cookie.read("__Host-kith-session=token")).toBeNull();
    expect(cookie.read("__Host-kith-session=%E0%A4%A")).toBeNull();
    const other = createSessionCookie({ secret: "another secret of more than thirty-two characters", secure: true });
    expect(other.read(own)).toBeNull();
  });

  it("reads nothing but what it wrote", () => {
    fc.assert(
      fc.property(fc.string(), (header) => {
        expect(cookie.read(header)).toBeNull();
        expect(cookie.read(`__Host-kith-session=${header}`)).toBeNull();
      }),
    );
    fc.assert(
      fc.property(fc.stringMatching(/^[A-Za-z0-9_-]{1,64}$/), (token) => {
        expect(cookie.read(cookieHeaderOf(cookie.write(token)))?.token).toBe(token);
      }),
    );
  });

  it("gives each session one key, which says nothing about its token", () => {
    const keyOf = (token: string) => cookie.read(cookieHeaderOf(cookie.write(token)))?.key;
    expect(keyOf("a")).toBeTruthy();
    expect(keyOf("a")).toBe(keyOf("a"));
    expect(keyOf("a")).not.toBe(keyOf("b"));
  });
});
