// Long because each kind of news is told in the same house, one after the other.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { day, hour } from "../../../tests/factories/care.ts";
import { type CareNews, openCareNews } from "../../../tests/factories/care-news.ts";
import type { Actor } from "../../accounts/index.ts";
import { reopenQuestion } from "../../community/index.ts";
import { unwrap } from "../../kernel/index.ts";
import { chooseNotifications, readChoices } from "../../notifications/index.ts";
import {
  answerCheckByToken,
  answerProblem,
  claimProblem,
  contestProblem,
  handOver,
  markDuplicate,
  openForMember,
  type Problem,
  readCheckByToken,
  sayPrivately,
  setCalendar,
  setServiceLevel,
  setTeam,
  signCannotSolve,
  withdrawProblem,
} from "../index.ts";
import { newsDe } from "./words-de.ts";
import { newsEn } from "./words-en.ts";

let house: CareNews;
let lead: Actor;
let asker: Actor;
let solver: Actor;
beforeAll(async () => {
  house = await openCareNews();
  lead = await house.person("Lead", ["solver"]);
  ({ asker, solver } = house);
  const team = { name: "Care", memberIds: [solver.memberId], leadId: lead.memberId, calendarId: null };
  unwrap(await house.run((tx) => setTeam(tx, house.village.admin, team)));
});
afterAll(() => house?.close());

// What was told before a test is of no interest to it.
let before = new Map<number, number>();
beforeEach(async () => {
  before = new Map();
  for (const actor of [asker, solver, lead]) before.set(actor.memberId, (await house.told(actor)).length);
});
const toldNow = async (actor: Actor) => {
  const all = await house.told(actor);
  return all.slice(0, all.length - (before.get(actor.memberId) ?? 0));
};
/** Subjects of the mails to the asker about a problem, the oldest first. */
const mailsAbout = async (title: string) =>
  (await house.mailed(asker)).map(({ subject }) => subject).filter((subject) => subject.includes(title));
const take = async ({ id }: Problem) => unwrap(await house.run((tx) => claimProblem(tx, solver, id)));
const linksIn = (body: string) => [...body.matchAll(/\/(solved|not-solved)\/(\S+)/g)].map(([, , token = ""]) => token);

