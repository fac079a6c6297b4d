import { sql } from "kysely";
import { type Database, type Slots, statement, type Transaction } from "../../store/index.ts";

/** By which words questions are found, and in which language these were cut. */
type CutWords = ReadonlyMap<number, { readonly language: string; readonly words: readonly string[] }>;

/** Writes anew by which words these questions are found; those without words here cannot be found any more. */
export async function writeWords(
  tx: Transaction,
  communityId: number,
  questionIds: readonly number[],
  words: CutWords,
): Promise<void> {
  const gone = questionIds.filter((id) => !words.has(id));
  await sql`
    delete from search_document where community_id = ${communityId} and question_id = any(${gone}::bigint[])`.execute(
    tx.db,
  );
  await putWords(tx, communityId, words);
}

/** The same for all questions behind one, up to another; null is up to the last one. */
export async function rewriteWords(
  tx: Transaction,
  communityId: number,
  { after, upTo }: { readonly after: number; readonly upTo: number | null },
  words: CutWords,
): Promise<void> {
  await sql`
    delete from search_document
    where community_id = ${communityId} and question_id > ${after} and (${upTo}::bigint is null or question_id <= ${upTo}::bigint)
      and not question_id = any(${[...words.keys()]}::bigint[])`.execute(tx.db);
  await putWords(tx, communityId, words);
}

async function putWords(tx: Transaction, communityId: number, words: CutWords): Promise<void> {
  const ids = [...words.keys()];
  const lists = ids.map((id) => JSON.stringify(words.get(id)?.words));
  const languages = ids.map((id) => words.get(id)?.language ?? "");
  await sql`
    insert into search_document (community_id, question_id, language, words)
    select ${communityId}, id, language, array_to_tsvector(array(select jsonb_array_elements_text(list::jsonb)))
    from unnest(${ids}::bigint[], ${languages}::text[], ${lists}::text[]) as item (id, language, list)
    on conflict (community_id, question_id) do update set language = excluded.language, words = excluded.words`.execute(
    tx.db,
  );
}

/** How often words stand in what can be found, as PostgreSQL's statistics know it: the frequent words with their shares. */
export interface WordStatistics {
  readonly shares: ReadonlyMap<string, number>;
  /** The share below which a word is not listed; null where nothing has been counted yet. */
  readonly least: number | null;
}

/** Reads the statistics that ANALYZE keeps of the words (PostgreSQL 18, section 53.27). */
export async function readWordStatistics(database: Database): Promise<WordStatistics> {
  const { rows } = await sql<{ words: string[] | null; shares: number[] | null }>`
    select most_common_elems::text::text[] as words, most_common_elem_freqs as shares
    from pg_stats where schemaname = current_schema() and tablename = 'search_document' and attname = 'words'`.execute(
    database,
  );
  const { words, shares } = rows[0] ?? {};
  if (!words || !shares) return { shares: new Map(), least: null };
  return {
    shares: new Map(words.map((word, at) => [word, shares[at] ?? 0])),
    // Behind the words' own shares stand the least and the greatest of them.
    least: shares[words.length] ?? null,
  };
}

