import { type Community, findCommunity } from "../community/index.ts";
import { anyTopic, type Database, type Store, topicOf } from "../store/index.ts";

/** Finds communities by their address; remembers them until their event log says that they changed. */
export function rememberCommunities(store: Store): (slug: string) => Promise<Community | null> {
  const known = new Map<string, Community>();
  store.hints.subscribe((topics) => {
    for (const [slug, { id }] of known)
      if (topics.includes(anyTopic) || topics.includes(topicOf(id, "community", id))) known.delete(slug);
  });
  return async (slug) => {
    const community = known.get(slug) ?? (await findCommunity(store.database, slug));
    if (community && known.size < 1_000) known.set(slug, community);
    return community;
  };
}

/** The community that a path of this site lies in, or null. */
export async function communityOfPath(database: Database, path: string): Promise<Community | null> {
  const slug = /^\/c\/([a-z0-9-]{1,60})(?:[/?#]|$)/.exec(path)?.[1];
  return slug ? findCommunity(database, slug) : null;
}
