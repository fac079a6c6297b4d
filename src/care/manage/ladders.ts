import type { Actor } from "../../accounts/index.ts";
import { findGroup, groupMissing } from "../../community/index.ts";
import { err, ok, type Result } from "../../kernel/index.ts";
import type { Database, Transaction } from "../../store/index.ts";
import { deleteLadder, type LadderMinutes, readLadderMinutes, writeLadder } from "../queries/ladder.ts";
import { minuteMs, usualLadder } from "../settings.ts";
import { type Kept, keepSetting, type Setting } from "./setting.ts";

/** Which group is meant stands in its id; so a ladder has no name of its own. */
type Fields = LadderMinutes & { readonly groupId: number };

export const ladderSetting: Setting<Fields> = {
  kind: "ladder",
  permission: "manage groups",
  subject: "group",
  event: { set: "group.ladder-set", removed: "group.ladder-set" },
  check: async (_tx, _communityId, ladder) => ok(ladder),
  async find(tx, communityId, { groupId }) {
    return (await readLadderMinutes(tx.db, communityId, groupId)) ? groupId : null;
  },
  async read(database, communityId, groupId) {
    const minutes = await readLadderMinutes(database, communityId, groupId);
    return minutes && { ...minutes, groupId };
  },
  async insert(tx, communityId, { groupId, ...minutes }) {
    await writeLadder(tx, communityId, groupId, minutes);
    return groupId;
  },
  update: (tx, communityId, groupId, minutes) => writeLadder(tx, communityId, groupId, minutes),
  async remove(tx, communityId, groupId) {
    await deleteLadder(tx, communityId, groupId);
    return true;
  },
  refusals: { missing: groupMissing, taken: groupMissing },
};

/** Sets how long each rung of a group's ladder lasts, in minutes: whoever manages groups sets it, as the group's rules ask. */
export async function setGroupLadder(
  tx: Transaction,
  actor: Actor,
  slug: string,
  minutes: LadderMinutes,
): Promise<Result<Kept>> {
  const group = await findGroup(tx.db, actor.communityId, slug);
  if (!group) return err(groupMissing);
  return keepSetting(tx, actor, ladderSetting, { ...minutes, groupId: group.id }, undefined);
}

/** How long each rung of a group's ladder lasts, and whether the group has set that. */
export async function readGroupLadder(
  database: Database,
  communityId: number,
  groupId: number,
): Promise<LadderMinutes & { readonly usual: boolean }> {
  const own = await readLadderMinutes(database, communityId, groupId);
  if (own) return { ...own, usual: false };
  const { foundMs, peersMs, namedMs } = usualLadder;
  return { found: foundMs / minuteMs, peers: peersMs / minuteMs, named: namedMs / minuteMs, usual: true };
}
