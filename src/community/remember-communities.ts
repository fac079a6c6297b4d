import { anyTopic, type Store, topicOf } from "../store/index.ts";
import { type Community, findCommunity } from "./queries/index.ts";

const mostRemembered = 1_000;
/** A hint may be lost with the process that would have sent it; after this long a change is seen all the same. */
const rememberedMs = 30_000;

/** Finds communities by their address, and remembers them until a hint says that they changed: every request asks. */
export function rememberCommunities(
  store: Pick<Store, "database" | "hints" | "clock">,
): (slug: string) => Promise<Community | null> {
  const known = new Map<string, { readonly community: Community; readonly until: number }>();
  store.hints.subscribe((topics) => {
    if (topics.includes(anyTopic)) known.clear();
    for (const [slug, { community }] of known) {
      if (topics.includes(topicOf(community.id, "community", community.id))) known.delete(slug);
    }
  });
  return async (slug) => {
    const now = store.clock.now().getTime();
    const remembered = known.get(slug);
    if (remembered && remembered.until > now) return remembered.community;
    if (!/^[a-z0-9-]{1,60}$/.test(slug)) return null;
    const community = await findCommunity(store.database, slug);
    if (!community) known.delete(slug);
    else if (known.size < mostRemembered || remembered) known.set(slug, { community, until: now + rememberedMs });
    return community;
  };
}
