import { type Community, findCommunity } from "../community/index.ts";
import type { Database } from "../store/index.ts";

/** The community that a path of this site lies in, or null. */
export async function communityOfPath(database: Database, path: string): Promise<Community | null> {
  const slug = /^\/c\/([a-z0-9-]{1,60})(?:[/?#]|$)/.exec(path)?.[1];
  return slug ? findCommunity(database, slug) : null;
}
