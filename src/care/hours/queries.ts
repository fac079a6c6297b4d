import { sql } from "kysely";
import type { Database, Transaction } from "../../store/index.ts";
import type { Purpose } from "./purposes.ts";
import { pauseMs } from "./settings.ts";
import type { MemberFacts, QuestionFacts } from "./sign-of.ts";
import type { Correction, Sign } from "./timeline.ts";

/** The act of signs that the desk leaves while somebody is active there. */
export const deskAct = "desk";

export interface NewSign extends Sign {
  readonly communityId: number;
  readonly memberId: number;
  readonly eventId: number;
  readonly act: string;
}

/** Keeps signs; of an event that was read before nothing changes. */
export async function insertSigns(tx: Transaction, signs: readonly NewSign[]): Promise<void> {
  if (signs.length === 0) return;
  await tx.db
    .insertInto("work_sign")
    .values(
      signs.map(({ communityId, memberId, eventId, act, purpose, from, to, problemId, questionId }) => ({
        ...{ community_id: communityId, member_id: memberId, event_id: eventId, act, purpose },
        ...{ began_at: new Date(from), ended_at: new Date(to), problem_id: problemId, question_id: questionId },
      })),
    )
    .onConflict((conflict) => conflict.columns(["community_id", "event_id"]).doNothing())
    .execute();
}

/** What has to be known of those who acted; whoever is not there any more is left out. */
export async function readMemberFacts(
  tx: Transaction,
  communityId: number,
  memberIds: readonly number[],
): Promise<Map<number, MemberFacts>> {
  const { rows } = await sql<MemberFacts & { id: number }>`
    select m.id, m.person_id is not null and m.erased_at is null as "signsIn",
      exists (select from member_role r where r.community_id = m.community_id and r.member_id = m.id
        and r.role in ('steward', 'solver', 'admin')) as keeps
    from member m where m.community_id = ${communityId} and m.id = any(${[...memberIds]}::bigint[])`.execute(tx.db);
  return new Map(rows.map(({ id, ...facts }) => [id, facts]));
}

export async function readQuestionFacts(
  tx: Transaction,
  communityId: number,
  questionIds: readonly number[],
): Promise<Map<number, Omit<QuestionFacts, "firstSpoke">>> {
  const { rows } = await sql<Omit<QuestionFacts, "firstSpoke"> & { id: number }>`
    select q.id, q.asker_id as "askerId", m.joined_at as "askerJoinedAt", g.charter
    from question q
    join member m on m.community_id = q.community_id and m.id = q.asker_id
    join community_group g on g.community_id = q.community_id and g.id = q.group_id
    where q.community_id = ${communityId} and q.id = any(${[...questionIds]}::bigint[])`.execute(tx.db);
  return new Map(rows.map(({ id, ...facts }) => [id, facts]));
}

/** When each of these members first spoke at each of these questions, whatever became of what they said. */
export async function readFirstWords(
  tx: Transaction,
  communityId: number,
  questionIds: readonly number[],
  memberIds: readonly number[],
): Promise<{ questionId: number; memberId: number; at: Date }[]> {
  const { rows } = await sql<{ questionId: number; memberId: number; at: Date }>`
    select conversation_id as "questionId", author_id as "memberId", min(created_at) as at from message
    where community_id = ${communityId} and conversation_id = any(${[...questionIds]}::bigint[])
      and author_id = any(${[...memberIds]}::bigint[])
    group by 1, 2`.execute(tx.db);
  return rows;
}

/** Somebody is active at a problem's page: the stretch that goes on is drawn out, or a new one begins. */
export async function extendDeskSign(
  database: Database,
  who: { readonly communityId: number; readonly memberId: number; readonly problemId: number },
  now: Date,
): Promise<void> {
  const { communityId, memberId, problemId } = who;
  const since = new Date(now.getTime() - pauseMs);
  await sql`
    with extended as (
      update work_sign set ended_at = greatest(ended_at, ${now})
      where community_id = ${communityId} and member_id = ${memberId} and act = ${deskAct} and problem_id = ${problemId}
        and ended_at >= ${since} and began_at <= ${now}
      returning id)
    insert into work_sign (community_id, member_id, act, purpose, began_at, ended_at, problem_id, question_id)
    select p.community_id, ${memberId}, ${deskAct}, 'solving', ${now}, ${now}, p.id, p.question_id
    from problem p
    where p.community_id = ${communityId} and p.id = ${problemId} and not exists (select from extended)`.execute(
    database,
  );
}

