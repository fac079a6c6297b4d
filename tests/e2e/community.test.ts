// What people do in a community, with scripts, after its first day (first-day.test.ts). One town for all of it, because founding
// one takes seconds: long for that reason.
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { askQuestion, confirmAnswer, giveAnswer } from "../../src/community/index.ts";
import { unwrap } from "../../src/kernel/index.ts";
import { eventually } from "../factories/eventually.ts";
import { foundTown, type Resident, type Town } from "../factories/town.ts";
import { atNotice, inTown, isFound, isSuggested, problemOf } from "./in-town.ts";
import { isLive } from "./window.ts";

let town: Town;
let asker: Resident;
let solver: Resident;
let steward: Resident;

const { windowOf } = inTown(foundTown, async (founded) => {
  town = founded;
  asker = await town.resident("Ann");
  solver = await town.resident("Sol", ["solver"]);
  steward = await town.resident("Stella", ["steward"]);
  await town.group(steward.actor, { slug: "desk", name: "Desk lamps" });
});

/** The buttons of the list that answers exactly these words: while somebody types, each answer takes the place of the one before. */
const answersTo = (words: string) => `button[name=text][value="${words}"]`;

let asked = 0;
/** A question of Ann's, with answers by Sol, the first of which may be confirmed. */
async function question(given: { title?: string; body?: string; answers?: string[]; solved?: boolean } = {}) {
  const { title = `My lamp number ${++asked} flickers`, body = "It flickers.", answers = [], solved = false } = given;
  const wish = { group: "desk", title, body, tags: ["flicker"] };
  const { id } = unwrap(await town.store.transact((tx) => askQuestion(tx, asker.actor, wish)));
  const answerIds: number[] = [];
  for (const text of answers) {
    const answer = { questionId: id, body: text };
    answerIds.push(unwrap(await town.store.transact((tx) => giveAnswer(tx, solver.actor, answer))).id);
  }
  if (solved) unwrap(await town.store.transact((tx) => confirmAnswer(tx, asker.actor, answerIds[0] ?? 0)));
  return { id, title, answerIds, path: town.paths.question(id, title) };
}

const notice = (page: Page, text: string) => page.locator("#notice").getByText(text).waitFor();
const stateOf = (page: Page) => page.locator(".question .state").innerText();

