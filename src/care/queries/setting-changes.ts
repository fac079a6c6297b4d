import type { Transaction } from "../../store/index.ts";

export type SettingName = "calendar" | "team" | "area" | "service-level" | "ladder" | "limits";

/** One change of a setting, with what was set before. */
export interface SettingChange {
  readonly kind: SettingName;
  readonly subjectId: number;
  /** null where it was not there. */
  readonly was: unknown;
  readonly byId: number;
  readonly at: Date;
  readonly undoneAt: Date | null;
}

/** Writes down what was set before a change; returns the change's id. */
export async function insertSettingChange(
  tx: Transaction,
  communityId: number,
  change: Pick<SettingChange, "kind" | "subjectId" | "was" | "byId">,
): Promise<number> {
  const row = await tx.db
    .insertInto("care_setting_change")
    .values({
      community_id: communityId,
      kind: change.kind,
      subject_id: change.subjectId,
      was: change.was === null ? null : JSON.stringify(change.was),
      by_id: change.byId,
      at: tx.now,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return row.id;
}

/** A change that nothing has come after, locked; undefined where there is none, or the same thing was set again since. */
export async function lockLastSettingChange(
  tx: Transaction,
  communityId: number,
  id: number,
): Promise<SettingChange | undefined> {
  const row = await tx.db
    .selectFrom("care_setting_change as c")
    .select(["c.kind", "c.subject_id as subjectId", "c.was", "c.by_id as byId", "c.at", "c.undone_at as undoneAt"])
    .where("c.community_id", "=", communityId)
    .where("c.id", "=", id)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom("care_setting_change as later")
            .select("later.id")
            .whereRef("later.community_id", "=", "c.community_id")
            .whereRef("later.kind", "=", "c.kind")
            .whereRef("later.subject_id", "=", "c.subject_id")
            .whereRef("later.id", ">", "c.id"),
        ),
      ),
    )
    .forUpdate()
    .executeTakeFirst();
  return row && { ...row, kind: row.kind as SettingName };
}

export async function markSettingUndone(tx: Transaction, communityId: number, id: number): Promise<void> {
  await tx.db
    .updateTable("care_setting_change")
    .set({ undone_at: tx.now })
    .where("community_id", "=", communityId)
    .where("id", "=", id)
    .execute();
}
