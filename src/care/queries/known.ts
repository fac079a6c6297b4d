import { sql } from "kysely";
import { type Database, type Slots, statement, type Transaction } from "../../store/index.ts";

/** What is known of a problem. */
export interface KnownRow {
  readonly problemId: number;
  readonly title: string;
  readonly body: string;
  readonly markedAt: Date;
  readonly fixedAt: Date | null;
  readonly fixedBy: number | null;
  readonly fixedWords: string | null;
  /** It was no known problem after all. */
  readonly ended: boolean;
  /** Still worked on: not fixed, and neither taken back nor over. */
  readonly current: boolean;
}

const columns = sql`k.problem_id as "problemId", k.title, k.body, k.marked_at as "markedAt", k.fixed_at as "fixedAt",
  k.fixed_by as "fixedBy", k.fixed_words as "fixedWords", k.ended_at is not null as ended,
  k.fixed_at is null and k.ended_at is null and p.over_at is null as current`;

/** What is known of a problem; undefined where it never was a known one. */
export async function findKnown(
  db: Database | Transaction["db"],
  communityId: number,
  problemId: number,
): Promise<KnownRow | undefined> {
  const { rows } = await sql<KnownRow>`
    select ${columns} from known_problem k
    join problem p on p.community_id = k.community_id and p.id = k.problem_id
    where k.community_id = ${communityId} and k.problem_id = ${problemId}`.execute(db);
  return rows[0];
}

/** The known problem behind a report: one that is worked on, else the last that was fixed; undefined where there is none. */
export async function findKnownBehind(
  db: Database | Transaction["db"],
  communityId: number,
  reportId: number,
): Promise<KnownRow | undefined> {
  const { rows } = await sql<KnownRow>`
    select ${columns} from problem_link l
    join known_problem k on k.community_id = l.community_id and k.problem_id = l.other_id and k.ended_at is null
    join problem p on p.community_id = k.community_id and p.id = k.problem_id
    where l.community_id = ${communityId} and l.problem_id = ${reportId} and l.kind = 'known'
    order by current desc, k.marked_at desc limit 1`.execute(db);
  return rows[0];
}

/** What was fixed stays listed for so long. */
const fixedShownMs = 30 * 24 * 60 * 60_000;

/** What is known now, the newest first, then what was fixed within 30 days; 50 at most. */
export async function listKnown(database: Database, communityId: number, now: Date): Promise<KnownRow[]> {
  const { rows } = await sql<KnownRow>`
    select ${columns} from known_problem k
    join problem p on p.community_id = k.community_id and p.id = k.problem_id
    where k.community_id = ${communityId} and k.ended_at is null
      and ((k.fixed_at is null and p.over_at is null) or k.fixed_at > ${new Date(now.getTime() - fixedShownMs)})
    order by current desc, k.marked_at desc limit 50`.execute(database);
  return rows;
}

export interface Phrased {
  readonly problemId: number;
  readonly title: string;
  readonly body: string;
  readonly markedAt: Date;
  /** Its own title, and those of the 20 reports that were linked with it last. */
  readonly phrasings: readonly string[];
}

const selectPhrased = statement((db, slot: Slots<{ communityId: number }>) => {
  const text = sql<Phrased>`
    select k.problem_id as "problemId", k.title, k.body, k.marked_at as "markedAt",
      array[k.title] || array(
        select coalesce(q.title, r.title) from (
          select problem_id from problem_link
          where community_id = k.community_id and other_id = k.problem_id and kind = 'known'
          order by created_at desc limit 20) l
        join problem r on r.community_id = k.community_id and r.id = l.problem_id
        left join question q on q.community_id = r.community_id and q.id = r.question_id and q.state <> 'removed'
        where coalesce(q.title, r.title) is not null) as phrasings
    from known_problem k
    join problem p on p.community_id = k.community_id and p.id = k.problem_id and p.over_at is null
    where k.community_id = ${slot("communityId")} and k.ended_at is null and k.fixed_at is null
    order by k.marked_at desc limit 50`;
  return { compile: () => text.compile(db) };
});

