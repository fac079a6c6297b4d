import type { SearchStatus } from "../search/index.ts";
import type { Messages } from "./messages/index.ts";

/** An index that has not read the event log for so long shows what is no more. */
const lateMs = 10_000;

/** How search is for one community, for the administration's list of checks. */
export function searchHealth(
  { mode, memory }: SearchStatus,
  communityId: number,
  words: Messages["admin"]["check"],
): { ok: boolean; detail: string } {
  if (mode === "postgres") return { ok: true, detail: words.searchPostgres };
  const index = memory?.communities.find((one) => one.communityId === communityId);
  if (!memory || !index) return { ok: false, detail: words.searchAway };
  if (index.state === "too-large") return { ok: true, detail: words.searchTooLarge };
  if (index.state === "building") {
    return { ok: false, detail: words.searchBuilding(Math.floor(100 * (index.progress ?? 0))) };
  }
  const behindMs = memory.behindMs ?? 0;
  if (behindMs > lateMs) return { ok: false, detail: words.searchBehind(Math.round(behindMs / 1_000)) };
  const megabytes = Math.ceil(index.bytes / 1_000_000);
  return { ok: true, detail: words.searchReady(index.documents, megabytes, index.ranking === "learned") };
}
