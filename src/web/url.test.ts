import { describe, expect, it } from "vitest";
import { fc } from "../../tests/factories/draws.ts";
import { localPath, pathsOf, safeHref, titleSlug, withQuery } from "./url.ts";

describe("titleSlug", () => {
  it("makes an address out of a title", () => {
    expect(titleSlug("How do I reset it?")).toBe("how-do-i-reset-it");
    expect(titleSlug("Größe & Übermaß")).toBe("große-ubermaß");
    expect(titleSlug("加熱が夜に止まる")).toBe("加熱が夜に止まる");
    expect(titleSlug("हीटिंग बंद")).toBe("हीटिंग-बंद");
  });

  it("has a word for titles without letters, and stays clear of the question's own pages", () => {
    expect(titleSlug("?!")).toBe("question");
    expect(titleSlug("👍️")).toBe("question");
    expect(titleSlug("Edit")).toBe("edit-question");
    expect(titleSlug("live")).toBe("live-question");
    expect(titleSlug("Private!")).toBe("private-question");
    expect(titleSlug("Language?")).toBe("language-question");
  });

  it("is short, calm and the same each time, whatever the title", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 600 }), (title) => {
        const slug = titleSlug(title);
        expect([...slug].length).toBeLessThanOrEqual(89);
        expect(slug).not.toMatch(/[\s/?#%<>"'&\\]|^-|-$/);
        expect(() => pathsOf("c").question(1, title)).not.toThrow();
      }),
    );
  });
});

describe("safeHref", () => {
  it("lets web and mail addresses and paths through", () => {
    expect(safeHref("https://example.org/a?b=c")).toBe("https://example.org/a?b=c");
    expect(safeHref("mailto:ines@example.org")).toBe("mailto:ines@example.org");
    expect(safeHref("/c/x")).toBe("/c/x");
    expect(safeHref("#answer-1")).toBe("#answer-1");
  });

  it("refuses whatever could run or lead away unseen", () => {
    const bad = [
      "javascript:alert(1)",
      " JaVaScRiPt:alert(1)",
      "java\nscript:alert(1)",
      "data:text/html,<script>",
      "vbscript:x",
      "//evil.example",
      "/\\evil.example",
      "\\\\evil.example",
      "blob:https://x/y",
      "",
    ];
    for (const address of bad) expect(safeHref(address), address).toBeNull();
  });
});

describe("localPath", () => {
  it("keeps people on this site", () => {
    expect(localPath("/c/x?a=b")).toBe("/c/x?a=b");
    expect(localPath("https://evil.example")).toBe("/");
    expect(localPath("//evil.example")).toBe("/");
    expect(localPath("/\\evil.example")).toBe("/");
    expect(localPath(undefined)).toBe("/");
  });
});

describe("withQuery", () => {
  it("leaves out what is empty and escapes the rest", () => {
    expect(withQuery("/s", { q: "a&b c", group: null, state: "" })).toBe("/s?q=a%26b%20c");
    expect(withQuery("/s", {})).toBe("/s");
    expect(withQuery("/s", { q: "\ud800" })).toBe("/s?q=%EF%BF%BD");
  });
});
