import { sql } from "kysely";
import type { Database, Transaction } from "../../store/index.ts";
import type { OwnerKind } from "../problem.ts";

/** A problem as what is told of it needs it. */
export interface NewsRow {
  readonly id: number;
  readonly title: string;
  /** Of its question; null for what was said elsewhere. */
  readonly language: string | null;
  readonly askerId: number;
  readonly questionId: number | null;
  readonly over: boolean;
  readonly ownerKind: OwnerKind | null;
  readonly ownerId: number | null;
  readonly taken: boolean;
  readonly leadId: number | null;
  /** When its asker was last sent a link that says whether it is solved. */
  readonly lastAskedAt: Date | null;
  /** Its question was removed. */
  readonly gone: boolean;
}

/** These problems as they stand now. */
export async function readNewsProblems(
  db: Database | Transaction["db"],
  communityId: number,
  ids: readonly number[],
): Promise<NewsRow[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<NewsRow>`
    select p.id, coalesce(q.title, p.title, '') as title, coalesce(q.language, p.language) as language, p.asker_id as "askerId", p.question_id as "questionId",
      p.over_at is not null as over, p.owner_kind as "ownerKind", p.owner_id as "ownerId", p.claimed_at is not null as taken,
      t.lead_id as "leadId", coalesce(q.state = 'removed', false) as gone,
      (select max(k.created_at) from problem_check c
        join check_token k on k.community_id = c.community_id and k.check_id = c.id
        where c.community_id = p.community_id and c.problem_id = p.id) as "lastAskedAt"
    from problem p
    join team t on t.community_id = p.community_id and t.id = p.team_id
    left join question q on q.community_id = p.community_id and q.id = p.question_id
    where p.community_id = ${communityId} and p.id = any(${[...ids]}::bigint[])`.execute(db);
  return rows;
}

/** The last step of each of these problems at each of these moments. */
export async function readNewsSteps(
  db: Transaction["db"],
  communityId: number,
  problemIds: readonly number[],
  moments: readonly Date[],
): Promise<{ problemId: number; at: Date; code: string; data: Readonly<Record<string, unknown>> }[]> {
  if (problemIds.length === 0) return [];
  const { rows } = await sql<{ problemId: number; at: Date; code: string; data: Record<string, unknown> }>`
    select distinct on (problem_id, at) problem_id as "problemId", at, reason as code, data
    from problem_step
    where community_id = ${communityId} and problem_id = any(${[...problemIds]}::bigint[]) and at = any(${[...moments]}::timestamptz[])
    order by problem_id, at, id desc`.execute(db);
  return rows;
}

/** Whose answers stand below these questions. */
export async function readNewsAnswerers(
  db: Transaction["db"],
  communityId: number,
  questionIds: readonly number[],
): Promise<{ questionId: number; memberId: number }[]> {
  if (questionIds.length === 0) return [];
  const { rows } = await sql<{ questionId: number; memberId: number }>`
    select distinct question_id as "questionId", author_id as "memberId" from answer
    where community_id = ${communityId} and question_id = any(${[...questionIds]}::bigint[]) and removed_at is null`.execute(
    db,
  );
  return rows;
}

/** A check that waits for an asker's word. */
export interface WaitingCheck {
  readonly checkId: number;
  readonly kind: "answer" | "week" | "month";
  readonly problemId: number;
  readonly questionId: number | null;
  /** When the asker was last sent a link that answers it. */
  readonly lastAskedAt: Date | null;
}

/** What a member is being asked about problems of theirs, given by id or by their question's: the newest check of each. */
export async function readWaitingChecks(
  tx: Transaction,
  of: { communityId: number; askerId: number; problemIds: readonly number[]; questionIds: readonly number[] },
): Promise<WaitingCheck[]> {
  const { rows } = await sql<WaitingCheck>`
    select distinct on (p.id) c.id as "checkId", c.kind, p.id as "problemId", p.question_id as "questionId",
      (select max(t.created_at) from check_token t where t.community_id = c.community_id and t.check_id = c.id) as "lastAskedAt"
    from problem p
    join problem_check c on c.community_id = p.community_id and c.problem_id = p.id
      and c.asked_at is not null and c.answered_at is null and c.dropped_at is null
      and case when c.kind = 'answer' then p.over_at is null else p.over_as = 'confirmed' end
    where p.community_id = ${of.communityId} and p.asker_id = ${of.askerId}
      and (p.id = any(${[...of.problemIds]}::bigint[]) or p.question_id = any(${[...of.questionIds]}::bigint[]))
    order by p.id, c.id desc`.execute(tx.db);
  return rows;
}
