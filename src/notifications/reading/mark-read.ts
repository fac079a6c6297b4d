import { type Actor, ensureMay } from "../../accounts/index.ts";
import { ok, type Result } from "../../kernel/index.ts";
import { type Store, topicOf } from "../../store/index.ts";
import { setRead, type WhichRead } from "../queries/reading.ts";

/**
 * Marks a member's notifications as read, and tells their other open pages. No event: what somebody has looked at is theirs and
 * does not go down in the log. Returns how many were unread before.
 */
export async function markRead(
  store: Pick<Store, "transact" | "hints">,
  actor: Actor,
  which: WhichRead,
): Promise<Result<number>> {
  const permitted = ensureMay(actor, "read own notifications");
  if (!permitted.ok) return permitted;
  const { communityId, memberId } = actor;
  const marked = await store.transact(async (tx) => ok(await setRead(tx, communityId, memberId, which)));
  if (marked.ok && marked.value > 0) store.hints.touch([topicOf(communityId, "member", memberId)]);
  return marked;
}
