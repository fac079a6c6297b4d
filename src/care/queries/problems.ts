import { sql } from "kysely";
import { type Database, gathered, type Slots, statement, type Transaction } from "../../store/index.ts";
import type { Owner, Problem, ProblemChange, ProblemOrigin } from "../problem.ts";

const columns = [
  "community_id as communityId",
  "id",
  "origin",
  "question_id as questionId",
  "conversation_id as conversationId",
  "message_id as messageId",
  "origin_problem_id as originProblemId",
  "asker_id as askerId",
  "opened_at as openedAt",
  "title",
  "group_id as groupId",
  "area_id as areaId",
  "team_id as teamId",
  "language",
  "urgency",
  "state",
  "rung",
  "owner_kind as ownerKind",
  "owner_id as ownerId",
  "claimed_at as claimedAt",
  "helper_spoke_at as helperSpokeAt",
  "asker_spoke_at as askerSpokeAt",
  "next_action_at as nextActionAt",
  "next_step as nextStep",
  "asked_times as askedTimes",
  "snoozes",
  "gentle",
  "found_question_id as foundQuestionId",
  "found_answer_id as foundAnswerId",
  "due_at as dueAt",
  "due_clock as dueClock",
  "alarm",
  "alarm_at as alarmAt",
  "reopened",
  "contested_at as contestedAt",
  "contested_because as contestedBecause",
  "over_at as overAt",
  "over_as as overAs",
  "over_by as overBy",
  "over_reason as overReason",
  "over_instead as overInstead",
  "signed_by as signedBy",
  "duplicate_of as duplicateOf",
  "solved_by as solvedBy",
  "solved_answer_id as solvedAnswerId",
] as const;

function select(database: Database, communityId: number) {
  return database.selectFrom("problem").select(columns).where("community_id", "=", communityId);
}

/** A problem; undefined where there is none. */
export async function findProblem(database: Database, communityId: number, id: number): Promise<Problem | undefined> {
  return (await select(database, communityId).where("id", "=", id).executeTakeFirst()) as Problem | undefined;
}

/**
 * The problem, locked until the transaction ends. Whatever changes a problem takes this lock first, and a question's only after it.
 * Solvers who take the same problem at once wait here one behind the other, for as long as one of these short transactions lasts.
 */
export async function lockProblem(tx: Transaction, communityId: number, id: number): Promise<Problem | undefined> {
  const row = await select(tx.db, communityId).where("id", "=", id).forUpdate().executeTakeFirst();
  return row as Problem | undefined;
}

/** Several problems, locked in the order of their ids, so that two who lock the same ones never wait in a circle. */
export async function lockProblems(tx: Transaction, communityId: number, ids: readonly number[]): Promise<Problem[]> {
  const rows = await select(tx.db, communityId)
    .where(sql<boolean>`id = any(${[...ids]}::bigint[])`)
    .orderBy("id")
    .forUpdate()
    .execute();
  return rows as Problem[];
}

/** What a solver has to act on, locked in the order of their ids: what waits for its asker is not among it. */
export async function lockProblemsOfSolver(tx: Transaction, communityId: number, memberId: number): Promise<Problem[]> {
  const rows = await select(tx.db, communityId)
    .where("owner_kind", "=", "solver")
    .where("owner_id", "=", memberId)
    .where("over_at", "is", null)
    .where("state", "in", ["open", "snoozed"])
    .orderBy("id")
    .forUpdate()
    .execute();
  return rows as Problem[];
}

/** The problems of these questions, locked in the order of their ids. */
export async function lockProblemsOfQuestions(
  tx: Transaction,
  communityId: number,
  questionIds: readonly number[],
): Promise<Problem[]> {
  if (questionIds.length === 0) return [];
  const rows = await select(tx.db, communityId)
    .where(sql<boolean>`question_id = any(${[...questionIds]}::bigint[])`)
    .orderBy("id")
    .forUpdate()
    .execute();
  return rows as Problem[];
}

/** The problems of a conversation, oldest first, locked; 100 at most. */
export async function lockProblemsOfConversation(
  tx: Transaction,
  communityId: number,
  conversationId: number,
): Promise<Problem[]> {
  const rows = await select(tx.db, communityId)
    .where("conversation_id", "=", conversationId)
    .orderBy("id")
    .limit(100)
    .forUpdate()
    .execute();
  return rows as Problem[];
}

/** A member's latest problem that is not over. */
export async function lockLatestOpenOf(
  tx: Transaction,
  communityId: number,
  askerId: number,
): Promise<Problem | undefined> {
  const row = await select(tx.db, communityId)
    .where("asker_id", "=", askerId)
    .where("over_at", "is", null)
    .orderBy("id", "desc")
    .limit(1)
    .forUpdate()
    .executeTakeFirst();
  return row as Problem | undefined;
}

