import { type Actor, ensureMay } from "../../accounts/index.ts";
import { err, ok, type Result, refusal } from "../../kernel/index.ts";
import type { Transaction } from "../../store/index.ts";
import { beginFollow, type FollowSubject, findFollowKey, finishFollow } from "../queries/choices.ts";

/** Something to follow: a question by its id, a tag by its name, a group by its slug. */
export interface FollowTarget {
  readonly subject: FollowSubject;
  readonly name: string;
}

const missing = refusal(
  "missing",
  "nothing-to-follow",
  "There is nothing here to follow.",
  "It may have been removed; look at the list it stood in.",
);

/** Follows something from now on; following twice changes nothing. Appends `follow.begun`. */
export function follow(tx: Transaction, actor: Actor, target: FollowTarget): Promise<Result<void>> {
  return change(tx, actor, target, true);
}

/** Ends a follow, also one that began by itself. Appends `follow.ended`. */
export function endFollow(tx: Transaction, actor: Actor, target: FollowTarget): Promise<Result<void>> {
  return change(tx, actor, target, false);
}

async function change(
  tx: Transaction,
  actor: Actor,
  { subject, name }: FollowTarget,
  begins: boolean,
): Promise<Result<void>> {
  const permitted = ensureMay(actor, "choose own notifications");
  if (!permitted.ok) return permitted;
  const { communityId, memberId } = actor;
  const key = await findFollowKey(tx.db, communityId, subject, name);
  if (key === null) return err(missing);
  const wish = { communityId, memberId, subject, key };
  const changed = begins ? await beginFollow(tx, wish) : await finishFollow(tx, wish);
  if (changed) {
    tx.append({
      communityId,
      kind: begins ? "follow.begun" : "follow.ended",
      actorId: memberId,
      subject: "member",
      subjectId: memberId,
      // A tag is a word, and words stay out of the log.
      data: subject === "tag" ? { followed: subject } : { followed: subject, [`${subject}Id`]: Number(key) },
    });
  }
  return ok(undefined);
}
