import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { handOver, signCannotSolve } from "../../src/care/index.ts";
import { askQuestion, giveAnswer } from "../../src/community/index.ts";
import { unwrap } from "../../src/kernel/index.ts";
import { deskPathsOf } from "../../src/web/desk-paths.ts";
import { foundTown, type Resident, type Town } from "../factories/town.ts";
import { axeFindings } from "./axe.ts";
import { inTown, problemOf } from "./in-town.ts";
import { isLive } from "./window.ts";

let town: Town;
let ann: Resident;
let ben: Resident;
let sol: Resident;
let admin: Resident;
const desk = deskPathsOf("lamps");

const { windowOf } = inTown(foundTown, async (founded) => {
  town = founded;
  ann = await town.resident("Ann");
  ben = await town.resident("Ben");
  sol = await town.resident("Sol", ["solver"]);
  admin = await town.resident("Ada", ["admin"]);
  await town.group(admin.actor, { slug: "desk", name: "Desk lamps" });
});

const ask = async (by: Resident, title: string, tags: string[] = []) =>
  unwrap(await town.store.transact((tx) => askQuestion(tx, by.actor, { group: "desk", title, body: "Help.", tags })));
const answer = async (by: Resident, questionId: number, body: string) =>
  unwrap(await town.store.transact((tx) => giveAnswer(tx, by.actor, { questionId, body })));

const bell = (page: Page) => page.getByRole("link", { name: /^Notifications/ }).first();
const bellSays = (page: Page, name: string) => page.getByRole("link", { name, exact: true }).first().waitFor();

/** Whether what somebody was told in one way about a subject is read; undefined before they are told. */
async function isRead(by: Resident, kind: string, subjectId: number): Promise<boolean | undefined> {
  const row = await town.store.database
    .selectFrom("notification")
    .select("read_at")
    .where("member_id", "=", by.actor.memberId)
    .where("kind", "=", kind)
    .where("subject_id", "=", subjectId)
    .executeTakeFirst();
  return row && row.read_at !== null;
}

/** Subjects of the mails to somebody, as an administrator's page of the outbox lists them, the newest first. */
async function outbox(page: Page, to: Resident): Promise<string[]> {
  await page.goto(town.paths.adminOutbox);
  return page.locator("tbody tr", { hasText: to.email }).locator("a").allInnerTexts();
}

describe("news", () => {
  test("is on the bell at once and in a mail; the mail's way out needs no sign-in, and then no more mails come", async () => {
    const question = await ask(ann, "My desk lamp flickers");
    const page = await windowOf(ann, town.paths.home);
    expect(await bell(page).getAttribute("aria-label")).toBe("Notifications");
    await answer(ben, question.id, "Tighten the bulb.");
    await bellSays(page, "Notifications, 1 unread");

    await bell(page).click();
    await page.getByRole("heading", { name: /^(Today|Yesterday)$/ }).waitFor();
    expect(await page.locator(".row.unread").innerText()).toMatch(/because you asked this question/);
    expect(await axeFindings(page)).toEqual([]);

    const desk = await windowOf(admin, town.paths.adminOutbox);
    await expect.poll(() => outbox(desk, ann)).toEqual(["Ben answered “My desk lamp flickers”"]);
    await desk.getByRole("link", { name: "Ben answered “My desk lamp flickers”" }).click();
    const letter = desk.locator(".letter");
    expect(await letter.innerText()).toContain("You get this mail because you asked this question.");
    const wayOut = (await letter.locator("a[href*='/stop/']").getAttribute("href")) ?? "";

    // Opening the link stops nothing: mail programs open links by themselves.
    const stranger = await windowOf(null, new URL(wayOut).pathname, { javaScriptEnabled: false });
    await stranger.getByText("Somebody answers your question").waitFor();
    const settings = await windowOf(ann, town.paths.notificationSettings);
    const chosen = () => settings.getByLabel("Somebody answers your question").inputValue();
    expect(await chosen()).toBe("mail");
    await stranger.getByRole("button", { name: "Stop these mails" }).click();
    await stranger.getByRole("heading", { name: "Stopped" }).waitFor();
    await settings.reload();
    expect(await chosen()).toBe("page");

    // Reading the question reads what was told about it.
    await page.getByRole("link", { name: /Ben answered/ }).click();
    await page.locator(".answer").waitFor();
    await bellSays(page, "Notifications");
    const second = await ask(ann, "My floor lamp hums");
    await page.goto(town.paths.home);
    await answer(ben, second.id, "Dim it less.");
    await bellSays(page, "Notifications, 1 unread");
    // Mails go out in the order of what happened: once Ben has one of what came later, none will come for Ann.
    const bens = await ask(ben, "My night light is blue");
    await answer(ann, bens.id, "Turn it by half.");
    await expect.poll(() => outbox(desk, ben)).toEqual(["Ann answered “My night light is blue”"]);
    expect(await outbox(desk, ann)).toHaveLength(1);
  });

  test("about the question that one is reading is seen as it comes", async () => {
    const question = await ask(ann, "My reading lamp is dim");
    const page = await windowOf(ann, town.paths.question(question.id, question.title));
    const unread = await bell(page).getAttribute("aria-label");
    await answer(ben, question.id, "Take a stronger bulb.");
    await page.locator(".answer").waitFor();
    await expect.poll(() => isRead(ann, "answer-to-your-question", question.id)).toBe(true);
    await bellSays(page, unread ?? "");
  });

  test("about a problem is seen as it comes, by its asker at the question and by whoever has it at the desk", async () => {
    const [first, second] = [await ask(ann, "My lamp of 1950 is broken"), await ask(ann, "My lamp of 1960 is broken")];
    const [id, other] = [await problemOf(town, first.id), await problemOf(town, second.id)];
    const page = await windowOf(ann, town.paths.question(first.id, first.title));
    const unread = await bell(page).getAttribute("aria-label");
    const atDesk = await windowOf(sol, desk.problem(id));
    await Promise.all([isLive(page), isLive(atDesk)]);
    const handTo = (problemId: number) =>
      town.store.transact((tx) =>
        handOver(tx, admin.actor, problemId, { kind: "solver", id: sol.actor.memberId }, "She rang."),
      );
    unwrap(await handTo(id));
    await expect.poll(() => isRead(sol, "handed-over-to-you", id)).toBe(true);
    // What is told about another problem is not: it is on the bell of the desk's pages.
    unwrap(await handTo(other));
    await expect.poll(() => isRead(sol, "handed-over-to-you", other)).toBe(false);
    await atDesk.getByRole("link", { name: /^Notifications, \d+ unread$/ }).waitFor();

    const signed = { because: "Nobody makes its parts.", instead: "We look for a like one." };
    unwrap(await town.store.transact((tx) => signCannotSolve(tx, sol.actor, id, signed)));
    await page.getByText("Nobody makes its parts.").waitFor();
    await expect.poll(() => isRead(ann, "cannot-be-solved", id)).toBe(true);
    await bellSays(page, unread ?? "");
  });

  test("is for members: visitors see no bell", async () => {
    const page = await windowOf(null, town.paths.home);
    expect(await bell(page).count()).toBe(0);
  });
});

