import { sql } from "kysely";
import { beginningOf, type Database, type Slots, statement } from "../../store/index.ts";

/** A number with the names that lead to it, in lower case. */
interface Named {
  readonly id: number;
  readonly names: readonly string[];
}

const groups = statement((db, slot: Slots<{ communityId: number; names: string[] }>) => {
  const text = sql<Named>`
    select id, array[lower(slug), lower(name)] as names from community_group
    where community_id = ${slot("communityId")}
      and (lower(slug) = any(${slot("names")}::text[]) or lower(name) = any(${slot("names")}::text[])) limit 100`;
  return { compile: () => text.compile(db) };
});

/** The groups with these slugs or names, in lower case. */
export async function readGroupsNamed(
  database: Database,
  communityId: number,
  names: readonly string[],
): Promise<Named[]> {
  return groups(database, { communityId, names: [...names] });
}

/** The members who go by these names, in any case; several may go by one. `names` has the name that was asked for, as it was. */
export async function readMembersNamed(
  database: Database,
  communityId: number,
  names: readonly string[],
): Promise<Named[]> {
  const { rows } = await sql<Named>`
    select m.id, array[asked.name] as names
    from unnest(${[...names]}::text[]) as asked (name)
    join member m on m.community_id = ${communityId} and m.erased_at is null
      and lower(m.name) collate "C" = lower(asked.name)
    limit 200`.execute(database);
  return rows;
}

/** What a found question is shown by. */
export interface ShownRow {
  readonly questionId: number;
  readonly title: string;
  /** ISO 639. */
  readonly language: string;
  readonly tags: readonly string[];
  readonly body: string;
  /** Of what is solved, the confirmed answer that helped most, and who gave it. */
  readonly answerId: number | null;
  readonly solution: string | null;
  /** The answer's own, where its words tell. */
  readonly solutionLanguage: string | null;
  readonly solverId: number | null;
  readonly solverName: string | null;
  readonly solverStaff: boolean | null;
  /** Of the first one: from which probability on its group says that something is solved. Null where it sets none. */
  readonly solvedFrom: number | null;
}

/** Of each text so much is looked at for a snippet. */
const lettersShown = 3_000;

const shown = statement((db, slot: Slots<{ communityId: number; ids: number[] }>) => {
  const text = sql<ShownRow>`
    select q.id as "questionId", q.title, q.language, q.tags, ${beginningOf("m.body", lettersShown)} as body,
      a.id as "answerId", a.body as solution, a.language as "solutionLanguage", a.solver as "solverId", a.name as "solverName", a.staff as "solverStaff",
      case when q.id = (${slot("ids")}::bigint[])[1] then
        (select g.solved_from from community_group g where g.community_id = q.community_id and g.id = q.group_id) end as "solvedFrom"
    from question q join message m on m.community_id = q.community_id and m.id = q.message_id
    left join lateral (
      select a.id, ${beginningOf("am.body", lettersShown)} as body, am.language, s.id as solver, s.name, s.staff
      from answer a join message am on am.community_id = a.community_id and am.id = a.id
      join member s on s.community_id = a.community_id and s.id = am.author_id
      where a.community_id = q.community_id and a.question_id = q.id and a.confirmed_at is not null and a.removed_at is null
        and q.state = 'solved'
      order by a.helped_count desc, a.id limit 1) a on true
    where q.community_id = ${slot("communityId")} and q.id = any(${slot("ids")}::bigint[]) and q.removed_at is null`;
  return { compile: () => text.compile(db) };
});

/** The beginnings of the texts of these questions, as they stand now: those that were removed meanwhile are not among them. */
export async function readShown(database: Database, communityId: number, ids: readonly number[]): Promise<ShownRow[]> {
  return shown(database, { communityId, ids: [...ids] });
}

/** From which probability on the group with this slug says that something is solved; null where it sets none. */
export async function readSolvedFrom(database: Database, communityId: number, group: string): Promise<number | null> {
  const { rows } = await sql<{ solvedFrom: number | null }>`
    select solved_from as "solvedFrom" from community_group
    where community_id = ${communityId} and slug = ${group} limit 1`.execute(database);
  return rows[0]?.solvedFrom ?? null;
}
