import type { Transaction } from "../store/index.ts";

export async function insertPermit(
  tx: Transaction,
  permit: { communityId: number; memberId: number | null; basis: string; reason: string },
): Promise<number> {
  const { id } = await tx.db
    .insertInto("permit")
    .values({
      community_id: permit.communityId,
      member_id: permit.memberId,
      basis: permit.basis,
      reason: permit.reason,
      issued_at: tx.now,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}
