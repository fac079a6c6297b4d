import { sql } from "kysely";
import type { Transaction } from "../../store/index.ts";

/** The ids of those among some linked members who are members of this community and not erased. */
export async function findLinkedMembers(
  tx: Transaction,
  communityId: number,
  links: readonly { readonly community: string; readonly memberId: number }[],
): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    select m.id
    from unnest(${links.map(({ community }) => community)}::text[], ${links.map(({ memberId }) => memberId)}::bigint[]) as linked (slug, id)
    join community c on c.id = ${communityId} and c.slug = linked.slug
    join member m on m.community_id = c.id and m.id = linked.id and m.erased_at is null`.execute(tx.db);
  return rows.map(({ id }) => id);
}
