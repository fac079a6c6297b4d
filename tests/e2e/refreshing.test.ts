import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { addNote, openForMember } from "../../src/care/index.ts";
import { askQuestion, giveAnswer, removePost, restorePost } from "../../src/community/index.ts";
import { unwrap } from "../../src/kernel/index.ts";
import { deskPathsOf } from "../../src/web/desk-paths.ts";
import { foundTown, type Resident, type Town } from "../factories/town.ts";
import { hold } from "./hold.ts";
import { inTown, problemOf } from "./in-town.ts";
import { afterWhatCame, isLive } from "./window.ts";

// An open page is brought up to date by itself. Whatever its reader does meanwhile, nothing of it is lost: what the server answers
// is held back here until the unlucky moment.

let town: Town;
let ann: Resident;
let ben: Resident;
let sol: Resident;
let admin: Resident;
const desk = deskPathsOf("lamps");

const { newWindow, windowOf } = inTown(foundTown, async (founded) => {
  town = founded;
  ann = await town.resident("Ann");
  ben = await town.resident("Ben");
  sol = await town.resident("Sol", ["solver"]);
  admin = await town.resident("Ada", ["admin"]);
  await town.group(admin.actor, { slug: "desk", name: "Desk lamps" });
});

/** Asks a question; once care has heard of it, its page changes by nobody but those who take part. */
async function ask(title: string) {
  const wish = { group: "desk", title, body: "Help.", tags: [] };
  const { id } = unwrap(await town.store.transact((tx) => askQuestion(tx, ann.actor, wish)));
  return { id, path: town.paths.question(id, title), problemId: await problemOf(town, id) };
}

async function answer(questionId: number, body: string): Promise<void> {
  unwrap(await town.store.transact((tx) => giveAnswer(tx, ben.actor, { questionId, body })));
}

const answerOf = (page: Page, text: string) => page.locator(".answer", { hasText: text });

test("a page that is gone, and one that its reader may not see any more, stays as it stands", async () => {
  const { id, path } = await ask("My lamp is gone");
  const window = await newWindow();
  const { page } = window;
  await window.open(await town.signInLink(ann, path));
  await isLive(page);
  await page.locator("#answer-body").fill("Half an hour of writing.");
  const gone = page.waitForResponse((response) => response.status() === 410);
  unwrap(await town.store.transact((tx) => removePost(tx, admin.actor, "question", id, "A mistake.")));
  await gone;
  unwrap(await town.store.transact((tx) => restorePost(tx, admin.actor, "question", id)));
  await answer(id, "It is back.");
  await answerOf(page, "It is back.").waitFor();
  expect(await page.locator("#answer-body").inputValue()).toBe("Half an hour of writing.");

  await window.context.clearCookies();
  const asVisitor = page.waitForResponse(
    async (response) => response.url().endsWith(path) && (await response.text()).includes("For visitors, too."),
  );
  await answer(id, "For visitors, too.");
  await asVisitor;
  await afterWhatCame(page);
  expect(await page.locator("#answer-body").inputValue()).toBe("Half an hour of writing.");
});

test("a comment that was refused stays so while others answer", async () => {
  const { id, path } = await ask("My lamp is too bright");
  const page = await windowOf(ann, path);
  await isLive(page);
  await page.getByText("Comment", { exact: true }).first().click();
  const form = page.locator("form[action$=comments]").first();
  await form.evaluate((element) => {
    (element as HTMLFormElement).noValidate = true;
  });
  await form.locator("textarea").fill("  \n ");
  await form.locator("button").click();
  await form.locator("[aria-invalid]").waitFor();
  expect(await form.locator("textarea").evaluate((field) => field === document.activeElement)).toBe(true);
  await page.locator("h1").click();
  await answer(id, "Dim it.");
  await answerOf(page, "Dim it.").waitFor();
  expect(await form.locator("[aria-invalid]").isVisible()).toBe(true);
  await form.locator("textarea").fill("By half?");
  await form.locator("button").click();
  await page.locator(".comments").getByText("By half?").waitFor();
  expect(await page.locator("[aria-invalid]").count()).toBe(0);
});

