import { sql } from "kysely";
import { type Database, type Slots, statement, type Transaction } from "../store/index.ts";

/** PostgreSQL's text search configuration for the language of a community; `simple` takes words as they are. */
const configurationOfLocale = sql`
  case split_part(locale, '-', 1) when 'en' then 'english' when 'de' then 'german' when 'fr' then 'french' when 'es' then 'spanish'
    when 'it' then 'italian' when 'nl' then 'dutch' when 'pt' then 'portuguese' when 'ru' then 'russian' when 'sv' then 'swedish'
    else 'simple' end::regconfig`;

/** Writes anew what can be found of these questions; what was removed goes. */
export async function indexQuestions(
  tx: Transaction,
  communityId: number,
  questionIds: readonly number[],
): Promise<void> {
  const ids = [...questionIds];
  await sql`
    delete from search_document where community_id = ${communityId} and question_id = any(${ids}::bigint[])`.execute(
    tx.db,
  );
  await sql`
    insert into search_document (community_id, question_id, words)
    select community_id, question_id,
      setweight(to_tsvector(${configurationOfLocale}, left(title, 1000)), 'A')
      || setweight(to_tsvector(${configurationOfLocale}, array_to_string(tags, ' ')), 'B')
      || setweight(to_tsvector(${configurationOfLocale}, left(body, 30000)), 'C')
      || setweight(to_tsvector(${configurationOfLocale}, left(coalesce(solution, ''), 60000)), 'C')
    from searchable_question
    where community_id = ${communityId} and question_id = any(${ids}::bigint[])`.execute(tx.db);
}

export interface FoundRow {
  readonly questionId: number;
  /** The beginning of what solved it, or of the question where nothing did yet: Markdown. */
  readonly snippet: string;
}

const lexemesOfText = statement((db, slot: Slots<{ configuration: string; text: string }>) => {
  const text = sql<{ lexemes: string[] }>`
    select array(select lexeme from unnest(to_tsvector(${slot("configuration")}::text::regconfig, ${slot("text")}))) as lexemes`;
  return { compile: () => text.compile(db) };
});

/** The words of a text as the index holds them, without stop words. */
export async function readLexemes(database: Database, configuration: string, text: string): Promise<string[]> {
  return (await lexemesOfText(database, { configuration, text }))[0]?.lexemes ?? [];
}

interface FindValues {
  communityId: number;
  query: string;
  group: string;
  state: string;
  limit: number;
  skip: number;
}

/** Only so many matches are ranked: the first version gives up some order to keep the cost of a search bounded. */
const mostRanked = 200;

const find = statement((db, slot: Slots<FindValues>) => {
  const text = sql<FoundRow>`
    with found as materialized (
      select question_id, words from search_document
      where community_id = ${slot("communityId")} and words @@ ${slot("query")}::text::tsquery limit ${mostRanked}
    ), ranked as (
      select found.question_id, ts_rank(found.words, ${slot("query")}::text::tsquery) as rank
      from found join question q on q.community_id = ${slot("communityId")} and q.id = found.question_id
      where (${slot("state")}::text = '' or q.state = ${slot("state")}::text)
        and (${slot("group")}::text = '' or q.group_id = (
          select id from community_group where community_id = ${slot("communityId")} and slug = ${slot("group")}::text))
      order by rank desc, found.question_id desc limit ${slot("limit")}::int offset ${slot("skip")}::int
    )
    select ranked.question_id as "questionId", left(coalesce(s.solution, s.body), 400) as snippet
    from ranked join searchable_question s
      on s.community_id = ${slot("communityId")} and s.question_id = ranked.question_id
    order by ranked.rank desc, ranked.question_id desc`;
  return { compile: () => text.compile(db) };
});

/** Questions that match a tsquery, best first. Empty `group` and `state` stand for any. */
export async function findQuestions(database: Database, values: FindValues): Promise<FoundRow[]> {
  return find(database, values);
}

const solutions = statement((db, slot: Slots<{ communityId: number; ids: number[] }>) => {
  const text = sql<{ questionId: number; answerId: number; body: string }>`
    select distinct on (a.question_id) a.question_id as "questionId", a.id as "answerId", left(m.body, 400) as body
    from answer a join message m on m.community_id = a.community_id and m.id = a.id
    where a.community_id = ${slot("communityId")} and a.question_id = any(${slot("ids")}::bigint[])
      and a.confirmed_at is not null and a.removed_at is null
    order by a.question_id, a.helped_count desc, a.id limit 20`;
  return { compile: () => text.compile(db) };
});

/** The confirmed answer that helped most, for each of these questions that has one. */
export async function readSolutions(database: Database, communityId: number, ids: readonly number[]) {
  return solutions(database, { communityId, ids: [...ids] });
}
