import type { Actor } from "../../accounts/index.ts";
import type { Database } from "../../store/index.ts";
import { type FollowListed, type FollowSubject, findFollow, listFollowRows } from "../queries/choices.ts";

/**
 * Whether a member follows something, or has ended that; undefined where they have done neither. `key` is a question's or a group's
 * id, or a tag's name.
 */
export async function isFollowing(
  database: Database,
  { communityId, memberId }: Actor,
  subject: FollowSubject,
  key: number | string,
): Promise<boolean | undefined> {
  const [found] = await findFollow(database, { communityId, memberId, subject, key: String(key) });
  return found && Boolean(found.follows);
}

/** What a member follows, the newest first, 200 at most. */
export function listFollows(database: Database, { communityId, memberId }: Actor): Promise<FollowListed[]> {
  return listFollowRows(database, communityId, memberId);
}
