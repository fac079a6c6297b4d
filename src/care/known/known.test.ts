import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { codeOf, day } from "../../../tests/factories/care.ts";
import { type CareNews, openCareNews } from "../../../tests/factories/care-news.ts";
import { fc } from "../../../tests/factories/draws.ts";
import type { Actor } from "../../accounts/index.ts";
import { unwrap } from "../../kernel/index.ts";
import {
  answerCheck,
  findFittingKnown,
  fixKnown,
  linkProblems,
  linkReports,
  listKnown,
  markKnown,
  type Problem,
  readKnownAtDesk,
  reportKnown,
  sayInOwnProblem,
  snoozeProblem,
  unmarkKnown,
  withdrawProblem,
} from "../index.ts";
import { fitOf, showsFrom, wordsOf } from "./fits.ts";

let house: CareNews;
let ben: Actor;
beforeAll(async () => {
  house = await openCareNews();
  ben = await house.person("Ben");
});
afterAll(() => house?.close());

const words = { title: "The app does not find lamps", body: "Since the update. Restarting the app helps for a while." };
const mark = (id: number, given = words) => house.run((tx) => markKnown(tx, house.solver, id, given));
const link = (knownId: number, ids: readonly number[]) =>
  house.run((tx) => linkReports(tx, house.solver, knownId, ids));
const fix = (id: number) => house.run((tx) => fixKnown(tx, house.solver, id, "Update the app to 2.1."));
const report = async (knownId: number, by = ben) =>
  unwrap(await house.run((tx) => reportKnown(tx, by, knownId))).problemId;
const fitting = (text: string) => findFittingKnown(house.store.database, { ...house, locale: "en", text });
/** A known problem of its own, so that tests share none. */
async function known(given = words): Promise<Problem> {
  const problem = await house.ask("Lamps are not found");
  unwrap(await mark(problem.id, given));
  return problem;
}

