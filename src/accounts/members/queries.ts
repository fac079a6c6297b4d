import { sql } from "kysely";
import type { Database, Transaction } from "../../store/index.ts";
import { type GrantableRole, isRole, type Role, type Theme } from "../actor.ts";

type Readable = Database | Transaction["db"];

/** A member in a list. */
export interface MemberListed {
  readonly id: number;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly staff: boolean;
  readonly joinedAt: Date;
}

/** A member as their own page shows them. */
export interface MemberProfile extends MemberListed {
  readonly about: string;
  readonly locale: string | null;
  readonly theme: Theme | null;
}

export interface MemberFound {
  readonly id: number;
  readonly name: string;
}

const rolesOfMember = sql<string | null>`(
  select string_agg(role, ' ' order by role) from member_role
  where community_id = member.community_id and member_id = member.id)`;

const nameInOrder = sql<string>`lower(member.name) collate "C"`;

function rolesOf(text: string | null): Role[] {
  return ["member", ...(text ?? "").split(" ").filter(isRole)];
}

export async function insertMember(
  tx: Transaction,
  member: {
    communityId: number;
    personId: string | null;
    name: string;
    about: string;
    locale: string | null;
    joinedAt: Date;
  },
): Promise<number | undefined> {
  const row = await tx.db
    .insertInto("member")
    .values({
      community_id: member.communityId,
      person_id: member.personId,
      name: member.name,
      about: member.about,
      locale: member.locale,
      joined_at: member.joinedAt,
    })
    .onConflict((conflict) => conflict.columns(["community_id", "person_id"]).doNothing())
    .returning("id")
    .executeTakeFirst();
  return row?.id;
}

export async function findMemberOfPerson(db: Readable, communityId: number, personId: string) {
  return db
    .selectFrom("member")
    .where("community_id", "=", communityId)
    .where("person_id", "=", personId)
    .select(["id", "name"])
    .executeTakeFirst();
}

export async function findPersonName(db: Readable, personId: string): Promise<string | undefined> {
  const row = await db.selectFrom("person").where("id", "=", personId).select("name").executeTakeFirst();
  return row?.name;
}

export async function findMembersByName(db: Readable, communityId: number, name: string): Promise<MemberFound[]> {
  return db
    .selectFrom("member")
    .where("community_id", "=", communityId)
    .where("erased_at", "is", null)
    .where(sql<boolean>`lower(name) collate "C" = lower(${name})`)
    .select(["id", "name"])
    .orderBy("id")
    .limit(11)
    .execute();
}

export async function findMemberByEmail(db: Readable, communityId: number, email: string) {
  return db
    .selectFrom("member")
    .innerJoin("person", "person.id", "member.person_id")
    .where("person.email", "=", email)
    .where("member.community_id", "=", communityId)
    .where("member.erased_at", "is", null)
    .select(["member.id", "member.name"])
    .executeTakeFirst();
}

export async function findMemberById(db: Readable, communityId: number, id: number): Promise<MemberFound | undefined> {
  return db
    .selectFrom("member")
    .where("community_id", "=", communityId)
    .where("id", "=", id)
    .where("erased_at", "is", null)
    .select(["id", "name"])
    .executeTakeFirst();
}

/** What a member's page shows; undefined where there is none, or none any more. */
export async function readMember(db: Readable, communityId: number, id: number): Promise<MemberProfile | undefined> {
  const row = await db
    .selectFrom("member")
    .where("community_id", "=", communityId)
    .where("id", "=", id)
    .where("erased_at", "is", null)
    .select(["id", "name", "about", "locale", "theme", "staff", "joined_at as joinedAt", rolesOfMember.as("roles")])
    .executeTakeFirst();
  return row && { ...row, theme: row.theme as Theme | null, roles: rolesOf(row.roles) };
}

export async function selectMembers(
  db: Readable,
  communityId: number,
  wish: {
    prefix: string | null;
    role: GrantableRole | null;
    ids: readonly number[] | null;
    after: { name: string; id: number } | null;
    limit: number;
  },
): Promise<MemberListed[]> {
  const { prefix, role, ids, after } = wish;
  let query = db
    .selectFrom("member")
    .where("member.community_id", "=", communityId)
    .where("member.erased_at", "is", null)
    .select(["member.id", "member.name", "member.staff", "member.joined_at as joinedAt", rolesOfMember.as("roles")])
    .orderBy(nameInOrder)
    .orderBy("member.id")
    .limit(wish.limit);
  if (prefix) {
    const pattern = `${prefix.replace(/[\\%_]/g, "\\$&")}%`;
    query = query.where(sql<boolean>`${nameInOrder} like lower(${pattern})`);
  }
  if (role) {
    query = query.where((at) =>
      at.exists(
        at
          .selectFrom("member_role")
          .whereRef("member_role.community_id", "=", "member.community_id")
          .whereRef("member_role.member_id", "=", "member.id")
          .where("member_role.role", "=", role)
          .select("member_role.role"),
      ),
    );
  }
  if (ids) query = query.where(sql<boolean>`member.id = any(${[...ids]}::bigint[])`);
  if (after) {
    query = query.where(sql<boolean>`(${nameInOrder}, member.id) > (lower(${after.name}) collate "C", ${after.id})`);
  }
  return (await query.execute()).map((row) => ({ ...row, roles: rolesOf(row.roles) }));
}

export async function updateProfile(
  tx: Transaction,
  communityId: number,
  id: number,
  fields: { name?: string; about?: string; locale?: string | null; theme?: Theme | null },
): Promise<void> {
  await tx.db.updateTable("member").set(fields).where("community_id", "=", communityId).where("id", "=", id).execute();
}

/**
 * Lets one change of roles in a community happen at a time: two administrators who take each other's role at the same moment
 * would both count one more. Whoever comes second waits for as long as the first transaction takes.
 */
export async function lockRoles(tx: Transaction, communityId: number): Promise<void> {
  await tx.db.selectFrom("community").where("id", "=", communityId).select("id").forNoKeyUpdate().execute();
}

export async function rolesHeld(tx: Transaction, communityId: number, memberId: number): Promise<GrantableRole[]> {
  const rows = await tx.db
    .selectFrom("member_role")
    .where("community_id", "=", communityId)
    .where("member_id", "=", memberId)
    .select("role")
    .execute();
  return rows.map(({ role }) => role).filter(isRole);
}

export async function countAdmins(tx: Transaction, communityId: number): Promise<number> {
  const { count } = await tx.db
    .selectFrom("member_role")
    .where("community_id", "=", communityId)
    .where("role", "=", "admin")
    .select(sql<number>`count(*)`.as("count"))
    .executeTakeFirstOrThrow();
  return count;
}

export async function insertRole(
  tx: Transaction,
  role: { communityId: number; memberId: number; role: GrantableRole; grantedBy: number | null },
): Promise<void> {
  await tx.db
    .insertInto("member_role")
    .values({
      community_id: role.communityId,
      member_id: role.memberId,
      role: role.role,
      granted_at: tx.now,
      granted_by: role.grantedBy,
    })
    .execute();
}

export async function deleteRole(
  tx: Transaction,
  communityId: number,
  memberId: number,
  role: GrantableRole,
): Promise<void> {
  await tx.db
    .deleteFrom("member_role")
    .where("community_id", "=", communityId)
    .where("member_id", "=", memberId)
    .where("role", "=", role)
    .execute();
}
