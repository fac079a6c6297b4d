import { describe, expect, it } from "vitest";
import { fc } from "../../tests/factories/draws.ts";
import { FieldedIndex } from "./fielded-index.ts";
import { type SearchDocument, SearchEngine, type SearchRequest } from "./index.ts";
import { parseQuery } from "./parse-query.ts";
import { askedFromText } from "./query-terms.ts";
import { snippetOf } from "./snippet.ts";
import { soughtOf } from "./sought.ts";

function engineOf(documents: readonly SearchDocument[]): SearchEngine {
  const index = new FieldedIndex();
  for (const document of documents) index.put(document);
  return new SearchEngine(index);
}

const nobody = { audiences: new Set<number>() };
const request = (text: string, more: Partial<SearchRequest> = {}): SearchRequest => ({
  query: { text },
  language: "en",
  reader: nobody,
  ...more,
});

const community = engineOf([
  {
    key: 1,
    title: "Reset a forgotten password",
    body: "The mail does not arrive",
    tags: ["sign-in"],
    group: 1,
    solved: true,
  },
  { key: 2, title: "Password manager fills the wrong field", tags: ["browser"], group: 1 },
  { key: 3, title: "Refund for a cancelled order", answers: ["Open the order and choose refund"], group: 2 },
  { key: 4, title: "Password of the board room", audience: 9, tags: ["secretive"], group: 3 },
  { key: 5, title: "How do passwords expire", group: 1 },
  { key: 6, title: "The password rules", group: 2 },
]);

describe("searching", () => {
  it("finds, filters and counts only what the reader may see", () => {
    const answer = community.search(request("password", { facets: true }));
    expect(answer.hits.map(({ key }) => key).sort()).toEqual([1, 2, 5, 6]);
    expect(answer.facets).toMatchObject({ matches: 4, solved: 1 });
    expect(answer.facets?.tags.map(({ tag }) => tag)).not.toContain("secretive");
    expect(community.search(request("password", { reader: { audiences: new Set([9]) } })).hits).toHaveLength(5);
  });

  it("obeys phrases, minus and tags", () => {
    expect(
      community.search(request("password", { phrases: ["forgotten password"] })).hits.map(({ key }) => key),
    ).toEqual([1]);
    expect(community.search(request("password", { without: ["manager"] })).hits.map(({ key }) => key)).not.toContain(2);
    expect(community.search(request("password", { tags: ["sign-in"] })).hits.map(({ key }) => key)).toEqual([1]);
    expect(community.search(request("", { tags: ["browser"] })).hits.map(({ key }) => key)).toEqual([2]);
  });

  it("says that nothing was learned yet, and promises nothing", () => {
    const answer = community.search(request("password"));
    expect(answer.ranking).toBe("cold");
    expect(answer.decision).toEqual({ verdict: "may-help", probability: null });
  });

  it("suggests a spelling, but never a word that only others may read", () => {
    expect(community.search(request("pasword")).didYouMean).toBe("password");
    const secret = engineOf([1, 2, 3, 4].map((key) => ({ key, title: "zephyrium", audience: 9 })));
    expect(secret.search(request("zephyriun")).didYouMean).toBeUndefined();
    expect(secret.search(request("zephyriun", { reader: { audiences: new Set([9]) } })).didYouMean).toBe("zephyrium");
  });

  it("suggests words as people write them, not stems", () => {
    const invoices = engineOf(
      [1, 2, 3].map((key) => ({ key, title: `Invoices and delivery ${key}`, body: "configuring it" })),
    );
    expect(invoices.search(request("invioces")).didYouMean).toBe("invoices");
    expect(invoices.search(request("Delivrey late")).didYouMean).toBe("delivery late");
    const bills = engineOf([1, 2, 3].map((key) => ({ key, title: `Rechnungen ${key}`, language: "de" })));
    expect(bills.search(request("Rehcnungen", { language: "de" })).didYouMean).toBe("rechnungen");
  });

  it("lists what filters alone admit, newest first, and nothing for nothing", () => {
    const listing = engineOf([
      { key: 1, title: "one", solved: true, day: 30, tags: ["wifi"] },
      { key: 2, title: "two", solved: true, day: 40 },
      { key: 3, title: "three", day: 50, tags: ["wifi"], audience: 9 },
      { key: 4, title: "four", day: 20, tags: ["wifi"] },
    ]);
    const keysOf = (more: Partial<SearchRequest>) => listing.search(request("", more)).hits.map(({ key }) => key);
    expect(keysOf({ wanted: { solved: true } })).toEqual([2, 1]);
    expect(keysOf({ wanted: { solved: false } })).toEqual([4]);
    expect(keysOf({ tags: ["wifi"] })).toEqual([1, 4]);
    expect(keysOf({ withoutTags: ["wifi"] })).toEqual([2]);
    expect(keysOf({ tags: ["unheard"] })).toEqual([]);
    expect(keysOf({ wanted: { fromDay: 30 }, limit: 1, offset: 1 })).toEqual([1]);
    expect(keysOf({})).toEqual([]);
    expect(listing.search(request("", { wanted: { solved: true }, facets: true })).facets).toMatchObject({
      matches: 2,
      solved: 2,
      tags: [{ tag: "wifi", count: 1 }],
    });
  });

  it("reads a whole text in the line as a title with a body", () => {
    const { index } = community;
    const words = Array.from({ length: 50 }, (_none, at) => `word${at}`).join(" ");
    const asked = askedFromText(index, { text: `password ${words} refund` }, "en");
    expect([asked.title.length, asked.body.length]).toEqual([12, 40]);
    expect(community.search(request(`refund ${words}`)).hits[0]?.key).toBe(3);
    expect(askedFromText(index, { text: "password" }, "en").body).toEqual([]);
  });

  it("answers queries of a stop word, of 10,000 characters, of emoji and of nothing", () => {
    for (const text of ["the", "x ".repeat(5000), "🔥🔥", "", "\u202e\u200f", "(a+)+$", "-", '"', 'tag:"']) {
      expect(community.search(request(text, parseQuery(text))).decision.verdict).toBeDefined();
    }
    expect(community.search(request("the")).hits.map(({ key }) => key)).toEqual([6, 2]);
  });

  it("never shows, counts or suggests what the reader may not see", () => {
    const document = fc.record({
      title: fc.array(fc.constantFrom("alpha", "beta", "gamma", "delta", "alphas", "betta"), {
        minLength: 1,
        maxLength: 4,
      }),
      audience: fc.integer({ min: 0, max: 4 }),
      language: fc.constantFrom("en", "de", "nl", "ja"),
      tags: fc.array(fc.constantFrom("one", "two"), { maxLength: 1 }),
    });
    fc.assert(
      fc.property(
        fc.array(document, { maxLength: 30 }),
        fc.uniqueArray(fc.integer({ min: 1, max: 4 })),
        fc.constantFrom("alpha", "betaa", "gama delta", "beta"),
        fc.constantFrom<readonly string[] | undefined>(undefined, ["de"], ["en", "ja"]),
        fc.constantFrom<readonly string[]>([], ["alphas beta"]),
        (list, audiences, text, languages, phrases) => {
          const wish = { facets: true, limit: 100, phrases, ...(languages ? { wanted: { languages } } : {}) };
          const documents = list.map(({ title, ...rest }, at) => ({ key: at + 1, title: title.join(" "), ...rest }));
          const reader = { audiences: new Set(audiences) };
          const visible = documents.filter(({ audience }) => audience === 0 || reader.audiences.has(audience));
          const whole = engineOf(documents).search(request(text, { reader, ...wish }));
          const own = engineOf(visible).search(request(text, { reader, ...wish }));
          expect(new Set(whole.hits.map(({ key }) => key))).toEqual(new Set(own.hits.map(({ key }) => key)));
          expect(whole.facets).toEqual(own.facets);
          if (whole.didYouMean !== undefined) {
            const seen = new Set(
              visible
                .filter(({ language }) => languages?.includes(language) ?? true)
                .flatMap(({ title }) => title.split(" "))
                .flatMap((one) => [one, one.replace(/s$/, "")]),
            );
            for (const one of whole.didYouMean.split(" ")) expect(seen.has(one) || text.includes(one)).toBe(true);
          }
        },
      ),
      { numRuns: 200 },
    );
  });
});

