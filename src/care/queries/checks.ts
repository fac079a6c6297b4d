import { sql } from "kysely";
import { type Database, gathered, type Slots, statement, type Transaction } from "../../store/index.ts";
import type { Problem } from "../problem.ts";

export type CheckKind = "answer" | "week" | "month";
export type CheckAnswer = "solved" | "not-solved";
type Key = Pick<Problem, "communityId" | "id">;

/** "Is it solved?", as it was asked once. */
export interface Check {
  readonly communityId: number;
  readonly id: number;
  readonly problemId: number;
  readonly kind: CheckKind;
  readonly answerId: number | null;
  readonly dueAt: Date;
  readonly askedAt: Date | null;
  readonly droppedAt: Date | null;
  readonly answeredAt: Date | null;
  readonly answer: CheckAnswer | null;
}

const columns = [
  "community_id as communityId",
  "id",
  "problem_id as problemId",
  "kind",
  "answer_id as answerId",
  "due_at as dueAt",
  "asked_at as askedAt",
  "dropped_at as droppedAt",
  "answered_at as answeredAt",
  "answer",
] as const;

export async function insertChecks(
  tx: Transaction,
  { communityId, id }: Key,
  checks: readonly { readonly kind: CheckKind; readonly dueAt: Date; readonly askedAt?: Date }[],
  answerId: number | null,
): Promise<number[]> {
  if (checks.length === 0) return [];
  const rows = await tx.db
    .insertInto("problem_check")
    .values(
      checks.map(({ kind, dueAt, askedAt }) => ({
        community_id: communityId,
        problem_id: id,
        kind,
        answer_id: answerId,
        due_at: dueAt,
        asked_at: askedAt ?? null,
      })),
    )
    .returning("id")
    .execute();
  return rows.map((row) => row.id);
}

const writeAnswerChecks = statement(
  (db, slot: Slots<{ communityId: number; problemIds: number[]; answerIds: (number | null)[]; ats: Date[] }>) => {
    const text = sql<{ id: number; problemId: number }>`
      with wish as (
        select * from unnest(${slot("problemIds")}::bigint[], ${slot("answerIds")}::bigint[], ${slot("ats")}::timestamptz[])
          as wish (problem_id, answer_id, at)
      ), waiting as (
        select distinct on (problem_id) id, problem_id from problem_check
        where community_id = ${slot("communityId")} and problem_id = any(${slot("problemIds")}::bigint[]) and kind = 'answer'
          and answered_at is null and dropped_at is null
        order by problem_id, id desc
      ), renewed as (
        update problem_check set answer_id = wish.answer_id from waiting join wish using (problem_id)
        where community_id = ${slot("communityId")} and problem_check.id = waiting.id and wish.answer_id is not null
      ), added as (
        insert into problem_check (community_id, problem_id, kind, answer_id, due_at, asked_at)
        select ${slot("communityId")}::bigint, problem_id, 'answer', answer_id, at, at
        from wish where problem_id not in (select problem_id from waiting)
        returning id, problem_id
      )
      select id, problem_id as "problemId" from waiting union all select id, problem_id from added`;
    return { compile: () => text.compile(db) };
  },
);

const provideGathered = gathered(
  async (db, communityId, wishes: readonly (Key & { readonly answerId: number | null; readonly at: Date })[]) => {
    const problemIds = wishes.map(({ id }) => id);
    const answerIds = wishes.map(({ answerId }) => answerId);
    const rows = await writeAnswerChecks(db, { communityId, problemIds, answerIds, ats: wishes.map(({ at }) => at) });
    const ids = new Map(rows.map(({ id, problemId }) => [problemId, id]));
    return problemIds.map((problemId) => ids.get(problemId));
  },
);

/**
 * The check by which an asker says whether it is solved now: one that still waits for them is asked about the newer answer instead,
 * where there is one. Returns its id.
 */
