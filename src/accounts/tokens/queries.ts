import { sql } from "kysely";
import type { Database, Transaction } from "../../store/index.ts";
import type { Scope } from "../actor.ts";

/** A token as its member sees it; the secret is not kept. */
export interface TokenListed {
  readonly id: number;
  readonly name: string;
  readonly scopes: readonly Scope[];
  readonly createdAt: Date;
  readonly expiresAt: Date | null;
  readonly lastUsedAt: Date | null;
}

interface NewToken {
  readonly communityId: number;
  readonly memberId: number;
  readonly name: string;
  readonly secretHash: string;
  readonly scopes: readonly Scope[];
  readonly expiresAt: Date | null;
}

export async function insertToken(tx: Transaction, token: NewToken): Promise<number> {
  const { id } = await tx.db
    .insertInto("token")
    .values({
      community_id: token.communityId,
      member_id: token.memberId,
      name: token.name,
      secret_hash: token.secretHash,
      scopes: [...token.scopes],
      created_at: tx.now,
      expires_at: token.expiresAt,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

/** How many tokens of a member work at this moment. */
export async function countTokens(tx: Transaction, communityId: number, memberId: number): Promise<number> {
  const { count } = await tx.db
    .selectFrom("token")
    .where("community_id", "=", communityId)
    .where("member_id", "=", memberId)
    .where("revoked_at", "is", null)
    .where((at) => at.or([at("expires_at", "is", null), at("expires_at", ">", tx.now)]))
    .select(sql<number>`count(*)`.as("count"))
    .executeTakeFirstOrThrow();
  return count;
}

export async function memberExists(tx: Transaction, communityId: number, memberId: number): Promise<boolean> {
  const found = await tx.db
    .selectFrom("member")
    .where("community_id", "=", communityId)
    .where("id", "=", memberId)
    .where("erased_at", "is", null)
    .select("id")
    .executeTakeFirst();
  return found !== undefined;
}

/** Marks a member's token as revoked; false where they have no such token, or have revoked it already. */
export async function markRevoked(
  tx: Transaction,
  communityId: number,
  memberId: number,
  id: number,
): Promise<boolean> {
  const changed = await tx.db
    .updateTable("token")
    .set({ revoked_at: tx.now })
    .where("community_id", "=", communityId)
    .where("member_id", "=", memberId)
    .where("id", "=", id)
    .where("revoked_at", "is", null)
    .executeTakeFirst();
  return changed.numUpdatedRows > 0n;
}

/** A member's tokens that are not revoked, the newest first. */
export async function listTokens(database: Database, communityId: number, memberId: number): Promise<TokenListed[]> {
  const rows = await database
    .selectFrom("token")
    .where("community_id", "=", communityId)
    .where("member_id", "=", memberId)
    .where("revoked_at", "is", null)
    .select([
      "id",
      "name",
      "scopes",
      "created_at as createdAt",
      "expires_at as expiresAt",
      "last_used_at as lastUsedAt",
    ])
    .orderBy("id", "desc")
    .limit(200)
    .execute();
  return rows.map((row) => ({ ...row, scopes: row.scopes as Scope[] }));
}
