import type { Actor, GrantableRole } from "../../src/accounts/index.ts";
import { type CarePorts, careReader, claimProblem, type Problem, triageByRules } from "../../src/care/index.ts";
import { findProblem } from "../../src/care/queries/problems.ts";
import { runTimers } from "../../src/care/timers.ts";
import { askQuestion, confirmAnswer, giveAnswer } from "../../src/community/index.ts";
import { type Result, unwrap } from "../../src/kernel/index.ts";
import type { EventReader, Transaction } from "../../src/store/index.ts";
import { aMember } from "./accounts.ts";
import { readAll } from "./events.ts";
import { buildVillage, type Village } from "./people.ts";
import { openTestStore, type TestStore } from "./store.ts";

export const hour = 3_600_000;
export const day = 24 * hour;

/** A village with a care room: its reader and its timers run when a test says so, and its clock stands. */
export interface CareHouse extends TestStore {
  readonly village: Village;
  readonly communityId: number;
  readonly asker: Actor;
  readonly solver: Actor;
  run<T>(work: (tx: Transaction) => Promise<Result<T>>): Promise<Result<T>>;
  /** A new member who signs in, so that they can be asked by name. */
  person(name: string, roles?: readonly GrantableRole[]): Promise<Actor>;
  /** Lets care read all that has happened. */
  read(): Promise<void>;
  /** Moves the clock, and lets the timers do what is due then. */
  pass(ms: number): Promise<void>;
  /** Asks a question and lets care open its problem; returns that. */
  ask(title?: string, tags?: readonly string[]): Promise<Problem>;
  /** Answers a problem's question and lets care hear of it; returns the answer's id. */
  answer(problem: Problem, by: Actor): Promise<number>;
  confirm(problem: Problem, answerId: number): Promise<void>;
  claim(problem: Problem, by?: Actor): Promise<Result<Problem>>;
  /** A new problem that a solver has claimed and said something about, so that the claim is not an idle one. */
  taken(by?: Actor): Promise<Problem>;
  problem(id: number): Promise<Problem>;
  eventsOf(id: number): Promise<string[]>;
}

/** The code of a refusal, or `fine`. */
export const codeOf = (result: Result<unknown>): string => (result.ok ? "fine" : result.error.code);

export async function openCareHouse(ports: Partial<CarePorts> = {}): Promise<CareHouse> {
  const opened = await openTestStore();
  const { store, clock } = opened;
  const village = await buildVillage(store);
  const { communityId } = village;
  const reader: EventReader = careReader({ triage: triageByRules, findSolved: async () => null, ...ports });

  const run: CareHouse["run"] = (work) => {
    clock.advance(1000);
    return store.transact(work);
  };
  const read = () => readAll(store, reader);
  const person: CareHouse["person"] = async (name, roles = []) => {
    const { memberId, personId } = await aMember(store, communityId, { name, roles });
    const staff = roles.some((role) => role !== "steward");
    return {
      ...{ communityId, memberId, personId, name, roles: ["member", ...roles], staff },
      ...{ locale: null, theme: null, scopes: null, sessionKey: null },
    };
  };
  const asker = await person("Asker");
  const solver = await person("Solver", ["solver"]);

  async function where(column: "id" | "question_id", id: number): Promise<Problem> {
    const row = await store.database
      .selectFrom("problem")
      .select("id")
      .where("community_id", "=", communityId)
      .where(column, "=", id)
      .executeTakeFirst();
    const problem = row && (await findProblem(store.database, communityId, row.id));
    if (!problem) throw new Error(`there is no problem with ${column} ${id}`);
    return problem;
  }

  const house: CareHouse = {
    ...opened,
    ...{ village, communityId, asker, solver, run, person, read },
    async pass(ms) {
      clock.advance(ms);
      const { failed } = await runTimers(store);
      for (const error of failed.values()) throw error;
      await read();
    },
    async ask(title = "The lamp flickers", tags = []) {
      const asked = unwrap(
        await run((tx) => askQuestion(tx, asker, { group: village.group, title, body: "It does.", tags })),
      );
      await read();
      return where("question_id", asked.id);
    },
    async answer(problem, by) {
      const questionId = problem.questionId ?? 0;
      const { id } = unwrap(await run((tx) => giveAnswer(tx, by, { questionId, body: "Turn the screw." })));
      await read();
      return id;
    },
    async confirm(_problem, answerId) {
      unwrap(await run((tx) => confirmAnswer(tx, asker, answerId)));
      await read();
    },
    claim: (problem, by = solver) => run((tx) => claimProblem(tx, by, problem.id)),
    async taken(by = solver) {
      const problem = await house.ask();
      unwrap(await house.claim(problem, by));
      await house.answer(problem, by);
      return house.problem(problem.id);
    },
    problem: (id) => where("id", id),
    async eventsOf(id) {
      const rows = await store.database
        .selectFrom("event")
        .select("kind")
        .where("community_id", "=", communityId)
        .where("subject", "=", "problem")
        .where("subject_id", "=", id)
        .orderBy("id")
        .execute();
      return rows.map(({ kind }) => kind);
    },
  };
  return house;
}
