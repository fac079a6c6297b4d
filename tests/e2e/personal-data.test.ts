// Personal data posted by mistake: seen while it is written, masked with one press, and told to whoever wrote it.
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { askQuestion, giveAnswer } from "../../src/community/index.ts";
import { unwrap } from "../../src/kernel/index.ts";
import { foundTown, type Resident, type Town } from "../factories/town.ts";
import { axeFindings, sideways, smallTargets } from "./axe.ts";
import { inTown, phone } from "./in-town.ts";

let town: Town;
let asker: Resident;
let solver: Resident;

const { windowOf } = inTown(foundTown, async (founded) => {
  town = founded;
  asker = await town.resident("Ann");
  solver = await town.resident("Sol", ["solver"]);
  await town.group((await town.resident("Stella", ["steward"])).actor, { slug: "desk", name: "Desk lamps" });
});

async function question(title: string, body: string) {
  const wish = { group: "desk", title, body, tags: [] };
  const { id } = unwrap(await town.store.transact((tx) => askQuestion(tx, asker.actor, wish)));
  return { id, path: town.paths.question(id, title) };
}

const looksLike = (page: Page) => page.locator(".exposed");

describe("personal data", () => {
  test("is pointed out while it is written, and masked with one press after", async () => {
    const { path } = await question("The lamp was never sent", "I paid weeks ago.");
    const page = await windowOf(asker, path);
    await page.getByLabel("Your answer").fill("I paid with 4111 1111 1111 1111, call me: +44 20 7946 0123");
    await looksLike(page).getByText("a card number and a phone number. Everybody will be able").waitFor();
    await page.getByRole("button", { name: "Post the answer" }).click();
    await page.locator(".answer .exposed").getByText("Masked, it is gone from here").waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.locator(".answer").getByRole("button", { name: "Mask it" }).click();
    await page.locator("#notice").getByText("Masked.").waitFor();
    const answer = await page.locator(".answer .prose").innerText();
    expect(answer).toBe("I paid with [card number], call me: [phone number]");
    expect(await looksLike(page).count()).toBe(0);
    const visitor = await windowOf(null, path);
    expect(await visitor.content()).not.toContain("4111");
  });

  test("may stay where its author says so, and visitors are never pointed to it", async () => {
    const { path } = await question("Where is order number 302-7746512?", "It never came.");
    expect(await looksLike(await windowOf(null, path)).count()).toBe(0);
    const page = await windowOf(asker, path, phone);
    expect(await sideways(page)).toEqual([]);
    expect(await smallTargets(page)).toEqual([]);
    await page.getByRole("button", { name: "It may stay" }).click();
    await page.locator("#notice").getByText("It stays as it is.").waitFor();
    expect(await looksLike(page).count()).toBe(0);
    expect(await page.locator("h1").innerText()).toContain("302-7746512");
  });

  test("that staff mask is told to whoever wrote it, in their language", async () => {
    const { id, path } = await question("Damaged lamp", "It came broken.");
    const body = "Write to ann.lind@posteo.net";
    unwrap(await town.store.transact((tx) => giveAnswer(tx, asker.actor, { questionId: id, body })));
    const page = await windowOf(solver, path, { javaScriptEnabled: false });
    expect(await looksLike(page).innerText()).toContain("whoever wrote it is told");
    await page.getByRole("button", { name: "Mask it" }).click();
    await page.locator("#notice").getByText("Masked.").waitFor();
    expect(await page.locator(".answer .prose").innerText()).toBe("Write to [mail address]");
    const bell = await windowOf(asker, town.paths.notifications);
    await expect
      .poll(async () => {
        await bell.reload();
        return bell.locator("main").innerText();
      })
      .toContain("Sol masked personal data that you wrote in “Damaged lamp”");
  });
});
