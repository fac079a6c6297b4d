// A public question that goes on privately: the asker gives what nobody else should read, care answers, and everybody is told what came
// of it without personal data.
import { expect, test } from "vitest";
import { askQuestion } from "../../src/community/index.ts";
import { unwrap } from "../../src/kernel/index.ts";
import { foundTown, type Resident, type Town } from "../factories/town.ts";
import { axeFindings, sideways, smallTargets } from "./axe.ts";
import { inTown, phone, problemOf } from "./in-town.ts";

let town: Town;
let asker: Resident;
let solver: Resident;

const { windowOf } = inTown(foundTown, async (founded) => {
  town = founded;
  asker = await town.resident("Ann");
  solver = await town.resident("Sol", ["solver"]);
  await town.group((await town.resident("Stella", ["steward"])).actor, { slug: "desk", name: "Desk lamps" });
});

test("asker and care speak alone, and everybody is told what came of it", async () => {
  const title = "My parcel never came";
  const wish = { group: "desk", title, body: "It was to come last week.", tags: [] };
  const { id } = unwrap(await town.store.transact((tx) => askQuestion(tx, asker.actor, wish)));
  const path = town.paths.question(id, title);
  await problemOf(town, id);

  const page = await windowOf(asker, path, phone);
  await page.getByRole("link", { name: "Go on privately" }).click();
  await page.getByText("Nobody has said anything here yet.").waitFor();
  await page.getByLabel("What should only they read?").fill("Order number 302-7746512, to Ann Lind");
  await page.getByRole("button", { name: "Send privately" }).click();
  await page.locator("#notice").getByText("Nobody else reads it.").waitFor();
  expect(await page.locator(".talk").innerText()).toContain("302-7746512");
  expect(await sideways(page)).toEqual([]);
  expect(await smallTargets(page)).toEqual([]);

  const desk = await windowOf(solver, town.paths.questionPrivate(id), { javaScriptEnabled: false });
  expect(await desk.locator(".talk").innerText()).toContain("302-7746512");
  await desk.getByLabel("What should only they read?").fill("Order number 302-7746512 goes out again today.");
  await desk.getByRole("button", { name: "Send privately" }).click();
  const answer = desk.getByLabel("Tell everybody what came of it");
  expect((await answer.inputValue()).trim()).toBe("Order number [number] goes out again today.");
  const looked = await windowOf(solver, town.paths.questionPrivate(id));
  expect(await axeFindings(looked)).toEqual([]);
  await desk.getByRole("button", { name: "Post it on the question's page" }).click();
  await desk.getByRole("link", { name: "What came of it stands on the question's page." }).waitFor();

  const visitor = await windowOf(null, path);
  expect(await visitor.locator(".answer .prose").innerText()).toBe("Order number [number] goes out again today.");
  expect(await visitor.content()).not.toContain("302-7746512");
  expect(await visitor.getByRole("link", { name: "Go on privately" }).count()).toBe(0);
  await windowOf(await town.resident("Olga"), town.paths.questionPrivate(id), {}, 404);
});
