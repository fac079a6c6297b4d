import type { Database, Transaction } from "../../store/index.ts";

export async function keepPersonalDataOf(
  tx: Transaction,
  kept: { communityId: number; messageId: number; by: number },
): Promise<void> {
  const set = { kept_by: kept.by, kept_at: tx.now };
  await tx.db
    .insertInto("personal_data_kept")
    .values({ community_id: kept.communityId, message_id: kept.messageId, ...set })
    .onConflict((conflict) => conflict.columns(["community_id", "message_id"]).doUpdateSet(set))
    .execute();
}

/** Those of these messages that may stay as they are, and have not been changed since somebody said so. */
export async function readKept(
  database: Database,
  communityId: number,
  messageIds: readonly number[],
): Promise<number[]> {
  const rows = await database
    .selectFrom("personal_data_kept as k")
    .innerJoin("message as m", (join) =>
      join.onRef("m.community_id", "=", "k.community_id").onRef("m.id", "=", "k.message_id"),
    )
    .select("k.message_id as messageId")
    .where("k.community_id", "=", communityId)
    .where("k.message_id", "in", [...messageIds])
    .where((eb) => eb.or([eb("m.edited_at", "is", null), eb("m.edited_at", "<=", eb.ref("k.kept_at"))]))
    .execute();
  return rows.map(({ messageId }) => messageId);
}

/** The community's language tag. */
export async function readLocale(tx: Transaction, communityId: number): Promise<string> {
  const row = await tx.db
    .selectFrom("community")
    .select("locale")
    .where("id", "=", communityId)
    .executeTakeFirstOrThrow();
  return row.locale;
}
