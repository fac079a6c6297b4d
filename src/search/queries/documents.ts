import { sql } from "kysely";
import { type Database, type Slots, statement } from "../../store/index.ts";

/** What the index holds of a question, as `searchable_question` tells it. Texts are Markdown. */
export interface SearchableRow {
  readonly questionId: number;
  readonly groupId: number;
  readonly askerId: number;
  readonly title: string;
  readonly tags: readonly string[];
  readonly state: string;
  readonly body: string;
  /** ISO 639. */
  readonly language: string;
  readonly day: number;
  readonly helped: number;
  readonly solutions: readonly string[];
  readonly phrasings: readonly string[];
}

/** Letters of one text that are read: the index looks at no more. */
const mostLetters = 100_000;

const columns = sql`question_id as "questionId", group_id as "groupId", asker_id as "askerId", title, tags, state,
  language, day, helped, phrasings`;

const byId = statement((db, slot: Slots<{ communityId: number; ids: number[]; letters: number }>) => {
  const text = sql<SearchableRow>`
    select ${columns}, left(body, ${slot("letters")}::int) as body,
      array(select left(solution, ${slot("letters")}::int) from unnest(solutions) solution) as solutions
    from searchable_question
    where community_id = ${slot("communityId")} and question_id = any(${slot("ids")}::bigint[])`;
  return { compile: () => text.compile(db) };
});

/** These questions, those that can be found; of each text its first letters. */
export async function readSearchable(
  database: Database,
  communityId: number,
  ids: readonly number[],
  letters = mostLetters,
): Promise<SearchableRow[]> {
  return byId(database, { communityId, ids: [...ids], letters });
}

const after = statement((db, slot: Slots<{ communityId: number; after: number; limit: number }>) => {
  const text = sql<SearchableRow>`
    select ${columns}, left(body, ${mostLetters}) as body, solutions
    from searchable_question
    where community_id = ${slot("communityId")} and question_id > ${slot("after")}::bigint
    order by question_id limit ${slot("limit")}::int`;
  return { compile: () => text.compile(db) };
});

/** The next questions of a community in the order of their ids: a page of all that can be found. */
export async function readSearchableAfter(
  database: Database,
  values: { readonly communityId: number; readonly after: number; readonly limit: number },
): Promise<SearchableRow[]> {
  return after(database, values);
}

/** About how many questions a community has, counted up to a bound. */
export async function countQuestions(database: Database, communityId: number, most: number): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from (select from question where community_id = ${communityId} limit ${most}) q`.execute(
    database,
  );
  return rows[0]?.count ?? 0;
}

/** The questions that nobody has answered yet. */
export async function listWaiting(database: Database, communityId: number): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    select id from question where community_id = ${communityId} and state = 'waiting' limit 10000000`.execute(database);
  return rows.map(({ id }) => id);
}

/** Questions that have been marked as asked before, with their originals: a change of one changes what the other is found by. */
export async function readOriginals(
  database: Database,
  communityId: number,
  ids: readonly number[],
): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    select duplicate_of as id from question
    where community_id = ${communityId} and id = any(${[...ids]}::bigint[]) and duplicate_of is not null
    union select id from question where community_id = ${communityId} and duplicate_of = any(${[...ids]}::bigint[])
    limit 10000`.execute(database);
  return rows.map(({ id }) => id);
}

/** Every community's number. */
export async function listCommunityIds(database: Database): Promise<number[]> {
  const rows = await database.selectFrom("community").select("id").orderBy("id").limit(10_000).execute();
  return rows.map(({ id }) => id);
}
