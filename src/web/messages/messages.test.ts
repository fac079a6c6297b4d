import { describe, expect, it } from "vitest";
import { en } from "./en.ts";
import { isLocale, messagesByLocale, pickLocale } from "./index.ts";

type Tree = { [key: string]: unknown };

function leaves(tree: Tree, path = ""): [string, unknown][] {
  return Object.entries(tree).flatMap(([key, value]) =>
    value !== null && typeof value === "object" ? leaves(value as Tree, `${path}${key}.`) : [[`${path}${key}`, value]],
  );
}

/** Every sentence of a language: functions are called with a few values, so that plurals are seen. */
function sentences(tree: Tree): [string, string][] {
  return leaves(tree).flatMap(([path, value]): [string, string][] => {
    if (path.startsWith("format.")) return [];
    if (typeof value !== "function") return [[path, String(value)]];
    const takesName = /helped$/.test(path) && value.length === 2;
    return [0, 1, 2, 5].map((n) => [path, String(takesName ? value("Ines", n) : value(n, n))]);
  });
}

const forbidden = /\b(users?|tickets?|likes?|engag\w*|convert\w*|conversions?|funnels?|leverag\w*|oops)\b/i;
const forbiddenGerman = /\b(nutzer\w*|benutzer\w*|tickets?|hoppla|ups)\b/i;

describe("messages", () => {
  const entries = Object.entries(messagesByLocale);

  it.each(entries)("%s has every message that English has, and no other", (_, messages) => {
    // Words of refusals are held against the rooms in refusals.test.ts; in English the rooms say them themselves.
    const paths = leaves(messages).map(([path]) => path);
    expect(paths.filter((path) => !path.startsWith("refusals."))).toEqual(leaves(en).map(([path]) => path));
  });

  it.each(entries)(
    "%s says things plainly: no words of selling, no exclamation marks, nothing empty",
    (_, messages) => {
      for (const [path, sentence] of sentences(messages)) {
        expect(sentence.trim(), path).not.toBe("");
        expect(sentence, path).not.toMatch(/!|undefined|\[object/);
        expect(sentence, path).not.toMatch(forbidden);
      }
    },
  );

  it("is German in German, not English left over", () => {
    const english = new Map(sentences(en));
    const same = sentences(messagesByLocale.de).filter(
      ([path, text]) => english.get(path) === text && /[a-z]{2,}\s\S+\s/i.test(text),
    );
    expect(same).toEqual([]);
    for (const [path, sentence] of sentences(messagesByLocale.de)) expect(sentence, path).not.toMatch(forbiddenGerman);
  });

  it("counts in words that fit the number", () => {
    expect(en.question.answers(1)).toBe("1 answer");
    expect(en.question.answers(2)).toBe("2 answers");
    expect(messagesByLocale.de.question.answers(1)).toBe("1 Antwort");
    expect(messagesByLocale.de.question.answers(1200)).toBe("1.200 Antworten");
  });
});

describe("format", () => {
  const now = new Date("2026-03-12T14:05:00Z");
  const ago = (minutes: number) => en.format.ago(new Date(now.getTime() - minutes * 60_000), now);

  it("says how long ago, and the day once that says more", () => {
    expect(ago(0)).toBe("just now");
    expect(ago(35)).toBe("35 min ago");
    expect(ago(60 * 24 * 2)).toBe("2 days ago");
    expect(ago(60 * 24 * 40)).toBe("31 Jan 2026");
    expect(en.format.ago(new Date(now.getTime() + 5000), now)).toBe("just now");
  });

  it("gives spans in the unit that fits", () => {
    expect([en.format.duration(340), en.format.duration(2100), en.format.duration(7_200_000)]).toEqual([
      "340 ms",
      "2.1 s",
      "2 h",
    ]);
  });
});

describe("pickLocale", () => {
  it("takes the reader's choice first, then the browser's, then the community's", () => {
    expect(pickLocale("de", "en")).toBe("de");
    expect(pickLocale(null, "fr-FR,de-AT;q=0.8,en;q=0.5")).toBe("de");
    expect(pickLocale(null, "en;q=0.1, de;q=0.9")).toBe("de");
    expect(pickLocale(null, "fr", "de")).toBe("de");
    expect(pickLocale("xx", null)).toBe("en");
    expect(isLocale("__proto__")).toBe(false);
  });
});