export interface SignRow {
  readonly memberId: number;
  readonly act: string;
  readonly purpose: Purpose;
  readonly beganAt: Date;
  readonly endedAt: Date;
  readonly problemId: number | null;
  readonly questionId: number | null;
}

export interface CorrectionRow {
  readonly memberId: number;
  readonly id: number;
  readonly coverFrom: Date;
  readonly coverTo: Date;
  readonly beganAt: Date | null;
  readonly endedAt: Date | null;
  readonly purpose: Purpose | null;
  readonly madeAt: Date;
}

interface Wanted {
  readonly communityId: number;
  /** One member's; everybody's without. */
  readonly memberId?: number;
  readonly from: Date;
  readonly to: Date;
}

const mostRows = 500_000;

/** The signs that touch a span of time, drawn out by a pause at both ends. */
export async function listSigns(
  database: Database,
  { communityId, memberId, from, to }: Wanted,
): Promise<readonly SignRow[]> {
  let query = database
    .selectFrom("work_sign")
    .select(["member_id as memberId", "act", "purpose", "began_at as beganAt", "ended_at as endedAt"])
    .select(["problem_id as problemId", "question_id as questionId"])
    .where("community_id", "=", communityId)
    .where("ended_at", ">=", new Date(from.getTime() - pauseMs))
    .where("began_at", "<", new Date(to.getTime() + pauseMs))
    .limit(mostRows);
  if (memberId !== undefined) query = query.where("member_id", "=", memberId);
  return (await query.execute()) as SignRow[];
}

/** The corrections that touch a span of time, in the order in which they were made. */
export async function listCorrections(
  database: Database,
  { communityId, memberId, from, to }: Wanted,
): Promise<readonly CorrectionRow[]> {
  let query = database
    .selectFrom("work_correction")
    .select(["member_id as memberId", "id", "cover_from as coverFrom", "cover_to as coverTo"])
    .select(["began_at as beganAt", "ended_at as endedAt", "purpose", "made_at as madeAt"])
    .where("community_id", "=", communityId)
    .where("cover_to", ">", from)
    .where("cover_from", "<", to)
    .orderBy("id")
    .limit(mostRows);
  if (memberId !== undefined) query = query.where("member_id", "=", memberId);
  return (await query.execute()) as CorrectionRow[];
}

