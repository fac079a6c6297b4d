// A question with more answers, and a community with more tags, than stand on one page: none of them is out of reach, whoever links it,
// and nothing typed there is lost.
import type { Locator, Page } from "playwright-core";
import { expect, test } from "vitest";
import { openForMember, sayInOwnProblem } from "../../src/care/index.ts";
import { answersPerPage, askQuestion, describeTags, giveAnswer, giveThanks } from "../../src/community/index.ts";
import { ok, unwrap } from "../../src/kernel/index.ts";
import { follow } from "../../src/notifications/index.ts";
import { deskPathsOf } from "../../src/web/desk-paths.ts";
import { foundTown, type Resident, type Town } from "../factories/town.ts";
import { expectClean } from "./axe.ts";
import { inTown, phone } from "./in-town.ts";
import { shots } from "./shots.ts";
import { isLive } from "./window.ts";

let town: Town;
let ann: Resident;
let ben: Resident;
let path: string;
let questionId: number;
const answerIds: number[] = [];
const all = answersPerPage + 2;

const { windowOf } = inTown(foundTown, async (founded) => {
  town = founded;
  ann = await town.resident("Ann");
  ben = await town.resident("Ben");
  const steward = await town.resident("Stella", ["steward"]);
  await town.group(steward.actor, { slug: "desk", name: "Desk lamps" });
  const title = "Which lamp do you read by?";
  const wish = { group: "desk", title, body: "Tell me.", tags: [] };
  questionId = unwrap(await town.store.transact((tx) => askQuestion(tx, ann.actor, wish))).id;
  path = town.paths.question(questionId, title);
  for (let n = 1; n <= all; n += 1) answerIds.push(await answer(`By lamp number ${n}.`));
});

const answer = async (body: string) =>
  unwrap(await town.store.transact((tx) => giveAnswer(tx, ben.actor, { questionId, body }))).id;
const last = () => answerIds.at(-1) ?? 0;
const onPage = (answers: number) => `${path}?page=${Math.ceil(answers / answersPerPage)}`;

/** Sends a comment without words, which the browser itself would not. */
async function refuse(comment: Locator): Promise<void> {
  await comment.evaluate((form) => {
    (form as HTMLFormElement).noValidate = true;
  });
  await comment.locator("[name=body]").fill("  \n ");
  await comment.locator("button").click();
  await comment.locator("[aria-invalid]").waitFor();
}

test("all of them can be read, page by page, without scripts and on a phone", async () => {
  const page = await windowOf(null, path, { ...phone, javaScriptEnabled: false });
  await page.getByRole("heading", { name: `${all} answers` }).waitFor();
  expect(await page.locator(".answer").count()).toBe(answersPerPage);
  await page.getByText(`1 to ${answersPerPage} of ${all} answers`).waitFor();
  await shots(page, "first");
  await page.getByRole("link", { name: "Next" }).click();
  expect(await page.locator(".answer").allInnerTexts()).toEqual([
    expect.stringContaining(`By lamp number ${all - 1}.`),
    expect.stringContaining(`By lamp number ${all}.`),
  ]);
  expect(page.url()).toContain(onPage(all));
  await page.getByRole("link", { name: "Previous" }).click();
  await page.getByText("By lamp number 1.", { exact: true }).waitFor();
  const wide = await windowOf(null, onPage(all));
  await expectClean(wide);
  await shots(wide, "last");
});

test("a link to one of them leads to its page, from a notification, a mail or anywhere else", async () => {
  const seen = await windowOf(null, `${town.paths.questionById(questionId)}?post=${last()}#answer-${last()}`, {
    javaScriptEnabled: false,
  });
  expect(seen.url()).toBe(`${town.kith.address}${onPage(all)}#answer-${last()}`);
  const elsewhere = await windowOf(null, `${path}#answer-${last()}`);
  await elsewhere.locator(`#answer-${last()}`).waitFor();
  expect(elsewhere.url()).toBe(`${town.kith.address}${onPage(all)}#answer-${last()}`);

  const news = await windowOf(ann, town.paths.notifications);
  await news.locator(`a[href$="#answer-${last()}"]`).first().click();
  await news.locator(`#answer-${last()}`).waitFor();
});

test("what is written, refused, changed and confirmed on a later page stays there", async () => {
  const page = await windowOf(ben, path);
  await isLive(page);
  await page.locator("#answer-body").fill("By a candle.");
  await page.getByRole("button", { name: "Post the answer" }).click();
  const own = page.locator(".answer", { hasText: "By a candle." });
  await own.waitFor();
  await expect.poll(() => page.url()).toContain(onPage(all + 1));

  await own.locator("summary", { hasText: "Comment" }).click();
  const comment = own.locator("form[action$=comments]");
  await refuse(comment);
  expect(await comment.locator("[name=body]").inputValue()).toBe("  \n ");
  await comment.locator("[name=body]").fill("A wax one.");
  await comment.locator("button").click();
  await own.getByText("A wax one.").waitFor();
  await expect.poll(() => page.url()).toContain(onPage(all + 1));

  await own.getByRole("link", { name: "Edit" }).first().click();
  await page.locator("[name=body]").fill("By a wax candle.");
  await page.getByRole("button", { name: "Save" }).click();
  await page.locator(".answer", { hasText: "By a wax candle." }).waitFor();
  await expect.poll(() => page.url()).toContain(onPage(all + 1));

  // What its asker confirms comes first, and that is where the asker is led.
  const asker = await windowOf(ann, onPage(all + 1));
  await asker
    .locator(".answer", { hasText: "By a wax candle." })
    .getByRole("button", { name: "This solved it" })
    .click();
  await asker.locator(".answer.confirmed", { hasText: "By a wax candle." }).waitFor();
  expect(await asker.locator(".answer").count()).toBe(answersPerPage);
  await expect.poll(() => new URL(asker.url()).search).toBe("");
});

