import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createMember, createToken } from "../../src/accounts/index.ts";
import { createGroup, giveAnswer } from "../../src/community/index.ts";
import { cleanLine, cleanText, lengthOf, unwrap } from "../../src/kernel/index.ts";
import { launchBrowser } from "../browser.ts";
import { foundTown, type Resident, type Town } from "../factories/town.ts";
import { canary, sweep, sweepAll } from "./sweep.ts";
import { openWindow, type Window } from "./window.ts";

// Strings that attack pages, and strings that break programs, through titles, bodies, tags, names, groups and queries. None may
// run, none may break a page, and what was typed is there as it was typed.

const folder = join(import.meta.dirname, "../../../shared/data/safety");
const there = existsSync(folder);
if (!there) process.stderr.write(`Skipped: the payloads of the safety tests are not in ${folder}.\n`);

interface Typed {
  readonly text: string;
  readonly id: number;
  /** Where the text could not be a title, another one stands there. */
  readonly title: string;
  readonly body: string;
  readonly tag: string | null;
}

const attacks = there
  ? read("xss-payloads.jsonl")
      .split("\n")
      .map((line) => JSON.parse(line).payload as string)
  : [];
const oddities = there ? (JSON.parse(read("naughty-strings.json")) as string[]) : [];

function read(name: string): string {
  return readFileSync(join(folder, name), "utf8").trim();
}

let browser: Browser;
let town: Town;
let admin: Resident;
let window: Window;
let token: string;
const typed: Typed[] = [];

describe.skipIf(!there)("attacks and oddities", () => {
  beforeAll(async () => {
    [browser, town] = await Promise.all([launchBrowser(), foundTown()]);
    admin = await town.resident("Ada", ["admin"]);
    await town.group(admin.actor, { slug: "all", name: "All" });
    const wish = { name: "tests", scopes: ["admin"], expiresAt: null };
    token = unwrap(await town.store.transact((tx) => createToken(tx, { ...admin.actor }, wish))).secret;
    const all = [...attacks, ...oddities];
    typed.push(...(await inTurns(all, 6, (text, index) => askThis(text, index))));
    await inTurns(typed.slice(0, attacks.length), 4, nameThis);
    window = await openWindow(browser, town.kith, { before: canary });
    await window.open(await town.signInLink(admin));
  });
  afterAll(async () => {
    await window?.close();
    await browser?.close();
    await town?.close();
  });

  test("every attack on a question's page is only text", async () => {
    const pages = await tabs(2);
    const questions = typed.slice(0, attacks.length);
    await inTurns(questions, pages.length, async ({ id, title, tag }, _, lane) => {
      const page = pages[lane] as Page;
      await page.goto(town.paths.question(id, title));
      const shown = await page.evaluate(() =>
        [...document.querySelectorAll("h1, .question .tags a")].map(({ textContent }) => textContent),
      );
      expect(shown).toEqual(tag === null ? [title] : [title, tag]);
      expect(await sweep(page), title).toEqual([]);
    });
    expect(window.complaints).toEqual([]);
  });

  test("lists show every title as it was typed, page after page", async () => {
    const { page } = window;
    const seen = new Set<string>();
    let next: string | null = town.paths.group("all");
    while (next) {
      await page.goto(next);
      expect(await sweep(page), next).toEqual([]);
      for (const title of await page.locator(".row-title").allTextContents()) seen.add(title);
      const older = page.locator("a[rel=next]");
      next = (await older.count()) > 0 ? await older.getAttribute("href") : null;
    }
    expect(typed.filter(({ title }) => !seen.has(title))).toEqual([]);
  });

  test("what was typed comes back to its author as it was typed", async () => {
    const addresses = typed.map(({ id }) => town.paths.questionEdit(id));
    const forms = await sweepAll(window.page, addresses, ["main [name=title]", "main [name=body]", "main [name=tags]"]);
    const expected = typed.map(({ title, body, tag }) => ({ wrong: [], values: [title, body, tag ?? ""] }));
    expect(forms).toEqual(expected);
  });

  test("every text of a body is on its page, letter for letter", async () => {
    const addresses = typed.map(({ id, title }) => town.paths.question(id, title));
    const pages = await sweepAll(window.page, addresses, ["h1", ".question .prose"]);
    expect(pages.filter(({ wrong }) => wrong.length > 0)).toEqual([]);
    expect(pages.map(({ values }) => values[0])).toEqual(typed.map(({ title }) => title));
    // Markdown gives these signs a meaning of their own: they make links, lists and breaks, and are then not text any more;
    // bare addresses are shown decoded.
    const meaning = /\]\(|^\s*\[.*\]:|^\s*\d+[.)]\s|&[#\w]+;|\\|%[0-9a-f]{2}/im;
    const letters = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, "");
    const lost = typed.filter(
      ({ body }, index) => !meaning.test(body) && letters(pages[index]?.values[1] ?? "") !== letters(body),
    );
    expect(lost).toEqual([]);
  });

  test("names of members and groups are only text wherever they stand", async () => {
    const { page } = window;
    const { paths } = town;
    for (const path of [paths.home, paths.ask, paths.search, paths.tags, paths.adminGroups, paths.adminEvents]) {
      await page.goto(path);
      expect(await sweep(page), path).toEqual([]);
    }
    let next: string | null = paths.adminMembers;
    const seen = new Set<string>();
    while (next) {
      await page.goto(next);
      expect(await sweep(page), next).toEqual([]);
      for (const name of await page.locator("main .who").allTextContents()) seen.add(name);
      const older = page.locator("a[rel=next]");
      next = (await older.count()) > 0 ? await older.getAttribute("href") : null;
    }
    expect([...names].filter((name) => !seen.has(name))).toEqual([]);
    const addresses = [...groups.map((slug) => paths.group(slug)), ...members.map((id) => paths.member(id))];
    for (const path of addresses.filter((_, index) => index % 20 === 0)) {
      await page.goto(path);
      expect(await sweep(page), path).toEqual([]);
    }
    const pages = await sweepAll(page, addresses, []);
    expect(pages.filter(({ wrong }) => wrong.length > 0)).toEqual([]);
    expect(window.complaints).toEqual([]);
  });

  test("a search for any of them is only a search", async () => {
    const { page } = window;
    const queries = [...attacks, ...oddities].map((text) => text.slice(0, 500).toWellFormed());
    const addressOf = (q: string) => `${town.paths.search}?${new URLSearchParams({ q })}`;
    const pages = await sweepAll(page, queries.map(addressOf), ["#q"]);
    expect(pages.filter(({ wrong }) => wrong.length > 0)).toEqual([]);
    const shown = queries.map((text) =>
      text
        .replaceAll("\u0000", "\uFFFD")
        .trim()
        .replace(/[\r\n]/g, ""),
    );
    expect(pages.map(({ values }) => values[0])).toEqual(shown);
    for (const query of attacks.filter((_, index) => index % 10 === 0)) {
      await page.goto(addressOf(query));
      expect(await sweep(page), query).toEqual([]);
    }
    expect(window.complaints).toEqual([]);
  });

  test("what is fetched while one types is only text, too", async () => {
    const { page } = window;
    await page.goto(town.paths.ask);
    await page.evaluate(
      async ({ texts, suggestions }) => {
        const csrf = document.querySelector<HTMLInputElement>("form.ask [name=csrf]")?.value ?? "";
        for (const text of texts) {
          const found = await fetch(`${suggestions}?${new URLSearchParams({ text })}`);
          const list = document.createElement("div");
          document.querySelector("main")?.append(list);
          list.innerHTML = await found.text();
          const shown = await fetch("/preview", { method: "POST", body: new URLSearchParams({ body: text, csrf }) });
          if (!shown.ok) throw new Error(`the preview answers ${shown.status}`);
          const prose = document.createElement("div");
          document.querySelector("main")?.append(prose);
          prose.innerHTML = await shown.text();
        }
      },
      { texts: attacks, suggestions: town.paths.suggestions },
    );
    expect(await sweep(page)).toEqual([]);
    expect(window.complaints).toEqual([]);
  });
});