describe("asking", () => {
  test("solved questions that fit appear while one types, and 'this answers me' ends the asking", async () => {
    const known = await question({
      title: "Halogen bulb buzzes on the dimmer",
      body: "It buzzes when dimmed low.",
      answers: ["Use a trailing-edge dimmer; halogen bulbs buzz on leading-edge ones."],
      solved: true,
    });
    await isSuggested(town, known.title, "halogen bulb chirps");
    const newcomer = await town.resident("Newcomer");
    const page = await windowOf(newcomer, town.paths.ask);
    await page.getByLabel("What is the matter, in one sentence?").pressSequentially("halogen bulb chirps");
    const suggestions = page.getByRole("region", { name: "Already solved, and close to yours" });
    const answersMe = suggestions.getByRole("button", { name: "This answers me" });
    await answersMe.and(page.locator(answersTo("halogen bulb chirps"))).waitFor();
    expect(await suggestions.getByRole("link", { name: known.title }).count()).toBe(1);
    expect(await suggestions.locator(".snippet").first().innerText()).toContain("trailing-edge");
    await answersMe.click();
    await notice(page, "Nothing was posted");
    expect(page.url()).toBe(town.at(`${known.path}#answer-${known.answerIds[0]}`));
    const events = await town.store.database
      .selectFrom("event")
      .select("kind")
      .where("community_id", "=", town.communityId)
      .where("actor_id", "=", newcomer.actor.memberId)
      .orderBy("id", "desc")
      .limit(2)
      .execute();
    expect(events.map(({ kind }) => kind)).toEqual(["suggestions.judged", "asking.ended"]);
    // Nobody else has said it chirps: the newcomer's own word finds it from now on.
    await eventually(async () => {
      await page.goto(`${town.at(town.paths.search)}?q=chirps`);
      expect(await page.getByRole("link", { name: known.title }).count()).toBeGreaterThan(0);
    });
  });

  test("'none of these helps' is noted, and nothing that was typed is lost", async () => {
    const known = await question({
      title: "Sconce rattles when the door shuts",
      body: "It rattles at every slam.",
      answers: ["Put a felt ring behind the sconce."],
      solved: true,
    });
    await isSuggested(town, known.title, "sconce rattles at night");
    const page = await windowOf(await town.resident("Undeterred"), town.paths.ask);
    const title = page.getByLabel("What is the matter, in one sentence?");
    await title.pressSequentially("sconce rattles at night");
    const link = page
      .getByRole("region", { name: "Already solved, and close to yours" })
      .getByRole("link", { name: known.title });
    await page.locator(answersTo("sconce rattles at night")).waitFor();
    expect(await link.count()).toBe(1);
    await page.getByRole("button", { name: "None of these helps" }).click();
    await page.getByText("Noted: none of these helped").waitFor();
    expect(await title.inputValue()).toBe("sconce rattles at night");
    expect(await link.count()).toBe(0);
    await page.goto(`${town.at(town.paths.search)}?q=sconce+rattles+at+night`);
    await page.getByRole("button", { name: "None of these helps, ask it" }).click();
    await notice(page, "Noted: nothing that was found helped");
    expect(await title.inputValue()).toBe("sconce rattles at night");
    const judged = await town.store.database
      .selectFrom("event")
      .select("data")
      .where("community_id", "=", town.communityId)
      .where("kind", "=", "suggestions.judged")
      .orderBy("id", "desc")
      .limit(2)
      .execute();
    for (const { data } of judged) {
      expect(data).toMatchObject({ outcome: "rejected", shown: expect.arrayContaining([known.id]) });
    }
  });

  test("what is written in another language than the page says so", async () => {
    const german = await question({
      title: "Die Stehlampe brummt leise",
      body: "Das Netzteil wird dabei warm, und sie ist erst ein Jahr alt.",
      answers: ["Please have a look at the dimmer, it may be too strong for this lamp."],
      solved: false,
    });
    const page = await windowOf(null, german.path);
    expect(await page.locator("h1").getAttribute("lang")).toBe("de");
    expect(await page.locator(".question .prose").first().getAttribute("lang")).toBe("de");
    expect(await page.locator(".answer .prose").first().getAttribute("lang")).toBeNull();
  });

  test("an administrator sees whether what was shown was right, and has search learn", async () => {
    const admin = await town.resident("Adele", ["admin"]);
    const page = await windowOf(admin, town.paths.adminSearch);
    await page.getByText(/\(1 of \d\) in 26 weeks/).waitFor();
    await page.getByRole("img", { name: /Share of accepted suggestions/ }).waitFor();
    // The page comes anew after three seconds, without a notice.
    const learn = page.getByRole("button", { name: "Learn now" });
    await Promise.all([notice(page, "Search will learn in a moment."), learn.click()]);
    // The page looks again by itself until it has ended: here there is too little to learn from.
    await page.getByText(/there was too little to learn from/).waitFor();
    const build = page.getByRole("button", { name: "Build it again" });
    await Promise.all([notice(page, "The index is being built again."), build.click()]);
  });

  test("what a visitor has written survives signing in", async () => {
    const page = await windowOf(null, town.paths.ask);
    await page.getByLabel("What is the matter, in one sentence?").fill("The switch of my lamp is loose");
    await page.getByLabel("What happened, and what have you tried?").fill("It came off.");
    await page.getByRole("button", { name: "Ask the question" }).click();
    await page.getByRole("alert").waitFor();
    await page.locator("html[data-ready]").waitFor();
    expect(await page.getByLabel("What happened, and what have you tried?").inputValue()).toBe("It came off.");
    await page.goto(await town.signInLink(asker, town.paths.ask));
    await page.locator("html[data-ready]").waitFor();
    expect(await page.getByLabel("What is the matter, in one sentence?").inputValue()).toBe(
      "The switch of my lamp is loose",
    );
    expect(await page.getByLabel("What happened, and what have you tried?").inputValue()).toBe("It came off.");
    await page.getByRole("button", { name: "Ask the question" }).click();
    await notice(page, "Your question is posted.");
    // Once it has arrived, nothing is left to come back.
    await page.goto(town.paths.ask);
    expect(await page.getByLabel("What happened, and what have you tried?").inputValue()).toBe("");
  });

  test("a preview shows the text as others will see it", async () => {
    const page = await windowOf(asker, town.paths.ask);
    await page.getByLabel("What happened, and what have you tried?").fill("It is `broken` and **loud**.");
    await page.locator(".preview strong").waitFor();
    expect(await page.locator(".preview .prose").innerHTML()).toContain("<code>broken</code>");
  });
});