export interface NewProblemRow extends ProblemOrigin {
  readonly openedBy: number | null;
  readonly owner: Owner;
  readonly nextActionAt: Date;
  readonly nextStep: "climb" | "rest";
  /** When the asker wrote it, where that was before it was opened. */
  readonly askerSpokeAt?: Date | undefined;
  /** Of the past, and over since the asker said that it is solved: then it has neither owner nor next action. */
  readonly solved?: { readonly byId: number | null; readonly answerId: number | null; readonly at: Date } | undefined;
}

/** Writes new problems; one for a question that has one already is left out. Returns the ids of those that were written, in order. */
export async function insertProblems(tx: Transaction, rows: readonly NewProblemRow[]): Promise<Problem[]> {
  if (rows.length === 0) return [];
  const inserted = await tx.db
    .insertInto("problem")
    .values(
      rows.map((row) => ({
        community_id: row.communityId,
        origin: row.origin,
        question_id: row.questionId,
        conversation_id: row.conversationId,
        message_id: row.messageId,
        origin_problem_id: row.originProblemId,
        asker_id: row.askerId,
        opened_by: row.openedBy,
        opened_at: row.openedAt,
        asker_spoke_at: row.askerSpokeAt ?? row.openedAt,
        title: row.title,
        group_id: row.groupId,
        area_id: row.areaId,
        team_id: row.teamId,
        language: row.language,
        urgency: row.urgency,
        rung: row.rung,
        ...(row.solved ? overAs(row.solved, row.askerId) : withOwner(row)),
        found_question_id: row.foundQuestionId,
        found_answer_id: row.foundAnswerId,
      })),
    )
    .onConflict((conflict) => conflict.columns(["community_id", "question_id"]).doNothing())
    .returning(columns)
    .execute();
  return inserted as Problem[];
}

function withOwner({ owner, nextActionAt, nextStep, gentle }: NewProblemRow) {
  return {
    ...{ state: "open", owner_kind: owner.kind, owner_id: owner.id, next_action_at: nextActionAt, next_step: nextStep },
    ...{ gentle, over_at: null, over_as: null, over_by: null, solved_by: null, solved_answer_id: null },
  };
}

function overAs({ at, byId, answerId }: NonNullable<NewProblemRow["solved"]>, askerId: number) {
  return {
    ...{ state: "over", owner_kind: null, owner_id: null, next_action_at: null, next_step: null, gentle: false },
    ...{ over_at: at, over_as: "confirmed", over_by: askerId, solved_by: byId, solved_answer_id: answerId },
  };
}

/** Changes the columns that are named, and no others. Changes of several problems that are asked for at once are one statement. */
export async function updateProblem(tx: Transaction, problem: Problem, change: ProblemChange): Promise<void> {
  const names = Object.keys(change);
  if (names.length === 0) return;
  const key = names.join(" ");
  const update = updates.get(key) ?? updateOf(names);
  updates.set(key, update);
  await update(tx.db, { ...change, communityId: problem.communityId, id: problem.id });
}

/** One statement a set of columns, of which the moves of problems have some dozens. */
const updates = new Map<string, ReturnType<typeof updateOf>>();

function updateOf(names: readonly string[]) {
  const columns = names.map((name) => [name, snakeCase(name)] as const);
  const update = statement((db, slot: Slots<{ communityId: number; rows: string }>) => {
    const set = sql.join(columns.map(([, column]) => sql`${sql.ref(column)} = row.${sql.ref(column)}`));
    const text = sql<never>`
      update problem set ${set} from jsonb_populate_recordset(null::problem, ${slot("rows")}::jsonb) as row
      where problem.community_id = ${slot("communityId")} and problem.id = row.id`;
    return { compile: () => text.compile(db) };
  });
  return gathered(
    async (db, communityId, changes: readonly (ProblemChange & Pick<Problem, "communityId" | "id">)[]) => {
      const rows = changes.map((change) => ({
        id: change.id,
        ...Object.fromEntries(columns.map(([name, column]) => [column, change[name as keyof ProblemChange]])),
      }));
      await update(db, { communityId, rows: JSON.stringify(rows) });
      return changes.map(() => undefined);
    },
  );
}

function snakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

/** The duplicates of a problem, locked; 500 at most, the oldest first. */
export async function lockDuplicatesOf(tx: Transaction, communityId: number, id: number): Promise<Problem[]> {
  const rows = await select(tx.db, communityId)
    .where("duplicate_of", "=", id)
    .orderBy("id")
    .limit(500)
    .forUpdate()
    .execute();
  return rows as Problem[];
}

/**
 * The problem that is due longest, locked; undefined where none is, or another process has those that are. `except` are ids that are
 * passed over.
 */
export async function takeDueProblem(tx: Transaction, except: readonly number[]): Promise<Problem | undefined> {
  const row = await tx.db
    .selectFrom("problem")
    .select(columns)
    .where("wake_at", "<=", tx.now)
    .where(sql<boolean>`id <> all(${[...except]}::bigint[])`)
    .orderBy("wake_at")
    .limit(1)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst();
  return row as Problem | undefined;
}
