// Every page in every state, one a line, with the steps that lead to it: long for that reason.
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createPerson, postingAllowance, takeAllowance } from "../../src/accounts/index.ts";
import {
  addComment,
  askQuestion,
  confirmAnswer,
  giveAnswer,
  giveThanks,
  linkQuestions,
  markHelped,
  removePost,
  reopenQuestion,
} from "../../src/community/index.ts";
import { ok, type Result, unwrap } from "../../src/kernel/index.ts";
import { enqueue, type Transaction } from "../../src/store/index.ts";
import { launchBrowser } from "../browser.ts";
import { makeDataFolder } from "../factories/data-folder.ts";
import { startKith } from "../factories/kith.ts";
import { foundTown, type Resident, type Town } from "../factories/town.ts";
import { axeFindings, restless, sideways, smallTargets } from "./axe.ts";
import { isSuggested } from "./in-town.ts";
import { openWindow, type Window } from "./window.ts";

// As people of every kind see it: no finding of axe, in light and dark, on a phone and on a desk;
// nothing to scroll sideways down to 320 pixels; nothing smaller than a fingertip.

let browser: Browser;
let town: Town;
const people = {} as Record<"asker" | "other" | "solver" | "steward" | "admin" | "stranger", Resident>;
const questions = {} as Record<"waiting" | "answered" | "solved" | "reopened" | "duplicate" | "removed", Question>;

interface Question {
  readonly id: number;
  readonly title: string;
  readonly path: string;
  readonly answers: readonly number[];
}

type Visitor = "visitor" | keyof typeof people;
type State = readonly [name: string, as: Visitor, go: (page: Page) => Promise<unknown>];

const to = (path: () => string) => (page: Page) => page.goto(path());
const paths = () => town.paths;

const states: readonly State[] = [
  ["home", "visitor", to(() => paths().home)],
  ["home of a member", "other", to(() => paths().home)],
  ["group", "visitor", to(() => paths().group("desk"))],
  ["group with its menu open", "admin", openMenu],
  ["group, without questions", "other", to(() => paths().group("empty"))],
  ["group, filtered to nothing", "visitor", to(() => `${paths().group("empty")}?state=solved`)],
  ["question, waiting", "visitor", to(() => questions.waiting.path)],
  ["question, waiting, its asker", "asker", to(() => questions.waiting.path)],
  ["question, answered, its asker", "asker", to(() => questions.answered.path)],
  ["question, answered, its answerer", "solver", to(() => questions.answered.path)],
  ["question, solved", "visitor", to(() => questions.solved.path)],
  ["question, solved, another", "other", to(() => questions.solved.path)],
  ["question, solved, its asker", "asker", to(() => questions.solved.path)],
  ["question, solved, a steward", "steward", to(() => questions.solved.path)],
  ["question, solved, not yet a member", "stranger", to(() => questions.solved.path)],
  ["question, open again", "asker", to(() => questions.reopened.path)],
  ["question, asked before", "other", to(() => questions.duplicate.path)],
  ["question, with its forms open", "other", openForms],
  ["question, an answer refused", "other", refusedAnswer],
  ["question, just confirmed", "asker", justConfirmed],
  ["ask", "visitor", to(() => paths().ask)],
  ["ask, a member", "other", to(() => paths().ask)],
  ["ask, refused", "other", refusedQuestion],
  ["ask, with suggestions", "other", withSuggestions],
  ["ask, with a preview", "other", withPreview],
  ["search", "visitor", to(() => paths().search)],
  ["search, found", "visitor", to(() => `${paths().search}?q=lamp`)],
  ["search, narrowed by everything", "other", to(() => `${paths().search}?q=lamp+tag:flicker+is:open+group:desk`)],
  ["search, names that nobody has", "visitor", to(() => `${paths().search}?q=lamp+group:nowhere+by:Nobody`)],
  ["search, a slip of the finger", "visitor", to(() => `${paths().search}?q=lmap`)],
  ["search box with what is solved", "visitor", withDrop],
  ["search, nothing found", "visitor", to(() => `${paths().search}?q=xylophone`)],
  ["search, nothing with these filters", "visitor", to(() => `${paths().search}?q=lamp&group=empty`)],
  ["tags", "visitor", to(() => paths().tags)],
  ["tag", "visitor", to(() => paths().tag("flicker"))],
  ["tag of nothing", "visitor", to(() => paths().tag("nothing"))],
  ["member", "other", to(() => paths().member(people.solver.actor.memberId))],
  ["member, the answers", "other", to(() => `${paths().member(people.solver.actor.memberId)}?tab=answers`)],
  ["member, own page with thanks", "solver", to(() => paths().member(people.solver.actor.memberId))],
  ["profile", "other", to(() => paths().profile)],
  ["account", "other", to(() => "/account")],
  ["account, with a new token", "other", newToken],
  ["429", "stranger", tooManyPreviews],
  ["join", "stranger", to(() => paths().join)],
  ["edit of a question", "asker", to(() => paths().questionEdit(questions.waiting.id))],
  ["edit of an answer", "solver", to(() => paths().answerEdit(questions.answered.answers[0] ?? 0))],
  ["removal", "steward", removal],
  ["sign in", "visitor", to(() => "/sign-in")],
  ["sign in, refused", "visitor", refusedSignIn],
  ["sign up", "visitor", to(() => "/sign-up")],
  ["link sent", "visitor", linkSent],
  ["by link", "visitor", to(() => "/sign-in/by-link?token=x")],
  ["old link", "visitor", to(() => "/sign-in/now?token=x")],
  ["preferences", "visitor", to(() => "/preferences")],
  ["shortcuts", "visitor", to(() => "/shortcuts")],
  ["help with shortcuts", "visitor", openHelp],
  ["administration", "admin", to(() => paths().admin)],
  ["members, to an administrator", "admin", to(() => paths().adminMembers)],
  ["members, one opened", "admin", openRoles],
  ["members, none of that name", "admin", to(() => `${paths().adminMembers}?q=xylophone`)],
  ["groups, to a steward", "steward", to(() => paths().adminGroups)],
  ["a new group", "steward", to(() => paths().adminGroupNew)],
  ["a group, to change", "steward", to(() => paths().adminGroup("desk"))],
  ["settings", "admin", to(() => `${paths().admin}/community`)],
  ["jobs", "admin", to(() => paths().adminJobs)],
  ["event log", "admin", to(() => paths().adminEvents)],
  ["event log, none of this kind", "admin", to(() => `${paths().adminEvents}?kind=nothing`)],
  ["outbox", "admin", to(() => paths().adminOutbox)],
  ["a mail", "admin", openMail],
  ["403", "other", to(() => paths().adminMembers)],
  ["404", "visitor", to(() => `${paths().home}/nowhere`)],
  ["404 outside any community", "visitor", to(() => "/nowhere")],
  ["410", "visitor", to(() => questions.removed.path)],
  ["422", "admin", marketerAndSteward],
  ["429 at an answer", "solver", tooManyAnswers],
];

