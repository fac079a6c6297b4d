import { sql } from "kysely";
import type { Database, Transaction } from "../../store/index.ts";

// Where each row of an import went. It is written in the transaction that writes the row, so an import that was killed goes on
// where it was, and one that is run again doubles nothing.

/** What an import is known by: the community it goes to, and what it comes from, such as one Stack Exchange site. */
export interface ImportKey {
  readonly communityId: number;
  readonly source: string;
}

export interface ImportItem {
  /** What kind of row: ids of different kinds are told apart. */
  readonly kind: string;
  readonly sourceId: number;
  /** What it became here. */
  readonly targetId: number;
}

/** Lets one transaction at a time write for this import: two runs of it at once take turns, and neither doubles the other's rows. */
export async function lockImport(tx: Transaction, key: ImportKey): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`kith import ${key.source}`}, ${key.communityId}))`.execute(
    tx.db,
  );
}

/** Of these source ids those that are here already, with what they became. */
export async function findImported(
  database: Database,
  key: ImportKey,
  kind: string,
  sourceIds: readonly number[],
): Promise<Map<number, number>> {
  if (sourceIds.length === 0) return new Map();
  const rows = await database
    .selectFrom("import_item")
    .select(["source_id as sourceId", "target_id as targetId"])
    .where("community_id", "=", key.communityId)
    .where("source", "=", key.source)
    .where("kind", "=", kind)
    .where(sql<boolean>`source_id = any(${[...new Set(sourceIds)]}::bigint[])`)
    .execute();
  return new Map(rows.map((row) => [row.sourceId, row.targetId]));
}

/** Writes down where rows went. An item that is there already gets the new target. */
export async function rememberImported(tx: Transaction, key: ImportKey, items: readonly ImportItem[]): Promise<void> {
  if (items.length === 0) return;
  const column = (name: keyof ImportItem) => items.map((item) => item[name]);
  await sql`
    insert into import_item (community_id, source, kind, source_id, target_id)
    select ${key.communityId}, ${key.source}, kind, source_id, target_id
    from unnest(${column("kind")}::text[], ${column("sourceId")}::bigint[], ${column("targetId")}::bigint[])
      as item (kind, source_id, target_id)
    on conflict (community_id, source, kind, source_id) do update set target_id = excluded.target_id`.execute(tx.db);
}

/** Items of a kind that have none of another kind with the same source id, by source id: what is left to do. */
export async function listImportedWithout(
  database: Database,
  key: ImportKey,
  kinds: { readonly with: string; readonly without: string },
  after: number,
  limit: number,
): Promise<ImportItem[]> {
  return database
    .selectFrom("import_item as item")
    .select(["item.kind", "item.source_id as sourceId", "item.target_id as targetId"])
    .where("item.community_id", "=", key.communityId)
    .where("item.source", "=", key.source)
    .where("item.kind", "=", kinds.with)
    .where("item.source_id", ">", after)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom("import_item as other")
            .select("other.source_id")
            .whereRef("other.community_id", "=", "item.community_id")
            .whereRef("other.source", "=", "item.source")
            .where("other.kind", "=", kinds.without)
            .whereRef("other.source_id", "=", "item.source_id"),
        ),
      ),
    )
    .orderBy("item.source_id")
    .limit(limit)
    .execute();
}

export interface AnswerToConfirm {
  readonly id: number;
  readonly at: Date;
  readonly questionId: number;
  readonly askerId: number;
}

/** Of these answers, by id, when each was given, to what, and who asked that. */
export async function readAnswersToConfirm(
  database: Database,
  communityId: number,
  answerIds: readonly number[],
): Promise<Map<number, AnswerToConfirm>> {
  if (answerIds.length === 0) return new Map();
  const rows = await database
    .selectFrom("answer")
    .innerJoin("question", (join) =>
      join.onRef("question.community_id", "=", "answer.community_id").onRef("question.id", "=", "answer.question_id"),
    )
    .select(["answer.id", "answer.created_at as at", "question.id as questionId", "question.asker_id as askerId"])
    .where("answer.community_id", "=", communityId)
    .where(sql<boolean>`answer.id = any(${[...answerIds]}::bigint[])`)
    .execute();
  return new Map(rows.map((row) => [row.id, row]));
}