describe("a question's page", () => {
  test("shows an answer of somebody else at once, and keeps what is being written", async () => {
    const { path } = await question();
    const page = await windowOf(asker, path);
    await page.getByLabel("Your answer").fill("I have **found out** that");
    const preview = page.locator(".preview strong", { hasText: "found out" });
    await preview.waitFor();
    await isLive(page);
    const other = await windowOf(solver, path);
    await other.getByLabel("Your answer").fill("Tighten the bulb.");
    await other.getByRole("button", { name: "Post the answer" }).click();
    await notice(other, "Your answer is posted.");
    await page.locator(".answer").getByText("Tighten the bulb.").waitFor();
    expect(await page.getByLabel("Your answer").inputValue()).toBe("I have **found out** that");
    expect(await preview.isVisible()).toBe(true);
    expect(await stateOf(page)).toBe("answered");
    expect(await other.locator(".answer").count()).toBe(1);
  });

  test("shows what came before it began to listen", async () => {
    const { id, path } = await question();
    const problemId = await problemOf(town, id);
    const stateOfProblem = () =>
      town.store.database.selectFrom("problem").select("state").where("id", "=", problemId).executeTakeFirst();
    const page = await windowOf(null);
    await page.route("**/live?*", async (route) => {
      const answer = { questionId: id, body: "Tighten the bulb." };
      unwrap(await town.store.transact((tx) => giveAnswer(tx, solver.actor, answer)));
      // Care tells of it once more; nothing comes after that.
      await eventually(async () => expect(await stateOfProblem()).toEqual({ state: "waiting-for-asker" }));
      await route.continue();
    });
    await page.goto(path);
    await page.locator(".answer").getByText("Tighten the bulb.").waitFor();
  });

  test("the asker says what solved it, takes it back, and others say that it solved theirs", async () => {
    const { path } = await question({ answers: ["Tighten the bulb."] });
    const page = await windowOf(asker, path);
    await page.getByRole("button", { name: "This solved it" }).click();
    await notice(page, "Good to hear.");
    expect(await stateOf(page)).toBe("solved");
    await page.locator("#notice").getByRole("button", { name: "Undo" }).click();
    await notice(page, "That answer no longer counts");
    expect(await stateOf(page)).toBe("answered");
    await page.locator("#notice").getByRole("button", { name: "Undo" }).click();
    await notice(page, "Good to hear.");

    const other = await windowOf(await town.resident("Olga"), path);
    await other.getByRole("button", { name: "It solved mine too" }).click();
    await notice(other, "It counts as one more person helped.");
    await other.getByText("Solved it for the asker and 1 more").waitFor();
    await other.getByText("2 people say that an answer here solved it for them.").waitFor();
    await other.getByRole("button", { name: "Take that back" }).click();
    await notice(other, "Taken back.");
    await other.getByText("Solved it for the asker", { exact: true }).waitFor();
  });

  test("a notice stays its ten seconds, also where it takes the place of another", async () => {
    const { path } = await question({ answers: ["Tighten the bulb."] });
    const page = await windowOf(await town.resident("Nora"));
    await page.clock.install();
    await page.goto(path);
    await page.getByRole("button", { name: "It solved mine too" }).click();
    await notice(page, "It counts as one more person helped.");
    await page.clock.runFor(9_000);
    await page.getByRole("button", { name: "Take that back" }).click();
    await notice(page, "Taken back.");
    await page.clock.runFor(9_000);
    expect(await page.locator("#notice").innerText()).toContain("Taken back.");
    await page.clock.runFor(2_000);
    expect(await page.locator("#notice .notice").count()).toBe(0);
  });

  test("the asker reopens what was solved, and can undo that", async () => {
    const { path } = await question({ answers: ["Tighten the bulb."], solved: true });
    const page = await windowOf(asker, path);
    await page.getByRole("button", { name: "It is not solved after all" }).click();
    await notice(page, "The question is open again.");
    expect(await stateOf(page)).toBe("open again");
    await page.locator("#notice").getByRole("button", { name: "Undo" }).click();
    await notice(page, "It is back.");
    expect(await stateOf(page)).toBe("solved");
  });

  test("thanks go to the one who answered, and nobody else sees them", async () => {
    const { path, title } = await question({ answers: ["Tighten the bulb."] });
    const page = await windowOf(asker, path);
    await page.locator(".answer summary", { hasText: "Thank" }).click();
    await page.getByLabel("A note, only for the two of you").fill("You saved my evening.");
    await page.getByRole("button", { name: "Send thanks" }).click();
    await notice(page, "Only the two of you see them.");
    await page.locator(".answer").getByText("You sent thanks").waitFor();
    const theirPage = town.paths.member(solver.actor.memberId);
    const own = await windowOf(solver, theirPage);
    const received = own.getByRole("listitem").filter({ hasText: "You saved my evening." });
    expect(await received.getByRole("link", { name: title }).count()).toBe(1);
    await page.goto(theirPage);
    expect(await page.getByText("You saved my evening.").count()).toBe(0);
  });

  test("comments, changes and removals of one's own can be made and taken back", async () => {
    const { path } = await question({ answers: ["Tighten the bulb."] });
    const page = await windowOf(asker, path);
    await page.locator(".answer summary", { hasText: "Comment" }).click();
    await page.locator(".answer").getByLabel("Your comment").fill("Which one?");
    await page.getByRole("button", { name: "Post the comment" }).filter({ visible: true }).click();
    const comment = page.locator(".answer .comments li");
    await comment.getByText("Which one?").waitFor();
    await comment.getByRole("link", { name: "Edit" }).click();
    await page.getByLabel("Your comment").fill("Which of the two?");
    await page.getByRole("button", { name: "Save" }).click();
    await notice(page, "Your comment is saved.");
    await comment.getByText("Which of the two?").waitFor();
    await comment.getByRole("button", { name: "Remove" }).click();
    await notice(page, "Your comment is removed.");
    expect(await comment.count()).toBe(0);
    await page.locator("#notice").getByRole("button", { name: "Undo" }).click();
    await comment.getByText("Which of the two?").waitFor();
  });

  test("a change from a stale page is refused, and nothing written is lost", async () => {
    const { path, id } = await question();
    const page = await windowOf(asker, town.paths.questionEdit(id));
    const other = await windowOf(asker, town.paths.questionEdit(id));
    await other.getByLabel("What is the matter, in one sentence?").fill("My lamp flickers at night");
    await other.getByRole("button", { name: "Save" }).click();
    await notice(other, "Your question is saved.");
    expect(await other.getByRole("heading", { level: 1 }).innerText()).toBe("My lamp flickers at night");
    await page.getByLabel("What happened, and what have you tried?").fill("It flickers all day.");
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByText("This was changed in another window").waitFor();
    expect(await page.getByLabel("What happened, and what have you tried?").inputValue()).toBe("It flickers all day.");
    // The address of old leads on to the new one.
    await page.goto(path);
    expect(page.url()).toContain("/my-lamp-flickers-at-night");
  });

  test("a steward removes with a reason, and brings it back", async () => {
    const { path } = await question({ answers: ["Buy my lamps instead."] });
    const page = await windowOf(steward, path);
    await page.locator(".answer").getByRole("button", { name: "Remove" }).click();
    await page.getByRole("heading", { name: "Remove this answer" }).waitFor();
    await page.getByLabel("Why?").fill("Rule 2: no selling.");
    await page.getByRole("button", { name: "Remove it" }).click();
    await page.locator("#notice").getByRole("button", { name: "Undo" }).waitFor();
    expect(await page.locator(".answer").count()).toBe(0);
    await page.locator("#notice").getByRole("button", { name: "Undo" }).click();
    await page.locator(".answer").getByText("Buy my lamps instead.").waitFor();
  });

  test("a question that a steward removed is gone for others", async () => {
    const { path } = await question();
    const visitor = await windowOf(null);
    const page = await windowOf(steward, path);
    await page.locator(".question").getByRole("button", { name: "Remove" }).click();
    await page.getByLabel("Why?").fill("Rule 1: a lamp is needed.");
    await page.getByRole("button", { name: "Remove it" }).click();
    await page.locator("#notice").getByText("is removed").waitFor();
    await atNotice(page);
    expect((await visitor.goto(path))?.status()).toBe(410);
    await page.locator("#notice").getByRole("button", { name: "Undo" }).click();
    await notice(page, "It is back.");
    expect((await visitor.goto(path))?.status()).toBe(200);
  });
});