test("a comment that is refused at a question comes back there, though an answer on a later page elsewhere has the same number", async () => {
  const [title, body] = ["Where do you read?", "In bed?"];
  const wish = { group: "desk", title, body, tags: [] };
  let id = 0;
  while (id < (answerIds[answersPerPage] ?? 0)) {
    id = unwrap(await town.store.transact((tx) => askQuestion(tx, ann.actor, wish))).id;
  }
  expect(id).toBe(answerIds[answersPerPage]);
  const page = await windowOf(ben, town.paths.question(id, title));
  await page.locator(".question summary", { hasText: "Comment" }).click();
  const comment = page.locator(".question form[action$=comments]");
  await refuse(comment);
});

test("every tag can be reached by name", async () => {
  const { communityId } = ann.actor;
  const names = Array.from({ length: 201 }, (_, n) => `lamp-${String(n).padStart(3, "0")}`);
  const tags = names.map((name) => ({ name, description: "" }));
  unwrap(await town.store.transact((tx) => describeTags(tx, communityId, tags)));
  const page = await windowOf(null, town.paths.tags, { javaScriptEnabled: false });
  expect(await page.locator(".tag-list a").allInnerTexts()).toEqual(names.slice(0, 200));
  await page.getByRole("link", { name: "Next" }).click();
  expect(await page.locator(".tag-list a").allInnerTexts()).toEqual(names.slice(200));
  await shots(page, "tags");
  await page.getByRole("link", { name: "All tags" }).click();
  await page.getByRole("link", { name: "lamp-000" }).waitFor();
});

test("a conversation with care can be read to its beginning, by its asker and at the desk", async () => {
  const sol = await town.resident("Sol", ["solver"]);
  const given = { askerId: ann.actor.memberId, title: "Lost parcel", body: "Word 1." };
  const { id } = unwrap(await town.store.transact((tx) => openForMember(tx, sol.actor, given)));
  const said = 302;
  const word = (n: number) => `Word ${n}.`;
  await town.store.transact(async (tx) => {
    for (let n = 2; n <= said; n += 1) unwrap(await sayInOwnProblem(tx, ann.actor, id, word(n)));
    return ok(null);
  });
  const desk = deskPathsOf("lamps");
  const words = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, at) => word(from + at));

  const own = await windowOf(ann, desk.anyProblem(id), { ...phone, javaScriptEnabled: false });
  const shown = (page: Page) => page.locator("#main .talk > li .prose").allInnerTexts();
  expect(await shown(own)).toEqual(words(said - 199, said));
  await shots(own, "words");
  await own.getByRole("link", { name: "Older" }).click();
  expect(await shown(own)).toEqual(words(1, said - 200));
  expect(await own.getByRole("link", { name: "Older" }).count()).toBe(0);
  // What one writes belongs below the newest word.
  expect(await own.locator("#say-body").count()).toBe(0);
  await shots(own, "older-words");
  await own.getByRole("link", { name: "Newest" }).click();
  expect(await own.locator("#say-body").count()).toBe(1);

  const page = await windowOf(sol, desk.problem(id));
  await expectClean(page);
  expect(await shown(page)).toEqual(words(said - 299, said));
  await page.getByRole("link", { name: "Older" }).click();
  await page.getByText("Word 1.", { exact: true }).waitFor();
  expect(await shown(page)).toEqual(words(1, said - 300));
  expect(await page.locator("#answer-body").count()).toBe(0);
  await expectClean(page);
});

test("all that somebody follows, and all thanks that they got, can be reached", async () => {
  const { communityId } = ann.actor;
  const tags = Array.from({ length: 201 }, (_, n) => ({ name: `shade-${n}`, description: "" }));
  unwrap(await town.store.transact((tx) => describeTags(tx, communityId, tags)));
  const notes = Array.from({ length: 51 }, (_, n) => `Thanks number ${n}.`);
  const fay = await town.resident("Fay");
  await town.store.transact(async (tx) => {
    for (const { name } of tags) unwrap(await follow(tx, fay.actor, { subject: "tag", name }));
    for (const note of notes) {
      const { id } = unwrap(await giveAnswer(tx, fay.actor, { questionId, body: "By daylight." }));
      unwrap(await giveThanks(tx, ann.actor, { answerId: id, note }));
    }
    return ok(null);
  });

  const settings = await windowOf(fay, town.paths.notificationSettings, { javaScriptEnabled: false });
  const followed = () => settings.locator(".entries a").allInnerTexts();
  const newest = await followed();
  await settings.getByRole("link", { name: "Older" }).click();
  const older = await followed();
  await shots(settings, "follows");
  // The question that they answered is followed, too, once that is read.
  const names = [...newest, ...older].filter((name) => name.startsWith("shade-"));
  expect([newest.length, new Set(names).size]).toEqual([200, 201]);
  await settings.getByRole("button", { name: "Stop following" }).last().click();
  await settings.getByRole("status").waitFor();

  const own = await windowOf(fay, town.paths.member(fay.actor.memberId), phone);
  const said = () => own.locator(".rail .links li > p:first-child").allInnerTexts();
  expect(await said()).toEqual(notes.slice(1).reverse());
  await own.locator(".rail").getByRole("link", { name: "Older" }).click();
  await own.getByText(notes[0] ?? "").waitFor();
  expect(await said()).toEqual(notes.slice(0, 1));
  await expectClean(own);
  await shots(own, "thanks");
});