describe("a known problem", () => {
  it("is shown to whoever writes of the same, in other words, and to nobody who writes of something else", async () => {
    const { id } = await known();
    const title = async (text: string) => (await fitting(text)).map(({ problemId }) => problemId);
    expect(await title("Why can't my app find any lamps since yesterday?")).toContain(id);
    expect(await title("find lamps")).toContain(id);
    expect(await title("Which lamps fit into a bathroom?")).toEqual([]);
    expect(await title("the app")).toEqual([]);
    unwrap(await fix(id));
    expect(await title("find lamps")).not.toContain(id);
    expect(
      (await listKnown(house.store.database, house.communityId, house.clock.now())).map((one) => one.problemId),
    ).toContain(id);
  });

  it("is known by the words of its reports, too, and suggests those that may be of it", async () => {
    const { id } = await known({ title: "Pairing fails", body: "" });
    const reported = await house.ask("Bulbs vanish from the bridge overnight");
    const alike = await house.ask("All bulbs vanish from my bridge");
    await house.ask("A lamp for the shelf");
    expect(await fitting("my bulbs vanish from the bridge")).toEqual([]);
    unwrap(await link(id, [reported.id]));
    expect((await fitting("my bulbs vanish from the bridge")).map(({ problemId }) => problemId)).toEqual([id]);
    const read = await readKnownAtDesk(house.store.database, { ...house, locale: "en", knownId: id });
    expect(read).toMatchObject({ reports: 1, known: { title: "Pairing fails", current: true } });
    expect(read?.likely.map((one) => one.id)).toContain(alike.id);
    expect(read?.likely.map((one) => one.title)).not.toContain("A lamp for the shelf");
    unwrap(await house.run((tx) => unmarkKnown(tx, house.solver, id)));
  });

  it("lets its reports rest, owned and with a next action, and hurries nobody about them", async () => {
    const { id } = await known();
    const reports = [await house.ask("No lamp is found"), await house.ask("The app finds none")];
    const over = await house.ask("Never mind");
    unwrap(await house.run((tx) => withdrawProblem(tx, house.asker, over.id)));
    const ids = [...reports.map((one) => one.id), over.id, id, 999_999];
    expect(unwrap(await link(id, ids))).toEqual({ linked: 2, passedOver: 3 });
    for (let days = 0; days < 5; days += 1) await house.pass(day + 1000);
    for (const { id: reportId } of reports) {
      const rests = await house.problem(reportId);
      expect(rests).toMatchObject({ state: "snoozed", ownerKind: "team", nextStep: "wake", overAt: null });
      expect(rests.nextActionAt?.getTime()).toBeGreaterThan(house.clock.now().getTime());
    }
    unwrap(await house.run((tx) => unmarkKnown(tx, house.solver, id)));
    expect(await house.problem(reports[0]?.id ?? 0)).toMatchObject({ state: "open", nextStep: "climb" });
    expect(codeOf(await link(id, [reports[0]?.id ?? 0]))).toBe("not-known");
    expect(codeOf(await fix(id))).toBe("not-known");
  });

  it("tells only those affected: when they are linked, and when it is fixed, with one press to say whether it is solved", async () => {
    const { id } = await known();
    const theirs = await report(id);
    expect(await report(id)).toBe(theirs);
    const linked = await house.ask("The lamp app is blind");
    unwrap(await link(id, [linked.id]));
    expect((await house.told(house.asker))[0]).toBe(
      "“The lamp app is blind” is known, and being worked on; you are told when it is fixed: you reported it",
    );
    const other = await house.person("Olga");
    unwrap(await fix(id));
    await house.pass(0);
    const line = "What was behind “The app does not find lamps” is fixed: is it solved for you?";
    const mail = (await house.mailed(ben)).at(-1);
    expect(mail?.subject).toBe(line);
    expect(mail?.body).toContain("Yes, it is solved:");
    expect(await house.told(other)).toEqual([]);
    for (const one of [id, theirs, linked.id]) {
      expect(await house.problem(one)).toMatchObject({ state: "waiting-for-asker", nextStep: "ask-asker" });
      expect((await house.eventsOf(one)).filter((kind) => kind === "problem.known-fixed")).toHaveLength(1);
    }
    // A second look tells nobody again.
    await house.pass(1000);
    expect((await house.told(ben)).filter((one) => one.startsWith(line))).toHaveLength(1);
  });

  it("ends no report: only its asker's word does, and it goes on for whom it is not solved", async () => {
    const { id } = await known();
    const theirs = await report(id);
    unwrap(await fix(id));
    await house.pass(0);
    const check = await house.store.database
      .selectFrom("problem_check")
      .select("id")
      .where("problem_id", "=", theirs)
      .executeTakeFirstOrThrow();
    unwrap(await house.run((tx) => answerCheck(tx, ben, check.id, { answer: "not-solved" })));
    expect(await house.problem(theirs)).toMatchObject({ state: "open", overAt: null, ownerKind: "team" });
    unwrap(await house.run((tx) => answerCheck(tx, ben, check.id, { answer: "solved" })));
    expect(await house.problem(theirs)).toMatchObject({ overAs: "confirmed" });
  });

  it("comes back to people when the asker of a report speaks", async () => {
    const { id } = await known();
    const theirs = await report(id);
    unwrap(await house.run((tx) => sayInOwnProblem(tx, ben, theirs, "It is worse now.")));
    expect(await house.problem(theirs)).toMatchObject({ state: "open" });
    unwrap(await house.run((tx) => unmarkKnown(tx, house.solver, id)));
  });

  it("frees its reports in the act that takes it back, but for those put off since, or waiting with another", async () => {
    const [one, another] = [await known(), await known()];
    const [rests, putOff, both] = [await house.ask("Lost"), await house.ask("Gone"), await house.ask("Away")];
    unwrap(await link(another.id, [both.id]));
    unwrap(await link(one.id, [rests.id, putOff.id, both.id]));
    // A look of the timers, and a promise that is missed meanwhile, change nothing of that.
    await house.pass(day + 1000);
    const until = new Date(house.clock.now().getTime() + 3 * day);
    unwrap(await house.run((tx) => snoozeProblem(tx, house.solver, putOff.id, until)));
    unwrap(await house.run((tx) => unmarkKnown(tx, house.solver, one.id)));
    const freed = await house.problem(rests.id);
    expect(freed).toMatchObject({ state: "open", ownerKind: "team", nextStep: "climb" });
    expect(await house.eventsOf(rests.id)).toContain("problem.woken");
    expect(await house.problem(putOff.id)).toMatchObject({ state: "snoozed", nextActionAt: until });
    expect(await house.problem(both.id)).toMatchObject({ state: "snoozed" });
    unwrap(await house.run((tx) => unmarkKnown(tx, house.solver, another.id)));
    expect(await house.problem(both.id)).toMatchObject({ state: "open" });
  });

  it("takes up what was linked with it before it was marked", async () => {
    const problem = await house.ask("Lamps are lost again");
    const before = await house.ask("Mine are lost, too");
    const pair = { id: before.id, otherId: problem.id, kind: "known" } as const;
    unwrap(await house.run((tx) => linkProblems(tx, house.solver, pair)));
    expect(await house.problem(before.id)).toMatchObject({ state: "open" });
    unwrap(await mark(problem.id));
    expect(await house.problem(before.id)).toMatchObject({ state: "snoozed" });
    const after = await house.ask("And mine");
    unwrap(await house.run((tx) => linkProblems(tx, house.solver, { ...pair, id: after.id })));
    expect(await house.problem(after.id)).toMatchObject({ state: "snoozed" });
    unwrap(await house.run((tx) => unmarkKnown(tx, house.solver, problem.id)));
  });

  it("is refused with a reason: to others than the desk, without words, twice", async () => {
    const { id } = await known();
    expect(codeOf(await house.run((tx) => markKnown(tx, ben, id, words)))).toBe("not-allowed");
    expect(codeOf(await house.run((tx) => linkReports(tx, ben, id, [1])))).toBe("not-allowed");
    expect(codeOf(await mark(id, { title: " ", body: "" }))).toBe("known-title-invalid");
    expect(codeOf(await mark(id, { title: "T", body: "x".repeat(2_001) }))).toBe("known-body-too-long");
    expect(codeOf(await house.run((tx) => fixKnown(tx, house.solver, id, " ")))).toBe("words-needed");
    expect(codeOf(await link(999_999, [id]))).toBe("problem-missing");
    expect(codeOf(await house.run((tx) => reportKnown(tx, ben, 999_999)))).toBe("problem-missing");
    unwrap(await fix(id));
    expect(codeOf(await fix(id))).toBe("not-known");
    expect(codeOf(await house.run((tx) => reportKnown(tx, ben, id)))).toBe("not-known");
  });
});

