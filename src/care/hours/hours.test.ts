import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type CareHouse, day, hour, openCareHouse } from "../../../tests/factories/care.ts";
import { readAll } from "../../../tests/factories/events.ts";
import type { Actor } from "../../accounts/index.ts";
import { addComment, askQuestion, createGroup, editAnswer, giveAnswer, giveThanks } from "../../community/index.ts";
import { unwrap } from "../../kernel/index.ts";
import {
  addNote,
  beActive,
  claimProblem,
  handOver,
  type PlanWishes,
  type Problem,
  planCommunity,
  reportPlan,
} from "../index.ts";
import { correctHours, takeBackCorrection } from "./correct-hours.ts";
import { forgetHours } from "./forget-hours.ts";
import { hoursReader } from "./hours-reader.ts";
import { measureHandling } from "./measure-handling.ts";
import { type OwnHours, readOwnHours } from "./read-hours.ts";
import { sumHours } from "./sum-hours.ts";

const minute = 60_000;
let house: CareHouse;
beforeAll(async () => {
  house = await openCareHouse();
  const talk = { slug: "talk", name: "Talk", purpose: "", rules: "", charter: "interest" as const };
  unwrap(await house.run((tx) => createGroup(tx, house.village.admin, talk)));
});
afterAll(() => house?.close());

const codeOf = (result: { ok: boolean; error?: { code: string } }) => (result.ok ? "fine" : result.error?.code);
const read = () => readAll(house.store, hoursReader);
async function hoursOf(who: Actor, timeZone = "UTC"): Promise<OwnHours> {
  await read();
  return unwrap(await readOwnHours(house.store.database, who, { timeZone, now: house.clock.now() }));
}
const shown = ({ sessions }: OwnHours) =>
  sessions.map(({ from, to, purpose }) => [(to.getTime() - from.getTime()) / minute, purpose]);
/** Reads all of the log once more, as a restored or mended installation does. */
async function replay(): Promise<void> {
  const begin = { position_tx: "0", position_id: 0, updated_at: house.clock.now() };
  await house.store.database.updateTable("event_reader").set(begin).where("name", "=", hoursReader.name).execute();
  await read();
}
async function active(who: Actor, problem: Problem, minutes: number): Promise<void> {
  for (let at = 0; at <= minutes; at++) {
    await beActive(house.store, who, problem.id);
    if (at < minutes) house.clock.advance(minute);
  }
}

describe("a solver's hours", () => {
  it("are what they did at the desk, with pauses left out, about what it was", async () => {
    const solver = await house.person("Busy", ["solver"]);
    const problem = await house.ask("The lamp hums");
    unwrap(await house.run((tx) => claimProblem(tx, solver, problem.id)));
    await active(solver, problem, 20);
    house.clock.advance(hour);
    await active(solver, problem, 10);
    unwrap(await house.run((tx) => addNote(tx, solver, problem.id, "Asked the workshop.")));
    const hours = await hoursOf(solver);
    expect(hours.sessions).toHaveLength(2);
    expect(hours.sums.solving / minute).toBeCloseTo(31, 0);
    expect(hours.sessions[0]?.about).toEqual([
      { problemId: problem.id, questionId: problem.questionId, title: "The lamp hums" },
    ]);
  });

  it("do not count a page that merely stays open, and count nothing twice that was open twice", async () => {
    const solver = await house.person("Calm", ["solver"]);
    const problem = await house.ask();
    await Promise.all([beActive(house.store, solver, problem.id), beActive(house.store, solver, problem.id)]);
    house.clock.advance(4 * minute);
    await Promise.all([beActive(house.store, solver, problem.id), beActive(house.store, solver, problem.id)]);
    house.clock.advance(3 * hour);
    await beActive(house.store, solver, problem.id);
    expect(shown(await hoursOf(solver))).toEqual([[4, "solving"]]);
  });
});

