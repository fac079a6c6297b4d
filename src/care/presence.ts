import type { Actor } from "../accounts/index.ts";
import { type Store, topicOf } from "../store/index.ts";
import { endPresence, listPresent, type Present, renewPresence } from "./queries/presence.ts";

/** Whoever has the page open renews it this often; what has not been renewed for twice as long is over. */
export const presenceRenewsMs = 25_000;
const seenMs = 2 * presenceRenewsMs;
/** Somebody types for as long as a key was pressed so lately. */
export const typingLastsMs = 10_000;

type Data = Pick<Store, "database" | "clock" | "hints">;
type Who = Pick<Actor, "communityId" | "memberId">;

/** What pages of a problem listen to, to hear who else is there. */
export function presenceTopic(communityId: number, problemId: number): string {
  return topicOf(communityId, "presence", problemId);
}

/** Says that somebody looks at a problem at the desk, or types there; others hear of it in every process. */
export async function bePresent(store: Data, { communityId, memberId }: Who, problemId: number, typing: boolean) {
  await renewPresence(store.database, { communityId, memberId, problemId }, store.clock.now(), typing);
  store.hints.touch([presenceTopic(communityId, problemId)]);
}

/** Says that somebody has left. */
export async function leave(store: Data, { communityId, memberId }: Who, problemId: number): Promise<void> {
  const olderThan = new Date(store.clock.now().getTime() - seenMs);
  await endPresence(store.database, { communityId, memberId, problemId }, olderThan);
  store.hints.touch([presenceTopic(communityId, problemId)]);
}

/** Who else is at a problem right now. */
export async function whoIsThere(
  store: Pick<Data, "database" | "clock">,
  { communityId, memberId }: Who,
  problemId: number,
): Promise<Present[]> {
  const now = store.clock.now().getTime();
  const since = { seen: new Date(now - seenMs), typed: new Date(now - typingLastsMs) };
  return listPresent(store.database, { communityId, memberId, problemId }, since);
}
