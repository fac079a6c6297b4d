import { type Actor, ensureMay, findMember } from "../accounts/index.ts";
import { openConversation, postMessage } from "../conversation/index.ts";
import { cleanLine, err, ok, type Result } from "../kernel/index.ts";
import type { Transaction } from "../store/index.ts";
import { openProblem } from "./open-problem.ts";
import type { Problem, Urgency } from "./problem.ts";
import { findAreaBySlug } from "./queries/areas.ts";
import { areaMissing, titleNeeded } from "./refusals.ts";

/** A problem that staff opens for somebody, who called or wrote elsewhere. */
export interface ForMember {
  readonly askerId: number;
  readonly title: string;
  /** What they said, in Markdown. */
  readonly body: string;
  readonly urgency?: Urgency | undefined;
  /** A subject area's slug. */
  readonly area?: string | undefined;
}

/** Opens a problem on behalf of a member, in a private conversation of theirs; it stands at the desk at once. */
export async function openForMember(tx: Transaction, actor: Actor, given: ForMember): Promise<Result<Problem>> {
  const permitted = ensureMay(actor, "work on problems");
  if (!permitted.ok) return permitted;
  const { communityId, memberId: openedBy } = actor;
  const asker = await findMember(tx.db, communityId, `id:${given.askerId}`);
  if (!asker.ok) return asker;
  const title = [...cleanLine(given.title)].slice(0, 200).join("");
  if (title === "") return err(titleNeeded);
  const area = given.area === undefined ? undefined : await findAreaBySlug(tx.db, communityId, given.area);
  if (given.area !== undefined && !area) return err(areaMissing);
  const conversationId = await openConversation(tx, communityId, "private");
  const posted = await postMessage(tx, { communityId, conversationId, authorId: openedBy, body: given.body });
  if (!posted.ok) return posted;
  const problem = await openProblem(tx, {
    ...{ communityId, origin: "staff", askerId: given.askerId, openedBy, conversationId, messageId: posted.value.id },
    ...{
      title,
      groupId: null,
      areaId: area?.id ?? null,
      urgency: given.urgency ?? "normal",
      language: null,
      found: null,
    },
  });
  if (!problem) throw new Error("a problem without a question is always opened");
  return ok(problem);
}
