import { describe, expect, it } from "vitest";
import { fc } from "../../tests/factories/draws.ts";
import { tokenize } from "../text/index.ts";
import { excerptOf } from "./excerpt.ts";
import { soughtOf } from "./sought.ts";

const filler = (words: number) => Array.from({ length: words }, (_, at) => `word${at}`).join(" ");
const termsOf = (text: string, language = "en") => new Set(tokenize(text, language).map(({ term }) => term));
const marked = (text: string, asked: string, language = "en") => {
  const snippet = excerptOf(text, soughtOf(termsOf(asked, language), language));
  return snippet.marks.map(({ start, end }) => snippet.text.slice(start, end));
};

describe("the excerpt of a long text", () => {
  it("shows the place where most of the words stand, and highlights them in any form", () => {
    const text = `A lamp. ${filler(300)} Our flickering lamps calmed down. ${filler(300)}`;
    expect(marked(text, "lamp flickers")).toEqual(["flickering", "lamps"]);
    expect(marked(`${filler(300)} die Kündigungen der Rechnung`, "Rechnungen kündigen", "de")).toContain("Rechnung");
    expect(marked(`${"日本語の文章です。".repeat(100)}パスワードを忘れました`, "パスワード", "ja")).toEqual([
      "パスワード",
    ]);
  });

  it("says what it left out", () => {
    const text = `${filler(300)} lamp ${filler(300)}`;
    expect(excerptOf(text, soughtOf(termsOf("lamp"), "en"))).toMatchObject({ cutBefore: true, cutAfter: true });
    expect(excerptOf("A lamp.", soughtOf(termsOf("lamp"), "en"))).toMatchObject({ cutBefore: false, cutAfter: false });
  });

  it("highlights only words that were asked for, whatever the text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 3_000 }), fc.string({ maxLength: 20 }), (text, asked) => {
        const terms = termsOf(asked);
        const { text: shown, marks } = excerptOf(text, soughtOf(terms, "en"));
        for (const { start, end } of marks) {
          expect(start).toBeLessThan(end);
          expect(end).toBeLessThanOrEqual(shown.length);
        }
        expect(shown.isWellFormed()).toBe(true);
      }),
      { numRuns: 200 },
    );
  });
});
