import type { Database } from "../../store/index.ts";

/** What a person sees of their own account besides sessions and tokens. */
export interface AccountRead {
  readonly email: string;
  readonly hasPassword: boolean;
  readonly memberships: readonly { readonly communityId: number; readonly memberId: number }[];
}

/** A person's account; undefined where there is no such person. */
export async function readAccount(database: Database, personId: string): Promise<AccountRead | undefined> {
  const person = await database.selectFrom("person").where("id", "=", personId).select("email").executeTakeFirst();
  if (!person) return undefined;
  const [credential, memberships] = await Promise.all([
    database
      .selectFrom("credential")
      .where("person_id", "=", personId)
      .where("password", "is not", null)
      .select("id")
      .executeTakeFirst(),
    database
      .selectFrom("member")
      .where("person_id", "=", personId)
      .where("erased_at", "is", null)
      .select(["community_id as communityId", "id as memberId"])
      .orderBy("community_id")
      .limit(500)
      .execute(),
  ]);
  return { email: person.email, hasPassword: credential !== undefined, memberships };
}