const names = new Set<string>();
const members: number[] = [];
const groups: string[] = [];

/** Asks through the API with the text as title, body and tag, as far as it may be each. */
async function askThis(text: string, index: number): Promise<Typed> {
  const line = cleanLine(text);
  const fits = lengthOf(line) >= 3 && lengthOf(line) <= 200;
  const title = fits ? line : `This is number ${index}`;
  const cleaned = cleanText(text).trimEnd();
  const body = cleaned.trim() === "" ? "Nothing but space." : cleaned;
  const tag = tagOf(line);
  const wish = { group: "all", title: text, body: text, tags: tag === null ? [] : [text] };
  if (!fits) {
    expect((await post("questions", wish)).status, `too long or short for a title: ${text}`).toBe(422);
    wish.title = title;
  }
  if (cleaned.trim() === "") wish.body = body;
  const response = await post("questions", wish);
  const answer = (await response.json()) as { id: number };
  expect(response.status, `${JSON.stringify(wish)} ${JSON.stringify(answer)}`).toBe(201);
  return { text, id: answer.id, title, body, tag };
}

function tagOf(line: string): string | null {
  const tag = line.replace(/^#+/, "").toLocaleLowerCase("und").trim();
  return tag.includes(",") || /^\.*$/.test(tag) || lengthOf(tag) > 50 ? null : tag;
}

function post(path: string, body: object): Promise<Response> {
  return fetch(town.at(`/api/v1/communities/${town.slug}/${path}`), {
    method: "POST",
    headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
    body: JSON.stringify(body),
  });
}

/** A member of this name, where it may be one, who answers the question; and a group of this name, purpose and rules. */
async function nameThis({ text, id }: Typed, index: number): Promise<void> {
  const { communityId } = town;
  const name = cleanLine(text);
  const made = await town.store.transact((tx) => createMember(tx, { communityId, personId: null, name }));
  if (made.ok) {
    names.add(name.normalize("NFC"));
    members.push(made.value.memberId);
    const actor = { ...admin.actor, memberId: made.value.memberId, roles: ["member" as const] };
    const body = text.trim() === "" ? "Nothing." : text;
    unwrap(await town.store.transact((tx) => giveAnswer(tx, actor, { questionId: id, body })));
  }
  const group = { slug: `g-${index}`, name: name.slice(0, 80), purpose: text, rules: text, charter: "help" as const };
  const opened = await town.store.transact((tx) => createGroup(tx, admin.actor, group));
  if (opened.ok) groups.push(group.slug);
}

/** Works through all of them in a few lanes, and answers in their order. */
async function inTurns<T, R>(
  all: readonly T[],
  lanes: number,
  work: (one: T, index: number, lane: number) => Promise<R>,
): Promise<R[]> {
  const done: R[] = [];
  let next = 0;
  await Promise.all(
    Array.from({ length: lanes }, async (_, lane) => {
      for (let index = next++; index < all.length; index = next++)
        done[index] = await work(all[index] as T, index, lane);
    }),
  );
  return done;
}

/** The window's page and more beside it. */
async function tabs(many: number): Promise<Page[]> {
  const open = window.context.pages();
  while (open.length < many) open.push(await window.context.newPage());
  return open.slice(0, many);
}
