import { sql } from "kysely";
import { type Database, type Slots, statement, type Transaction } from "../../store/index.ts";
import type { CommunityFields, GroupFields } from "../fields.ts";

export interface Community {
  readonly id: number;
  readonly slug: string;
  readonly name: string;
  readonly description: string;
  readonly locale: string;
  readonly colourAccent: string | null;
  readonly colourPaper: string | null;
}

const communityColumns = [
  "id",
  "slug",
  "name",
  "description",
  "locale",
  "colour_accent as colourAccent",
  "colour_paper as colourPaper",
] as const;

const communityBySlug = statement((db, slot: Slots<{ slug: string }>) =>
  db.selectFrom("community").select(communityColumns).where("slug", "=", slot("slug")),
);

/** The community with this address, or null. */
export async function findCommunity(database: Database, slug: string): Promise<Community | null> {
  return (await communityBySlug(database, { slug }))[0] ?? null;
}

/** Every community of this installation by name, 500 at most. */
export async function listCommunities(database: Database): Promise<Community[]> {
  return database.selectFrom("community").select(communityColumns).orderBy("name").limit(500).execute();
}

export async function insertCommunity(
  tx: Transaction,
  fields: { slug: string; name: string; description: string; locale: string },
): Promise<number | null> {
  const row = await tx.db
    .insertInto("community")
    .values({ ...fields, created_at: tx.now })
    .onConflict((conflict) => conflict.column("slug").doNothing())
    .returning("id")
    .executeTakeFirst();
  return row?.id ?? null;
}

export async function updateCommunity(tx: Transaction, id: number, fields: CommunityFields): Promise<void> {
  const { name, description, locale, colourAccent, colourPaper } = fields;
  await tx.db
    .updateTable("community")
    .set({ name, description, locale, colour_accent: colourAccent, colour_paper: colourPaper })
    .where("id", "=", id)
    .execute();
}

export interface Group {
  readonly id: number;
  readonly slug: string;
  readonly name: string;
  readonly purpose: string;
  readonly rules: string;
  readonly charter: "help" | "interest";
  /** From which probability on "this is solved" is said here; null leaves it to what was learned. */
  readonly solvedFrom: number | null;
  readonly archivedAt: Date | null;
  readonly members: number;
  readonly joined: boolean;
  /** Whether the reader follows it. */
  readonly followed: boolean;
}

const groupsOfCommunity = statement((db, slot: Slots<{ communityId: number; memberId: number }>) =>
  groupsQuery(db, slot).where("archived_at", "is", null).orderBy("charter").orderBy("name").limit(200),
);
const groupBySlug = statement((db, slot: Slots<{ communityId: number; memberId: number; slug: string }>) =>
  groupsQuery(db, slot as Slots<{ communityId: number; memberId: number }>).where("slug", "=", slot("slug")),
);

/** What notifications keep of follows is read along: a statement of its own would cost more than all of it. */
function groupsQuery(db: Database, slot: Slots<{ communityId: number; memberId: number }>) {
  return db
    .selectFrom("community_group as g")
    .select(["id", "slug", "name", "purpose", "rules", "archived_at as archivedAt", "solved_from as solvedFrom"])
    .select("member_count as members")
    .select((eb) => eb.ref("charter").$castTo<"help" | "interest">().as("charter"))
    .select((eb) =>
      eb
        .exists(
          eb
            .selectFrom("group_member as gm")
            .select("gm.group_id")
            .whereRef("gm.community_id", "=", "g.community_id")
            .whereRef("gm.group_id", "=", "g.id")
            .where("gm.member_id", "=", slot("memberId")),
        )
        .$castTo<boolean>()
        .as("joined"),
    )
    .select((eb) =>
      eb
        .exists(
          eb
            .selectFrom("follow as f")
            .select("f.key")
            .whereRef("f.community_id", "=", "g.community_id")
            .where("f.member_id", "=", slot("memberId"))
            .where("f.subject", "=", "group")
            .where("f.key", "=", sql<string>`g.id::text`)
            .where("f.ended_at", "is", null),
        )
        .$castTo<boolean>()
        .as("followed"),
    )
    .where("community_id", "=", slot("communityId"));
}

/** The community's open groups, help groups first; `memberId` decides `joined` and `followed`. */
export async function listGroups(
  database: Database,
  communityId: number,
  memberId: number | null = null,
): Promise<Group[]> {
  return groupsOfCommunity(database, { communityId, memberId: memberId ?? 0 });
}

/** A group by its slug, archived ones included, or null. */
export async function findGroup(
  database: Database,
  communityId: number,
  slug: string,
  memberId: number | null = null,
): Promise<Group | null> {
  return (await groupBySlug(database, { communityId, slug, memberId: memberId ?? 0 }))[0] ?? null;
}

export async function insertGroup(tx: Transaction, communityId: number, fields: GroupFields): Promise<number | null> {
  const { solvedFrom, ...rest } = fields;
  const row = await tx.db
    .insertInto("community_group")
    .values({ community_id: communityId, ...rest, solved_from: solvedFrom, created_at: tx.now })
    .onConflict((conflict) => conflict.columns(["community_id", "slug"]).doNothing())
    .returning("id")
    .executeTakeFirst();
  return row?.id ?? null;
}

export async function updateGroup(
  tx: Transaction,
  communityId: number,
  id: number,
  fields: GroupFields,
  archivedAt: Date | null,
): Promise<void> {
  await tx.db
    .updateTable("community_group")
    .set({
      name: fields.name,
      purpose: fields.purpose,
      rules: fields.rules,
      charter: fields.charter,
      solved_from: fields.solvedFrom,
      archived_at: archivedAt,
    })
    .where("community_id", "=", communityId)
    .where("id", "=", id)
    .execute();
}

/** True where the member was not in the group before. */
export async function insertGroupMember(
  tx: Transaction,
  communityId: number,
  groupId: number,
  memberId: number,
): Promise<boolean> {
  const rows = await tx.db
    .insertInto("group_member")
    .values({ community_id: communityId, group_id: groupId, member_id: memberId, joined_at: tx.now })
    .onConflict((conflict) => conflict.doNothing())
    .returning("member_id")
    .execute();
  if (rows.length > 0) await countMembers(tx, communityId, groupId, 1);
  return rows.length > 0;
}

async function countMembers(tx: Transaction, communityId: number, groupId: number, more: 1 | -1): Promise<void> {
  await tx.db
    .updateTable("community_group")
    .set({ member_count: sql`member_count + ${more}` })
    .where("community_id", "=", communityId)
    .where("id", "=", groupId)
    .execute();
}

/** True where the member was in the group. */
export async function deleteGroupMember(
  tx: Transaction,
  communityId: number,
  groupId: number,
  memberId: number,
): Promise<boolean> {
  const rows = await tx.db
    .deleteFrom("group_member")
    .where("community_id", "=", communityId)
    .where("group_id", "=", groupId)
    .where("member_id", "=", memberId)
    .returning("member_id")
    .execute();
  if (rows.length > 0) await countMembers(tx, communityId, groupId, -1);
  return rows.length > 0;
}
