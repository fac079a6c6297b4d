import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { askQuestion } from "../../src/community/index.ts";
import { unwrap } from "../../src/kernel/index.ts";
import { deskPathsOf } from "../../src/web/desk-paths.ts";
import { foundTown, type Resident, type Town } from "../factories/town.ts";
import { axeFindings, sideways, smallTargets } from "./axe.ts";
import { inTown, problemOf } from "./in-town.ts";
import { shots } from "./shots.ts";
import { isLive } from "./window.ts";

let town: Town;
let ann: Resident;
let sol: Resident;
let pia: Resident;
const desk = deskPathsOf("lamps");

const { windowOf } = inTown(foundTown, async (founded) => {
  town = founded;
  ann = await town.resident("Ann");
  sol = await town.resident("Sol", ["solver"]);
  pia = await town.resident("Pia", ["solver"]);
  const admin = await town.resident("Ada", ["admin"]);
  await town.group(admin.actor, { slug: "desk", name: "Desk lamps" });
});

/** Asks a question and waits until care has opened its problem. */
async function ask(title: string): Promise<number> {
  const wish = { group: "desk", title, body: "It does so **every** evening.", tags: [] };
  const { id } = unwrap(await town.store.transact((tx) => askQuestion(tx, ann.actor, wish)));
  return problemOf(town, id);
}

const all = desk.view({ view: "all" });
const rowOf = (page: Page, id: number) => page.locator(`#problem-${id}`);

describe("the queue", () => {
  test("is worked by keyboard: rows are walked, taken, and an act is undone", async () => {
    const ids = [await ask("The desk lamp flickers"), await ask("The dimmer hums"), await ask("The bulb is stuck")];
    const page = await windowOf(sol, all);
    expect(await axeFindings(page)).toEqual([]);
    await page.keyboard.press("j");
    await page.keyboard.press("x");
    await page.keyboard.press("j");
    await page.keyboard.press("x");
    await page.keyboard.press("c");
    await page.locator("#notice").getByText("Taken: 2.").waitFor();
    await page.locator(".row.case", { hasText: "Sol" }).nth(1).waitFor();
    await page.getByRole("button", { name: "Undo" }).click();
    await page.locator("#notice").getByText("Taken back: 2.").waitFor();
    const owners = await town.store.database
      .selectFrom("problem")
      .select(["owner_kind", "rung", "claimed_at"])
      .where("id", "in", ids)
      .execute();
    for (const owner of owners) expect(owner).toEqual({ owner_kind: "peers", rung: "peers", claimed_at: null });
  });

  test("finds a problem by its words and by its number", async () => {
    const id = await ask("The pendant lamp swings");
    const page = await windowOf(sol, all);
    await page.keyboard.press("f");
    await page.keyboard.type("pendant");
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { level: 1, name: "Found for “pendant”" }).waitFor();
    await rowOf(page, id).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.getByLabel("Find a problem").last().fill("qwxzvj");
    await page.keyboard.press("Enter");
    await page.getByText("Nothing fits.").waitFor();
    await page.getByLabel("Find a problem").last().fill(`#${id}`);
    await page.keyboard.press("Enter");
    await rowOf(page, id).waitFor();
  });

  test("is complete without scripts: several are put off at once", async () => {
    const ids = [await ask("A lamp without a switch"), await ask("A switch without a lamp")];
    const page = await windowOf(sol, all, { javaScriptEnabled: false });
    for (const id of ids) await rowOf(page, id).getByRole("checkbox").check();
    await page.getByLabel("For how long").selectOption("a day");
    await page.getByRole("button", { name: "Put off" }).click();
    await page.getByText("Put off: 2.").waitFor();
    await page.getByRole("link", { name: /^Put off \d/ }).click();
    await rowOf(page, ids[0] ?? 0)
      .getByText("comes back")
      .waitFor();
    await page.getByRole("button", { name: "Give back" }).click();
    await page.getByText("Nothing was selected").waitFor();
  });

  test("does not jump: what has come in waits until it is asked for", async () => {
    const page = await windowOf(sol, all);
    const before = await page.locator(".row.case").count();
    const id = await ask("The street lamp is out");
    await page.locator("[data-moved]").waitFor();
    expect(await page.locator(".row.case").count()).toBe(before);
    await page.getByRole("button", { name: "Show it as it is now" }).click();
    await rowOf(page, id).waitFor();
  });

  test("keeps a view with its filters under a name of one's own", async () => {
    const id = await ask("Sparks fly out of the lamp");
    const page = await windowOf(sol, all);
    await rowOf(page, id).getByRole("checkbox").check();
    await page.locator(".bulk").getByLabel("Urgency").selectOption("urgent");
    await page.locator(".bulk").getByRole("button", { name: "Set urgency" }).click();
    await page.locator("#notice").getByText("Sorted: 1.").waitFor();
    await page.locator(".filters").getByLabel("Urgency").selectOption("urgent");
    await page.getByRole("button", { name: "Show", exact: true }).click();
    await page.getByLabel("Keep this view as").fill("Fires");
    await page.getByRole("button", { name: "Keep" }).click();
    await page.getByRole("link", { name: "Fires" }).waitFor();
    expect(await page.locator(".row.case").count()).toBe(1);
    await page.getByRole("button", { name: "Forget “Fires”" }).click();
    await page.locator("#notice").getByText("The view is forgotten.").waitFor();
  });

  test.each([
    ["a phone in the dark", 390, "dark"],
    ["a wide screen", 1280, "light"],
  ] as const)("has no finding on %s", async (_, width, colorScheme) => {
    const page = await windowOf(sol, all, { viewport: { width, height: 900 }, colorScheme, hasTouch: width === 390 });
    const id = Number(await page.locator(".row.case input").first().inputValue());
    for (const address of [all, desk.problem(id), desk.macros, desk.whatIsThis]) {
      await page.goto(address);
      expect([address, ...(await axeFindings(page)), ...(await sideways(page))]).toEqual([address]);
      if (width === 390) expect(await smallTargets(page)).toEqual([]);
      await shots(page, address.replaceAll("/", "_").replace(/\?.*/, ""));
    }
  });
});

