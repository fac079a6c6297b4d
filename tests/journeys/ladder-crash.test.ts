import path from "node:path";
import { createInterface } from "node:readline";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type CareHouse, day, hour, openCareHouse } from "../factories/care.ts";
import { eventually } from "../factories/eventually.ts";
import { startProgram } from "../factories/program.ts";

// The ladder's timers in a process that is killed in the middle of them, stands still for days, and whose clock goes backwards.

const program = path.resolve(import.meta.dirname, "ladder-child.ts");
const problems = 12;
let house: CareHouse;
let began: number;

beforeAll(async () => {
  house = await openCareHouse();
  began = house.clock.now().getTime();
  for (let n = 0; n < problems; n += 1) await house.ask(`Question ${n}`);
});
afterAll(() => house?.close());

/** Runs care at a moment until its timers have nothing to do, or until it holds within its n-th step; then it is killed. */
async function runAt(afterMs: number, holdAt = 0): Promise<string> {
  const moment = new Date(began + afterMs).toISOString();
  const child = startProgram([program, house.databaseUrl, moment, String(holdAt)]);
  child.stderr.pipe(process.stderr);
  const ended = new Promise<void>((resolve) => child.once("close", () => resolve()));
  let said = "";
  for await (const line of createInterface({ input: child.stdout })) {
    said = line;
    if (line === "holds") child.kill("SIGKILL");
  }
  await ended;
  // The server takes back what the killed one had begun, as soon as it notices.
  await eventually(async () => expect(await openTransactions()).toBe(0));
  return said;
}

async function openTransactions(): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from pg_stat_activity
    where datname = current_database() and state like 'idle in transaction%'`.execute(house.store.database);
  return rows[0]?.count ?? 0;
}

interface Taken {
  readonly steps: number;
  readonly events: number;
}

/** How many steps each problem has taken, and how many events tell of one. */
async function taken(): Promise<Taken[]> {
  const { database } = house.store;
  const ids = await database.selectFrom("problem").select("id").orderBy("id").execute();
  const steps = await database.selectFrom("problem_step").select("problem_id as id").execute();
  const events = await database
    .selectFrom("event")
    .select("subject_id as id")
    .where("subject", "=", "problem")
    .where("kind", "in", ["problem.opened", "problem.stepped"])
    .execute();
  const count = (rows: readonly { id: number }[], id: number) => rows.filter((row) => row.id === id).length;
  return ids.map(({ id }) => ({ steps: count(steps, id), events: count(events, id) }));
}
const all = (n: number) => Array.from({ length: problems }, () => ({ steps: n, events: n }));
const sum = (some: readonly Taken[]) => some.reduce((total, { steps }) => total + steps, 0);

it("no step of the ladder is lost or doubled by kill -9, by a stop of three days, or by a clock that goes backwards", async () => {
  expect(await taken()).toEqual(all(1));

  // Killed within the fifth step, and its successor within its fourth: what was not committed did not happen.
  expect(await runAt(9 * hour, 5)).toBe("holds");
  expect(sum(await taken())).toBe(problems + 4);
  expect(await runAt(9 * hour, 4)).toBe("holds");
  expect(sum(await taken())).toBe(problems + 7);
  expect(await runAt(9 * hour)).toBe(`done ${problems - 7}`);
  expect(await taken()).toEqual(all(2));

  // After three days each goes one step, not all those it missed, and none goes twice however often one looks.
  expect(await runAt(9 * hour + 3 * day, 6)).toBe("holds");
  expect(await runAt(9 * hour + 3 * day)).toBe(`done ${problems - 5}`);
  expect(await taken()).toEqual(all(3));
  expect(await runAt(9 * hour + 3 * day)).toBe("done 0");

  // Two days back nothing is due; once the clock is right again what is due goes once.
  expect(await runAt(day)).toBe("done 0");
  expect(await taken()).toEqual(all(3));
  expect(await runAt(5 * day, 3)).toBe("holds");
  expect(await runAt(5 * day)).toBe(`done ${problems - 2}`);
  expect(await taken()).toEqual(all(4));
  const waiting = await house.store.database.selectFrom("problem").select(["next_action_at", "owner_id"]).execute();
  for (const { next_action_at, owner_id } of waiting) {
    expect(next_action_at?.getTime()).toBeGreaterThan(began + 5 * day);
    expect(owner_id).not.toBeNull();
  }
});
