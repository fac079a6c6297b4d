import { listMembers } from "../accounts/index.ts";
import type { Database } from "../store/index.ts";
import { selectFound } from "./queries/found.ts";
import type { ProblemListed } from "./queries/queue.ts";

/** Shorter words begin too many names. */
const fewestLetters = 2;
const mostAskers = 20;

/**
 * Finds problems by what somebody typed at the desk, those that are over too: a number (`12`, `#12`), how an asker's name begins, words
 * of a title of its own, and the problems of `questionIds`, which search found by the same text, best first. 50 at most: by number
 * first, then by name and title those that are not over, then what search found in its order.
 */
export async function findProblems(
  database: Database,
  wish: { readonly communityId: number; readonly text: string; readonly questionIds: readonly number[] },
): Promise<ProblemListed[]> {
  const { communityId, questionIds } = wish;
  const text = wish.text.trim();
  const named =
    text.length < fewestLetters ? null : await listMembers(database, communityId, { prefix: text, limit: mostAskers });
  return selectFound(database, {
    ...{ communityId, text, questionIds, limit: 50 },
    id: Number(/^#?(\d{1,15})$/.exec(text)?.[1] ?? 0),
    askerIds: named?.members.map(({ id }) => id) ?? [],
  });
}
