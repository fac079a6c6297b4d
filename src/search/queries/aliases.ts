import type { Transaction } from "../../store/index.ts";

/** Words that found their answer. */
export interface NewAlias {
  readonly communityId: number;
  readonly questionId: number;
  readonly answerId: number | null;
  readonly memberId: number;
  readonly text: string;
}

/** Keeps an alias of a question; one that it has already stays whose it was. */
export async function insertAlias(tx: Transaction, alias: NewAlias): Promise<void> {
  await tx.db
    .insertInto("question_alias")
    .values({
      community_id: alias.communityId,
      question_id: alias.questionId,
      answer_id: alias.answerId,
      member_id: alias.memberId,
      text: alias.text,
      created_at: tx.now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
