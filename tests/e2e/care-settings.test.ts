import { expect, test } from "vitest";
import { carePathsOf } from "../../src/web/care-paths.ts";
import { foundTown, type Resident, type Town } from "../factories/town.ts";
import { expectClean, smallTargets } from "./axe.ts";
import { atNotice, inTown } from "./in-town.ts";

let town: Town;
let ada: Resident;
let stella: Resident;
let sol: Resident;
const paths = carePathsOf("lamps");

const { windowOf } = inTown(foundTown, async (founded) => {
  town = founded;
  ada = await town.resident("Ada", ["admin"]);
  stella = await town.resident("Stella", ["steward"]);
  sol = await town.resident("Sol", ["solver"]);
  await town.group(ada.actor, { slug: "desk", name: "Desk lamps" });
});

const noScripts = { javaScriptEnabled: false };

test("care begins in one step, which is taken back in one", async () => {
  const page = await windowOf(ada, paths.care);
  await expectClean(page);
  await page.getByLabel("Time zone").selectOption("Europe/Vienna");
  await page.getByRole("button", { name: "Begin with this" }).click();
  await page.locator("#notice").getByText("Care is set up.").waitFor();
  await atNotice(page);
  await page.getByRole("link", { name: "Office hours" }).waitFor();
  await page.getByText("40 h a week: Mon–Fri 09:00-17:00").waitFor();
  await page.getByRole("link", { name: "Every group" }).waitFor();
  await expectClean(page);
  await page.locator("#notice").getByRole("button", { name: "Undo" }).click();
  await page.getByRole("button", { name: "Begin with this" }).waitFor();
  expect(await page.getByRole("link", { name: "Office hours" }).count()).toBe(0);
});

test("a calendar is set without scripts: each mistake is told at its field, and nothing typed is lost", async () => {
  const page = await windowOf(ada, paths.one("calendars", "new"), noScripts);
  await page.getByLabel("Name").fill("Early and late");
  await page.getByLabel("Time zone").selectOption("Europe/Vienna");
  for (const day of ["Tuesday", "Wednesday", "Thursday", "Friday"]) await page.getByLabel(day).fill("");
  await page.getByLabel("Monday").fill("6:00-11:00, late");
  await page.getByLabel("Days without work").fill("Christmas");
  await page.getByRole("button", { name: "Save" }).click();
  await page.getByText("“late” is no stretch of time.").waitFor();
  await page.getByText("“Christmas” is no date.").waitFor();
  expect(await page.getByLabel("Monday").inputValue()).toBe("6:00-11:00, late");

  await page.getByLabel("Monday").fill("");
  await page.getByLabel("Days without work").fill("2026-12-25");
  await page.getByRole("button", { name: "Save" }).click();
  await page.getByText("This calendar has no working time").waitFor();

  await page.getByLabel("Monday").fill("6:00-11:00, 17:00-20:00");
  await page.getByLabel("Sunday").fill("22:00-2:00");
  await page.getByRole("button", { name: "Save" }).click();
  await page.getByText("The calendar is saved.").waitFor();
  await page.getByText("12 h a week: Mon 00:00-02:00, 06:00-11:00, 17:00-20:00; Sun 22:00-24:00").waitFor();
  await page.getByText("1 day without work").waitFor();
  await page.getByRole("link", { name: "Early and late" }).click();
  await page.getByRole("img", { name: "The week of “Early and late”" }).waitFor();
});