describe("the asker is asked", () => {
  it("in the answer's mail whether it is solved, in one mail, and answers it by its link without a sign-in", async () => {
    const problem = await house.ask("The lamp hums");
    await house.answer(problem, solver);
    const mail = (await house.mailed(asker)).at(-1);
    expect(mail?.subject).toBe("Solver answered “The lamp hums”");
    expect(mail?.body).toContain("Is it solved?\n\nYes, it is solved:\nhttps://");
    const [token = ""] = linksIn(mail?.body ?? "");
    const { communityId, store, clock } = house;
    expect(await readCheckByToken(store.database, communityId, token, clock.now())).toMatchObject({
      problem: { id: problem.id },
    });
    const said = await house.run((tx) => answerCheckByToken(tx, communityId, token, { answer: "solved" }));
    expect(said.ok).toBe(true);
    await house.read();
    expect(await house.problem(problem.id)).toMatchObject({ overAs: "confirmed" });
  });

  it("once in a day only, however often somebody answers", async () => {
    const problem = await house.ask("The lamp ticks");
    await house.answer(problem, solver);
    const first = (await house.mailed(asker)).at(-1);
    house.clock.advance(2 * hour);
    await house.answer(problem, lead);
    const second = (await house.mailed(asker)).at(-1);
    expect(linksIn(first?.body ?? "")).toHaveLength(2);
    expect(second?.subject).toBe("Lead answered “The lamp ticks”");
    expect(linksIn(second?.body ?? "")).toEqual([]);
  });

  it("not again on the day on which a digest has asked them", async () => {
    const ways = { ways: { "answer-to-your-question": "digest" }, timeZone: "UTC", hour: 8 };
    const choose = (change: Parameters<typeof chooseNotifications>[3]) =>
      house.run((tx) => chooseNotifications(tx, house.notifications.sources, asker, change));
    unwrap(await choose(ways));
    const problem = await house.ask("The lamp creaks");
    house.clock.advance(day);
    house.clock.set(new Date(`${house.clock.now().toISOString().slice(0, 10)}T12:00:00Z`));
    await house.answer(problem, solver);
    await house.mailed(asker);
    house.clock.advance(20 * hour + 60_000);
    const digest = (await house.mailed(asker)).at(-1);
    expect(digest?.body).toContain("“The lamp creaks”");
    expect(linksIn(digest?.body ?? "").length).toBeGreaterThanOrEqual(2);
    await house.pass(4 * hour);
    await house.mailed(asker);
    expect(await mailsAbout("The lamp creaks")).toEqual([]);
    expect(await house.eventsOf(problem.id)).toContain("problem.asker-asked");
    unwrap(await choose({ ways: { "answer-to-your-question": "mail" } }));
  });

  it("again when they say nothing, ever more gently and never twice in a day", async () => {
    const problem = await house.ask("The lamp glows");
    await house.answer(problem, solver);
    await house.mailed(asker);
    for (const days of [1, 3, 7]) {
      await house.pass(days * day + 60_000);
      await house.mailed(asker);
      await house.pass(60_000);
    }
    expect(await mailsAbout("The lamp glows")).toEqual([
      "Solver answered “The lamp glows”",
      "Is “The lamp glows” solved?",
      "“The lamp glows” is still open: is it solved by now?",
      "“The lamp glows” stays open for you; nothing is needed as long as it may",
    ]);
  });

  it("after 7 and 30 days, though it is over, and not where it was reopened before", async () => {
    const problem = await house.ask("The lamp smells");
    await house.confirm(problem, await house.answer(problem, solver));
    await house.pass(7 * day + hour);
    const mail = (await house.mailed(asker)).at(-1);
    expect(mail?.subject).toBe("Is “The lamp smells” still solved, 7 days on?");
    expect(mail?.permit.reason).toBe("You get this mail because you said 7 days ago that it is solved.");
    expect(mail?.body).toContain("Is it still solved?");
    unwrap(await house.run((tx) => reopenQuestion(tx, asker, problem.questionId ?? 0)));
    await house.read();
    await house.pass(24 * day);
    expect((await mailsAbout("The lamp smells")).filter((line) => line.includes("30 days"))).toEqual([]);
  });
});

