import type { Actor } from "../../accounts/index.ts";
import type { Store } from "../../store/index.ts";
import { extendDeskSign } from "./queries.ts";

/**
 * Notes that somebody is active at a problem's page at the desk: they scrolled, typed or pointed there. A page that merely stays open
 * says nothing, so a pause is a pause; and nothing but the desk says anything, so nobody's reading is counted.
 */
export async function beActive(
  { database, clock }: Pick<Store, "database" | "clock">,
  { communityId, memberId }: Pick<Actor, "communityId" | "memberId">,
  problemId: number,
): Promise<void> {
  await extendDeskSign(database, { communityId, memberId, problemId }, clock.now());
}
