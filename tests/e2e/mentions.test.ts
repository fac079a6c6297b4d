import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { askQuestion, giveAnswer } from "../../src/community/index.ts";
import { unwrap } from "../../src/kernel/index.ts";
import { foundTown, type Resident, type Town } from "../factories/town.ts";
import { expectClean } from "./axe.ts";
import { inTown, phone, problemOf } from "./in-town.ts";

let town: Town;
let ben: Resident;
let asker: Resident;
let friend: Resident;
let other: Resident;

const { windowOf } = inTown(foundTown, async (founded) => {
  town = founded;
  ben = await town.resident("Ben");
  asker = await town.resident("Anna Zell");
  friend = await town.resident("Anna Ahorn");
  other = await town.resident("Otto [Night] Light", ["solver"]);
  await town.group((await town.resident("Ada", ["admin"])).actor, { slug: "desk", name: "Desk lamps" });
});

/** Asks a question; once care has heard of it, its page changes by nobody but those who take part. */
async function ask(title: string): Promise<{ id: number; path: string }> {
  const wish = { group: "desk", title, body: "Help.", tags: [] };
  const { id } = unwrap(await town.store.transact((tx) => askQuestion(tx, asker.actor, wish)));
  await problemOf(town, id);
  return { id, path: town.paths.question(id, title) };
}
const options = (page: Page) => page.getByRole("listbox", { name: "People to mention" }).getByRole("option");
/** Types an @ and the beginning of a name, and waits for whom it may be. */
async function begin(page: Page, label: string, text: string): Promise<void> {
  await page.locator("html[data-ready]").waitFor();
  await page.getByLabel(label).pressSequentially(text);
  await options(page).first().waitFor();
}
/** The page of somebody's notifications, once this is among them. */
async function toldOf(resident: Resident, line: string): Promise<Page> {
  const page = await windowOf(resident, town.paths.notifications);
  const row = page.locator(".row.unread", { hasText: line });
  await expect.poll(async () => (await page.reload()) && row.count()).toBe(1);
  return page;
}

describe("a mention", () => {
  test("is chosen with the keyboard behind an @; whoever is meant is told, and finds the words", async () => {
    const page = await windowOf(ben, (await ask("My desk lamp flickers")).path);
    await begin(page, "Your answer", "Ask @ann");
    // Whoever stands on this page comes first.
    expect(await options(page).allInnerTexts()).toEqual([
      expect.stringMatching(/^Anna Zell/),
      expect.stringMatching(/^Anna Ahorn/),
    ]);
    await expectClean(page);
    await page.keyboard.press("ArrowDown");
    expect(await page.getByRole("option", { selected: true }).innerText()).toContain("Anna Ahorn");
    const field = page.getByLabel("Your answer");
    expect(await field.getAttribute("aria-activedescendant")).toBe(`person-${friend.actor.memberId}`);
    await page.keyboard.press("Enter");
    await page.keyboard.type("how she did it.");
    const link = `[@Anna Ahorn](${town.paths.member(friend.actor.memberId)})`;
    expect(await field.inputValue()).toBe(`Ask ${link} how she did it.`);
    expect(await options(page).count()).toBe(0);
    await page.getByRole("button", { name: "Post the answer" }).click();
    await page.locator(".answer").getByRole("link", { name: "@Anna Ahorn" }).waitFor();

    const told = await toldOf(friend, "Ben mentioned you at “My desk lamp flickers”");
    await told.getByRole("link", { name: /mentioned you at “My desk lamp flickers”/ }).click();
    await told.locator(".answer", { hasText: "how she did it" }).waitFor();
  });

  test("is offered for as long as a name may be meant, and left alone by Escape and by typing on", async () => {
    const page = await windowOf(ben, (await ask("My floor lamp hums")).path);
    const field = page.getByLabel("Your answer");
    await begin(page, "Your answer", "@anna");
    await page.keyboard.press("Escape");
    expect(await options(page).count()).toBe(0);
    await page.keyboard.type(" knows");
    expect(await field.inputValue()).toBe("@anna knows");
    await field.fill("");
    await begin(page, "Your answer", "@anna");
    await page.keyboard.type(" zo");
    await options(page).first().waitFor({ state: "detached" });
    await page.keyboard.press("Enter");
    expect(await field.inputValue()).toBe("@anna zo\n");
  });

  test("is offered still when something new has come in above", async () => {
    const { id, path } = await ask("My night light is off");
    const page = await windowOf(ben, path);
    await begin(page, "Your answer", "@anna");
    await page.keyboard.press("ArrowDown");
    const answer = { questionId: id, body: "Turn it on." };
    unwrap(await town.store.transact((tx) => giveAnswer(tx, other.actor, answer)));
    await page.locator(".answer", { hasText: "Turn it on." }).waitFor();
    expect(await options(page).count()).toBe(2);
    const field = page.getByLabel("Your answer");
    const active = () => field.getAttribute("aria-activedescendant");
    await expect.poll(active).toBe(`person-${friend.actor.memberId}`);
    await page.keyboard.press("Enter");
    expect(await field.inputValue()).toMatch(/^\[@Anna Ahorn\]/);
  });

  test("is chosen with a finger in a comment, and a name is shown as it is", async () => {
    const page = await windowOf(ben, (await ask("My lamp is blue")).path, phone);
    await page.getByText("Comment", { exact: true }).first().click();
    await begin(page, "Your comment", "Says @ot");
    await expectClean(page);
    await options(page).first().tap();
    const field = page.getByLabel("Your comment");
    await expect.poll(() => field.inputValue()).toContain("[@Otto \\[Night\\] Light](");
    expect(await field.evaluate((element) => element === document.activeElement)).toBe(true);
    await field.locator("xpath=ancestor::form").getByRole("button").click();
    await page.locator(".comments").getByRole("link", { name: "@Otto [Night] Light" }).waitFor();
    await toldOf(other, "Ben mentioned you at “My lamp is blue”");
  });

  test("without scripts is a link that was copied", async () => {
    const page = await windowOf(ben, (await ask("My shade is torn")).path, { javaScriptEnabled: false });
    await page.getByLabel("Your answer").fill(`She sews: ${town.at(town.paths.member(friend.actor.memberId))}`);
    await page.getByRole("button", { name: "Post the answer" }).click();
    await page.locator(".answer").waitFor();
    await toldOf(friend, "Ben mentioned you at “My shade is torn”");
  });
});
