import { sql } from "kysely";
import type { Database, Transaction } from "../../store/index.ts";

export interface Area {
  readonly id: number;
  readonly slug: string;
  readonly name: string;
  /** A question with one of these tags belongs here. */
  readonly tags: string[];
  readonly teamId: number | null;
}

function select(database: Database, communityId: number) {
  return database
    .selectFrom("subject_area")
    .select(["id", "slug", "name", "tags", "team_id as teamId"])
    .where("community_id", "=", communityId);
}

/** The community's subject areas by name, 200 at most. */
export async function listAreas(database: Database, communityId: number): Promise<Area[]> {
  return select(database, communityId).orderBy("name").orderBy("id").limit(200).execute();
}

export async function findAreaById(database: Database, communityId: number, id: number): Promise<Area | undefined> {
  return select(database, communityId).where("id", "=", id).executeTakeFirst();
}

export async function findAreaBySlug(database: Database, communityId: number, slug: string): Promise<Area | undefined> {
  return select(database, communityId).where("slug", "=", slug).executeTakeFirst();
}

/** The first area that has one of these tags. */
export async function findAreaByTags(
  database: Database,
  communityId: number,
  tags: readonly string[],
): Promise<Area | undefined> {
  if (tags.length === 0) return undefined;
  return select(database, communityId)
    .where(sql<boolean>`tags && ${[...tags]}::text[]`)
    .orderBy("id")
    .limit(1)
    .executeTakeFirst();
}

/** Makes an area, or changes the one with this slug; returns its id. */
export async function upsertArea(
  tx: Transaction,
  communityId: number,
  area: { slug: string; name: string; tags: readonly string[]; teamId: number | null },
): Promise<number> {
  const set = { name: area.name, tags: [...area.tags], team_id: area.teamId };
  const row = await tx.db
    .insertInto("subject_area")
    .values({ community_id: communityId, slug: area.slug, ...set, created_at: tx.now })
    .onConflict((conflict) => conflict.columns(["community_id", "slug"]).doUpdateSet(set))
    .returning("id")
    .executeTakeFirstOrThrow();
  return row.id;
}
