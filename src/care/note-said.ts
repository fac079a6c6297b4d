import type { Transaction } from "../store/index.ts";
import type { Problem } from "./problem.ts";

/**
 * Appends `message.said`: somebody's words about a problem in a conversation that is no question's page, so that whoever they are for
 * is told. `privately` where they were said in a private case, whose words stand nowhere else.
 */
export function noteSaid(
  tx: Transaction,
  { communityId, id, questionId }: Problem,
  said: { readonly messageId: number; readonly byId: number; readonly privately: boolean },
): void {
  tx.append({
    ...{ communityId, kind: "message.said", actorId: said.byId, subject: "message", subjectId: said.messageId },
    data: { problemId: id, privately: said.privately, ...(questionId === null ? {} : { questionId }) },
  });
}
