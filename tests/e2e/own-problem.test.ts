// A problem that staff opened for somebody who rang: its mail leads to a page of its own, where its asker reads, answers and ends it.
import { expect, test } from "vitest";
import { openForMember } from "../../src/care/index.ts";
import { unwrap } from "../../src/kernel/index.ts";
import { deskPathsOf } from "../../src/web/desk-paths.ts";
import { foundMovableTown, type MovableTown } from "../factories/movable-town.ts";
import type { Resident } from "../factories/town.ts";
import { expectClean, smallTargets } from "./axe.ts";
import { inTown, phone } from "./in-town.ts";
import { shots } from "./shots.ts";

let town: MovableTown;
let ann: Resident;
let sol: Resident;
const paths = deskPathsOf("lamps");

const { windowOf } = inTown(foundMovableTown, async (founded) => {
  town = founded;
  ann = await town.resident("Ann");
  sol = await town.resident("Sol", ["solver"]);
});

const opened = async (title: string) => {
  const given = { askerId: ann.actor.memberId, title, body: "She rang: it has not come." };
  return unwrap(await town.store.transact((tx) => openForMember(tx, sol.actor, given))).id;
};

test("the mail leads to the page; words go both ways at once, and its asker says that it is solved and that it is not", async () => {
  const id = await opened("The parcel with the lamp is lost");
  const desk = await windowOf(sol, paths.problem(id));
  await desk.locator("#answer-body").fill("It lies at the post office. Which one is near you?");
  await desk.getByRole("button", { name: "Send" }).click();
  await desk.locator("#notice").getByText("Sent.").waitFor();

  const find = async () => (await town.mails(ann)).find(({ subject }) => subject.startsWith("Sol wrote to you about"));
  await expect.poll(find).toBeTruthy();
  const link = /^http\S+\/p\/\S+$/m.exec((await find())?.body ?? "")?.[0] ?? "";
  const page = await windowOf(ann, link.slice(town.kith.address.length), phone);
  await page.getByRole("heading", { name: "The parcel with the lamp is lost" }).waitFor();
  await page.getByText("If you say nothing, you are asked again").waitFor();
  await page.getByText("Is it solved?", { exact: true }).waitFor();
  await expectClean(page);
  await shots(page, "own");
  expect(await smallTargets(page)).toEqual([]);

  await page.getByLabel("Is there something to add?").fill("The one at the station.");
  await page.getByRole("button", { name: "Send" }).click();
  await page.locator("#notice").getByText("Whoever has it is told.").waitFor();
  await page.getByText("Sol is on it.").waitFor();
  await desk.getByText("The one at the station.").waitFor();

  await desk.locator("#answer-body").fill("Then ask for parcel 12 there.");
  await desk.getByRole("button", { name: "Send" }).click();
  // What is said at the desk comes to the open page by itself.
  await page.getByText("Then ask for parcel 12 there.").waitFor();
  await page.getByRole("button", { name: "Yes, it is solved" }).click();
  await page.getByText("You said that it is solved.").waitFor();
  await page.getByRole("button", { name: "It is not solved after all" }).click();
  await page.locator("#notice").getByText("It goes on.").waitFor();
  await page.getByText("Sol is on it.").waitFor();
});

test("its asker withdraws it, or contests that it cannot be solved, without scripts", async () => {
  const withdrawn = await opened("The lamp is too yellow");
  const page = await windowOf(ann, paths.anyProblem(withdrawn), { javaScriptEnabled: false });
  await page.getByRole("button", { name: "I do not need it any more" }).click();
  await page.getByText("You said that you do not need it any more.").waitFor();

  const signed = await opened("The lamp is too loud");
  const desk = await windowOf(sol, paths.problem(signed));
  await desk.getByText("Sign that it cannot be solved").click();
  await desk.locator("[name=because]").fill("The fan is part of it.");
  await desk.locator("[name=instead]").fill("You can send it back.");
  await desk.getByRole("button", { name: "Sign" }).click();
  await desk.getByText("The fan is part of it.").first().waitFor();
  await page.goto(paths.anyProblem(signed));
  await page.getByText("Sol signed that it cannot be solved.").waitFor();
  await page.getByText("I see it differently").click();
  await page.getByLabel("What was overlooked?").fill("My sister's is quiet.");
  await page.getByRole("button", { name: "Contest it" }).click();
  await page.getByText("It stays open until you say that it is solved.").waitFor();

  const stranger = await windowOf(await town.resident("Olga"), paths.anyProblem(signed), {}, 404);
  expect(await stranger.content()).not.toContain("The lamp is too loud");
});
