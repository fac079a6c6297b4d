import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { beActive, openForMember } from "../../src/care/index.ts";
import { createManualClock, unwrap } from "../../src/kernel/index.ts";
import { deskPathsOf } from "../../src/web/desk-paths.ts";
import { runKith } from "../factories/kith.ts";
import { foundTown, type Resident, type Town } from "../factories/town.ts";
import { axeFindings, sideways, smallTargets } from "./axe.ts";
import { inTown } from "./in-town.ts";

// A solver works at the desk, sees their own hours, and corrects and deletes them; a care manager sees sums.

const minute = 60_000;
const day = 24 * 60 * minute;
/** Wednesdays at nine, in weeks of their own: the day and the hour at which this runs change nothing. */
const wednesday = (weeksAgo: number): Date => {
  const today = new Date().setUTCHours(0, 0, 0, 0);
  const sinceWednesday = (new Date(today).getUTCDay() + 4) % 7;
  return new Date(today - (sinceWednesday + 7 * weeksAgo) * day + 9 * 60 * minute);
};
const morning = wednesday(20);
const lately = wednesday(2);
let town: Town;
let solver: Resident;
let admin: Resident;
let member: Resident;
let problemId: number;

const { windowOf } = inTown(foundTown, async (founded) => {
  town = founded;
  solver = await town.resident("Sol", ["solver"]);
  admin = await town.resident("Ada", ["admin"]);
  member = await town.resident("Ann");
  const given = {
    askerId: member.actor.memberId,
    title: "The lamp hums",
    body: "Ann rang.",
    urgency: "normal" as const,
  };
  problemId = unwrap(await town.store.transact((tx) => openForMember(tx, solver.actor, given))).id;
});

/** Half an hour of work at a problem. */
async function work(who: Resident, from: Date): Promise<void> {
  const clock = createManualClock(from);
  for (let at = 0; at <= 30; at += 3) {
    await beActive({ database: town.store.database, clock }, who.actor, problemId);
    clock.advance(3 * minute);
  }
}

const thatWeek = () => `${town.paths.hours}?week=${morning.toISOString().slice(0, 10)}`;
const solving = (page: Page) => page.getByRole("row", { name: /^Solving/ });

test("activity at a problem's page counts, and the page alone does not", async () => {
  const page = await windowOf(solver, deskPathsOf(town.slug).problem(problemId));
  const signs = () => town.store.database.selectFrom("work_sign").select("act").where("act", "=", "desk").execute();
  await page.getByRole("heading", { level: 1, name: "The lamp hums" }).waitFor();
  expect(await signs()).toEqual([]);
  await page.keyboard.press("Tab");
  await expect.poll(signs).toEqual([{ act: "desk" }]);
});

test("a session is changed, changed back, deleted and brought back", async () => {
  await work(solver, morning);
  const page = await windowOf(solver, thatWeek());
  await solving(page).getByText("0.5 h").waitFor();
  // The session's bar, and what it means below.
  expect(await page.locator(".chart .purpose.solving").filter({ visible: true }).count()).toBe(2);
  await page.locator("summary", { hasText: "Change" }).click();
  expect(await page.getByLabel("From", { exact: true }).inputValue()).toBe("09:00");
  expect(await axeFindings(page)).toEqual([]);
  await page.getByLabel("To", { exact: true }).fill("09:45");
  await page.getByRole("combobox", { name: "What for" }).selectOption("Connecting people");
  await page.getByRole("button", { name: "Save" }).click();
  await page.locator("#notice").getByText("Your hours are changed.").waitFor();
  await page.getByText("said by you").waitFor();
  await page.getByRole("row", { name: /^Connecting people 0.8 h/ }).waitFor();
  await page.getByRole("button", { name: "Undo" }).click();
  await page.locator("#notice").getByText("taken back").waitFor();
  await solving(page).getByText("0.5 h").waitFor();
  await page.locator("summary", { hasText: "Change" }).click();
  await page.getByRole("button", { name: "Delete this session" }).click();
  await page.locator("#notice").getByText("The session is deleted.").waitFor();
  await page.getByText("Nothing in this week.").waitFor();
  await page.getByText("deleted", { exact: false }).first().waitFor();
  await page.getByRole("button", { name: "Take back" }).click();
  await solving(page).getByText("0.5 h").waitFor();
});

test("what cannot be is refused in place; without scripts and on a small screen it works the same", async () => {
  await work(solver, morning);
  const page = await windowOf(solver, thatWeek(), {
    javaScriptEnabled: false,
    hasTouch: true,
    viewport: { width: 390, height: 800 },
    colorScheme: "dark",
  });
  expect(await sideways(page)).toEqual([]);
  expect(await smallTargets(page)).toEqual([]);
  await page.locator("summary", { hasText: "Change" }).click();
  await page.getByLabel("To", { exact: true }).fill("08:00");
  await page.getByRole("button", { name: "Save" }).click();
  await page.getByText("A session ends after it began").waitFor();
  await solving(page).getByText("0.5 h").waitFor();
});

test("a care manager sees sums of five people and more, in the page and in the terminal, and members do not", async () => {
  for (let one = 0; one < 4; one++) await work(await town.resident(`Solver ${one}`, ["solver"]), lately);
  await work(solver, lately);
  const page = await windowOf(admin, town.paths.careHours);
  await page.getByRole("heading", { level: 1, name: "Hours" }).waitFor();
  await page.getByRole("cell", { name: "Care", exact: true }).first().waitFor();
  expect(await axeFindings(page)).toEqual([]);
  const { weeks, smallestGroup } = JSON.parse(runKith(town.folder, ["hours", "--community", "lamps", "--json"]));
  expect(smallestGroup).toBe(5);
  expect(weeks).toHaveLength(8);
  const told = weeks.flatMap((week: { groups: { people: number }[] | null }) => week.groups ?? []);
  expect(told).toContainEqual(expect.objectContaining({ kind: "team", team: "Care", people: 5 }));
  await windowOf(member, town.paths.careHours, {}, 403);
});
