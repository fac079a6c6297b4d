import type { Actor } from "../../accounts/index.ts";
import { cleanText } from "../../kernel/index.ts";
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

const followsPerPage = 200;

/** What a member follows, the newest first: 200, and where the list goes on. */
export async function listFollows(
  database: Database,
  { communityId, memberId }: Actor,
  after?: string | undefined,
): Promise<{ follows: FollowListed[]; next: string | null }> {
  const place = after === undefined ? undefined : cleanText(after);
  const listed = await listFollowRows(database, { communityId, memberId, after: place, limit: followsPerPage + 1 });
  const follows = listed.slice(0, followsPerPage);
  return { follows, next: listed.length > follows.length ? (follows.at(-1)?.place ?? null) : null };
}
