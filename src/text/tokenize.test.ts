import { existsSync, readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { leastCpuMs } from "../../tests/factories/cpu.ts";
import { fc } from "../../tests/factories/draws.ts";
import { lowerWord } from "./fold.ts";
import { mannerMarks, masked } from "./manner.ts";
import { termsOf, tokenFinder, tokenize } from "./tokenize.ts";

const naughtyFile = new URL("../../../shared/data/safety/naughty-strings.json", import.meta.url);
const japanese = "東京都に住んでいる人々は毎日電車で通勤します".repeat(4600).slice(0, 100_000);
const languages = ["en", "de", "ru", "ja", "zh", "th", "ko", "ar", "fi", "xx", ""];

describe("finding inflected words", () => {
  it.each([
    ["en", "How do I reset my passwords?", "resetting a password"],
    ["de", "Rechnungen für Häuser prüfen", "Rechnung Haus prüft"],
    ["de", "Kündigung der Verträge", "kundigungen"],
    ["ru", "как вернуть деньги за отменённый заказ", "отмененные заказы"],
    ["pl", "zwrot pieniędzy", "pieniadze"],
    ["fi", "salasanan vaihtaminen", "salasana"],
    ["es", "contraseñas olvidadas", "contrasena olvidada"],
    ["ja", "パスワードを忘れました", "パスワード"],
    ["zh", "如何重置我的密码", "重置密码"],
    ["th", "ลืมรหัสผ่าน", "รหัสผ่าน"],
    ["ko", "비밀번호를 잊어버렸어요", "비밀번호"],
    ["el", "ΚΩΔΙΚΌΣ πρόσβασης", "κωδικος"],
  ])("%s: %s is found by %s", (language, text, query) => {
    const known = new Set(termsOf(text, language));
    const asked = termsOf(query, language);
    expect(asked.length).toBeGreaterThan(0);
    expect(asked.filter((term) => known.has(term)).length).toBeGreaterThanOrEqual(Math.ceil(asked.length / 2));
  });

  it("keeps c++, c# and joined scripts apart", () => {
    expect(termsOf("C++ oder C# mit 東京 und 서울", "de")).toEqual(["c++", "c#", "東京", "서울"]);
  });

  it("brings composed and decomposed writing together", () => {
    expect(termsOf("한국어 café".normalize("NFD"), "fr")).toEqual(termsOf("한국어 café".normalize("NFC"), "fr"));
  });

  it("brings kana and Han to one form, and leaves what has no other as it is", () => {
    for (let code = 0x3000; code <= 0x9fff; code += 1) {
      const word = String.fromCharCode(code);
      const expected = word.normalize("NFKC").toLowerCase().normalize("NFC");
      expect([lowerWord(word), lowerWord(`か${word}`)]).toEqual([
        expected,
        `か${word}`.normalize("NFKC").toLowerCase(),
      ]);
    }
  });
});

describe("any string", () => {
  /** What cutting Japanese costs here without Kith: half of what Kith takes for it. */
  let segmenterMs = 0;
  beforeAll(async () => {
    const segmenter = new Intl.Segmenter("ja", { granularity: "word" });
    segmenterMs = await leastCpuMs(() => {
      for (let from = 0; from < japanese.length; from += 512) {
        for (const _segment of segmenter.segment(japanese.slice(from, from + 512)));
      }
    }, 0);
  });

  it("gives tokens in order that lie within the text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 300 }), fc.constantFrom(...languages), (text, language) => {
        let before = 0;
        for (const { term, start, end } of tokenize(text, language)) {
          expect(term.length).toBeGreaterThan(0);
          expect(start).toBeGreaterThanOrEqual(before);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          before = start;
        }
      }),
      { numRuns: 300 },
    );
  });

  it("gives the tokens of chosen terms as it gives all of them", () => {
    const written = fc.constantFrom(
      "É",
      "é",
      "e\u0301",
      "Straße",
      "strasse",
      "ﬁx",
      "Fix",
      "İ",
      "ılık",
      "À",
      "C#",
      "1a",
    );
    const units = fc.oneof(fc.string({ unit: "grapheme", maxLength: 12 }), written, fc.lorem({ maxCount: 3 }));
    const texts = fc.array(units, { maxLength: 20 }).map((parts) => parts.join(" "));
    fc.assert(
      fc.property(texts, fc.constantFrom(...languages, "fr", "tr"), fc.nat(), (text, language, chance) => {
        const all = tokenize(text, language);
        const terms = new Set(all.filter((_token, at) => (at + chance) % 3 === 0).map(({ term }) => term));
        expect(tokenFinder(terms, language)(text)).toEqual(all.filter(({ term }) => terms.has(term)));
      }),
      { numRuns: 300 },
    );
  });

  it("gives the same terms for its own terms' places", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 80 }), (text) => {
        expect(termsOf(text, "en")).toEqual(termsOf(text, "en"));
        expect(termsOf(text.toLowerCase(), "en").length).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it.skipIf(!existsSync(naughtyFile))("survives the naughty strings (skipped without ../shared/data)", () => {
    const naughty = JSON.parse(readFileSync(naughtyFile, "utf8")) as string[];
    for (const text of naughty) {
      for (const language of languages) tokenize(text, language);
      masked(text, true);
      expect([...mannerMarks(text)].length).toBeGreaterThan(0);
    }
  });

  it.each([
    ["letters", "a".repeat(100_000)],
    ["words", "running quickly ".repeat(6250)],
    [
      "new words",
      Array.from({ length: 14_000 }, (_none, at) => `w${at.toString(36)}`)
        .join(" ")
        .slice(0, 100_000),
    ],
    ["Japanese", japanese],
    ["Thai", "ลืมรหัสผ่านต้องทำอย่างไร".repeat(4200).slice(0, 100_000)],
    ["Korean", "비밀번호를".repeat(20_000)],
    ["emoji", "👩‍👩‍👧‍👦🔥".repeat(7_700)],
    ["marks", `e${"\u0301".repeat(99_999)}`],
    ["ligatures", "\ufdfa".repeat(100_000)],
    ["right-to-left marks", "\u202e\u200f".repeat(50_000)],
    ["open brackets", "((((".repeat(25_000)],
  ])(
    "100,000 characters of %s take less than 50 ms of CPU, on a slow machine no more than the segmenter explains",
    async (_name, text) => {
      const most = Math.max(50, 4 * segmenterMs);
      expect(await leastCpuMs(() => tokenize(text, "en"), most)).toBeLessThan(most);
    },
  );
});