describe("the way it looks", () => {
  test("a visitor chooses German and dark, and it stays", async () => {
    const page = await windowOf(null);
    await page.getByRole("link", { name: "Language and colours" }).click();
    await page.getByLabel("Deutsch").check();
    await page.getByLabel("Dark").check();
    await page.getByRole("button", { name: "Save" }).click();
    await page.waitForURL(`**${town.paths.home}`);
    expect(await page.locator("html").getAttribute("lang")).toBe("de");
    expect(await page.locator("html").getAttribute("data-theme")).toBe("dark");
    await page.getByRole("link", { name: "Fragen", exact: true }).click();
    await page.getByRole("heading", { name: /frag/i, level: 1 }).waitFor();
    await page.waitForLoadState();
    const paper = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    await page.emulateMedia({ colorScheme: "light" });
    expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe(paper);
  });

  test("a member's choice goes with them to another browser", async () => {
    const member = await town.resident("Greta");
    const page = await windowOf(member, town.paths.profile);
    await page.getByLabel("Language").selectOption({ label: "Deutsch" });
    await page.getByRole("button", { name: "Save" }).click();
    await page.waitForURL(`**${town.paths.member(member.actor.memberId)}`);
    const other = await windowOf(member, town.paths.home);
    expect(await other.locator("html").getAttribute("lang")).toBe("de");
  });
});

