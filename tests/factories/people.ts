import type { Actor, GrantableRole } from "../../src/accounts/index.ts";
import { createCommunity, createGroup } from "../../src/community/index.ts";
import { ok, unwrap } from "../../src/kernel/index.ts";
import type { Store } from "../../src/store/index.ts";

/** A community with one help group, and members who may act in it. */
export interface Village {
  readonly communityId: number;
  readonly slug: string;
  /** The help group's slug. */
  readonly group: string;
  readonly admin: Actor;
  /** A new member with these roles. */
  member(name?: string, roles?: readonly GrantableRole[]): Promise<Actor>;
}

let villages = 0;

export async function buildVillage(store: Store, slug = `village-${++villages}`): Promise<Village> {
  const community = unwrap(
    await store.transact((tx) => createCommunity(tx, { slug, name: `Village ${slug}`, description: "", locale: "en" })),
  );
  const member: Village["member"] = async (name = "Ada", roles = []) => {
    const memberId = unwrap(
      await store.transact(async (tx) => {
        const row = await tx.db
          .insertInto("member")
          .values({ community_id: community.id, name, joined_at: tx.now })
          .returning("id")
          .executeTakeFirstOrThrow();
        for (const role of roles) {
          await tx.db
            .insertInto("member_role")
            .values({ community_id: community.id, member_id: row.id, role, granted_at: tx.now })
            .execute();
        }
        return ok(row.id);
      }),
    );
    return {
      communityId: community.id,
      memberId,
      personId: null,
      name,
      roles: ["member", ...roles],
      staff: roles.some((role) => role !== "steward"),
      locale: null,
      theme: null,
      scopes: null,
      sessionKey: null,
    };
  };
  const admin = await member("Admin", ["admin"]);
  const fields = { slug: "help", name: "Help", purpose: "Ask here.", rules: "", charter: "help" as const };
  unwrap(await store.transact((tx) => createGroup(tx, admin, fields)));
  return { communityId: community.id, slug: community.slug, group: "help", admin, member };
}
