import { sql } from "kysely";
import type { Database, Transaction } from "../../../store/index.ts";
import type { CommunityRecord } from "../records.ts";

/** Tells the database that what is written was true once, at its own time: an original may have been solved since its duplicate ended. */
export async function beginRestoring(tx: Transaction): Promise<void> {
  await sql`select set_config('kith.restores', 'yes', true)`.execute(tx.db);
}

/** Takes numbers from a table's own sequence, in rising order. */
export async function takeIds(tx: Transaction, table: string, count: number): Promise<number[]> {
  if (count === 0) return [];
  const { rows } = await sql<{ id: number }>`
    select nextval(pg_get_serial_sequence(${table}, 'id')) as id from generate_series(1, ${count}) order by id`.execute(
    tx.db,
  );
  return rows.map(({ id }) => id);
}

/** Makes the community as it was; null where the address is taken. */
export async function insertCommunityRecord(
  tx: Transaction,
  record: Omit<CommunityRecord, "id">,
): Promise<number | null> {
  const row = await tx.db
    .insertInto("community")
    .values({
      slug: record.slug,
      name: record.name,
      description: record.description,
      locale: record.locale,
      colour_accent: record.colourAccent,
      colour_paper: record.colourPaper,
      created_at: record.createdAt,
    })
    .onConflict((conflict) => conflict.column("slug").doNothing())
    .returning("id")
    .executeTakeFirst();
  return row?.id ?? null;
}

/** Whether anything was asked in a community. */
export async function hasQuestions(database: Database, communityId: number): Promise<boolean> {
  const row = await database
    .selectFrom("question")
    .select("id")
    .where("community_id", "=", communityId)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** The members that these persons are already, by person. */
export async function findMembersOfPersons(
  tx: Transaction,
  communityId: number,
  personIds: readonly string[],
): Promise<Map<string, number>> {
  const rows = await tx.db
    .selectFrom("member")
    .select(["id", "person_id as personId"])
    .where("community_id", "=", communityId)
    .where(sql<boolean>`person_id = any(${[...personIds]}::text[])`)
    .execute();
  return new Map(rows.map((row) => [row.personId ?? "", row.id]));
}

/** The groups that have these addresses already. */
export async function findGroupsBySlug(
  tx: Transaction,
  communityId: number,
  slugs: readonly string[],
): Promise<Map<string, number>> {
  const rows = await tx.db
    .selectFrom("community_group")
    .select(["id", "slug"])
    .where("community_id", "=", communityId)
    .where(sql<boolean>`slug = any(${[...slugs]}::text[])`)
    .execute();
  return new Map(rows.map((row) => [row.slug, row.id]));
}

/** The messages that open these questions, by question. */
export async function findQuestionMessages(
  tx: Transaction,
  communityId: number,
  questionIds: readonly number[],
): Promise<Map<number, number>> {
  const rows = await tx.db
    .selectFrom("question")
    .select(["id", "message_id as messageId"])
    .where("community_id", "=", communityId)
    .where(sql<boolean>`id = any(${[...questionIds]}::bigint[])`)
    .execute();
  return new Map(rows.map((row) => [row.id, row.messageId]));
}

export async function confirmAnswers(
  tx: Transaction,
  communityId: number,
  rows: readonly { readonly id: number; readonly at: Date }[],
): Promise<void> {
  await sql`
    update answer set confirmed_at = row.at
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row (id bigint, at timestamptz)
    where community_id = ${communityId} and answer.id = row.id`.execute(tx.db);
}

export async function setOriginals(
  tx: Transaction,
  communityId: number,
  rows: readonly { readonly id: number; readonly original: number }[],
): Promise<void> {
  await sql`
    update question set duplicate_of = row.original
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row (id bigint, original bigint)
    where community_id = ${communityId} and question.id = row.id`.execute(tx.db);
}

/** What a message says that nobody has edited. */
export async function findUnedited(tx: Transaction, communityId: number, id: number): Promise<string | undefined> {
  const row = await tx.db
    .selectFrom("message")
    .select("body")
    .where("community_id", "=", communityId)
    .where("id", "=", id)
    .where("edited_at", "is", null)
    .executeTakeFirst();
  return row?.body;
}

/** Puts other words in place of those of messages, without a revision: they say the same. */
export async function setBodies(
  tx: Transaction,
  communityId: number,
  rows: readonly { readonly id: number; readonly body: string; readonly html: string }[],
): Promise<void> {
  await sql`
    update message set body = row.body, html = row.html
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row (id bigint, body text, html text)
    where community_id = ${communityId} and message.id = row.id`.execute(tx.db);
}

/** Counts everything that is kept as a figure anew: answers, confirmations, people helped, members of groups. */
export async function recountCommunity(tx: Transaction, communityId: number): Promise<void> {
  await sql`
    update answer a set helped_count = counted.people
    from (select answer_id, count(*) as people from answer_helped where community_id = ${communityId} group by answer_id)
      as counted
    where a.community_id = ${communityId} and a.id = counted.answer_id`.execute(tx.db);
  await sql`
    update question q set answer_count = counted.answers, confirmed_count = counted.confirmed, helped_count = counted.helped,
      last_answer_by = coalesce(q.last_answer_by, counted.last_by)
    from (
      select a.question_id, count(distinct a.id) as answers,
        count(distinct a.id) filter (where a.confirmed_at is not null) as confirmed, count(distinct h.member_id) as helped,
        (array_agg(a.author_id order by a.id desc))[1] as last_by
      from answer a left join answer_helped h on h.community_id = a.community_id and h.answer_id = a.id
      where a.community_id = ${communityId} and a.removed_at is null group by a.question_id) as counted
    where q.community_id = ${communityId} and q.id = counted.question_id`.execute(tx.db);
  await sql`
    update community_group g set member_count = counted.members
    from (select group_id, count(*) as members from group_member where community_id = ${communityId} group by group_id)
      as counted
    where g.community_id = ${communityId} and g.id = counted.group_id`.execute(tx.db);
}
