// Whatever stands in an address or a form, the answer is a page, not a fault of ours: each page is asked for with odd names, ids and
// queries, and each form is sent with odd fields.
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
const fields = [
  ...[
    "about",
    "answer",
    "area",
    "askedWeekly",
    "awayUntil",
    "back",
    "body",
    "calendarId",
    "charter",
    "choice",
    "colourAccent",
  ],
  ...[
    "colourPaper",
    "community",
    "communityDescription",
    "communityName",
    "communitySlug",
    "current",
    "description",
    "do",
  ],
  ...[
    "email",
    "firstAnswerMinutes",
    "found",
    "from",
    "group",
    "holidays",
    "hour",
    "hours",
    "kind",
    "language",
    "leadId",
  ],
  ...[
    "locale",
    "memberIds",
    "model",
    "mostOpen",
    "name",
    "named",
    "next",
    "nextAnswerMinutes",
    "note",
    "opened",
    "password",
  ],
  ...[
    "peers",
    "problem",
    "purpose",
    "reason",
    "remark",
    "report",
    "roles",
    "rules",
    "scopes",
    "shown",
    "slug",
    "solvedFrom",
  ],
  ...[
    "solvedMinutes",
    "step",
    "tags",
    "teamId",
    "text",
    "theme",
    "timeZone",
    "title",
    "to",
    "token",
    "urgency",
    "version",
  ],
  ...["view", "warnPercent", "wasFrom", "wasTo", "way:x"],
];
const of = (method: string) =>
  [...whoMayWhat.keys()].flatMap((address) =>
    address.startsWith(`${method} /`) && !address.startsWith(`${method} /api/`)
      ? [address.slice(method.length + 1)]
      : [],
  );

/** An address at which something is, as far as this town has it. */
function somewhere(page: string): string {
  return page
    .replace(/\/q\/:id|\/q\/:questionId/, `/q/${questionId}`)
    .replace(":group", "desk")
    .replace(":tag", "lamp")
    .replace(/:\w+/g, "1");
}

/** The status of a page; a stream is not waited for. */
async function statusOf(path: string): Promise<number> {
  const stop = new AbortController();
  const { status } = await fetch(town.at(path), { headers: { cookie }, redirect: "manual", signal: stop.signal });
  stop.abort();
  return status;
}

test.each(of("GET"))("%s", async (page) => {
  const here = page.replace(":slug", town.slug);
  const paths = here.includes(":")
    ? odd.map((value) => here.replace(/:\w+/g, value))
    : // Many pages look at what is asked for only where there is something to look at.
      [];
  const there = somewhere(here);
  const queries = odd.map((value) => `${there}?${asked.map((name) => `${name}=${value}`).join("&")}`);
  const faults: string[] = [];
  for (const path of [...paths, ...queries.map((path) => path.slice(0, 12_000))]) {
    const status = await statusOf(path);
    if (status >= 500) faults.push(`${status} ${path.slice(0, 200)}`);
  }
  expect(faults).toEqual([]);
});

// Whoever signs out sends nothing more.
test.each(of("POST").filter((form) => !form.includes("sign-out")))("%s, sent", async (form) => {
  const here = form.replace(":slug", town.slug);
  const faults: string[] = [];
  for (const value of odd) {
    const csrf = await formToken();
    const typed = decodeOdd(value);
    const body = new URLSearchParams({ csrf, ...Object.fromEntries(fields.map((name) => [name, typed])) });
    for (const path of here.includes(":") ? [somewhere(here), here.replace(/:\w+/g, value)] : [here]) {
      const headers = { cookie, "content-type": "application/x-www-form-urlencoded" };
      const sent = `${body}`.replaceAll(encodeURIComponent(typed), value);
      const { status } = await fetch(town.at(path), { method: "POST", headers, body: sent, redirect: "manual" });
      if (status >= 500) faults.push(`${status} ${value.slice(0, 60)} to ${path.slice(0, 200)}`);
    }
  }
  expect(faults).toEqual([]);
});

function decodeOdd(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return "x-x";
  }
}

async function formToken(): Promise<string> {
  const page = await (await fetch(town.at(`${town.paths.home}/profile`), { headers: { cookie } })).text();
  return /name="csrf" value="([^"]+)"/.exec(page)?.[1] ?? "";
}
