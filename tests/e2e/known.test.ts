// A known problem: the desk marks it and links what was reported; who writes of the same reads it, waits with it, and hears when it is fixed.
import { expect, test } from "vitest";
import { openForMember } from "../../src/care/index.ts";
import { askQuestion } from "../../src/community/index.ts";
import { unwrap } from "../../src/kernel/index.ts";
import { deskPathsOf } from "../../src/web/desk-paths.ts";
import { foundMovableTown, type MovableTown } from "../factories/movable-town.ts";
import type { Resident } from "../factories/town.ts";
import { expectClean, smallTargets } from "./axe.ts";
import { inTown, phone, problemOf } from "./in-town.ts";
import { shots } from "./shots.ts";

let town: MovableTown;
let ann: Resident;
let ben: Resident;
let sol: Resident;
const paths = deskPathsOf("lamps");

const { windowOf } = inTown(foundMovableTown, async (founded) => {
  town = founded;
  ann = await town.resident("Ann");
  ben = await town.resident("Ben");
  sol = await town.resident("Sol", ["solver"]);
  await town.group((await town.resident("Ada", ["admin"])).actor, { slug: "desk", name: "Desk lamps" });
});

/** What somebody was told of this, if they were. */
function toldOf({ actor }: Resident, kind: string) {
  const told = town.store.database.selectFrom("notification").select("read_at").where("kind", "=", kind);
  return told.where("member_id", "=", actor.memberId).executeTakeFirst();
}

/** Whether somebody was told of this and has read it. */
async function hasSeen(resident: Resident, kind: string): Promise<boolean> {
  const row = await toldOf(resident, kind);
  return row !== undefined && row.read_at !== null;
}

test("the desk marks it, askers meet it and wait with it, and each is told and asked when it is fixed", async () => {
  const title = "My lamps are not found by the app";
  const wish = { group: "desk", title, body: "Since the update.", tags: [] };
  const asked = unwrap(await town.store.transact((tx) => askQuestion(tx, ben.actor, wish)));
  const bens = await problemOf(town, asked.id);
  const given = { askerId: sol.actor.memberId, title: "Devices vanish after update 2.0", body: "Seen in our logs." };
  const { id } = unwrap(await town.store.transact((tx) => openForMember(tx, sol.actor, given)));

  const desk = await windowOf(sol, paths.problem(id));
  await desk.getByText("Mark as a known problem").click();
  await desk.getByLabel("What does not work, in one line").fill("The app does not find lamps");
  await desk
    .getByLabel(/What is known, and what helps meanwhile/)
    .fill("Since update 2.0.\n\nStart the app anew for now.");
  await desk.getByRole("button", { name: "Mark it" }).click();
  await desk.locator("#notice").getByText("Whoever reports the same reads it.").waitFor();
  await desk.getByLabel(title).check();
  await expectClean(desk);
  await shots(desk, "known-desk");
  await desk.getByRole("button", { name: "Link those chosen" }).click();
  await desk.locator("#notice").getByText("Linked: 1.").waitFor();
  await desk.getByText("1 report waits with it.").waitFor();
  // It is seen by opening the page, so it must be there by then.
  await expect.poll(() => toldOf(ben, "problem-is-known")).toBeDefined();
  const bensPage = await windowOf(ben, paths.anyProblem(bens));
  await bensPage.getByText("It waits with a known problem").waitFor();
  // Whoever has the page open sees it there and needs no mail.
  await expect.poll(() => hasSeen(ben, "problem-is-known")).toBe(true);
  await bensPage.goto(town.paths.home);

  // Whoever types of the same reads that it is known, and says in one press that it is the same here.
  const asker = await windowOf(ann, town.paths.ask, phone);
  await asker.getByLabel("What is the matter, in one sentence?").pressSequentially("Why does my app find no lamps?");
  await asker.getByText("The app does not find lamps").waitFor();
  await expectClean(asker);
  expect(await smallTargets(asker)).toEqual([]);
  await shots(asker, "known-ask");
  await asker.getByRole("button", { name: "tell me when it is fixed" }).click();
  await asker.locator("#notice").getByText("You are told when it is fixed.").waitFor();
  await asker.getByText("It is known: The app does not find lamps.").waitFor();
  await expectClean(asker);
  await shots(asker, "known-own");

  // Visitors meet it where they look for it.
  const visitor = await windowOf(null, `${town.paths.search}?q=find+lamps+app`, { javaScriptEnabled: false });
  await visitor.getByRole("link", { name: "Sign in to be told when it is fixed" }).waitFor();
  const list = await windowOf(null, paths.known);
  await list.getByRole("heading", { name: "The app does not find lamps" }).waitFor();
  await expectClean(list);
  await shots(list, "known-list");

  // It is fixed: those affected are told, and nobody else.
  await desk.getByText("It is fixed", { exact: true }).click();
  await desk.getByLabel("What was done? Everybody affected reads it.").fill("Version 2.1 finds them again.");
  await desk.getByRole("button", { name: "Tell those affected" }).click();
  await desk.locator("#notice").getByText("Those affected are told").waitFor();
  await town.pass(0);
  await asker.getByText("What was behind it is fixed: Version 2.1 finds them again.").waitFor();
  const subjects = async () => (await town.mails(ben)).map(({ subject }) => subject);
  await expect.poll(subjects).toContain(`What was behind “${title}” is fixed: is it solved for you?`);
  expect((await town.mails(await town.resident("Olga"))).length).toBe(0);
  await asker.getByRole("button", { name: "Yes, it is solved" }).click();
  await asker.getByText("You said that it is solved.").waitFor();
  await list.reload();
  await list.getByText("Version 2.1 finds them again.").waitFor();
});
