// Whatever stands in an address, the answer is a page, not a fault of ours: each page is asked for with odd names, ids and queries.
import { afterAll, beforeAll, expect, test } from "vitest";
import { askQuestion } from "../../src/community/index.ts";
import { unwrap } from "../../src/kernel/index.ts";
import { whoMayWhat } from "../contract/who-may-what.ts";
import { foundTown, type Town } from "../factories/town.ts";

let town: Town;
let cookie: string;
let questionId: number;
beforeAll(async () => {
  town = await foundTown();
  const admin = await town.resident("Ada", ["admin"]);
  await town.group(admin.actor, { slug: "desk", name: "Desk lamps" });
  const wish = { group: "desk", title: "My lamp hums", body: "Help.", tags: ["lamp"] };
  questionId = unwrap(await town.store.transact((tx) => askQuestion(tx, admin.actor, wish))).id;
  const entered = await fetch(await town.signInLink(admin), { redirect: "manual" });
  cookie = entered.headers
    .getSetCookie()
    .map((one) => one.split(";")[0])
    .join("; ");
});
afterAll(() => town?.close());

const odd = [
  ...["%00", "a%00b", "%F0%9F", "%ED%A0%80", "%E2%80%AE", "..%2f..%2fetc", "%27%3B--", "%2525", "%20"],
  ...["0", "-1", "1.5", "1e3", "x", "9".repeat(30), "2147483648", "a".repeat(2000)],
];
const asked = [
  ...[
    "after",
    "answer",
    "area",
    "at",
    "before",
    "brief",
    "days",
    "group",
    "here",
    "ids",
    "kind",
    "macro",
    "name",
    "page",
  ],
  ...[
    "post",
    "q",
    "question",
    "show",
    "shown",
    "state",
    "tab",
    "text",
    "title",
    "to",
    "token",
    "urgency",
    "view",
    "week",
  ],
  ...["weeks", "cursor", "folder", "code"],
];
const pages = [...whoMayWhat.keys()].flatMap((address) =>
  address.startsWith("GET ") && !address.startsWith("GET /api/") ? [address.slice(4)] : [],
);

/** The status of a page; a stream is not waited for. */
async function statusOf(path: string): Promise<number> {
  const stop = new AbortController();
  const { status } = await fetch(town.at(path), { headers: { cookie }, redirect: "manual", signal: stop.signal });
  stop.abort();
  return status;
}

test.each(pages)("%s", async (page) => {
  const here = page.replace(":slug", town.slug);
  const paths = here.includes(":")
    ? odd.map((value) => here.replace(/:\w+/g, value))
    : // Many pages look at what is asked for only where there is something to look at.
      [];
  const there = here
    .replace(/\/q\/:id|\/q\/:questionId/, `/q/${questionId}`)
    .replace(":group", "desk")
    .replace(":tag", "lamp")
    .replace(/:\w+/g, "1");
  const queries = odd.map((value) => `${there}?${asked.map((name) => `${name}=${value}`).join("&")}`);
  const faults: string[] = [];
  for (const path of [...paths, ...queries.map((path) => path.slice(0, 12_000))]) {
    const status = await statusOf(path);
    if (status >= 500) faults.push(`${status} ${path.slice(0, 200)}`);
  }
  expect(faults).toEqual([]);
});
