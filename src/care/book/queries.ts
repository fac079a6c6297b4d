import { sql } from "kysely";
import type { Database } from "../../store/index.ts";
import type { OverAs } from "../problem.ts";
import type { CheckKind } from "../queries/checks.ts";

/** Problems that were opened in the window, by how they stand and for how long they were watched: one row for many. */
export interface Watched {
  readonly how: "open" | OverAs;
  /** Whole minutes from opening to the end, or to now where it is not over; whole hours past two days, where nobody reads minutes. */
  readonly minutes: number;
  readonly problems: number;
  readonly contested: number;
  readonly reopened: number;
}

/** Every problem that was opened since a moment: none is left out. `date_part` counts in floating point; `extract` in decimals, which costs more. */
export async function readWatched(database: Database, communityId: number, since: Date, now: Date): Promise<Watched[]> {
  const { rows } = await sql<Watched>`
    select how, case when exact < 2880 then exact else exact - exact % 60 end as minutes,
      count(*)::int as problems, count(contested_at)::int as contested, (count(*) filter (where reopened > 0))::int as reopened
    from (
      select coalesce(over_as, 'open') as how, contested_at, reopened,
        greatest(0, floor(date_part('epoch', coalesce(over_at, ${now}::timestamptz) - opened_at) / 60))::int as exact
      from problem where community_id = ${communityId} and opened_at >= ${since} and opened_at <= ${now}) as watched
    group by 1, 2`.execute(database);
  return rows;
}

export type AgeBand = "day" | "week" | "month" | "quarter" | "older";

/** All problems that are not over now, by age. */
export async function countOpenByAge(
  database: Database,
  communityId: number,
  now: Date,
): Promise<Record<AgeBand, number>> {
  const older = (days: number) => sql`opened_at <= ${new Date(now.getTime() - days * 24 * 60 * 60_000)}`;
  const { rows } = await sql<Record<AgeBand, number>>`
    select (count(*) filter (where not ${older(1)}))::int as day,
      (count(*) filter (where ${older(1)} and not ${older(7)}))::int as week,
      (count(*) filter (where ${older(7)} and not ${older(30)}))::int as month,
      (count(*) filter (where ${older(30)} and not ${older(90)}))::int as quarter,
      (count(*) filter (where ${older(90)}))::int as older
    from problem where community_id = ${communityId} and over_at is null`.execute(database);
  return rows[0] ?? { day: 0, week: 0, month: 0, quarter: 0, older: 0 };
}

/** What those said who were asked whether it is solved. Who said nothing is among the asked. */
export interface CheckCount {
  readonly kind: CheckKind;
  readonly asked: number;
  readonly solved: number;
  readonly notSolved: number;
}

export async function countChecks(database: Database, communityId: number, since: Date): Promise<CheckCount[]> {
  const { rows } = await sql<CheckCount>`
    select c.kind, count(*)::int as asked, (count(*) filter (where c.answer = 'solved'))::int as solved,
      (count(*) filter (where c.answer = 'not-solved'))::int as "notSolved"
    from problem_check c join problem p on p.community_id = c.community_id and p.id = c.problem_id
    where c.community_id = ${communityId} and c.asked_at >= ${since} and p.opened_at >= ${since}
    group by c.kind`.execute(database);
  return rows;
}

/** A problem that was asked in public and signed as unsolvable. */
export interface SignedRow {
  readonly questionId: number;
  readonly title: string;
  /** In which it is written (ISO 639). */
  readonly language: string;
  readonly because: string;
  readonly instead: string;
  readonly signedBy: string;
  readonly at: Date;
}

/** The newest that were signed; of what was asked in private nothing is told. */
export async function listSigned(
  database: Database,
  communityId: number,
  since: Date,
  limit: number,
): Promise<SignedRow[]> {
  const { rows } = await sql<SignedRow>`
    select q.id as "questionId", q.title, q.language, p.over_reason as because, p.over_instead as instead, m.name as "signedBy", p.over_at as at
    from problem p
    join question q on q.community_id = p.community_id and q.id = p.question_id and q.removed_at is null
    join member m on m.community_id = p.community_id and m.id = p.signed_by
    where p.community_id = ${communityId} and p.over_as = 'cannot-solve' and p.opened_at >= ${since}
    order by p.over_at desc, p.id desc limit ${limit}`.execute(database);
  return rows;
}
