import { sql } from "kysely";
import { type Database, statement } from "../../store/index.ts";

/** A moment in ISO 8601: cheaper to hand to pg than a Date, on the hottest path there is. */
type Moment = string;

interface ActorRow {
  memberId: number;
  personId: string | null;
  name: string;
  locale: string | null;
  theme: string | null;
  /** Separated by spaces; null for none. */
  roles: string | null;
}

export interface SessionRow extends ActorRow {
  unread: number;
  /** Whether the session has been used so little lately that it is time to prolong it. */
  due: boolean;
}

export interface TokenRow extends ActorRow {
  tokenId: number;
  scopes: string;
  /** Whether the last use that is noted is too long ago. */
  due: boolean;
}

const rolesOfMember = sql<string | null>`(
  select string_agg(role, ' ' order by role) from member_role
  where community_id = member.community_id and member_id = member.id)`;

/** The member behind a session, in one look-up by two unique keys. */
export const findSessionActor = statement<
  { token: string; communityId: number; now: Moment; dueBefore: Moment },
  SessionRow
>((db, slot) =>
  db
    .selectFrom("session")
    .innerJoin("member", "member.person_id", "session.person_id")
    .where("session.token", "=", slot("token"))
    .where("session.expires_at", ">", sql<Date>`${slot("now")}::timestamptz`)
    .where("member.community_id", "=", slot("communityId"))
    .where("member.erased_at", "is", null)
    .select([
      "member.id as memberId",
      "member.person_id as personId",
      "member.name",
      "member.locale",
      "member.theme",
      "member.unread_count as unread",
      sql<boolean>`session.expires_at < ${slot("dueBefore")}::timestamptz`.as("due"),
      rolesOfMember.as("roles"),
    ]),
);

/** The member behind an API token. */
export const findTokenActor = statement<
  { secretHash: string; communityId: number; now: Moment; dueBefore: Moment },
  TokenRow
>((db, slot) =>
  db
    .selectFrom("token")
    .innerJoin("member", (join) =>
      join.onRef("member.community_id", "=", "token.community_id").onRef("member.id", "=", "token.member_id"),
    )
    .where("token.community_id", "=", slot("communityId"))
    .where("token.secret_hash", "=", slot("secretHash"))
    .where("token.revoked_at", "is", null)
    .where((at) =>
      at.or([at("token.expires_at", "is", null), at("token.expires_at", ">", sql<Date>`${slot("now")}::timestamptz`)]),
    )
    .where("member.erased_at", "is", null)
    .select([
      "member.id as memberId",
      "member.person_id as personId",
      "member.name",
      "member.locale",
      "member.theme",
      "token.id as tokenId",
      sql<boolean>`coalesce(token.last_used_at <= ${slot("dueBefore")}::timestamptz, true)`.as("due"),
      sql<string>`array_to_string(token.scopes, ' ')`.as("scopes"),
      rolesOfMember.as("roles"),
    ]),
);

/** The person behind a session, member anywhere or not. */
export const findSessionPerson = statement<
  { token: string; now: Moment },
  { personId: string; name: string; email: string }
>((db, slot) =>
  db
    .selectFrom("session")
    .innerJoin("person", "person.id", "session.person_id")
    .where("session.token", "=", slot("token"))
    .where("session.expires_at", ">", sql<Date>`${slot("now")}::timestamptz`)
    .select(["person.id as personId", "person.name", "person.email"]),
);

export async function extendSession(database: Database, token: string, now: Date, expiresAt: Date): Promise<void> {
  await database
    .updateTable("session")
    .set({ expires_at: expiresAt, updated_at: now })
    .where("token", "=", token)
    .where("expires_at", "<", expiresAt)
    .execute();
}

export async function markTokenUsed(database: Database, communityId: number, id: number, now: Date): Promise<void> {
  await database
    .updateTable("token")
    .set({ last_used_at: now })
    .where("community_id", "=", communityId)
    .where("id", "=", id)
    .execute();
}