test("a team, a subject area and a promise; one that is gone by cannot be removed", async () => {
  const page = await windowOf(ada, paths.one("teams", "new"));
  await page.getByLabel("Name").fill("Transformers");
  await page.getByLabel("Lead").selectOption("Sol");
  await page.getByRole("checkbox", { name: "Sol" }).check();
  await page.getByRole("button", { name: "Save" }).click();
  await page.locator("#notice").getByText("The team is saved.").waitFor();

  await page.goto(paths.one("areas", "new"));
  await page.getByLabel("Name").fill("Power");
  await page.getByLabel("Address").fill("power");
  await page.getByLabel("Tags").fill("transformer, mains plug");
  await page.getByLabel("Team").selectOption("Transformers");
  await page.getByRole("button", { name: "Save" }).click();
  await page.getByText(/transformer, mains.plug/).waitFor();

  await page.goto(paths.one("promises", "new"));
  await page.getByLabel("Group").selectOption("Desk lamps");
  await page.getByLabel("First answer").fill("soon");
  await page.getByRole("button", { name: "Save" }).click();
  await page.getByText("Write hours as a number").waitFor();
  await expectClean(page);
  await page.getByLabel("First answer").fill("0,5");
  await page.getByLabel("Solved").fill("");
  await page.getByRole("button", { name: "Save" }).click();
  await page.getByRole("row", { name: /^Desk lamps Any urgency 0.5 h 8 h nothing/ }).waitFor();

  await page.getByRole("link", { name: "Transformers" }).first().click();
  await page.getByRole("button", { name: "Remove this team" }).click();
  await page.getByText("so it cannot be removed").waitFor();
  await page.goto(paths.care);
  await page.getByRole("link", { name: "Desk lamps" }).click();
  await page.getByRole("button", { name: "Take this promise back" }).click();
  await page.getByText("Nothing is promised.").waitFor();
  await page.locator("#notice").getByRole("button", { name: "Undo" }).click();
  await page.getByRole("row", { name: /^Desk lamps/ }).waitFor();
});

test("a steward sets a group's ladder, and each member their own limits", async () => {
  const steward = await windowOf(stella, town.paths.adminGroup("desk"), noScripts);
  await steward.getByRole("link", { name: "How long each rung of the ladder lasts" }).click();
  await steward.getByText("These are the usual times").waitFor();
  await steward.getByLabel("For the group's members").fill("1000");
  await steward.getByRole("button", { name: "Save" }).click();
  await steward.getByText("at most 720").waitFor();
  await steward.getByLabel("For the group's members").fill("4");
  await steward.getByRole("button", { name: "Save" }).click();
  await steward.getByText("Each step from now on goes by it.").waitFor();
  await steward.goto(paths.limits);
  expect(await steward.getByLabel("How many problems").count()).toBe(0);
  await steward.getByLabel("How often in a week").selectOption("Never");
  await steward.getByRole("button", { name: "Save" }).click();
  await steward.getByText("It holds from now on.").waitFor();
  expect(await steward.getByLabel("How often in a week").inputValue()).toBe("0");

  const solver = await windowOf(sol, paths.limits);
  await solver.getByLabel("How many problems").fill("600");
  await solver.getByRole("button", { name: "Save" }).click();
  await solver.getByText("Write a number from 1 to 500.").waitFor();
  await solver.getByLabel("How many problems").fill("6");
  await solver.getByLabel("Away until").fill("2999-05-01");
  await solver.getByRole("button", { name: "Save" }).click();
  await solver.locator("#notice").getByText("It holds from now on.").waitFor();
  expect(await solver.getByLabel("Away until").inputValue()).toBe("2999-05-01");
  await solver.locator("#notice").getByRole("button", { name: "Undo" }).click();
  await solver.getByText("These are the usual limits").waitFor();
  expect(await solver.getByLabel("How many problems").inputValue()).toBe("15");
});

test.each([
  ["a phone in the dark", 390, "dark"],
  ["a wide screen", 1280, "light"],
] as const)("has no finding on %s, in German", async (_, width, colorScheme) => {
  const page = await windowOf(ada, paths.care, {
    ...{ viewport: { width, height: 900 }, colorScheme, hasTouch: width === 390, locale: "de-DE" },
  });
  await page.getByRole("heading", { name: "Betreuung" }).waitFor();
  const addresses = [
    ...[paths.care, paths.limits, paths.ladder("desk")],
    ...(["calendars", "teams", "areas", "promises"] as const).map((part) => paths.one(part, "new")),
  ];
  for (const address of addresses) {
    await page.goto(address);
    await expectClean(page);
    if (width === 390) expect(await smallTargets(page)).toEqual([]);
  }
});
