import type { Database, Transaction } from "../../store/index.ts";
import type { LadderSettings } from "../settings.ts";

const minuteMs = 60_000;

/** What a group has set for its ladder; null where it set nothing. */
export async function readLadder(
  database: Database,
  communityId: number,
  groupId: number,
): Promise<LadderSettings | null> {
  const row = await database
    .selectFrom("group_ladder")
    .select(["found_minutes as found", "peers_minutes as peers", "named_minutes as named"])
    .where("community_id", "=", communityId)
    .where("group_id", "=", groupId)
    .executeTakeFirst();
  return row ? { foundMs: row.found * minuteMs, peersMs: row.peers * minuteMs, namedMs: row.named * minuteMs } : null;
}

export async function writeLadder(
  tx: Transaction,
  communityId: number,
  groupId: number,
  minutes: { found: number; peers: number; named: number },
): Promise<void> {
  const set = { found_minutes: minutes.found, peers_minutes: minutes.peers, named_minutes: minutes.named };
  await tx.db
    .insertInto("group_ladder")
    .values({ community_id: communityId, group_id: groupId, ...set })
    .onConflict((conflict) => conflict.columns(["community_id", "group_id"]).doUpdateSet(set))
    .execute();
}