describe("members' hours", () => {
  it("are for solving, welcoming and connecting by where and to whom they speak; asking and thanking are none", async () => {
    const old = await house.person("Old");
    house.clock.advance(30 * day);
    const newcomer = await house.person("Newcomer");
    const helper = await house.person("Helper");
    const ask = async (who: Actor, group: string) => {
      const wish = { group, title: "It is dark", body: "Very.", tags: [] };
      return unwrap(await house.run((tx) => askQuestion(tx, who, wish))).id;
    };
    const speak = async (questionId: number) => {
      house.clock.advance(hour);
      unwrap(await house.run((tx) => addComment(tx, helper, { questionId }, "Which lamp is it?")));
    };
    const answered = await ask(old, "help");
    house.clock.advance(hour);
    const { id } = unwrap(
      await house.run((tx) => giveAnswer(tx, helper, { questionId: answered, body: "Turn it on." })),
    );
    unwrap(await house.run((tx) => giveThanks(tx, old, { answerId: id, note: "Thank you." })));
    await speak(answered);
    await speak(await ask(newcomer, "help"));
    await speak(await ask(old, "talk"));
    await speak(await ask(helper, "help"));
    expect(shown(await hoursOf(helper))).toEqual([
      [3, "solving"],
      [3, "solving"],
      [3, "building"],
      [3, "connecting"],
    ]);
    expect((await hoursOf(old)).sessions).toEqual([]);
  });

  it("are for connecting where they mention somebody who is new there: not who asked, spoke there before, or oneself", async () => {
    const [asker, helper, friend] = [
      await house.person("Asks"),
      await house.person("Helps"),
      await house.person("Knows"),
    ];
    house.clock.advance(30 * day);
    const at = ({ name, memberId }: Actor) => `[@${name}](/c/${house.village.slug}/m/${memberId})`;
    const wish = { group: "help", title: "It is dark", body: `Very. ${at(friend)}?`, tags: [] };
    const { id: questionId } = unwrap(await house.run((tx) => askQuestion(tx, asker, wish)));
    const comment = async (who: Actor, body: string) => {
      house.clock.advance(hour);
      unwrap(await house.run((tx) => addComment(tx, who, { questionId }, body)));
    };
    house.clock.advance(hour);
    const introduction = { questionId, body: `Ask ${at(friend)}.` };
    const { id } = unwrap(await house.run((tx) => giveAnswer(tx, helper, introduction)));
    await comment(helper, `${at(asker)}, which lamp is it? ${at(helper)} wonders.`);
    await comment(friend, `A desk lamp, says ${at(helper)}.`);
    await comment(helper, `Thank you, ${at(friend)}.`);
    house.clock.advance(hour);
    unwrap(await house.run((tx) => editAnswer(tx, helper, id, `${introduction.body} Soon.`)));
    house.clock.advance(hour);
    unwrap(await house.run((tx) => editAnswer(tx, helper, id, `${introduction.body} Or ${at(house.solver)}.`)));
    const purposes = async (who: Actor) => (await hoursOf(who)).sessions.map(({ purpose }) => purpose);
    const expected = ["connecting", "solving", "solving", "solving", "connecting"];
    expect(await purposes(helper)).toEqual(expected);
    expect(await purposes(friend)).toEqual(["solving"]);
    await replay();
    expect(await purposes(helper)).toEqual(expected);
  });

  it("of authors whom an import brought are none", async () => {
    const author = await house.village.member("Imported");
    const question = await house.ask();
    unwrap(await house.run((tx) => giveAnswer(tx, author, { questionId: question.questionId ?? 0, body: "So." })));
    expect((await hoursOf(author)).sessions).toEqual([]);
  });
});

