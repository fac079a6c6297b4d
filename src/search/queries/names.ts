import { sql } from "kysely";
import { type Database, type Slots, statement } from "../../store/index.ts";

const groups = statement((db, slot: Slots<{ communityId: number; slugs: string[] }>) => {
  const text = sql<{ id: number }>`
    select id from community_group where community_id = ${slot("communityId")} and slug = any(${slot("slugs")}::text[])`;
  return { compile: () => text.compile(db) };
});

/** The groups with these slugs. */
export async function readGroupIds(
  database: Database,
  communityId: number,
  slugs: readonly string[],
): Promise<number[]> {
  return (await groups(database, { communityId, slugs: [...slugs] })).map(({ id }) => id);
}

/** The members who go by these names, in any case; several may go by one. */
export async function readMemberIds(
  database: Database,
  communityId: number,
  names: readonly string[],
): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    select id from member
    where community_id = ${communityId} and erased_at is null
      and lower(name) collate "C" = any(select lower(name) from unnest(${[...names]}::text[]) name) limit 200`.execute(
    database,
  );
  return rows.map(({ id }) => id);
}

/** What a found question is shown by. */
export interface ShownRow {
  readonly questionId: number;
  readonly body: string;
  /** The confirmed answer that helped most. */
  readonly answerId: number | null;
  readonly solution: string | null;
}

const shown = statement((db, slot: Slots<{ communityId: number; ids: number[]; letters: number }>) => {
  const text = sql<ShownRow>`
    select q.id as "questionId", left(m.body, ${slot("letters")}::int) as body, a.id as "answerId", a.body as solution
    from question q join message m on m.community_id = q.community_id and m.id = q.message_id
    left join lateral (
      select a.id, left(am.body, ${slot("letters")}::int) as body
      from answer a join message am on am.community_id = a.community_id and am.id = a.id
      where a.community_id = q.community_id and a.question_id = q.id and a.confirmed_at is not null and a.removed_at is null
      order by a.helped_count desc, a.id limit 1) a on true
    where q.community_id = ${slot("communityId")} and q.id = any(${slot("ids")}::bigint[]) and q.removed_at is null`;
  return { compile: () => text.compile(db) };
});

/** The beginnings of the texts of these questions, as they stand now: those that were removed meanwhile are not among them. */
export async function readShown(
  database: Database,
  communityId: number,
  ids: readonly number[],
  letters: number,
): Promise<ShownRow[]> {
  return shown(database, { communityId, ids: [...ids], letters });
}