/** What is known and worked on, with the words in which it was reported. */
export async function listPhrased(database: Database, communityId: number): Promise<readonly Phrased[]> {
  return selectPhrased(database, { communityId });
}

export interface Candidate {
  readonly id: number;
  readonly title: string;
  readonly askerName: string;
  readonly openedAt: Date;
  /** The beginning of what was said. */
  readonly body: string;
}

/** The 500 newest problems that are not over and could be reports of this one: not linked with it, and not known themselves. */
export async function listCandidates(database: Database, communityId: number, knownId: number): Promise<Candidate[]> {
  const { rows } = await sql<Candidate>`
    select p.id, coalesce(q.title, p.title, '') as title, m.name as "askerName", p.opened_at as "openedAt",
      coalesce(left(w.body, 300), '') as body
    from problem p
    join member m on m.community_id = p.community_id and m.id = p.asker_id
    left join question q on q.community_id = p.community_id and q.id = p.question_id
    left join message w on w.community_id = p.community_id and w.id = p.message_id and w.removed_at is null
    where p.community_id = ${communityId} and p.over_at is null and p.id <> ${knownId}
      and not exists (select from problem_link l where l.community_id = p.community_id and l.problem_id = p.id and l.kind = 'known')
      and not exists (select from known_problem k where k.community_id = p.community_id and k.problem_id = p.id
        and k.ended_at is null and k.fixed_at is null)
    order by p.id desc limit 500`.execute(database);
  return rows;
}

/** Marks a problem as known, or says anew what is known of it; what was fixed before is worked on again. */
export async function writeKnown(
  tx: Transaction,
  known: { communityId: number; problemId: number; title: string; body: string; markedBy: number },
): Promise<void> {
  const words = { title: known.title, body: known.body };
  await tx.db
    .insertInto("known_problem")
    .values({
      ...words,
      community_id: known.communityId,
      problem_id: known.problemId,
      marked_at: tx.now,
      marked_by: known.markedBy,
    })
    .onConflict((conflict) =>
      conflict.columns(["community_id", "problem_id"]).doUpdateSet({
        ...words,
        ...{ fixed_at: null, fixed_by: null, fixed_words: null, ended_at: null, tell_from: null },
        marked_at: sql`case when known_problem.fixed_at is null and known_problem.ended_at is null
          then known_problem.marked_at else excluded.marked_at end`,
      }),
    )
    .execute();
}

export async function endKnown(tx: Transaction, communityId: number, problemId: number): Promise<void> {
  await tx.db
    .updateTable("known_problem")
    .set({ ended_at: tx.now })
    .where("community_id", "=", communityId)
    .where("problem_id", "=", problemId)
    .execute();
}

/** Notes that it is fixed; a timer tells each report then. */
export async function writeFixed(
  tx: Transaction,
  fixed: { communityId: number; problemId: number; words: string; byId: number },
): Promise<void> {
  await tx.db
    .updateTable("known_problem")
    .set({ fixed_at: tx.now, fixed_by: fixed.byId, fixed_words: fixed.words, tell_from: tx.now })
    .where("community_id", "=", fixed.communityId)
    .where("problem_id", "=", fixed.problemId)
    .execute();
}

export interface Fixed {
  readonly communityId: number;
  readonly problemId: number;
  readonly fixedBy: number;
}

/** The known problem that was fixed longest ago and has reports that have not heard of it, locked; undefined where there is none. */
export async function takeFixed(tx: Transaction): Promise<Fixed | undefined> {
  const { rows } = await sql<Fixed>`
    select community_id as "communityId", problem_id as "problemId", fixed_by as "fixedBy" from known_problem
    where tell_from <= ${tx.now} and fixed_by is not null order by tell_from limit 1 for update skip locked`.execute(
    tx.db,
  );
  return rows[0];
}

