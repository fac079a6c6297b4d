import { sql } from "kysely";
import type { Database } from "../../store/index.ts";
import type { Owner } from "../problem.ts";
import { type Stretch, stretchOf } from "./stretch.ts";

/** Something that was said about a problem, wherever: in a question, an answer, a comment or a private message. */
export interface Said {
  readonly id: number;
  readonly as: "question" | "answer" | "comment" | "message";
  readonly author: { readonly memberId: number; readonly name: string; readonly staff: boolean };
  readonly at: Date;
  readonly editedAt: Date | null;
  readonly html: string;
  /** ISO 639; null where its words do not tell. */
  readonly language: string | null;
  /** Of an answer: when the asker confirmed it. */
  readonly confirmedAt: Date | null;
  /** Out of another problem that was merged into this one. */
  readonly fromProblemId: number | null;
}

const mostSaid = 300;

/**
 * The conversation of a problem with its private case and with those of the problems merged into it, 300 words at a time: the newest,
 * or those before a word's id.
 */
export async function listTalk(
  database: Database,
  communityId: number,
  problemId: number,
  before: number | null,
): Promise<Stretch<Said>> {
  const { rows } = await sql<Omit<Said, "author"> & { memberId: number; name: string; staff: boolean }>`
    with part as (
      select p.conversation_id, null::bigint as from_id from problem p
      where p.community_id = ${communityId} and p.id = ${problemId}
      union
      select c.conversation_id, null from private_case c
      where c.community_id = ${communityId} and c.problem_id = ${problemId}
      union
      select p.conversation_id, p.id from problem p
      join problem_link l on l.community_id = p.community_id and l.problem_id = p.id and l.other_id = ${problemId} and l.kind = 'merged'
      where p.community_id = ${communityId} and p.duplicate_of = ${problemId})
    select m.id, case when q.id is not null then 'question' when a.id is not null then 'answer'
        when c.visibility = 'private' then 'message' else 'comment' end as as,
      m.created_at as at, m.edited_at as "editedAt", m.html,
      coalesce(q.language, m.language) as language, a.confirmed_at as "confirmedAt", part.from_id as "fromProblemId",
      w.id as "memberId", w.name, w.staff
    from part
    join message m on m.community_id = ${communityId} and m.conversation_id = part.conversation_id
    join conversation c on c.community_id = m.community_id and c.id = m.conversation_id
    join member w on w.community_id = m.community_id and w.id = m.author_id
    left join question q on q.community_id = m.community_id and q.id = m.conversation_id and q.message_id = m.id
    left join answer a on a.community_id = m.community_id and a.id = m.id
    where m.removed_at is null and (${before}::bigint is null or m.id < ${before}::bigint)
    order by m.id desc limit ${mostSaid + 1}`.execute(database);
  const said = rows.map(({ memberId, name, staff, ...one }) => ({ ...one, author: { memberId, name, staff } }));
  return stretchOf(said, mostSaid);
}

/** Names of owners, by `nameKey`. */
export type Names = ReadonlyMap<string, string>;

/** Under what `readNames` keeps an owner's name. */
export function nameKey({ kind, id }: Owner): string {
  const named = kind === "peers" ? "group" : kind === "team" ? "team" : "member";
  return `${named} ${id}`;
}

/** The names of members, groups and teams that have had a problem. */
export async function readNames(database: Database, communityId: number, owners: readonly Owner[]): Promise<Names> {
  const ids = (wanted: string) => [
    ...new Set(owners.filter((one) => nameKey(one).startsWith(wanted)).map(({ id }) => id)),
  ];
  const { rows } = await sql<{ key: string; name: string }>`
    select 'member ' || id as key, name from member where community_id = ${communityId} and id = any(${ids("member")}::bigint[])
    union all
    select 'group ' || id, name from community_group where community_id = ${communityId} and id = any(${ids("group")}::bigint[])
    union all
    select 'team ' || id, name from team where community_id = ${communityId} and id = any(${ids("team")}::bigint[])`.execute(
    database,
  );
  return new Map(rows.map(({ key, name }) => [key, name]));
}

/** Somebody who works at the desk. */
export interface DeskMember {
  readonly memberId: number;
  readonly name: string;
  /** When they come back, where they have said that they go; it may lie in the past. */
  readonly awayUntil: Date | null;
}

/** Members to whom a problem can be handed; 200 at most, by name. */
export async function listDeskMembers(database: Database, communityId: number): Promise<DeskMember[]> {
  const { rows } = await sql<DeskMember>`
    select m.id as "memberId", m.name, l.away_until as "awayUntil" from member m
    left join care_limit l on l.community_id = m.community_id and l.member_id = m.id
    where m.community_id = ${communityId} and m.erased_at is null and exists (select from member_role r
      where r.community_id = m.community_id and r.member_id = m.id and r.role in ('solver', 'admin'))
    order by m.name, m.id limit 200`.execute(database);
  return rows;
}

/** The problem of a question; undefined where the question is talk. */
export async function findProblemOfQuestion(
  database: Database,
  communityId: number,
  questionId: number,
): Promise<number | undefined> {
  const row = await database
    .selectFrom("problem")
    .select("id")
    .where("community_id", "=", communityId)
    .where("question_id", "=", questionId)
    .executeTakeFirst();
  return row?.id;
}
