import { describe, expect, it } from "vitest";
import { shown } from "../../../tests/preview/pages.ts";
import {
  answerView,
  context,
  groupView,
  homeView,
  memberView,
  notificationsView,
  questionView,
  row,
  searchOutcome,
  searchView,
} from "../../../tests/preview/samples.ts";
import {
  briefSuggestions,
  groupPage,
  homePage,
  memberPage,
  notificationsPage,
  questionLanguagePage,
  questionPage,
  type Suggestions,
  searchPage,
  suggestionsFragment,
} from "./index.ts";

// axe and a real browser look at the same samples in tests/e2e/pages.test.ts.

describe("saying a question's language", () => {
  it("speaks of the reader's own words only to whoever asked", () => {
    const question = { id: 1, title: "It hums", language: "en" };
    const form = { values: { language: "" }, errors: {} };
    const hint = (isOwn: boolean) => String(questionLanguagePage({ question, isOwn, form }, context()));
    expect(hint(true)).toContain("Found in your words");
    expect(hint(false)).toContain("Found in the asker&#39;s words");
  });
});

describe("a notification", () => {
  it("marks the title in its sentence where that is in another language, and nothing where it is not", () => {
    const told = (language: string | null) => ({
      ...{ line: "Ben answered “Die Lampe <flackert>”", titled: { from: 14, to: 34, language } },
      ...{ because: "you asked this question", href: "/c/warmhaus/q/1", at: new Date(0), read: true },
    });
    const shown = (language: string | null) =>
      String(notificationsPage(notificationsView({ notifications: [told(language)] }), context()));
    expect(shown("de")).toContain('>Ben answered “<span lang="de">Die Lampe &lt;flackert&gt;</span>”</a>');
    for (const language of ["en", null])
      expect(shown(language)).toContain(">Ben answered “Die Lampe &lt;flackert&gt;”</a>");
  });
});

describe("every page", () => {
  const all = Object.entries(shown).map(([name, page]) => [name, page().toString()] as const);

  it.each(all)("%s is a whole document with one heading, a language, a title and no leftovers", (_, page) => {
    expect(page).toMatch(/^<!doctype html>\n<html lang="(en|de)"/);
    expect(page.match(/<h1[\s>]/g)).toHaveLength(1);
    expect(page.match(/<title>/g)).toHaveLength(1);
    expect(page).toMatch(/<title>[^<]+ · [^<]+<\/title>|<title>Warmhaus<\/title>/);
    expect(page).toMatch(/<meta name="description" content="[^"]+">/);
    expect(page).not.toMatch(/undefined|\[object |NaN|>false<|>null</);
  });

  it.each(all)("%s has nothing inline that the content policy forbids", (_, page) => {
    expect(page).not.toMatch(/\sstyle=|\son[a-z]+=|javascript:|<style|<script(?! src="\/client\.js" defer><\/script>)/);
  });

  it.each(all)("%s has no two elements of one id, and each label belongs to a field", (_, page) => {
    const ids = [...page.matchAll(/\sid="([^"]+)"/g)].map((found) => found[1]);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
    for (const [, id] of page.matchAll(/<label[^>]* for="([^"]+)"/g)) expect(ids).toContain(id);
    for (const [, list] of page.matchAll(/aria-(?:describedby|labelledby)="([^"]+)"/g)) {
      for (const id of (list ?? "").split(" ")) expect(ids).toContain(id);
    }
  });

  it.each(all)("%s carries the mark against forgery in every form that is posted", (_, page) => {
    for (const [form] of page.matchAll(/<form[^>]* method="post".*?<\/form>/gs)) {
      expect(form).toContain('<input type="hidden" name="csrf"');
    }
  });
});

describe("what somebody typed", () => {
  const payloads = [
    `"><script>alert(1)</script>`,
    `'><img src=x onerror=alert(1)>`,
    `</title></head><svg onload=alert(1)>`,
    `</textarea><iframe src="javascript:alert(1)">`,
    `{{constructor.constructor('alert(1)')()}}`,
    `<!--<script>-->`,
  ];

  it.each(payloads)("%s stays text wherever a title, name, tag or query stands", (evil) => {
    const author = { memberId: 7, name: evil, staff: false };
    const rows = [row(1, { title: evil, asker: author, onIt: author, group: { slug: "g", name: evil } })];
    const community = { slug: "warmhaus", name: evil, description: evil, colours: null };
    const here = context({
      community,
      reader: { memberId: 7, name: evil, roles: [], staff: false, unread: 0 },
      path: `/?q=${evil}`,
    });
    const failed = { values: { body: evil }, errors: { body: evil }, problem: evil };
    const links = [{ id: 3, title: evil, language: "en", state: "solved" as const }];
    const passage = { text: evil, marks: [{ start: 1, end: 4 }], cutBefore: true, cutAfter: true, language: "de" };
    const evilResult = {
      row: row(1, { title: evil, group: { slug: "g", name: evil } }),
      ...{ tags: [evil], title: passage, passage: { ...passage, of: "answer" as const } },
      solution: { answerId: 2, by: author },
    };
    const group = { slug: evil, name: evil };
    const suggested: Suggestions = {
      known: [{ problemId: 7, title: evil, body: evil, markedAt: new Date(0) }],
      list: [{ questionId: 1, title: passage, language: "de", answerId: 2, passage, group, helped: 1 }],
      ...{ verdict: "solved", probability: 0.9, shown: evil },
    };
    const pages = [
      questionPage(
        questionView({
          title: evil,
          excerpt: evil,
          asker: author,
          tags: [evil],
          group: { slug: "g", name: evil },
          answers: [answerView(0, { author })],
          related: links,
          duplicates: links,
          duplicateOf: links[0] ?? null,
          failedForm: { on: "answer", form: failed },
        }),
        here,
      ),
      groupPage(groupView({ name: evil, purpose: evil, questions: rows, older: evil }), here),
      homePage(homeView({ waiting: rows, tags: [evil] }), here),
      searchPage(
        searchView({
          wish: { text: evil, group: evil, state: "all", page: 1, before: null },
          words: evil,
          groups: [{ slug: evil, name: evil }],
          examples: { tag: evil, group: evil, name: evil },
          set: [{ label: evil, href: `/?q=${encodeURIComponent(evil)}` }],
          unknown: { groups: [evil], people: [evil] },
          outcome: searchOutcome({ results: [], didYouMean: { text: evil, href: "/" } }),
        }),
        here,
      ),
      searchPage(
        searchView({
          outcome: searchOutcome({
            results: [evilResult, evilResult],
            decision: { verdict: "solved", probability: 0.9 },
            facets: [{ kind: "tags", entries: [{ label: evil, count: 1, href: "/" }] }],
          }),
        }),
        here,
      ),
      memberPage(memberView({ name: evil, questions: rows, roles: [evil] }), here),
      suggestionsFragment(suggested, evil, here),
      briefSuggestions(suggested, evil, here),
    ];
    for (const page of pages) {
      expect(page.toString()).not.toContain(evil.includes("<") ? evil : "<script>alert");
      expect(page.toString()).not.toMatch(/<img|<iframe|<svg onload|<script>/);
    }
  });
});
