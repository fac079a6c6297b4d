import { sql } from "kysely";
import { type Database, type Slots, statement, type Transaction } from "../../store/index.ts";

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
      || setweight(to_tsvector(${configurationOfLocale}, left(array_to_string(solutions, E'\n\n'), 60000)), 'C')
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
    select ranked.question_id as "questionId", left(coalesce(s.solutions[1], s.body), 400) as snippet
    from ranked join searchable_question s
      on s.community_id = ${slot("communityId")} and s.question_id = ranked.question_id
    order by ranked.rank desc, ranked.question_id desc`;
  return { compile: () => text.compile(db) };
});

/** Questions that match a tsquery, best first. Empty `group` and `state` stand for any. */
export async function findQuestions(database: Database, values: FindValues): Promise<FoundRow[]> {
  return find(database, values);
}
