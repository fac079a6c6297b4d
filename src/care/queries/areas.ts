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

/** What is set of an area. */
export type AreaFields = Omit<Area, "id">;

/** Makes an area, under this id where one is given; returns its id. */
export async function insertArea(tx: Transaction, communityId: number, area: AreaFields, id?: number): Promise<number> {
  const set = columnsOf(area);
  const row = await tx.db
    .insertInto("subject_area")
    .values({ community_id: communityId, ...(id === undefined ? {} : { id }), ...set, created_at: tx.now })
    .onConflict((conflict) => conflict.columns(["community_id", "slug"]).doUpdateSet(set))
    .returning("id")
    .executeTakeFirstOrThrow();
  return row.id;
}

export async function updateArea(tx: Transaction, communityId: number, id: number, area: AreaFields): Promise<void> {
  await tx.db
    .updateTable("subject_area")
    .set(columnsOf(area))
    .where("community_id", "=", communityId)
    .where("id", "=", id)
    .execute();
}

function columnsOf({ slug, name, tags, teamId }: AreaFields) {
  return { slug, name, tags: [...tags], team_id: teamId };
}

/** Removes an area in which nothing was ever placed; false for others. */
export async function deleteArea(tx: Transaction, communityId: number, id: number): Promise<boolean> {
  const { rows } = await sql<{ id: number }>`
    delete from subject_area a where a.community_id = ${communityId} and a.id = ${id}
      and not exists (select from problem p where p.community_id = a.community_id and p.area_id = a.id)
      and not exists (select from triage t where t.community_id = a.community_id and t.area_id = a.id)
      and not exists (select from saved_view v where v.community_id = a.community_id and v.area_id = a.id)
    returning a.id`.execute(tx.db);
  return rows.length > 0;
}