/** Reports that have not heard that it is fixed, marked as told now; so many at once. */
export async function takeUntold(
  tx: Transaction,
  { communityId, problemId }: Fixed,
  limit: number,
): Promise<readonly number[]> {
  const { rows } = await sql<{ id: number }>`
    update problem_link set told_at = ${tx.now}
    where community_id = ${communityId} and other_id = ${problemId} and kind = 'known' and problem_id in (
      select problem_id from problem_link
      where community_id = ${communityId} and other_id = ${problemId} and kind = 'known' and told_at is null
      order by problem_id limit ${limit})
    returning problem_id as id`.execute(tx.db);
  return rows.map(({ id }) => id);
}

export async function endTelling(tx: Transaction, { communityId, problemId }: Fixed): Promise<void> {
  await tx.db
    .updateTable("known_problem")
    .set({ tell_from: null })
    .where("community_id", "=", communityId)
    .where("problem_id", "=", problemId)
    .execute();
}

/** How many reports are linked with a known problem. */
export async function countReports(database: Database, communityId: number, knownId: number): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from problem_link
    where community_id = ${communityId} and other_id = ${knownId} and kind = 'known'`.execute(database);
  return rows[0]?.n ?? 0;
}

/** The reports of a known problem, 500 at most, the oldest first. */
export async function listReportIds(
  db: Database | Transaction["db"],
  communityId: number,
  knownId: number,
): Promise<number[]> {
  const rows = await db
    .selectFrom("problem_link")
    .select("problem_id as id")
    .where("community_id", "=", communityId)
    .where("other_id", "=", knownId)
    .where("kind", "=", "known")
    .orderBy("created_at")
    .limit(500)
    .execute();
  return rows.map(({ id }) => id);
}

/** The reports that rest on a known problem and on no other, and that nobody has put off since they were linked; 500 at most. */
export async function listRestingIds(
  db: Database | Transaction["db"],
  communityId: number,
  knownId: number,
): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    select p.id from problem_link l
    join problem p on p.community_id = l.community_id and p.id = l.problem_id and p.over_at is null and p.state = 'snoozed'
    join lateral (select s.reason from problem_step s where s.community_id = p.community_id and s.problem_id = p.id
        and s.reason in ('known', 'snoozed') order by s.id desc limit 1) last on last.reason = 'known'
    where l.community_id = ${communityId} and l.other_id = ${knownId} and l.kind = 'known' and not exists (
      select from problem_link o
      join known_problem k on k.community_id = o.community_id and k.problem_id = o.other_id
        and k.ended_at is null and k.fixed_at is null
      join problem kp on kp.community_id = k.community_id and kp.id = k.problem_id and kp.over_at is null
      where o.community_id = p.community_id and o.problem_id = p.id and o.kind = 'known' and o.other_id <> ${knownId})
    order by p.id limit 500`.execute(db);
  return rows.map(({ id }) => id);
}

/** A member's own report of a known problem that is not over; undefined where they have none. */
export async function findReportOf(
  db: Transaction["db"],
  communityId: number,
  knownId: number,
  memberId: number,
): Promise<number | undefined> {
  const { rows } = await sql<{ id: number }>`
    select p.id from problem p
    where p.community_id = ${communityId} and p.asker_id = ${memberId} and p.over_at is null and (p.id = ${knownId} or exists (
      select from problem_link l where l.community_id = p.community_id and l.problem_id = p.id and l.other_id = ${knownId}
        and l.kind = 'known'))
    order by p.id limit 1`.execute(db);
  return rows[0]?.id;
}

/** The next member's turn waits: whoever reports a known problem twice at once is one after the other. */
export async function lockReportOf(tx: Transaction, communityId: number, memberId: number): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`reports ${communityId} ${memberId}`}, 0))`.execute(tx.db);
}
