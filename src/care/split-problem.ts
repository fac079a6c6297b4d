import type { Actor } from "../accounts/index.ts";
import { cleanLine, err, ok, type Result, refusal } from "../kernel/index.ts";
import type { Transaction } from "../store/index.ts";
import { problemToWorkOn } from "./find-to-work-on.ts";
import { openProblem } from "./open-problem.ts";
import type { Problem } from "./problem.ts";
import { findMessage } from "./queries/messages.ts";
import { insertProblemLink } from "./queries/records.ts";
import { titleNeeded } from "./refusals.ts";

/**
 * Makes a problem of its own out of a message of a problem's conversation, whoever said it: two things were asked at once, or somebody
 * else joined in. What staff wrote, they wrote about the asker's problem, for somebody who rang, say. Returns the new one.
 */
export async function splitProblem(
  tx: Transaction,
  actor: Actor,
  id: number,
  wish: { readonly messageId: number; readonly title: string },
): Promise<Result<Problem>> {
  const found = await problemToWorkOn(tx, actor, id);
  if (!found.ok) return found;
  const problem = found.value;
  const { communityId, memberId: byId } = actor;
  const message = await findMessage(tx.db, communityId, wish.messageId);
  if (!message || message.conversationId !== problem.conversationId) return err(messageElsewhere);
  const title = cleanLine(wish.title).slice(0, 200);
  if (title === "") return err(titleNeeded);
  const askerId = message.byStaff ? problem.askerId : message.authorId;
  const { groupId, areaId, urgency, language, conversationId } = problem;
  const opened = await openProblem(tx, {
    ...{ communityId, origin: "problem", originProblemId: id, askerId, openedBy: byId, title },
    ...{ conversationId, messageId: message.id, groupId, areaId, urgency, language, found: null },
  });
  if (!opened) throw new Error("a problem without a question is always opened");
  await insertProblemLink(tx, { communityId, problemId: opened.id, otherId: id, kind: "split", byId });
  return ok(opened);
}

const messageElsewhere = refusal(
  "conflict",
  "message-elsewhere",
  "This message is not part of the problem's conversation.",
  "Choose one of its messages.",
);
