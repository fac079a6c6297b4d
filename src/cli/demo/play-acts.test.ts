import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { searchByPostgres } from "../../../tests/factories/search.ts";
import { openStoreOn, openTestStore, type TestStore } from "../../../tests/factories/store.ts";
import { listHandedOver, readOwnLimits } from "../../care/index.ts";
import { findCommunity, listGroups, listQuestions } from "../../community/index.ts";
import { readConfiguration } from "../../kernel/index.ts";
import { community } from "./content/index.ts";
import { provideDemo } from "./provide-demo.ts";

let test: TestStore;
let communityId: number;
const making = { next: () => {}, at: () => {} };
const configuration = readConfiguration({});
const provide = () => provideDemo(() => openStoreOn(test.databaseUrl, test.clock), configuration, making);

beforeAll(async () => {
  test = await openTestStore();
  expect(await provide()).toBe(true);
  communityId = (await findCommunity(test.store.database, community.slug))?.id as number;
});
afterAll(() => test?.close());

const database = () => test.store.database;

async function memberCalled(name: string): Promise<number> {
  const member = database().selectFrom("member").select("id").where("community_id", "=", communityId);
  return (await member.where("name", "=", name).executeTakeFirstOrThrow()).id;
}

describe("the demonstration in the database", () => {
  it("is taken as it is at the second start", async () => {
    expect(await provide()).toBe(false);
  });

  it("holds questions in every state", async () => {
    const states = await database()
      .selectFrom("question")
      .select((eb) => ["state", eb.fn.countAll<number>().as("count")])
      .where("community_id", "=", communityId)
      .groupBy("state")
      .execute();
    const count = Object.fromEntries(states.map((row) => [row.state, row.count]));
    expect(Object.keys(count).sort()).toEqual(["answered", "duplicate", "removed", "solved", "waiting"]);
    expect(count.solved).toBeGreaterThan(150);
    expect(await listGroups(database(), communityId)).toHaveLength(8);
  });

  it("writes its events in the order of time, none later than now", async () => {
    const events = await database()
      .selectFrom("event")
      .select(["at"])
      .where("community_id", "=", communityId)
      .orderBy("tx")
      .orderBy("id")
      .execute();
    expect(events.length).toBeGreaterThan(3_000);
    const times = events.map(({ at }) => at.getTime());
    expect(times).toEqual([...times].sort((a, b) => a - b));
    expect(times.at(-1)).toBeLessThanOrEqual(test.clock.now().getTime());
  });

  it("has pointers that lead to questions, and no message of the marketer", async () => {
    const messages = await database()
      .selectFrom("message")
      .innerJoin("member", (join) =>
        join.onRef("member.community_id", "=", "message.community_id").onRef("member.id", "=", "message.author_id"),
      )
      .leftJoin("member_role", (join) =>
        join
          .onRef("member_role.community_id", "=", "member.community_id")
          .onRef("member_role.member_id", "=", "member.id"),
      )
      .select(["body", "role"])
      .where("message.community_id", "=", communityId)
      .execute();
    expect(messages.filter(({ role }) => role === "marketer")).toEqual([]);
    expect(messages.filter(({ body }) => body.includes("(question:"))).toEqual([]);
    expect(messages.filter(({ body }) => /\]\(\/c\/tamberlo\/q\/\d+\)/.test(body)).length).toBeGreaterThan(40);
  });

  it("shows a problem in each way in which one can stand, with teams, calendars, areas, promises, macros and a view", async () => {
    const problems = await database()
      .selectFrom("problem")
      .select(["state", "rung", "claimed_at", "over_as", "owner_kind", "contested_at"])
      .where("community_id", "=", communityId)
      .where("origin", "=", "staff")
      .execute();
    const some = (is: (one: (typeof problems)[number]) => boolean) => problems.filter(is).length > 0;
    expect(problems.length).toBeGreaterThan(10);
    expect(some(({ owner_kind, claimed_at }) => owner_kind === "solver" && claimed_at === null)).toBe(true);
    expect(some(({ state, claimed_at }) => state === "open" && claimed_at !== null)).toBe(true);
    expect(some(({ rung }) => rung === "lead")).toBe(true);
    expect(some(({ contested_at }) => contested_at !== null)).toBe(true);
    const states = new Set(problems.map(({ state, over_as }) => over_as ?? state));
    for (const state of ["waiting-for-asker", "snoozed", "cannot-solve", "confirmed", "withdrawn", "duplicate"]) {
      expect(states, state).toContain(state);
    }
    for (const table of ["work_calendar", "team", "subject_area", "service_level", "macro", "saved_view"] as const) {
      const rows = await database().selectFrom(table).select("community_id").execute();
      expect(rows.length, table).toBeGreaterThan(0);
    }
  });

  it("lives what takes care longer: privately, apart, by name, from shift to shift, and asked about again", async () => {
    const cases = await database().selectFrom("private_case").select("public_answer_id").execute();
    expect(cases.map((one) => one.public_answer_id === null).sort()).toEqual([false, true]);
    const links = await database().selectFrom("problem_link").select("kind").execute();
    expect(new Set(links.map(({ kind }) => kind))).toEqual(new Set(["known", "merged", "related", "split"]));
    const checks = await database()
      .selectFrom("problem_check")
      .select(["kind", "answer"])
      .where("answered_at", "is not", null)
      .execute();
    const answers = new Set(checks.map(({ kind, answer }) => `${kind} ${answer}`));
    for (const answer of ["week solved", "week not-solved", "month solved"]) expect(answers, answer).toContain(answer);

    const named = await database()
      .selectFrom("problem")
      .innerJoin("answer", (join) =>
        join
          .onRef("answer.community_id", "=", "problem.community_id")
          .onRef("answer.id", "=", "problem.solved_answer_id"),
      )
      .innerJoin("problem_step", (join) =>
        join
          .onRef("problem_step.community_id", "=", "problem.community_id")
          .onRef("problem_step.problem_id", "=", "problem.id")
          .onRef("problem_step.owner_id", "=", "answer.author_id"),
      )
      .select("problem.id")
      .where("problem_step.rung", "=", "named")
      .execute();
    expect(named.length, "whoever was asked by name solved it").toBeGreaterThan(0);

    const marit = await memberCalled("Marit Solheim");
    const now = test.clock.now();
    const handed = await listHandedOver(database(), { communityId, memberId: marit });
    expect(handed.map(({ from, html }) => [from.name, html !== null])).toEqual([
      ["Kwame Boateng", true],
      ["Kwame Boateng", true],
    ]);
    const jonas = { communityId, memberId: await memberCalled("Jonas Brandt") };
    expect((await readOwnLimits(database(), jonas)).awayUntil?.getTime()).toBeGreaterThan(now.getTime());
    const desk = await database().selectFrom("work_sign").select("member_id").where("act", "=", "desk").execute();
    expect(new Set(desk.map(({ member_id }) => member_id)).size).toBeGreaterThan(3);
  });

  it("has every problem that is not over with an owner, and nothing due that lies back more than an hour or two", async () => {
    const open = await database()
      .selectFrom("problem")
      .select(["id", "owner_id", "next_action_at"])
      .where("over_at", "is", null)
      .execute();
    expect(open.length).toBeGreaterThan(15);
    const since = test.clock.now().getTime() - 2 * 3_600_000;
    expect(open.filter((one) => one.owner_id === null || (one.next_action_at?.getTime() ?? 0) < since)).toEqual([]);
  });

  it("is found while one types", async () => {
    const typed = { communityId, locale: "en", text: "pump is loud but there is no water" };
    const { suggested } = await searchByPostgres(test.store).suggest(typed);
    const [first] = suggested;
    const found = await listQuestions(database(), { communityId, tag: "pump", limit: 100 });
    expect(found.map(({ id }) => id)).toContain(first?.questionId);
  });
});