describe("whoever has to do the next thing is told", () => {
  it("that a problem is offered to them, and why, but not of what has moved on meanwhile", async () => {
    const problem = await house.ask("The lamp buzzes");
    await house.pass(9 * hour);
    expect(await toldNow(solver)).toEqual(["“The lamp buzzes” is offered to you: you have the fewest"]);
    const other = await house.ask("The lamp blinks");
    house.clock.advance(9 * hour);
    await house.pass(0);
    await house.run((tx) => withdrawProblem(tx, asker, other.id));
    expect((await toldNow(solver)).filter((line) => line.includes("blinks"))).toEqual([]);
    await take(problem);
  });

  it("that one was handed over to them, by whom, and nobody of what they did themselves", async () => {
    const problem = await house.ask("The lamp leans");
    await take(problem);
    unwrap(await house.run((tx) => handOver(tx, solver, problem.id, { kind: "solver", id: lead.memberId })));
    expect(await toldNow(lead)).toEqual(["Solver handed “The lamp leans” over to you: you have it from now on"]);
    expect(await toldNow(solver)).toEqual([]);
  });

  it("that they are asked by name, because they solved such things", async () => {
    const peer = await house.person("Peer");
    const group = await house.store.database
      .selectFrom("community_group")
      .select("id")
      .where("community_id", "=", house.communityId)
      .executeTakeFirstOrThrow();
    const skill = { subject: "group", subject_id: group.id, member_id: peer.memberId, solves: 7 };
    await house.store.database
      .insertInto("skill")
      .values({ community_id: house.communityId, ...skill, last_at: house.clock.now() })
      .execute();
    await house.ask("The lamp whistles");
    await house.pass(9 * hour);
    expect(await house.told(peer)).toEqual([
      "“The lamp whistles” waits for somebody who knows it: can you help?: you solved 7 like it",
    ]);
    const mail = (await house.mailed(peer)).at(-1);
    expect(mail?.permit).toMatchObject({
      basis: "solved",
      reason: "You get this mail because you solved 7 like it.",
    });
    await house.store.database.deleteFrom("skill").execute();
  });

  it("that a promise is about to be broken, and the lead when it is", async () => {
    const span = { day: 0, from: 0, to: 1440 };
    const spans = [1, 2, 3, 4, 5, 6, 7].map((one) => ({ ...span, day: one }));
    const calendar = { name: "Always", timeZone: "UTC", spans, holidays: [] };
    const { admin } = house.village;
    const calendarId = unwrap(await house.run((tx) => setCalendar(tx, admin, calendar))).id;
    const minutes = { firstAnswerMinutes: 240, nextAnswerMinutes: null, solvedMinutes: null };
    const promise = { group: null, urgency: null, calendarId, ...minutes, warnPercent: 75 };
    unwrap(await house.run((tx) => setServiceLevel(tx, admin, promise)));
    const problem = await house.ask("The lamp sways");
    await take(problem);
    await house.pass(3 * hour + 60_000);
    expect(await toldNow(solver)).toEqual([
      "The time promised for the first answer to “The lamp sways” is nearly used up: you are on it",
    ]);
    expect(await toldNow(lead)).toEqual([]);
    await house.pass(hour);
    expect((await toldNow(solver))[0]).toMatch(/has run out: you are on it$/);
    expect(await toldNow(lead)).toEqual([
      "The time promised for the first answer to “The lamp sways” has run out: you lead the team that has it",
    ]);
    await house.store.database.deleteFrom("service_level").execute();
  });
});

describe("what ends and goes on is told", () => {
  it("to the asker, when it is signed as unsolvable, and to signer and lead, when that is contested", async () => {
    const problem = await house.ask("The lamp melts");
    const words = { because: "The part is not made any more.", instead: "You get the money back." };
    unwrap(await house.run((tx) => signCannotSolve(tx, solver, problem.id, words)));
    expect((await toldNow(asker))[0]).toBe(
      "Solver signed that “The lamp melts” cannot be solved, with why and what is done about it: it is your problem, and you can contest it",
    );
    expect((await house.mailed(asker)).at(-1)?.subject).toMatch(/cannot be solved/);
    unwrap(await house.run((tx) => contestProblem(tx, asker, problem.id, "There is a spare part.")));
    expect(await toldNow(solver)).toEqual(["Asker contests that “The lamp melts” cannot be solved: you signed it"]);
    expect(await toldNow(lead)).toEqual([
      "Asker contests that “The lamp melts” cannot be solved: you lead the team that has it",
    ]);
  });

  it("to whoever solved it, when it is reopened, once: answerers hear it from the question", async () => {
    const problem = await house.ask("The lamp rattles");
    await house.confirm(problem, await house.answer(problem, solver));
    unwrap(await house.run((tx) => reopenQuestion(tx, asker, problem.questionId ?? 0)));
    const heard = (await toldNow(solver)).filter((line) => line.includes("not solved after all"));
    expect(heard).toEqual(["Asker says that “The lamp rattles” is not solved after all: you answered this question"]);
  });

  it("not at all once it is over", async () => {
    const problem = await house.ask("The lamp sings");
    await house.answer(problem, solver);
    await house.mailed(asker);
    await house.pass(day + 60_000);
    unwrap(await house.run((tx) => withdrawProblem(tx, asker, problem.id)));
    const count = (await house.mailed(asker)).length;
    await house.pass(10 * day);
    expect(await house.mailed(asker)).toHaveLength(count);
    expect((await toldNow(asker)).filter((line) => line.includes("Is “The lamp sings” solved"))).toEqual([]);
  });
});