export async function provideAnswerCheck(
  tx: Transaction,
  { communityId, id }: Key,
  answerId: number | null,
): Promise<number> {
  const checkId = await provideGathered(tx.db, { communityId, id, answerId, at: tx.now });
  if (checkId === undefined) throw new Error("a check waits already or is written");
  return checkId;
}

/** The asker has said it in another way than by answering the check. */
export async function answerPendingChecks(
  tx: Transaction,
  { communityId, id }: Key,
  answer: CheckAnswer,
): Promise<void> {
  await tx.db
    .updateTable("problem_check")
    .set({ answered_at: tx.now, answer })
    .where("community_id", "=", communityId)
    .where("problem_id", "=", id)
    .where("asked_at", "is not", null)
    .where("answered_at", "is", null)
    .where("dropped_at", "is", null)
    .execute();
}

/** Checks that are not due yet are asked no more. Those that were asked and not answered stay: they count. */
export async function dropChecks(tx: Transaction, { communityId, id }: Key): Promise<void> {
  await tx.db
    .updateTable("problem_check")
    .set({ dropped_at: tx.now })
    .where("community_id", "=", communityId)
    .where("problem_id", "=", id)
    .where("asked_at", "is", null)
    .where("dropped_at", "is", null)
    .execute();
}

/** The next check whose time has come, locked and marked as asked; undefined where there is none that another process has not. */
export async function takeDueCheck(tx: Transaction): Promise<Check | undefined> {
  const due = await tx.db
    .selectFrom("problem_check")
    .select(columns)
    .where("due_at", "<=", tx.now)
    .where("asked_at", "is", null)
    .where("dropped_at", "is", null)
    .orderBy("due_at")
    .limit(1)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst();
  if (!due) return undefined;
  await tx.db
    .updateTable("problem_check")
    .set({ asked_at: tx.now })
    .where("community_id", "=", due.communityId)
    .where("id", "=", due.id)
    .execute();
  return due as Check;
}

export async function findCheck(database: Database, communityId: number, id: number): Promise<Check | undefined> {
  const row = await database
    .selectFrom("problem_check")
    .select(columns)
    .where("community_id", "=", communityId)
    .where("id", "=", id)
    .executeTakeFirst();
  return row as Check | undefined;
}

/** The checks of a problem in order, 100 at most. */
export async function listChecks(
  database: Database,
  communityId: number,
  problemId: number,
): Promise<(Check & { readonly remark: string | null })[]> {
  const rows = await database
    .selectFrom("problem_check")
    .select([...columns, "remark"])
    .where("community_id", "=", communityId)
    .where("problem_id", "=", problemId)
    .orderBy("id")
    .limit(100)
    .execute();
  return rows as (Check & { remark: string | null })[];
}

export async function writeCheckAnswer(
  tx: Transaction,
  check: Check,
  answer: CheckAnswer,
  remark: string | null,
): Promise<void> {
  await tx.db
    .updateTable("problem_check")
    .set({ answered_at: tx.now, answer, remark })
    .where("community_id", "=", check.communityId)
    .where("id", "=", check.id)
    .execute();
}

export async function insertCheckToken(
  tx: Transaction,
  token: { communityId: number; checkId: number; hash: string; expiresAt: Date },
): Promise<void> {
  await tx.db
    .insertInto("check_token")
    .values({
      community_id: token.communityId,
      token_hash: token.hash,
      check_id: token.checkId,
      created_at: tx.now,
      expires_at: token.expiresAt,
    })
    .execute();
}

/** The check that a token answers, while the token lasts. */
export async function findCheckByToken(
  database: Database,
  communityId: number,
  hash: string,
  now: Date,
): Promise<number | undefined> {
  const row = await database
    .selectFrom("check_token")
    .select("check_id as checkId")
    .where("community_id", "=", communityId)
    .where("token_hash", "=", hash)
    .where("expires_at", ">", now)
    .executeTakeFirst();
  return row?.checkId;
}