export async function insertCorrection(
  tx: Transaction,
  owner: { readonly communityId: number; readonly memberId: number },
  { coverFrom, coverTo, says }: Omit<Correction, "id">,
): Promise<number> {
  const row = await tx.db
    .insertInto("work_correction")
    .values({
      ...{ community_id: owner.communityId, member_id: owner.memberId, made_at: tx.now },
      ...{ cover_from: new Date(coverFrom), cover_to: new Date(coverTo), purpose: says?.purpose ?? null },
      ...{ began_at: says && new Date(says.from), ended_at: says && new Date(says.to) },
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return row.id;
}

/** A member's own correction, locked. */
export async function lockCorrection(
  tx: Transaction,
  communityId: number,
  memberId: number,
  id: number,
): Promise<{ deletes: boolean; madeAt: Date; coverFrom: Date } | undefined> {
  const row = await tx.db
    .selectFrom("work_correction")
    .select(["purpose", "made_at as madeAt", "cover_from as coverFrom"])
    .where("community_id", "=", communityId)
    .where("member_id", "=", memberId)
    .where("id", "=", id)
    .forUpdate()
    .executeTakeFirst();
  return row && { deletes: row.purpose === null, madeAt: row.madeAt, coverFrom: row.coverFrom };
}

export async function deleteCorrection(
  tx: Transaction,
  communityId: number,
  memberId: number,
  id: number,
): Promise<void> {
  await tx.db
    .deleteFrom("work_correction")
    .where("community_id", "=", communityId)
    .where("member_id", "=", memberId)
    .where("id", "=", id)
    .execute();
}

/** Forgets what members deleted before a moment, and whatever is older than another. The deletions stay: a log that is read again brings nothing back. */
export async function forgetSigns(
  tx: Transaction,
  before: { readonly deleted: Date; readonly all: Date },
): Promise<void> {
  await sql`
    delete from work_sign s using work_correction c
    where c.community_id = s.community_id and c.member_id = s.member_id and c.purpose is null and c.made_at < ${before.deleted}
      and s.began_at >= c.cover_from and s.ended_at <= c.cover_to`.execute(tx.db);
  await sql`delete from work_sign where ended_at < ${before.all}`.execute(tx.db);
  await sql`delete from work_correction where cover_to < ${before.all}`.execute(tx.db);
}

export interface TeamRow {
  readonly memberId: number;
  /** null for members of no team. */
  readonly team: string | null;
}

/** The team in which each of these members counts: the first that they belong to, the usual one for solvers in none; so each counts once. */
export async function readTeamsOf(
  database: Database,
  communityId: number,
  memberIds: readonly number[],
): Promise<Map<number, string | null>> {
  const { rows } = await sql<TeamRow>`
    select m.id as "memberId", coalesce(
      (select t.name from team_member tm join team t on t.community_id = tm.community_id and t.id = tm.team_id
       where tm.community_id = m.community_id and tm.member_id = m.id order by t.id limit 1),
      (select t.name from team t where t.community_id = m.community_id and t.is_default and exists
        (select from member_role r where r.community_id = m.community_id and r.member_id = m.id and r.role in ('solver', 'admin'))))
      as team
    from member m where m.community_id = ${communityId} and m.id = any(${[...memberIds]}::bigint[])`.execute(database);
  return new Map(rows.map(({ memberId, team }) => [memberId, team]));
}

/** Those of these members who work at the desk. */
export async function readDeskMembers(database: Database, communityId: number): Promise<Set<number>> {
  const { rows } = await sql<{ id: number }>`
    select distinct member_id as id from member_role
    where community_id = ${communityId} and role in ('solver', 'admin') limit 10000`.execute(database);
  return new Set(rows.map(({ id }) => id));
}

export interface TitleRow {
  readonly problemId: number | null;
  readonly questionId: number | null;
  readonly title: string;
}

/** The titles of what hours went to: questions, and problems with or without one; 1,000 at most. */
export async function listTitles(
  database: Database,
  communityId: number,
  about: { readonly problemIds: readonly number[]; readonly questionIds: readonly number[] },
): Promise<readonly TitleRow[]> {
  const { rows } = await sql<TitleRow>`
    select p.id as "problemId", coalesce(q.id, p.question_id) as "questionId", coalesce(q.title, p.title, '') as title
    from problem p left join question q on q.community_id = p.community_id and q.id = p.question_id
    where p.community_id = ${communityId}
      and (p.id = any(${[...about.problemIds]}::bigint[]) or p.question_id = any(${[...about.questionIds]}::bigint[]))
    union all
    select null, q.id, q.title from question q
    where q.community_id = ${communityId} and q.id = any(${[...about.questionIds]}::bigint[]) and not exists
      (select from problem p where p.community_id = q.community_id and p.question_id = q.id)
    limit 1000`.execute(database);
  return rows;
}

/** The problem of each of these questions. */
export async function readProblemsOf(
  database: Database,
  communityId: number,
  questionIds: readonly number[],
): Promise<Map<number, number>> {
  const { rows } = await sql<{ questionId: number; problemId: number }>`
    select question_id as "questionId", id as "problemId" from problem
    where community_id = ${communityId} and question_id = any(${[...questionIds]}::bigint[])`.execute(database);
  return new Map(rows.map(({ questionId, problemId }) => [questionId, problemId]));
}