describe("private words", () => {
  it("of a private case are told to whom they are for, and stand in no mail", async () => {
    const problem = await house.ask("The lamp is lost");
    await take(problem);
    unwrap(await house.run((tx) => sayPrivately(tx, solver, problem.id, "Your order number, please.")));
    expect((await toldNow(asker))[0]).toBe("Solver wrote to you about “The lamp is lost”: it is your problem");
    unwrap(await house.run((tx) => sayPrivately(tx, asker, problem.id, "It is 302-7746512.")));
    expect((await toldNow(solver))[0]).toBe("Asker wrote to you about “The lamp is lost”: you are on it");
    const mail = (await house.mailed(solver)).at(-1);
    expect(mail?.subject).toBe("Asker wrote to you about “The lamp is lost”");
    expect(mail?.body).not.toContain("302-7746512");
  });

  it("of a problem without a question are mailed with what was said, and ask whether it is solved", async () => {
    const given = { askerId: asker.memberId, title: "Lost parcel", body: "She called." };
    const { id } = unwrap(await house.run((tx) => openForMember(tx, solver, given)));
    unwrap(await house.run((tx) => answerProblem(tx, solver, id, { body: "It arrives tomorrow." })));
    const mail = (await house.mailed(asker)).at(-1);
    expect(mail?.subject).toBe("Solver wrote to you about “Lost parcel”");
    expect(mail?.body).toContain("> It arrives tomorrow.");
    expect(mail?.body).toMatch(/problem\/\d+#said-\d+/);
    expect(linksIn(mail?.body ?? "")).toHaveLength(2);
  });
});

describe("the kinds", () => {
  it("of the desk are among the choices of those who work there, and of nobody else", async () => {
    const { store, notifications, clock } = house;
    const partsOf = async (actor: Actor) => {
      const { kinds } = await readChoices(store.database, notifications.sources, actor, "en", clock.now());
      for (const { example, because } of kinds) expect(`${example} ${because}`).not.toMatch(/undefined|null/);
      return new Set(kinds.map(({ part }) => part));
    };
    expect(await partsOf(asker)).toEqual(new Set(["questions", "problems"]));
    expect(await partsOf(solver)).toEqual(new Set(["questions", "problems", "desk"]));
  });

  it("say the same in both languages, without words of selling or exclamation marks", () => {
    for (const [name, { label, line, reasons }] of Object.entries(newsEn)) {
      const german = newsDe[name as keyof typeof newsEn];
      expect(Object.keys(german.reasons).sort()).toEqual(Object.keys(reasons).sort());
      const words = { who: null, title: "T", through: "7" };
      for (const text of [label, line(words), german.label, german.line(words)]) {
        expect(text).not.toMatch(/!|undefined|null|\b(user|ticket|like|engage|convert|funnel|leverage)s?\b/i);
      }
    }
  });
});

describe("an asker is told", () => {
  it("that theirs was joined with another problem, and when that is solved", async () => {
    const original = await house.ask("The lamp drips");
    const same = await house.ask("Water in the lamp");
    unwrap(await house.run((tx) => markDuplicate(tx, solver, same.id, original.id)));
    expect(await toldNow(asker)).toEqual([
      "“Water in the lamp” was joined with another problem that is worked on; you are told when that is solved: it is your problem",
    ]);
    await house.confirm(original, await house.answer(original, solver));
    expect(await toldNow(asker)).toContain(
      "What was behind “Water in the lamp” is solved; say so if it is not solved for you: yours was joined with it",
    );
  });
});
