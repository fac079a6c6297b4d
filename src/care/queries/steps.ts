import { sql } from "kysely";
import { type Database, gathered, type Slots, statement, type Transaction } from "../../store/index.ts";
import type { Owner, OwnerKind, Reason, Rung } from "../problem.ts";

export interface StepRow {
  readonly id: number;
  readonly at: Date;
  readonly rung: Rung;
  readonly owner: Owner | null;
  /** null for the ladder itself. */
  readonly byId: number | null;
  readonly reason: Reason;
}

export interface NewStep {
  /** When it was, where that is not now. */
  readonly at?: Date;
  readonly communityId: number;
  readonly problemId: number;
  readonly rung: Rung;
  readonly owner: Owner | null;
  readonly byId: number | null;
  readonly reason: Reason;
}

const writeSteps = statement((db, slot: Slots<{ communityId: number; rows: string }>) => {
  const text = sql<never>`
    insert into problem_step (community_id, problem_id, at, rung, owner_kind, owner_id, by_id, reason, data)
    select ${slot("communityId")}::bigint, problem_id, at, rung, owner_kind, owner_id, by_id, reason, data
    from jsonb_populate_recordset(null::problem_step, ${slot("rows")}::jsonb)`;
  return { compile: () => text.compile(db) };
});

/** Writes a step; several that are written at once are one statement, and keep their order. */
export function insertStep(tx: Transaction, step: NewStep): Promise<void> {
  return insertGathered(tx.db, { at: tx.now, ...step });
}

/** The same for many. */
export async function insertSteps(tx: Transaction, steps: readonly NewStep[]): Promise<void> {
  await Promise.all(steps.map((step) => insertStep(tx, step)));
}

const insertGathered = gathered(async (db, communityId, steps: readonly (NewStep & { readonly at: Date })[]) => {
  const rows = steps.map(({ problemId, at, rung, owner, byId, reason }) => ({
    ...{ problem_id: problemId, at, rung, owner_kind: owner?.kind ?? null, owner_id: owner?.id ?? null, by_id: byId },
    ...{ reason: reason.code, data: reason.data ?? {} },
  }));
  await writeSteps(db, { communityId, rows: JSON.stringify(rows) });
  return steps.map(() => undefined);
});

/** A problem's steps in order, 500 at most, the newest where there are more. */
export async function listSteps(database: Database, communityId: number, problemId: number): Promise<StepRow[]> {
  return (await selectSteps(database, communityId, problemId, 500)).reverse();
}

/** What happened to a problem last. */
export async function findLastStep(
  database: Database,
  communityId: number,
  problemId: number,
): Promise<StepRow | undefined> {
  return (await selectSteps(database, communityId, problemId, 1))[0];
}

/** The newest first. */
async function selectSteps(
  database: Database,
  communityId: number,
  problemId: number,
  limit: number,
): Promise<StepRow[]> {
  const rows = await database
    .selectFrom("problem_step")
    .select(["id", "at", "rung", "owner_kind as ownerKind", "owner_id as ownerId", "by_id as byId", "reason", "data"])
    .where("community_id", "=", communityId)
    .where("problem_id", "=", problemId)
    .orderBy("id", "desc")
    .limit(limit)
    .execute();
  return rows.map(({ ownerKind, ownerId, reason, data, rung, ...row }) => ({
    ...row,
    rung: rung as Rung,
    owner: ownerKind === null || ownerId === null ? null : { kind: ownerKind as OwnerKind, id: ownerId },
    reason: { code: reason, data: data as NonNullable<Reason["data"]> },
  }));
}

/** Whom the ladder has tried since the problem was opened or last reopened, and how often it has rested. */
export async function readTried(
  database: Database,
  communityId: number,
  problemId: number,
): Promise<{ asked: number[]; offered: number[]; rests: number }> {
  const { rows } = await sql<{ asked: number[] | null; offered: number[] | null; rests: number }>`
    select array_agg(distinct owner_id) filter (where rung = 'named' and owner_kind = 'member') as asked,
      array_agg(distinct owner_id) filter (where rung = 'solvers' and owner_kind = 'solver') as offered,
      count(*) filter (where reason = 'rests')::int as rests
    from problem_step
    where community_id = ${communityId} and problem_id = ${problemId} and id > coalesce((
      select max(id) from problem_step
      where community_id = ${communityId} and problem_id = ${problemId} and reason in ('reopened', 'contested')), 0)`.execute(
    database,
  );
  return { asked: numbers(rows[0]?.asked), offered: numbers(rows[0]?.offered), rests: rows[0]?.rests ?? 0 };
}

function numbers(ids: readonly unknown[] | null | undefined): number[] {
  return (ids ?? []).map(Number);
}

/** Takes turns with the other claims of this solver, so that two at once cannot both be the last that is allowed. */
export async function lockClaimsOf(tx: Transaction, communityId: number, memberId: number): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`claims ${communityId} ${memberId}`}, 0))`.execute(tx.db);
}

/** Problems that a solver took and said nothing about to their askers, and how many they took out of turn since a moment. */
export async function countClaims(
  tx: Transaction,
  communityId: number,
  memberId: number,
  since: Date,
): Promise<{ idle: number; picks: number }> {
  const { rows } = await sql<{ idle: number; picks: number }>`
    select
      (select count(*)::int from problem
       where community_id = ${communityId} and owner_kind = 'solver' and owner_id = ${memberId} and over_at is null
         and claimed_at is not null and (helper_spoke_at is null or helper_spoke_at < claimed_at)) as idle,
      (select count(*)::int from problem_step
       where community_id = ${communityId} and by_id = ${memberId} and at > ${since} and reason = 'taken'
         and (data->>'outOfTurn')::boolean) as picks`.execute(tx.db);
  return rows[0] ?? { idle: 0, picks: 0 };
}

/** How many problems of a team that nobody has taken come before this one, counted up to a bound. */
export async function countBefore(
  tx: Transaction,
  wanted: { communityId: number; teamId: number; nextActionAt: Date; id: number; upTo: number },
): Promise<number> {
  const { rows } = await sql<{ before: number }>`
    select count(*)::int as before from (
      select from problem
      where community_id = ${wanted.communityId} and team_id = ${wanted.teamId} and over_at is null
        and owner_kind = 'team' and (next_action_at, id) < (${wanted.nextActionAt}, ${wanted.id})
      limit ${wanted.upTo}) as earlier`.execute(tx.db);
  return rows[0]?.before ?? 0;
}
