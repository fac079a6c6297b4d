import { postAt } from "./post-address.ts";
import { readRows } from "./read-rows.ts";
import { readLink, readPost } from "./rows.ts";
import type { Reading } from "./run.ts";

/** So many posts that link others are remembered, and so many links found in their texts, before it is said which site it is. */
const linking = 5_000;
const enough = 20;

/**
 * The host of the site that a dump is of, which dumps do not say: PostLinks.xml holds which posts link which, so the host is the one by which
 * texts address just these. Null where no text does.
 */
export async function findHost(reading: Reading): Promise<string | null> {
  const linked = await readLinked(reading);
  const found = new Map<string, number>();
  let seen = 0;
  for await (const rows of readRows(reading.dump.files["Posts.xml"], { onBroken: () => {} })) {
    for (const row of rows) {
      const typed = readPost(row);
      if (!("row" in typed)) continue;
      for (const host of hostsOf(typed.row.body, linked.get(typed.row.id))) {
        found.set(host, (found.get(host) ?? 0) + 1);
        seen += 1;
      }
    }
    if (seen >= enough) break;
  }
  return [...found].sort(([, one], [, other]) => other - one)[0]?.[0] ?? null;
}

/** Which posts are linked by which: the first of them. */
async function readLinked(reading: Reading): Promise<Map<number, Set<number>>> {
  const linked = new Map<number, Set<number>>();
  for await (const rows of readRows(reading.dump.files["PostLinks.xml"], { onBroken: () => {} })) {
    for (const row of rows) {
      const typed = readLink(row);
      if (!("row" in typed)) continue;
      const { postId, otherId } = typed.row;
      linked.set(postId, (linked.get(postId) ?? new Set()).add(otherId));
    }
    if (linked.size >= linking) break;
  }
  return linked;
}

/** The hosts by which a text addresses these posts. */
function hostsOf(body: string, posts: ReadonlySet<number> | undefined): string[] {
  if (!posts) return [];
  return [...body.matchAll(/https?:\/\/(?:www\.)?([\w.-]+)\/[^\s"<>]+/gi)].flatMap(([address, named = ""]) => {
    const host = named.toLowerCase();
    const post = postAt(address, host);
    const isLinked = post && (posts.has(post.postId) || (post.questionId !== null && posts.has(post.questionId)));
    return isLinked ? [host] : [];
  });
}