describe("a problem's page", () => {
  test("shows who else is there and types, and stops the second of two answers", async () => {
    const id = await ask("My reading lamp smells");
    const first = await windowOf(sol, desk.problem(id));
    const second = await windowOf(pia, desk.problem(id));
    await first.getByText("Pia has this open, too.").waitFor();
    await second.locator("#answer-body").pressSequentially("Switch");
    await first.getByText("Pia is typing.").waitFor();
    await first.locator("#answer-body").fill("Unplug it, and let it cool.");
    await first.getByRole("button", { name: "Send" }).click();
    await first.locator("#notice").getByText("Sent.").waitFor();
    await second.locator(".talk").getByText("Unplug it").waitFor();
    await first.close();
    await second.getByText("Sol has this open").waitFor({ state: "detached" });
  });

  test("is still open to whoever closes one of two windows", async () => {
    const id = await ask("My lamp has two windows");
    const first = await windowOf(sol, desk.problem(id));
    const one = await windowOf(pia, desk.problem(id));
    const two = await windowOf(pia, desk.problem(id));
    await Promise.all([isLive(one), isLive(two)]);
    const there = first.locator("[data-there]");
    await there.getByText("Pia has this open, too.").waitFor();
    await there.evaluate((place) => {
      new MutationObserver(() => {
        if (!place.textContent?.includes("Pia")) document.body.dataset.left = "";
      }).observe(place, { childList: true, characterData: true, subtree: true });
    });
    await two.close();
    await one.locator("#answer-body").pressSequentially("S");
    await there.getByText("Pia is typing.").waitFor();
    expect(await first.locator("body").getAttribute("data-left")).toBeNull();
  });

  test("a macro is put in with its variables, a note stays private, and it is signed as unsolvable", async () => {
    const id = await ask("The lamp of my grandmother is broken");
    const page = await windowOf(sol, desk.macros);
    await page.getByLabel("Name").fill("Greeting");
    await page.getByLabel("Words").fill("Hello {asker}, about “{title}”: {nonsense}");
    await page.getByRole("button", { name: "Keep the macro" }).click();
    await page.getByText("{nonsense} stands for nothing.").waitFor();
    await page.getByLabel("Words").fill("Hello {asker}, about “{title}”:");
    await page.getByRole("button", { name: "Keep the macro" }).click();
    await page.getByText("The macro is kept.").waitFor();

    await page.goto(desk.problem(id));
    await page.locator("html[data-ready]").waitFor();
    await page.keyboard.press("m");
    await page.keyboard.press("G");
    await page.keyboard.press("Enter");
    const said = "Hello Ann, about “The lamp of my grandmother is broken”:";
    expect(await page.locator("#answer-body").inputValue()).toBe(said);
    await page.locator("#note-body").fill("She rang twice.");
    await page.getByRole("button", { name: "Keep the note" }).click();
    await page.locator(".talk .note").getByText("She rang twice.").waitFor();

    await page.getByText("Sign that it cannot be solved").click();
    await page.getByLabel("It cannot be solved, because").fill("Nobody makes its parts any more.");
    await page.getByLabel("And this is what we do about it").fill("  ");
    await page.getByRole("button", { name: "Sign", exact: true }).click();
    await page.getByText("Some words are needed here.").waitFor();
    await page.getByLabel("And this is what we do about it").fill("We send you a lamp of the same kind.");
    await page.getByRole("button", { name: "Sign", exact: true }).click();
    await page.getByText("Signed as unsolvable.").first().waitFor();
  });
});