describe("what fits", () => {
  it("is a share from 0 to 1, the same in any order of words, and whole where a text holds the notice's words", () => {
    const word = fc.constantFrom("lamp", "bridge", "bulb", "shelf", "pairing", "update", "switch");
    fc.assert(
      fc.property(fc.uniqueArray(word, { minLength: 2 }), fc.uniqueArray(word), (title, more) => {
        const notice = wordsOf(title.join(" "), "en");
        const fit = fitOf(wordsOf([...title, ...more].reverse().join(" "), "en"), [notice]);
        expect(fit).toBe(1);
        const part = fitOf(wordsOf(more.join(" "), "en"), [notice]);
        expect(part >= 0 && part <= 1).toBe(true);
        expect(fit).toBeGreaterThanOrEqual(showsFrom);
      }),
    );
  });

  it("holds in other languages", () => {
    const german = [wordsOf("Die App findet keine Lampen", "de")];
    expect(fitOf(wordsOf("Meine App hat seit gestern keine Lampe gefunden", "de"), german)).toBeGreaterThanOrEqual(
      showsFrom,
    );
    const japanese = [wordsOf("アプリがランプを見つけません", "ja")];
    expect(fitOf(wordsOf("昨日からアプリでランプが見つかりません", "ja"), japanese)).toBeGreaterThanOrEqual(showsFrom);
  });
});