/** How many questions of a community can be found. */
export async function countFindable(database: Database, communityId: number): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from search_document where community_id = ${communityId}`.execute(database);
  return rows[0]?.count ?? 0;
}

const counts = statement((db, slot: Slots<{ communityId: number; words: string[]; most: number }>) => {
  const text = sql<{ count: number }>`
    select (select count(*) from (
        select from search_document d
        where d.community_id = ${slot("communityId")} and d.words @@ word::tsquery limit ${slot("most")}::int) d) as count
    from unnest(${slot("words")}::text[]) with ordinality as asked (word, place) order by place limit 10000`;
  return { compile: () => text.compile(db) };
});

/** In how many questions each of these words (tsqueries) stands, counted up to `most`. */
export async function countWords(
  database: Database,
  communityId: number,
  words: readonly string[],
  most: number,
): Promise<number[]> {
  return (await counts(database, { communityId, words: [...words], most })).map(({ count }) => count);
}

const languagesHere = statement((db, slot: Slots<{ communityId: number; most: number }>) => {
  // Steps from one language to the next along the index: as many steps as there are languages.
  const text = sql<{ language: string }>`
    with recursive here as (
      (select language from search_document where community_id = ${slot("communityId")} order by language limit 1)
      union all
      select (select d.language from search_document d
        where d.community_id = ${slot("communityId")} and d.language > here.language order by d.language limit 1)
      from here where here.language is not null)
    select language from here where language is not null limit ${slot("most")}::int`;
  return { compile: () => text.compile(db) };
});

/** The languages in which there are questions that can be found. */
export async function listLanguages(database: Database, communityId: number, most: number): Promise<string[]> {
  return (await languagesHere(database, { communityId, most })).map(({ language }) => language);
}

/** What must hold of a question besides its words. Null stands for anything. */
export interface FilterValues {
  communityId: number;
  /** A tsquery. */
  query: string;
  /** The tsquery of each language as JSON, of others under the empty name (word-readings.ts). */
  byLanguage: string | null;
  languages: string[] | null;
  groups: number[] | null;
  authors: number[] | null;
  waiting: boolean | null;
  solved: boolean | null;
  fromDay: number | null;
  toDay: number | null;
  exclude: number[];
}

const dayOne = sql`date '1970-01-01'`;

/** The matches of a query; without one, of all that can be found. */
function filtered<Values extends FilterValues>(slot: Slots<Values>, queried = true) {
  const each = sql`${slot("byLanguage")}::text::jsonb`;
  const ofLanguage = sql`(${each} ->> case when ${each} ? d.language then d.language else '' end)`;
  const matching = queried ? sql`and d.words @@ ${slot("query")}::text::tsquery` : sql`and ${slot("query")}::text = ''`;
  return sql`
    from search_document d join question q on q.community_id = d.community_id and q.id = d.question_id
    where d.community_id = ${slot("communityId")} ${matching}
      and q.removed_at is null
      and (${slot("byLanguage")}::text is null or ${ofLanguage} = '' or d.words @@ ${ofLanguage}::tsquery)
      and (${slot("languages")}::text[] is null or d.language = any(${slot("languages")}::text[]))
      and (${slot("groups")}::bigint[] is null or q.group_id = any(${slot("groups")}::bigint[]))
      and (${slot("authors")}::bigint[] is null or q.asker_id = any(${slot("authors")}::bigint[]))
      and (${slot("waiting")}::boolean is null or (q.state = 'waiting') = ${slot("waiting")}::boolean)
      and (${slot("solved")}::boolean is null or (q.state = 'solved') = ${slot("solved")}::boolean)
      and (${slot("fromDay")}::int is null or (q.created_at at time zone 'UTC')::date - ${dayOne} >= ${slot("fromDay")}::int)
      and (${slot("toDay")}::int is null or (q.created_at at time zone 'UTC')::date - ${dayOne} <= ${slot("toDay")}::int)
      and not q.id = any(${slot("exclude")}::bigint[])`;
}

interface CandidateValues extends FilterValues {
  words: string[];
  weights: number[];
  looked: number;
  limit: number;
}

const candidates = statement((db, slot: Slots<CandidateValues>) => {
  const text = sql<{ questionId: number }>`
    select question_id as "questionId" from (
      select d.question_id, d.words ${filtered(slot)} limit ${slot("looked")}::int) d
    order by (
      select sum(weight) from unnest(${slot("words")}::tsquery[], ${slot("weights")}::float8[]) as asked (word, weight)
      where d.words @@ word) desc nulls last, question_id limit ${slot("limit")}::int`;
  return { compile: () => text.compile(db) };
});

/** The questions that hold most of the words (tsqueries), weighed; of more than `looked` matches some are not looked at. */
export async function findCandidates(database: Database, values: CandidateValues): Promise<number[]> {
  return (await candidates(database, values)).map(({ questionId }) => questionId);
}

interface CountedRow {
  readonly kind: "all" | "solved" | "waiting" | "group" | "tag" | "language";
  readonly name: string;
  readonly count: number;
}

type CountValues = FilterValues & { looked: number; most: number };

const counted = (queried: boolean) =>
  statement((db, slot: Slots<CountValues>) => {
    const text = sql<CountedRow>`
    with found as materialized (
      select q.group_id, q.tags, q.state, d.language ${filtered(slot, queried)} limit ${slot("looked")}::int)
    select 'all' as kind, '' as name, count(*) as count from found
    union all select 'solved', '', count(*) from found where state = 'solved'
    union all select 'waiting', '', count(*) from found where state = 'waiting'
    union all (select 'group', group_id::text, count(*) as count from found group by 2 order by 3 desc limit ${slot("most")}::int)
    union all (select 'language', language, count(*) as count from found group by 2 order by 3 desc limit ${slot("most")}::int)
    union all (select 'tag', lower(tag), count(*) as count from found, unnest(tags) tag
      group by 2 order by 3 desc limit ${slot("most")}::int)`;
    return { compile: () => text.compile(db) };
  });

const countedOfQuery = counted(true);
const countedOfAll = counted(false);

/** Counts what matches, by group, language and tag, over `looked` matches at most; without a query, everything that the rest admits. */
export async function countMatches(database: Database, values: CountValues): Promise<CountedRow[]> {
  return values.query === "" ? countedOfAll(database, values) : countedOfQuery(database, values);
}

type ListValues = FilterValues & { limit: number; offset: number };

const listed = (queried: boolean) =>
  statement((db, slot: Slots<ListValues>) => {
    const text = sql<{ questionId: number }>`
      select q.id as "questionId" ${filtered(slot, queried)}
      order by (q.created_at at time zone 'UTC')::date desc, q.id desc
      limit ${slot("limit")}::int offset ${slot("offset")}::int`;
    return { compile: () => text.compile(db) };
  });

const listedOfQuery = listed(true);
const listedOfAll = listed(false);

/** Everything that a filter admits, newest first. */
export async function listMatches(database: Database, values: ListValues): Promise<number[]> {
  const rows = await (values.query === "" ? listedOfAll(database, values) : listedOfQuery(database, values));
  return rows.map(({ questionId }) => questionId);
}