beforeAll(async () => {
  [browser, town] = await Promise.all([launchBrowser(), foundTown()]);
  people.asker = await town.resident("Ann Asker");
  people.other = await town.resident("Olga Other");
  people.solver = await town.resident("Sol Solver", ["solver"]);
  people.steward = await town.resident("Stella Steward", ["steward"]);
  people.admin = await town.resident("Ada Admin", ["admin"]);
  const stranger = { name: "Stan Stranger", email: "stan@example.org", password: null, emailVerified: true };
  const { personId } = unwrap(await town.store.transact((tx) => createPerson(tx, stranger)));
  people.stranger = { ...people.other, ...stranger, personId };
  const rules = "1. Say which lamp it is.\n2. Be kind.";
  await town.group(people.admin.actor, { slug: "desk", name: "Desk lamps", rules });
  await town.group(people.admin.actor, { slug: "empty", name: "Ceiling lamps", charter: "interest" });
  await fill();
  // Pages look for what is solved only once.
  await isSuggested(town, questions.solved.title, "halogen bulb buzzes");
});
afterAll(async () => {
  await browser?.close();
  await town?.close();
});

const phone = { viewport: { width: 390, height: 844 }, hasTouch: true };
const visitors: readonly Visitor[] = ["visitor", "asker", "other", "solver", "steward", "admin", "stranger"];

const clean = { phone: [], dark: [], narrow: [], fingers: [], deskDark: [], desk: [] };

describe.each(visitors)("what the %s sees", (visitor) => {
  let window: Window;
  beforeAll(async () => {
    window = await openWindow(browser, town.kith, phone);
    if (visitor !== "visitor") await window.open(await town.signInLink(people[visitor], "/shortcuts"));
  });
  afterAll(() => window?.close());

  test.each(states.filter(([, as]) => as === visitor))("%s", async (_, __, go) => {
    const { page } = window;
    await page.setViewportSize(phone.viewport);
    await go(page);
    await page.locator("html[data-ready]").waitFor();
    expect(await inEveryLight(page)).toEqual(clean);
  });
});

test("the page of the set-up, while nothing is set up", async () => {
  const kith = await startKith(makeDataFolder());
  const window = await openWindow(browser, kith, phone);
  await window.open(kith.setUp ?? "");
  const seen = await inEveryLight(window.page);
  await window.open(new URL("/", kith.address).href);
  const empty = await inEveryLight(window.page);
  await window.close();
  await kith.stop();
  expect([seen, empty]).toEqual([clean, clean]);
});

