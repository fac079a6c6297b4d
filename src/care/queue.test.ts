import { existsSync, readFileSync } from "node:fs";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type CareHouse, openCareHouse } from "../../tests/factories/care.ts";
import { leastCpuMs } from "../../tests/factories/cpu.ts";
import type { Actor } from "../accounts/index.ts";
import { unwrap } from "../kernel/index.ts";
import { settle } from "../store/index.ts";
import { countViews, findProblems, listQueue, openForMember, queueViews } from "./index.ts";

const many = 100_000;
/** What a page of a view may cost: CPU of PostgreSQL and of this process together. */
const mostMs = 5;

let house: CareHouse;
let solver: Actor;
beforeAll(async () => {
  house = await openCareHouse();
  solver = house.solver;
  const given = { askerId: house.asker.memberId, title: "The first", body: "They rang." };
  const first = unwrap(await house.run((tx) => openForMember(tx, solver, given)));
  // A hundred thousand like the first, over half a year, with every state, owner and alarm.
  await sql`
    insert into problem (community_id, origin, conversation_id, message_id, asker_id, opened_at, asker_spoke_at, title, group_id,
      team_id, urgency, state, rung, owner_kind, owner_id, next_action_at, next_step, due_at, due_clock, alarm)
    select p.community_id, 'message', p.conversation_id, p.message_id, p.asker_id, p.opened_at, p.opened_at, 'Problem ' || n,
      null, p.team_id, (array['low', 'normal', 'high', 'urgent'])[1 + n % 4],
      (array['open', 'waiting-for-asker', 'snoozed'])[1 + n % 3], 'solvers',
      (array['solver', 'team', 'peers', 'member'])[1 + n % 4],
      case n % 4 when 0 then ${solver.memberId} when 1 then p.team_id when 2 then (select min(id) from community_group) else p.asker_id end,
      p.opened_at + (n % 5000) * interval '1 hour', 'climb', p.opened_at + (n % 3000) * interval '1 hour', 'solved',
      (array['none', 'warned', 'late', 'none'])[1 + n % 4]
    from problem p, generate_series(1, ${many}) n where p.id = ${first.id}`.execute(house.store.database);
  await settle(house.store.database);
});
afterAll(() => house?.close());

/** Expects that PostgreSQL and this process together use less than `most` milliseconds of CPU for `read`. */
async function expectCost(most: number, read: () => Promise<unknown>): Promise<void> {
  for (let warm = 0; warm < 5; warm += 1) await read();
  // PostgreSQL's time is counted in steps of ten milliseconds, so a batch is long enough for many of them.
  const runs = 20;
  const batch = async () => {
    for (let run = 0; run < runs; run += 1) await read();
  };
  const used = async () => {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1000 + (await backendCpu());
  };
  expect((await leastCpuMs(batch, most * runs, used)) / runs).toBeLessThan(most);
}

/** CPU that all of this database's connections have used so far, in ms, from the kernel's own count, where there is one. */
async function backendCpu(): Promise<number> {
  if (!existsSync("/proc/self/stat")) return 0;
  const { rows } = await sql<{ pid: number }>`
    select pid from pg_stat_activity where datname = current_database()`.execute(house.store.database);
  return rows.reduce((sum, { pid }) => sum + cpuOf(pid), 0);
}

function cpuOf(pid: number): number {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]?.split(" ") ?? [];
    return (Number(fields[11]) + Number(fields[12])) * 10;
  } catch {
    // A connection that lay idle has just been closed.
    return 0;
  }
}

describe(`a queue of ${many} open problems`, () => {
  it.each(queueViews)("shows the first page of %s at no more than it may cost", async (view) => {
    const page = await listQueue(house.store.database, solver, { view });
    expect(page.problems).toHaveLength(50);
    expect(page.next).not.toBeNull();
    const after = page.next ?? undefined;
    await expectCost(mostMs, () => listQueue(house.store.database, solver, { view }));
    await expectCost(mostMs, () => listQueue(house.store.database, solver, { view, after }));
  });

  it("finds by a name, a number and a word that stands in every title", async () => {
    const { database } = house.store;
    for (const text of ["asker", "4711", "problem", "problem 4711"]) {
      const find = () => findProblems(database, { communityId: house.communityId, text, questionIds: [] });
      expect((await find()).length).toBeGreaterThan(0);
      await expectCost(4 * mostMs, find);
    }
  });

  it("counts its views up to a bound", async () => {
    expect(await countViews(house.store.database, solver)).toMatchObject({ all: 1000, mine: 1000, late: 1000 });
    await expectCost(2 * mostMs, () => countViews(house.store.database, solver));
  });
});