describe("with the keyboard alone", () => {
  const focused = (page: Page) =>
    page.evaluate(() => {
      const at = document.activeElement as HTMLElement;
      // A row of a list wears the ring for the link in it.
      const ring = [at, at.closest(".row")].some((one) => {
        const { outlineStyle = "none", outlineWidth = "0px" } = one ? getComputedStyle(one) : {};
        return outlineStyle !== "none" && outlineWidth !== "0px";
      });
      return { id: at.id, name: at.tagName.toLowerCase(), text: at.textContent?.trim() ?? "", ring };
    });

  test("one searches, walks through the list, opens a question and answers it", async () => {
    const { title } = await question({ title: "Zeppelin lamp falls from the ceiling" });
    await isFound(town, title, "zeppelin lamp");
    const page = await windowOf(await town.resident("Kay"), town.paths.home);
    await page.keyboard.press("/");
    expect((await focused(page)).id).toBe("find");
    await page.keyboard.type("zeppelin lamp");
    await page.keyboard.press("Enter");
    await page.waitForURL("**/search?*");
    await page.locator("html[data-ready]").waitFor();
    await page.keyboard.press("j");
    expect(await focused(page)).toMatchObject({ name: "a", text: title, ring: true });
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { level: 1, name: title }).waitFor();
    await page.locator("html[data-ready]").waitFor();
    await page.keyboard.press("a");
    expect((await focused(page)).id).toBe("answer-body");
    await page.keyboard.type("Use a longer screw.");
    await page.keyboard.press("Control+Enter");
    await notice(page, "Your answer is posted.");
    await page.locator(".answer").getByText("Use a longer screw.").waitFor();
  });

  test("j and k walk through answers, c asks, ? explains", async () => {
    const { path, answerIds } = await question({ answers: ["First.", "Second."] });
    const page = await windowOf(asker, path);
    for (const [key, at] of [
      ["j", 0],
      ["j", 1],
      ["k", 0],
    ] as const) {
      await page.keyboard.press(key);
      expect(await focused(page)).toMatchObject({ id: `answer-${answerIds[at]}`, ring: true });
    }
    await page.keyboard.press("?");
    const help = page.getByRole("dialog", { name: "Keyboard shortcuts" });
    await help.getByText("write an answer").waitFor();
    await page.keyboard.press("Escape");
    await help.waitFor({ state: "detached" });
    await page.keyboard.press("c");
    await page.waitForURL(`**${town.paths.ask}`);
  });

  test("shortcuts can be switched off, and letters in a field are only letters", async () => {
    const page = await windowOf(asker, town.paths.ask);
    await page.getByLabel("What is the matter, in one sentence?").pressSequentially("jack/c?");
    expect(await page.getByLabel("What is the matter, in one sentence?").inputValue()).toBe("jack/c?");
    await page.goto("/shortcuts");
    await page.locator("html[data-ready]").waitFor();
    await page.getByLabel("Use keyboard shortcuts on this device").uncheck();
    await page.goto(town.paths.home);
    await page.locator("html[data-ready]").waitFor();
    await page.keyboard.press("c");
    await page.keyboard.press("/");
    expect((await focused(page)).name).toBe("body");
    expect(new URL(page.url()).pathname).toBe(town.paths.home);
  });

  test("Tab begins with the way to the content, and shows where it is all the way", async () => {
    const { id, path } = await question({ answers: ["First."] });
    // What care asks on the page when it has heard of the answer stands there from the beginning.
    const problem = town.store.database
      .selectFrom("problem")
      .select("state")
      .where("id", "=", await problemOf(town, id));
    await eventually(async () => expect(await problem.executeTakeFirst()).toEqual({ state: "waiting-for-asker" }));
    const page = await windowOf(asker, path);
    await page.keyboard.press("Tab");
    expect(await focused(page)).toMatchObject({ text: "Skip to the content", ring: true });
    const visited: string[] = [];
    for (let step = 0; step < 60; step += 1) {
      await page.keyboard.press("Tab");
      const at = await focused(page);
      if (at.name === "body") break;
      expect(at.ring, `the focus can be seen at ${at.name} "${at.text}"`).toBe(true);
      visited.push(at.text || at.id);
    }
    // In the order in which they stand: the frame, the question, the answer, one's own answer, the rail, the foot.
    const order = [
      "Lamps and light",
      "find",
      "Desk lamps",
      "This solved it",
      "answer-body",
      "Post the answer",
      "Language and colours",
    ];
    expect(visited.filter((name) => order.includes(name))).toEqual(order);
  });

  test("a confirmation is given by keyboard, and the focus is not lost", async () => {
    const { path } = await question({ answers: ["First."] });
    const page = await windowOf(asker, path);
    await page.getByRole("button", { name: "This solved it" }).focus();
    await page.keyboard.press("Enter");
    await notice(page, "Good to hear.");
    expect((await focused(page)).name).not.toBe("body");
  });
});
