import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { askQuestion, giveAnswer } from "../../src/community/index.ts";
import { unwrap } from "../../src/kernel/index.ts";
import { foundTown, type Resident, type Town } from "../factories/town.ts";
import { hold } from "./hold.ts";
import { inTown } from "./in-town.ts";

// What a form refuses comes back with all that was typed, says what is wrong at the field, and is where the reader looks next.

let town: Town;
let admin: Resident;
let other: Resident;
let question: { id: number; path: string; answerId: number };

const { newWindow, windowOf } = inTown(foundTown, async (founded) => {
  town = founded;
  admin = await town.resident("Ada", ["admin"]);
  other = await town.resident("Olga");
  await town.group(admin.actor, { slug: "desk", name: "Desk lamps" });
  const title = "My lamp hums";
  const wish = { group: "desk", title, body: "It hums.", tags: [] };
  const { id } = unwrap(await town.store.transact((tx) => askQuestion(tx, admin.actor, wish)));
  const answer = { questionId: id, body: "Tighten it." };
  const given = unwrap(await town.store.transact((tx) => giveAnswer(tx, other.actor, answer)));
  question = { id, path: town.paths.question(id, title), answerId: given.id };
});

const long = (length: number) => "word ".repeat(length / 5);

interface Case {
  readonly of: string;
  readonly at: () => string;
  readonly form: () => string;
  /** Opened before the form can be filled in. */
  readonly fold?: () => string;
  readonly fields: Record<string, string>;
  /** The field that is refused; without one, the form says it at its head. */
  readonly wrong: string | null;
}

const cases: readonly Case[] = [
  {
    of: "asking, with a title that is too long",
    at: () => town.paths.ask,
    form: () => "form.ask",
    fields: { title: long(250), body: 'It hums <b>loudly</b>.\n\n"Really".', tags: "noise, dimmer" },
    wrong: "title",
  },
  {
    of: "asking, with too many tags",
    at: () => town.paths.ask,
    form: () => "form.ask",
    fields: { title: "My lamp hums", body: "It hums.", tags: "a, b, c, d, e, f" },
    wrong: "tags",
  },
  {
    of: "an answer without words",
    at: () => question.path,
    form: () => "form.write",
    fields: { body: "   \n " },
    wrong: "body",
  },
  {
    of: "an answer that is too long",
    at: () => question.path,
    form: () => "form.write",
    fields: { body: long(31_000) },
    wrong: "body",
  },
  {
    of: "a comment that is too long",
    at: () => question.path,
    form: () => `form[action="${town.paths.answerComments(question.answerId)}"]`,
    fold: () => `#answer-${question.answerId} details:has(form[action$=comments]) summary`,
    fields: { body: long(31_000) },
    wrong: "body",
  },
  {
    of: "changing a question to one without a title",
    at: () => town.paths.questionEdit(question.id),
    form: () => "main form",
    fields: { title: " x ", body: "Still hums.", tags: "noise" },
    wrong: "title",
  },
  {
    of: "a group with an address that cannot be one",
    at: () => town.paths.adminGroupNew,
    form: () => "main form",
    fields: { name: "Ceiling <lamps>", slug: "Ceiling Lamps!", purpose: 'Lamps "above".', rules: "* Be kind." },
    wrong: "slug",
  },
  {
    of: "a page of one's own that says too much",
    at: () => town.paths.profile,
    form: () => "main form",
    fields: { name: "Ada", about: long(1_500) },
    wrong: "about",
  },
  {
    of: "a token without a name",
    at: () => "/account",
    form: () => 'form[action="/account/tokens"]',
    fields: { name: "   " },
    wrong: "name",
  },
];

test.each(cases)(
  "$of is refused at the field, and nothing typed is lost",
  async ({ at, form, fold, fields, wrong }) => {
    // Nothing comes in meanwhile that would show the form as it was sent, with its limits.
    const page = await windowOf(admin, at(), {
      before: "window.EventSource = class extends EventTarget { close() {} };",
    });
    if (fold) await page.locator(fold()).click();
    await fillIn(page, form(), fields);
    const sentTo = new URL((await page.locator(form()).getAttribute("action")) ?? "", page.url()).pathname;
    // The page sends other things by itself: that somebody is active, what is looked for meanwhile.
    const refused = page.waitForResponse(
      (response) => response.request().method() === "POST" && new URL(response.url()).pathname === sentTo,
    );
    await page.locator(form()).locator("button:not(.no-script, [type=button])").last().click();
    expect((await refused).status()).toBe(422);
    const field = page.locator(form()).locator(`[name=${wrong}][aria-invalid]`);
    await field.waitFor();
    for (const [name, text] of Object.entries(fields)) {
      const value = await page.locator(form()).locator(`[name=${name}]`).inputValue();
      expect(value, name).toBe(text);
    }
    const described = (await field.getAttribute("aria-describedby")) ?? "";
    const texts = await Promise.all(described.split(" ").map((id) => page.locator(`#${id}`).innerText()));
    expect(texts.join("")).not.toBe("");
  },
);