describe("corrections", () => {
  let who: Actor;
  let problem: Problem;
  beforeAll(async () => {
    who = await house.person("Corrector", ["solver"]);
    house.clock.advance(day);
    problem = await house.ask();
    await active(who, problem, 30);
  });
  const first = async () => {
    const [session] = (await hoursOf(who)).sessions;
    if (!session) throw new Error("there is no session");
    return session;
  };

  it("change and delete a session, can be taken back, and survive that the log is read again", async () => {
    const before = await hoursOf(who);
    const { from, to } = await first();
    const later = new Date(from.getTime() + 10 * minute);
    const said = { was: { from, to }, is: { from: later, to, purpose: "connecting" as const } };
    const { id } = unwrap(await house.run((tx) => correctHours(tx, who, said)));
    expect(shown(await hoursOf(who))).toEqual([[20, "connecting"]]);
    expect((await hoursOf(who)).corrections).toMatchObject([{ id, was: { from, to }, final: false }]);
    await replay();
    expect(shown(await hoursOf(who))).toEqual([[20, "connecting"]]);
    const deleted = unwrap(await house.run((tx) => correctHours(tx, who, { was: { from, to }, is: null })));
    expect((await hoursOf(who)).sessions).toEqual([]);
    await replay();
    expect((await hoursOf(who)).sessions).toEqual([]);
    unwrap(await house.run((tx) => takeBackCorrection(tx, who, deleted.id)));
    unwrap(await house.run((tx) => takeBackCorrection(tx, who, id)));
    await replay();
    expect(await hoursOf(who)).toEqual({ ...before });
  });

  it("are refused where there is no session, and where a session could not be", async () => {
    const { from, to } = await first();
    const correct = (was: { from: Date; to: Date }, is: { from: Date; to: Date } | null, by = who) =>
      house.run((tx) => correctHours(tx, by, { was, is: is && { ...is, purpose: "solving" } }));
    const past = new Date(from.getTime() - 3 * day);
    const future = new Date(house.clock.now().getTime() + hour);
    expect(codeOf(await correct({ from: to, to: from }, null))).toBe("hours-invalid");
    expect(codeOf(await correct({ from, to }, { from: to, to: from }))).toBe("hours-invalid");
    expect(codeOf(await correct({ from, to }, { from, to: future }))).toBe("hours-invalid");
    expect(codeOf(await correct({ from: past, to: new Date(past.getTime() + hour) }, null))).toBe("hours-missing");
    expect(codeOf(await correct({ from, to }, null, house.asker))).toBe("hours-missing");
    expect(codeOf(await house.run((tx) => takeBackCorrection(tx, house.asker, 1)))).toBe("correction-missing");
  });

  it("that delete are forgotten after a day: the signs go, and the log brings nothing back", async () => {
    unwrap(await house.run((tx) => addNote(tx, who, problem.id, "It hums, too.")));
    const sessions = (await hoursOf(who)).sessions;
    const ids: number[] = [];
    for (const { from, to } of sessions)
      ids.push(unwrap(await house.run((tx) => correctHours(tx, who, { was: { from, to }, is: null }))).id);
    house.clock.advance(day + hour);
    await forgetHours(house.store);
    const left = await house.store.database
      .selectFrom("work_sign")
      .select("act")
      .where("member_id", "=", who.memberId)
      .execute();
    expect(left).toEqual([]);
    expect(codeOf(await house.run((tx) => takeBackCorrection(tx, who, ids[0] ?? 0)))).toBe("hours-forgotten");
    await replay();
    house.clock.advance(-day - hour);
    expect((await hoursOf(who)).sessions).toEqual([]);
    house.clock.advance(day + hour);
  });
});

describe("sums and handling time", () => {
  it("are of teams in weeks, and measured where enough people worked on enough problems", async () => {
    house.clock.advance(60 * day);
    const { database } = house.store;
    const wanted = () => ({ communityId: house.communityId, weeks: 2, timeZone: "UTC", now: house.clock.now() });
    expect(unwrap(await sumHours(database, wanted())).weeks.map(({ groups }) => groups)).toEqual([[], []]);
    expect(await measureHandling(database, wanted())).toBeNull();
    const solvers = await Promise.all(["A", "B", "C", "D", "E"].map((name) => house.person(name, ["solver"])));
    for (let at = 0; at < 30; at++) {
      const solver = solvers[at % 5] as Actor;
      const problem = await house.ask();
      await active(solver, problem, at % 2 === 0 ? 10 : 14);
      await house.answer(problem, solver);
      if (at % 10 === 0)
        unwrap(await house.run((tx) => handOver(tx, solver, problem.id, { kind: "solver", id: solver.memberId })));
      house.clock.advance(hour);
    }
    await read();
    const { weeks } = unwrap(await sumHours(database, wanted()));
    const groups = weeks.flatMap((week) => week.groups ?? []);
    expect(groups.map(({ group }) => group)).toContainEqual({ kind: "team", name: "Care" });
    const worked = groups.reduce((sum, { totalMs }) => sum + totalMs, 0) / hour;
    expect(worked).toBeGreaterThan(5.9);
    expect(worked).toBeLessThan(6.6);
    house.clock.advance(day);
    const handling = await measureHandling(database, wanted());
    expect(handling).toMatchObject({ problems: 30, people: 5, days: 56 });
    expect(handling?.minutes).toBeGreaterThan(11.9);
    expect(handling?.minutes).toBeLessThan(13);
    expect(handling?.low).toBeGreaterThan(10);
    expect(handling?.high).toBeLessThan(14);
    const planned = async (wishes: PlanWishes) =>
      reportPlan(await unwrap(await planCommunity(database, { ...wanted(), wishes })).plan).assumptions;
    expect(await planned({ rota: "1 x Mon 9-10" })).toMatchObject({
      handlingMinutes: Number(handling?.minutes.toFixed(4)),
      handling: { source: "measured", problems: 30, people: 5, days: 56 },
    });
    expect(await planned({ rota: "1 x Mon 9-10", handlingMinutes: "40" })).toMatchObject({
      handlingMinutes: 40,
      handling: { source: "given", problems: null },
    });
  });
});
