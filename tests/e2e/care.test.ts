import { expect, test } from "vitest";
import { refreshSkills } from "../../src/care/skills.ts";
import { deskPathsOf } from "../../src/web/desk-paths.ts";
import { foundMovableTown, type MovableTown } from "../factories/movable-town.ts";
import type { Resident } from "../factories/town.ts";
import { expectClean } from "./axe.ts";
import { inTown } from "./in-town.ts";
import { shots } from "./shots.ts";

const hour = 60 * 60_000;
const day = 24 * hour;

let town: MovableTown;
let ann: Resident;
let sol: Resident;
const desk = deskPathsOf("lamps");

const { windowOf } = inTown(foundMovableTown, async (founded) => {
  town = founded;
  ann = await town.resident("Ann");
  sol = await town.resident("Sol", ["solver"]);
  const admin = await town.resident("Ada", ["admin"]);
  await town.group(admin.actor, { slug: "desk", name: "Desk lamps" });
});

/** The one problem of this town as it stands. */
async function problem() {
  const row = await town.store.database.selectFrom("problem").selectAll().orderBy("id").limit(1).executeTakeFirst();
  return row ?? { id: 0, rung: "", state: "", over_as: null, reopened: 0, owner_kind: null };
}

/** Waits until the timers and the readers have brought the problem there. */
async function becomes(what: Partial<Awaited<ReturnType<typeof problem>>>): Promise<void> {
  await expect.poll(problem).toMatchObject(what);
}

test("a problem climbs the ladder, is solved from the desk, checked after 7 days, reopened and solved again", async () => {
  // It arrives.
  const asker = await windowOf(ann, town.paths.ask);
  await asker.getByLabel("What is the matter, in one sentence?").fill("The desk lamp hums all night");
  await asker.getByLabel("What happened, and what have you tried?").fill("It hums when it is off.");
  await asker.getByRole("button", { name: "Ask the question" }).click();
  await asker.getByRole("heading", { name: "The desk lamp hums all night" }).waitFor();
  await becomes({ rung: "peers", owner_kind: "peers" });
  await asker.reload();
  await asker.getByText("The members of Desk lamps have it.").waitFor();
  await expectClean(asker);

  // Peers are silent: nobody has proven skill yet, so it goes to the solvers.
  await town.pass(9 * hour);
  await becomes({ rung: "solvers" });
  const { id } = await problem();
  await asker.reload();
  await asker.getByText(/those who solve|lies with the team/i).waitFor();

  // A solver takes it at the desk, sees why, and answers.
  const solver = await windowOf(sol, desk.view({ view: "all" }));
  await solver.getByRole("link", { name: "The desk lamp hums all night" }).click();
  await solver.getByRole("heading", { name: "How it came here" }).or(solver.getByText("How it came here")).waitFor();
  await solver.getByText("The group's members have it first.").waitFor();
  await solver.getByRole("button", { name: "Take", exact: true }).click();
  await solver.locator("#notice").getByText("Taken: 1.").waitFor();
  await solver.locator("#answer-body").fill("Its transformer hums. Unplug it, and turn the plug around.");
  await solver.getByRole("button", { name: "Send" }).click();
  await solver.locator("#notice").getByText("Sent.").waitFor();
  await becomes({ state: "waiting-for-asker" });
  await solver.reload();
  await expectClean(solver);
  await shots(solver, "problem");

  // The asker is asked at the answer, and confirms with a remark.
  await asker.reload();
  await asker.getByText("Is it solved?", { exact: true }).waitFor();
  await shots(asker, "asked");
  await asker.getByLabel("A remark, if you want to leave one").fill("Quiet at last.");
  await asker.getByRole("button", { name: "Yes, it is solved" }).click();
  await becomes({ over_as: "confirmed" });
  await asker.goto(desk.book);
  await asker.getByRole("row", { name: /^solved, said the asker 1 100 %/ }).waitFor();

  // After 7 days the check comes by mail: opening its link does nothing, one press without a sign-in says that it is not solved.
  await town.pass(7 * day + hour);
  const stillSolved = "Is “The desk lamp hums all night” still solved, 7 days on?";
  const subjects = async () => (await town.mails(ann)).map(({ subject }) => subject);
  await expect.poll(subjects).toContain(stillSolved);
  const mail = (await town.mails(ann)).find(({ subject }) => subject === stillSolved);
  expect(mail?.body).toContain("You get this mail because you said 7 days ago that it is solved.");
  const link = /No, not yet:\n(\S+)/.exec(mail?.body ?? "")?.[1] ?? "";
  const stranger = await windowOf(null, link.slice(town.kith.address.length));
  await expectClean(stranger);
  await shots(stranger, "is-it-solved");
  expect(await problem()).toMatchObject({ over_as: "confirmed" });
  await stranger.getByRole("button", { name: "No, not yet" }).click();
  await stranger.getByRole("heading", { name: "Thank you" }).waitFor();
  await becomes({ over_as: null, reopened: 1, owner_kind: "solver" });
  await stranger.goto(desk.book);
  await stranger.getByRole("row", { name: /^solved, said the asker 0/ }).waitFor();
  await stranger.getByRole("row", { name: /^after 7 days 1 0 1 0/ }).waitFor();

  // It is with the solver who had solved it, who solves it for good.
  await solver.goto(desk.problem(id));
  await solver.getByText("It goes on.").first().waitFor();
  await solver.locator("#answer-body").fill("Then the transformer is loose: tighten its two screws.");
  await solver.getByRole("button", { name: "Send" }).click();
  await becomes({ state: "waiting-for-asker" });
  await asker.goto(town.paths.questionById(await questionId()));
  await asker.getByRole("button", { name: "Yes, it is solved" }).click();
  await becomes({ over_as: "confirmed" });

  // What has lasted 30 days is skill; the book counts it once, with its reopening.
  await town.pass(31 * day);
  await refreshSkills(town.store, town.communityId);
  const skill = await town.store.database.selectFrom("skill").select(["member_id", "solves"]).execute();
  expect(skill).toEqual(expect.arrayContaining([{ member_id: sol.actor.memberId, solves: 1 }]));
  await stranger.goto(desk.book);
  await stranger.getByRole("row", { name: /^solved, said the asker 1 100 %/ }).waitFor();
  await stranger.getByText("Reopened at least once: 1 of these 1.").waitFor();
  await stranger.getByText("The figures as a table").click();
  await stranger.getByRole("row", { name: /^30 days/ }).waitFor();
  await expectClean(stranger);
  await shots(stranger, "book");
});

async function questionId(): Promise<number> {
  const row = await town.store.database.selectFrom("question").select("id").executeTakeFirst();
  return row?.id ?? 0;
}
