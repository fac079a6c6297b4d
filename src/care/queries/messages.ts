import type { Database } from "../../store/index.ts";

export interface MessageSeen {
  readonly id: number;
  readonly conversationId: number;
  readonly authorId: number;
  /** Whether whoever wrote it works for the brand. */
  readonly byStaff: boolean;
  readonly body: string;
}

/** A message that is there; undefined where it never was or was removed. */
export async function findMessage(
  database: Database,
  communityId: number,
  id: number,
): Promise<MessageSeen | undefined> {
  return database
    .selectFrom("message as m")
    .innerJoin("member as a", (join) =>
      join.onRef("a.community_id", "=", "m.community_id").onRef("a.id", "=", "m.author_id"),
    )
    .select(["m.id", "m.conversation_id as conversationId", "m.author_id as authorId", "a.staff as byStaff", "m.body"])
    .where("m.community_id", "=", communityId)
    .where("m.id", "=", id)
    .where("m.removed_at", "is", null)
    .executeTakeFirst();
}

/** The newest message in a conversation that neither the asker nor this member wrote; null where there is none. */
export async function lastWordOfOthers(
  database: Database,
  wanted: { communityId: number; conversationId: number; askerId: number; memberId: number },
): Promise<number | null> {
  const row = await database
    .selectFrom("message")
    .select("id")
    .where("community_id", "=", wanted.communityId)
    .where("conversation_id", "=", wanted.conversationId)
    .where("author_id", "not in", [wanted.askerId, wanted.memberId])
    .where("removed_at", "is", null)
    .orderBy("id", "desc")
    .limit(1)
    .executeTakeFirst();
  return row?.id ?? null;
}
