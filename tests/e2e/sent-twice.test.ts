// A form that is sent again with the same words, because its answer was lost or somebody pressed again: once is enough.
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { openForMember } from "../../src/care/index.ts";
import { askQuestion } from "../../src/community/index.ts";
import { unwrap } from "../../src/kernel/index.ts";
import { deskPathsOf } from "../../src/web/desk-paths.ts";
import { foundTown, type Resident, type Town } from "../factories/town.ts";
import { inTown } from "./in-town.ts";

let town: Town;
let ann: Resident;
let ben: Resident;
let sol: Resident;
let path: string;

const { windowOf } = inTown(foundTown, async (founded) => {
  town = founded;
  ann = await town.resident("Ann");
  ben = await town.resident("Ben");
  sol = await town.resident("Sol", ["solver"]);
  const steward = await town.resident("Stella", ["steward"]);
  await town.group(steward.actor, { slug: "desk", name: "Desk lamps" });
  const wish = { group: "desk", title: "Why does it hum?", body: "All night.", tags: [] };
  path = town.paths.question(
    unwrap(await town.store.transact((tx) => askQuestion(tx, ann.actor, wish))).id,
    wish.title,
  );
});

/** Sends a form of the page as it stands there, several times, and says where each led. */
async function sendTimes(page: Page, form: string, times: number): Promise<string[]> {
  return page.locator(form).evaluate(async (element, many) => {
    const filled = element as HTMLFormElement;
    const body = new URLSearchParams(new FormData(filled) as unknown as Record<string, string>);
    const send = () => fetch(filled.action, { method: "POST", body }).then(({ url, status }) => `${status} ${url}`);
    const answers = [await send(), ...(await Promise.all(Array.from({ length: many - 1 }, send)))];
    return answers;
  }, times);
}

test("an answer that is sent again is there once, and other words are another answer", async () => {
  const page = await windowOf(ben, path);
  const answers = page.locator(".answer");
  await page.locator("#answer-body").fill("Turn the screw.");
  const led = await sendTimes(page, "form.write", 4);
  expect(new Set(led).size).toBe(1);
  await page.locator("#answer-body").fill("Turn the other screw.");
  await sendTimes(page, "form.write", 1);
  await page.goto(town.kith.address + path);
  expect(await answers.count()).toBe(2);
  // On a new page, the same words may be meant.
  await page.locator("#answer-body").fill("Turn the screw.");
  await page.getByRole("button", { name: "Post the answer" }).click();
  await answers.nth(2).waitFor();
});

test("a comment and a question that are sent at once are there once, and lead to the same place", async () => {
  const page = await windowOf(ben, path);
  const comment = ".question form[action$=comments]";
  await page.locator(".question summary", { hasText: "Comment" }).click();
  await page.locator(`${comment} [name=body]`).fill("Which lamp?");
  expect(new Set(await sendTimes(page, comment, 4)).size).toBe(1);
  await page.goto(town.kith.address + path);
  expect(await page.getByText("Which lamp?").count()).toBe(1);

  await page.goto(town.kith.address + town.paths.ask);
  await page.locator("form.ask [name=title]").fill("Why is it warm?");
  await page.locator("form.ask [name=body]").fill("Since noon.");
  expect(new Set(await sendTimes(page, "form.ask", 3)).size).toBe(1);
});

test("so are a solver's words and notes at the desk", async () => {
  const given = { askerId: ann.actor.memberId, title: "Lost parcel", body: "She rang." };
  const { id } = unwrap(await town.store.transact((tx) => openForMember(tx, sol.actor, given)));
  const page = await windowOf(sol, deskPathsOf("lamps").problem(id));
  for (const [form, words] of [
    ["form[action$='/answer']", "It is on its way."],
    ["form[action$='/notes']", "The depot has it."],
  ] as const) {
    await page.locator(`${form} [name=body]`).evaluate((field, text) => {
      (field as HTMLTextAreaElement).value = text;
    }, words);
    await sendTimes(page, form, 3);
    await page.goto(town.kith.address + deskPathsOf("lamps").problem(id));
    expect(await page.locator("#main .prose", { hasText: words }).count()).toBe(1);
  }
});