test("what is pressed twice is sent once, and what is typed meanwhile stays", async () => {
  const { id, path } = await ask("My lamp is slow");
  const page = await windowOf(ann, path);
  await isLive(page);
  const posted = await hold(page, town.paths.questionAnswers(id), "POST");
  await page.locator("#answer-body").fill("I wait.");
  const send = page.getByRole("button", { name: "Post the answer" });
  await send.click();
  await posted.isAsked();
  await send.click();
  await page.locator("#answer-body").fill("And wait.");
  posted.letGo();
  await answerOf(page, "I wait.").waitFor();
  await answer(id, "Wait more.");
  await answerOf(page, "Wait more.").waitFor();
  expect(posted.count()).toBe(1);
  expect(await page.locator("#answer-body").inputValue()).toBe("And wait.");
});

test("a field that was just emptied stays empty", async () => {
  const { id, path } = await ask("My lamp is full");
  const page = await windowOf(ann, path);
  await isLive(page);
  const field = page.locator("#answer-body");
  await field.fill("Never mind.");
  const kept = () => page.evaluate(() => Object.values(localStorage).join());
  await expect.poll(kept).toContain("Never mind.");
  const looked = await hold(page, path);
  await answer(id, "Empty it.");
  await looked.isAsked();
  await field.fill("");
  looked.letGo();
  await answerOf(page, "Empty it.").waitFor();
  expect(await field.inputValue()).toBe("");
});

test("what was just done is told to the page that comes next, not to what is fetched behind this one", async () => {
  const { id, path } = await ask("My lamp says nothing");
  const window = await newWindow();
  const { page } = window;
  await window.open(await town.signInLink(ann, path));
  await isLive(page);
  const notice = { name: "kith-notice", value: encodeURIComponent(JSON.stringify({ code: "answerPosted" })) };
  await window.context.addCookies([{ ...notice, url: town.kith.address }]);
  await answer(id, "It says now.");
  await answerOf(page, "It says now.").waitFor();
  await page.reload();
  await page.locator("#notice").getByText("Your answer is posted.").waitFor();
});

test("whoever goes back sees what has come meanwhile", async () => {
  const { id, path } = await ask("My lamp is old");
  const page = await windowOf(ann, path);
  await page.goto(town.paths.home);
  await answer(id, "Buy a new one.");
  await page.goBack();
  await answerOf(page, "Buy a new one.").waitFor();
});

test("the focus stays on the button that one is at while care asks whether it is solved", async () => {
  const { id, path } = await ask("My lamp has a focus");
  const page = await windowOf(ann, path);
  await isLive(page);
  await page.getByRole("button", { name: "I do not need it any more" }).focus();
  await answer(id, "It has one now.");
  await page.getByText("Is it solved?", { exact: true }).waitFor();
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("I do not need it any more");
});

test("a tick that is set in the queue while it is fetched stays", async () => {
  const { problemId } = await ask("My lamp has a tick");
  const { problemId: other } = await ask("My lamp has none");
  const page = await windowOf(sol, desk.view({ view: "all" }));
  await isLive(page);
  const looked = await hold(page, desk.view({ view: "all" }));
  unwrap(await town.store.transact((tx) => addNote(tx, sol.actor, problemId, "Looks odd.")));
  await looked.isAsked();
  await page.locator(`#tick-${other}`).check();
  const row = page.locator(`#problem-${problemId}`);
  await row.evaluate((element) => element.setAttribute("data-here", ""));
  looked.letGo();
  // It is brought up to date where it stands.
  await row.and(page.locator(":not([data-here])")).waitFor();
  expect(await page.locator(`#tick-${other}`).isChecked()).toBe(true);
});

test("a form that was refused at an address of its own is not taken away by what happens", async () => {
  const given = { askerId: ann.actor.memberId, title: "My lamp cannot be mended", body: "Ann rang." };
  const { id } = unwrap(await town.store.transact((tx) => openForMember(tx, sol.actor, given)));
  const page = await windowOf(sol, desk.problem(id));
  await page.getByText("Sign that it cannot be solved").click();
  await page.locator("[name=because]").fill("Nobody makes its parts.");
  await page.locator("[name=instead]").fill("  ");
  await page.getByRole("button", { name: "Sign", exact: true }).click();
  await page.getByText("Some words are needed here.").waitFor();
  await isLive(page);
  const looked = page.waitForResponse(
    (response) => response.request().method() === "GET" && response.url().endsWith(new URL(page.url()).pathname),
  );
  unwrap(await town.store.transact((tx) => addNote(tx, sol.actor, id, "She rang again.")));
  await looked;
  await afterWhatCame(page);
  expect(await page.locator("[name=because]").inputValue()).toBe("Nobody makes its parts.");
});