describe("following", () => {
  test("begins and ends on the pages of a question, a tag and a group, without scripts", async () => {
    const question = await ask(ann, "Which lamp for a shelf?", ["shelf"]);
    const places = [
      { path: town.paths.question(question.id, question.title), begin: "Follow this question" },
      { path: town.paths.tag("shelf"), begin: "Follow this tag" },
      { path: town.paths.group("desk"), begin: "Follow this group" },
    ];
    const page = await windowOf(ben, town.paths.home, { javaScriptEnabled: false });
    for (const { path, begin } of places) {
      await page.goto(path);
      await page.getByRole("button", { name: begin }).click();
      await page.getByRole("button", { name: "Stop following" }).waitFor();
      expect(new URL(page.url()).pathname).toBe(path);
    }
    await page.goto(town.paths.notificationSettings);
    const follows = page.getByRole("button", { name: "Stop following" });
    expect(await follows.count()).toBeGreaterThanOrEqual(3);
    await page.goto(town.paths.tag("shelf"));
    await page.getByRole("button", { name: "Stop following" }).click();
    await page.getByRole("button", { name: "Follow this tag" }).waitFor();
    await ask(ann, "Another lamp for the shelf?", ["shelf"]);
    await page.goto(town.paths.notifications);
    await expect
      .poll(async () => {
        await page.reload();
        return page.locator("main").innerText();
      })
      .toMatch(/Another lamp for the shelf.*because you follow the group “Desk lamps”/s);
  });
});

describe("choices", () => {
  test("are saved with hour and time zone, and the device's own zone is offered first", async () => {
    const page = await windowOf(ann, town.paths.notificationSettings, { timezoneId: "Asia/Tokyo" });
    expect(await page.getByLabel("Your time zone").inputValue()).toBe("Asia/Tokyo");
    await page.getByLabel("Somebody thanks you").selectOption({ label: "Not at all" });
    await page.getByLabel("At what hour of your day?").selectOption("21");
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole("button", { name: "Save" }).click();
    await page.locator("#notice").getByText("What you chose counts from now on.").waitFor();
    await page.getByText(/The next digest goes out on .* at 21:00/).waitFor();
    expect(await page.getByLabel("Somebody thanks you").inputValue()).toBe("off");
    expect(await page.getByLabel("Your time zone").inputValue()).toBe("Asia/Tokyo");
  });
});
