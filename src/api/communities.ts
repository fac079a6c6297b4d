import { type Community, findCommunity } from "../community/index.ts";
import { anyTopic, type Store, topicOf } from "../store/index.ts";

const mostRemembered = 1_000;

/** Finds communities by their address, and remembers them until the event log says that they changed. */
export function rememberCommunities(store: Store): (slug: string) => Promise<Community | null> {
  const known = new Map<string, Community>();
  store.hints.subscribe((topics) => {
    if (topics.includes(anyTopic)) known.clear();
    for (const [slug, { id }] of known) if (topics.includes(topicOf(id, "community", id))) known.delete(slug);
  });
  return async (slug) => {
    const remembered = known.get(slug);
    if (remembered) return remembered;
    if (!/^[a-z0-9-]{1,60}$/.test(slug)) return null;
    const community = await findCommunity(store.database, slug);
    if (community && known.size < mostRemembered) known.set(slug, community);
    return community;
  };
}