/** What is wrong with the page at hand in each size and each light. All rules run twice, on a phone and on a desk. */
async function inEveryLight(page: Page) {
  const contrast = ["color-contrast", "link-in-text-block"];
  await page.emulateMedia({ colorScheme: "light" });
  const seen = [...(await axeFindings(page)), ...(await sideways(page)), ...(await restless(page))];
  const fingers = await smallTargets(page);
  await page.emulateMedia({ colorScheme: "dark" });
  const dark = await axeFindings(page, contrast);
  await page.setViewportSize({ width: 320, height: 640 });
  const narrow = await sideways(page);
  await page.setViewportSize({ width: 1280, height: 900 });
  const deskDark = [...(await axeFindings(page)), ...(await sideways(page))];
  await page.emulateMedia({ colorScheme: "light" });
  const desk = await axeFindings(page, contrast);
  return { phone: seen, dark, narrow, fingers, deskDark, desk };
}

function act<T>(work: (tx: Transaction) => Promise<Result<T>>): Promise<T> {
  return town.store.transact(work).then(unwrap);
}

async function ask(title: string, answers: readonly string[] = []): Promise<Question> {
  const body =
    "# Since Monday\n\nIt **flickers** when `dimmed`:\n\n- first a little\n- then a lot\n\n> as the box says\n\n    volts = 230";
  const wish = { group: "desk", title, body, tags: ["flicker", "dimmer"] };
  const { id } = await act((tx) => askQuestion(tx, people.asker.actor, wish));
  const given: number[] = [];
  for (const text of answers) {
    given.push((await act((tx) => giveAnswer(tx, people.solver.actor, { questionId: id, body: text }))).id);
  }
  return { id, title, path: town.paths.question(id, title), answers: given };
}

async function fill(): Promise<void> {
  const long = "Averyveryverylongwordwithoutanyspaceinit".repeat(4);
  questions.waiting = await ask("The lamp on my desk flickers and hums when the dimmer is low");
  questions.answered = await ask("Which bulb fits?", [`Look here: https://example.org/${long}`, "E27."]);
  questions.solved = await ask("Halogen bulb buzzes on the dimmer", ["Use a trailing-edge dimmer.", long]);
  questions.reopened = await ask("The switch is loose", ["Tighten it."]);
  questions.duplicate = await ask("Bulb buzzes", ["See the other one."]);
  questions.removed = await ask("Buy my lamps");
  const { asker, other, steward } = people;
  for (const { answers } of [questions.solved, questions.reopened]) {
    await act((tx) => confirmAnswer(tx, asker.actor, answers[0] ?? 0));
  }
  await act((tx) => reopenQuestion(tx, asker.actor, questions.reopened.id));
  const solvedBy = questions.solved.answers[0] ?? 0;
  await act((tx) => markHelped(tx, people.admin.actor, solvedBy));
  await act((tx) => addComment(tx, other.actor, { answerId: solvedBy }, "That was it for me, too."));
  await act((tx) => addComment(tx, other.actor, { questionId: questions.waiting.id }, "Which dimmer is it?"));
  await act((tx) => giveThanks(tx, asker.actor, { answerId: solvedBy, note: "You saved my evening." }));
  const link = { communityId: town.communityId, questionId: questions.duplicate.id, otherId: questions.solved.id };
  await act((tx) => linkQuestions(tx, { ...link, kind: "duplicate" }));
  await act((tx) => linkQuestions(tx, { ...link, questionId: questions.waiting.id, kind: "related" }));
  await act((tx) => removePost(tx, steward.actor, "question", questions.removed.id, "No selling."));
  const later = new Date(Date.now() + 86_400_000);
  await act(async (tx) => ok(await enqueue(tx, { name: "send-mail" }, {}, { runAt: later })));
}

async function openMenu(page: Page): Promise<void> {
  await page.goto(town.paths.group("desk"));
  await page.locator(".menu summary").click();
}

async function openForms(page: Page): Promise<void> {
  await page.goto(questions.answered.path);
  await page.locator("html[data-ready]").waitFor();
  for (const summary of await page.locator("details.fold summary").all()) await summary.click();
}

async function refusedAnswer(page: Page): Promise<void> {
  await page.goto(questions.answered.path);
  await page.locator("html[data-ready]").waitFor();
  await page.locator("#answer-body").fill("   ");
  await page.getByRole("button", { name: "Post the answer" }).click();
  await page.locator("#answer-body[aria-invalid]").waitFor();
}