describe("reading what was typed", () => {
  it("takes operators apart", () => {
    expect(parseQuery('router tag:wifi -tag:old group:Home by:"Ada L" is:solved "lost signal" -fibre')).toEqual({
      words: "router lost signal",
      phrases: ["lost signal"],
      without: ["fibre"],
      tags: ["wifi"],
      withoutTags: ["old"],
      groups: ["home"],
      by: ["Ada L"],
      languages: [],
      solved: true,
    });
    expect(parseQuery("lang:de is:waiting after:1970-01-11 before:1970-02-01 wlan")).toMatchObject({
      words: "wlan",
      languages: ["de"],
      answered: false,
      fromDay: 10,
      toDay: 30,
    });
  });

  it("keeps everything else as words", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 200 }), (typed) => {
        const { words } = parseQuery(typed);
        expect(words.length).toBeLessThanOrEqual(typed.length);
      }),
    );
    expect(parseQuery("after:soon before:2026-02-30x lang:dutch").words).toBe(
      "after:soon before:2026-02-30x lang:dutch",
    );
    expect(parseQuery("is:nice http://x.test re:turn - -- tag:").words).toBe("is:nice http://x.test re:turn - tag:");
  });
});

describe("a snippet", () => {
  it("shows the words asked for, marked", () => {
    const text = `${"nothing here ".repeat(40)}the router lost its signal ${"and more ".repeat(40)}`;
    const snippet = snippetOf(text, soughtOf(new Set(["router", "signal"]), "en"), 120);
    expect(snippet.marks.map(({ start, end }) => snippet.text.slice(start, end))).toEqual(["router", "signal"]);
    expect(snippet.cutBefore && snippet.cutAfter).toBe(true);
  });

  it("is a part of any text with marks in order", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 400 }), fc.integer({ min: 10, max: 100 }), (text, size) => {
        const snippet = snippetOf(text, soughtOf(new Set(["a", "b"]), "en"), size);
        expect(text).toContain(snippet.text);
        let before = 0;
        for (const { start, end } of snippet.marks) {
          expect(start).toBeGreaterThanOrEqual(before);
          expect(end).toBeLessThanOrEqual(snippet.text.length);
          before = end;
        }
      }),
    );
  });
});
