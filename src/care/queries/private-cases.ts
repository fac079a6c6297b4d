import type { Database, Transaction } from "../../store/index.ts";
import { type Stretch, stretchOf } from "./stretch.ts";

export async function findPrivateCase(
  database: Database | Transaction["db"],
  communityId: number,
  problemId: number,
): Promise<{ conversationId: number; publicAnswerId: number | null } | undefined> {
  return database
    .selectFrom("private_case")
    .select(["conversation_id as conversationId", "public_answer_id as publicAnswerId"])
    .where("community_id", "=", communityId)
    .where("problem_id", "=", problemId)
    .executeTakeFirst();
}

export async function insertPrivateCase(
  tx: Transaction,
  row: { communityId: number; problemId: number; conversationId: number; openedBy: number },
): Promise<void> {
  await tx.db
    .insertInto("private_case")
    .values({
      community_id: row.communityId,
      problem_id: row.problemId,
      conversation_id: row.conversationId,
      opened_by: row.openedBy,
      opened_at: tx.now,
    })
    .execute();
}

export async function setPublicAnswer(
  tx: Transaction,
  communityId: number,
  problemId: number,
  answerId: number,
): Promise<void> {
  await tx.db
    .updateTable("private_case")
    .set({ public_answer_id: answerId })
    .where("community_id", "=", communityId)
    .where("problem_id", "=", problemId)
    .execute();
}

/** Something said in a private conversation. */
export interface PrivateWord {
  readonly id: number;
  readonly author: { readonly memberId: number; readonly name: string; readonly staff: boolean };
  readonly at: Date;
  readonly body: string;
  readonly html: string;
}

const mostWords = 200;

/** The words of a private conversation, 200 at a time: the newest, or those before a word's id. */
export async function listPrivateWords(
  database: Database,
  communityId: number,
  conversationId: number,
  before: number | null,
): Promise<Stretch<PrivateWord>> {
  const rows = await database
    .selectFrom("message as m")
    .innerJoin("member as a", (join) =>
      join.onRef("a.community_id", "=", "m.community_id").onRef("a.id", "=", "m.author_id"),
    )
    .select(["m.id", "m.created_at as at", "m.body", "m.html", "a.id as memberId", "a.name", "a.staff"])
    .where("m.community_id", "=", communityId)
    .where("m.conversation_id", "=", conversationId)
    .where("m.removed_at", "is", null)
    .$if(before !== null, (query) => query.where("m.id", "<", before))
    .orderBy("m.id", "desc")
    .limit(mostWords + 1)
    .execute();
  const words = rows.map(({ memberId, name, staff, ...row }) => ({ ...row, author: { memberId, name, staff } }));
  return stretchOf(words, mostWords);
}