async function justConfirmed(page: Page): Promise<void> {
  await page.goto(questions.answered.path);
  await page.locator("html[data-ready]").waitFor();
  await page.getByRole("button", { name: "This solved it" }).first().click();
  await page.locator("#notice").getByRole("button", { name: "Undo" }).waitFor();
}

async function refusedQuestion(page: Page): Promise<void> {
  await page.goto(town.paths.ask);
  await page.locator("form.ask").evaluate((form) => {
    (form as HTMLFormElement).noValidate = true;
  });
  await page.getByRole("button", { name: "Ask the question" }).click();
  await page.locator("[data-problem]").waitFor();
}

async function withDrop(page: Page): Promise<void> {
  await page.goto(paths().home);
  await page.locator("html[data-ready]").waitFor();
  await page.locator("#find").fill("lamp flickers");
  await page.locator(".drop .row-title").first().waitFor();
}

async function withSuggestions(page: Page): Promise<void> {
  await page.goto(`${town.paths.ask}?title=halogen+bulb+buzzes`);
  await page.getByRole("button", { name: "This answers me" }).first().waitFor();
}

async function withPreview(page: Page): Promise<void> {
  await page.goto(town.paths.ask);
  await page.locator("html[data-ready]").waitFor();
  await page.locator("textarea[name=body]").fill("# One\n\nIt is **loud**.");
  await page.locator(".preview strong").waitFor();
}

async function newToken(page: Page): Promise<void> {
  await page.goto("/account");
  await page.getByLabel("What is it for?").fill("A bridge");
  await page.getByRole("button", { name: "Create a token" }).click();
  await page.locator("#new-token").waitFor();
}

async function removal(page: Page): Promise<void> {
  await page.goto(questions.answered.path);
  await page.locator(".answer").first().getByRole("button", { name: "Remove" }).click();
  await page.getByLabel("Why?").waitFor();
}

async function refusedSignIn(page: Page): Promise<void> {
  await page.goto("/sign-in");
  await page.getByLabel("E-mail address").fill("nobody@example.org");
  await page.getByLabel("Password").fill("not the password");
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.locator("[data-problem]").waitFor();
}

async function linkSent(page: Page): Promise<void> {
  await page.goto("/sign-in");
  await page.getByLabel("E-mail address").fill(people.other.email);
  await page.getByRole("button", { name: "Mail me a link" }).click();
  await page.getByRole("heading", { name: "Look into your mail" }).waitFor();
}

async function openHelp(page: Page): Promise<void> {
  await page.goto(town.paths.home);
  await page.locator("html[data-ready]").waitFor();
  await page.keyboard.press("?");
  await page.getByRole("dialog").waitFor();
}

async function openRoles(page: Page): Promise<void> {
  await page.goto(town.paths.adminMembers);
  await page.locator("main details summary").first().click();
}

async function openMail(page: Page): Promise<void> {
  await page.goto(town.paths.adminOutbox);
  await page.locator("main table a").first().click();
  await page.locator(".letter").waitFor();
}

async function marketerAndSteward(page: Page): Promise<void> {
  await page.goto(town.paths.adminMembers);
  await page.locator("main details summary").first().click();
  const form = page.locator("main details").first();
  await form.getByLabel(/^steward/i).check();
  await form.getByLabel(/^marketer/i).check();
  await form.getByRole("button", { name: "Save the roles" }).click();
  await page.getByRole("heading", { level: 1, name: /^(?!Members)/ }).waitFor();
}

async function tooManyPreviews(page: Page): Promise<void> {
  const { database, clock } = town.store;
  const key = "preview:127.0.0.1";
  // Previews before this one have begun a minute that may end any moment.
  await database.deleteFrom("allowance").where("key", "=", key).execute();
  for (let taken = 0; taken < 300; taken += 1) {
    await takeAllowance(database, clock, key, { most: 300, perMs: 60 * 60_000 });
  }
  await page.goto("/preferences");
  await page.locator("main form").evaluate((form) => form.setAttribute("action", "/preview"));
  await page.getByRole("button", { name: "Save" }).click();
  await page.getByRole("heading", { name: "That was too much at once" }).waitFor();
}

async function tooManyAnswers(page: Page): Promise<void> {
  const { database, clock } = town.store;
  const key = `post:${town.communityId}:${people.solver.actor.memberId}`;
  for (let taken = 0; taken < postingAllowance.most; taken += 1) {
    await takeAllowance(database, clock, key, postingAllowance);
  }
  await page.goto(questions.waiting.path);
  await page.locator("html[data-ready]").waitFor();
  await page.locator("#answer-body").fill("One more thing.");
  const refused = page.waitForResponse((response) => response.status() === 429);
  await page.getByRole("button", { name: "Post the answer" }).click();
  await refused;
  await page.locator("#notice .notice").waitFor();
}
