import type { Database, Transaction } from "../../store/index.ts";
import type { LadderSettings } from "../settings.ts";

const minuteMs = 60_000;

/** How long each rung of a group's ladder lasts. */
export interface LadderMinutes {
  readonly found: number;
  readonly peers: number;
  readonly named: number;
}

/** What a group has set for its ladder, in minutes; null where it set nothing. */
export async function readLadderMinutes(
  database: Database,
  communityId: number,
  groupId: number,
): Promise<LadderMinutes | null> {
  const row = await database
    .selectFrom("group_ladder")
    .select(["found_minutes as found", "peers_minutes as peers", "named_minutes as named"])
    .where("community_id", "=", communityId)
    .where("group_id", "=", groupId)
    .executeTakeFirst();
  return row ?? null;
}

/** The same as the ladder's settings. */
export async function readLadder(
  database: Database,
  communityId: number,
  groupId: number,
): Promise<LadderSettings | null> {
  const row = await readLadderMinutes(database, communityId, groupId);
  return row && { foundMs: row.found * minuteMs, peersMs: row.peers * minuteMs, namedMs: row.named * minuteMs };
}

export async function writeLadder(
  tx: Transaction,
  communityId: number,
  groupId: number,
  minutes: LadderMinutes,
): Promise<void> {
  const set = { found_minutes: minutes.found, peers_minutes: minutes.peers, named_minutes: minutes.named };
  await tx.db
    .insertInto("group_ladder")
    .values({ community_id: communityId, group_id: groupId, ...set })
    .onConflict((conflict) => conflict.columns(["community_id", "group_id"]).doUpdateSet(set))
    .execute();
}

/** Takes away what a group has set; the usual ladder holds then. */
export async function deleteLadder(tx: Transaction, communityId: number, groupId: number): Promise<void> {
  await tx.db
    .deleteFrom("group_ladder")
    .where("community_id", "=", communityId)
    .where("group_id", "=", groupId)
    .execute();
}