test("what was wrong stays said while others answer, and is over once it is mended", async () => {
  const page = await windowOf(admin, question.path);
  const form = page.locator("form.write");
  await fillIn(page, "form.write", { body: long(31_000) });
  await form.locator("button.primary").click();
  await form.locator("[data-problem]").waitFor();
  await page.locator("#answer-body").focus();

  await answers("A washer helps as well.");
  await page.locator(".answer", { hasText: "A washer helps as well." }).waitFor();
  await form.locator("[name=body][aria-invalid]").waitFor();
  expect(await page.locator("#answer-body").inputValue()).toBe(long(31_000));
  expect(await page.locator("#answer-body").evaluate((field) => field === document.activeElement)).toBe(true);

  await page.locator("#answer-body").fill("It was the screw.");
  await form.locator("button.primary").click();
  await page.locator(".answer", { hasText: "It was the screw." }).waitFor();
  expect(await form.locator("[data-problem], [aria-invalid]").count()).toBe(0);
});

test("a page that was fetched before the reader's own answer does not take it away again", async () => {
  const page = await windowOf(admin, question.path);
  let told = 0;
  const network = await page.context().newCDPSession(page);
  await network.send("Network.enable");
  network.on("Network.eventSourceMessageReceived", ({ eventName }) => {
    if (eventName === "change") told += 1;
  });
  const old = await hold(page, question.path);
  await answers("Somebody else's answer.");
  await old.isAsked();
  await page.locator("#answer-body").fill("My own answer.");
  const toldBefore = told;
  await page.getByRole("button", { name: "Post the answer" }).click();
  const own = page.locator(".answer", { hasText: "My own answer." });
  await own.waitFor();
  await own.evaluate((answer) => {
    new MutationObserver(() => {
      if (!answer.isConnected) document.body.dataset.lost = "";
    }).observe(document.body, { childList: true, subtree: true });
  });
  // The page hears of that answer, too, and would fetch itself once more for it.
  await expect.poll(() => told).toBeGreaterThan(toldBefore);
  await page.evaluate(() => new Promise((go) => setTimeout(go, 500)));
  old.letGo();
  // The page is fetched again for what the old one was fetched for.
  await expect.poll(old.count).toBeGreaterThan(1);
  await page.locator(".answer", { hasText: "Somebody else's answer." }).waitFor();
  expect(await page.locator("body").getAttribute("data-lost")).toBeNull();
});

test("a new member's name that cannot be one is refused, and the address stays", async () => {
  const page = await windowOf(null, "/sign-up");
  await fillIn(page, "main form", { name: "\u202Eeve", email: "eve@example.org", password: "a long enough password" });
  await page.getByRole("button", { name: "Join" }).click();
  await page.locator("[name=name][aria-invalid]").waitFor();
  expect(await page.locator("[name=email]").inputValue()).toBe("eve@example.org");
  expect(await page.locator("[name=password]").inputValue()).toBe("");
});

test("a form from yesterday's session says so, and what was written comes back", async () => {
  const window = await newWindow();
  const { page } = window;
  await window.open(await town.signInLink(admin, question.path));
  await page.locator("#answer-body").fill("Half an hour of writing.");
  await window.context.clearCookies();
  await page.getByRole("button", { name: "Post the answer" }).click();
  await page.locator("#notice .notice").waitFor();
  expect(await page.locator("#answer-body").inputValue()).toBe("Half an hour of writing.");
  await window.open(await town.signInLink(admin, question.path));
  expect(await page.locator("#answer-body").inputValue()).toBe("Half an hour of writing.");
});

test("among many groups none is chosen for the asker, and a question without one is not lost", async () => {
  for (let made = 0; made < 8; made += 1) {
    await town.group(admin.actor, { slug: `group-${made}`, name: `Group ${made}` });
  }
  const page = await windowOf(admin, town.paths.ask);
  expect(await page.locator("select[name=group]").inputValue()).toBe("");
  await fillIn(page, "form.ask", { title: "Where does this belong?", body: "I do not know." });
  await page.getByRole("button", { name: "Ask the question" }).click();
  await page.locator("[name=group][aria-invalid]").waitFor();
  expect(await page.locator("textarea[name=body]").inputValue()).toBe("I do not know.");
  await page.getByLabel("Where does it belong?").selectOption("Group 3");
  await page.getByRole("button", { name: "Ask the question" }).click();
  await page.getByRole("heading", { level: 1, name: "Where does this belong?" }).waitFor();
});

test("an address that is nobody's says so once, in its community, to somebody it knows", async () => {
  const page = await windowOf(admin, `${town.paths.home}/no-such-page`, {}, 404);
  expect(await page.locator("main").innerText()).toMatch(/There is nothing at this address\s+Either it never existed/);
  await page.locator("main a", { hasText: "Search" }).waitFor();
  expect(await page.locator("header").innerText()).toContain("Ada");
});

async function answers(body: string): Promise<void> {
  unwrap(await town.store.transact((tx) => giveAnswer(tx, other.actor, { questionId: question.id, body })));
}

/** Fills a form in as a program would that does not care what the fields allow. */
async function fillIn(page: Page, form: string, fields: Record<string, string>): Promise<void> {
  await page.locator(form).evaluate((element) => {
    (element as HTMLFormElement).noValidate = true;
    for (const field of element.querySelectorAll("[maxlength]")) field.removeAttribute("maxlength");
  });
  for (const [name, text] of Object.entries(fields)) await page.locator(form).locator(`[name=${name}]`).fill(text);
}
