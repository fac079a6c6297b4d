import { err, ok, type Result, refusal } from "../../kernel/index.ts";
import type { Transaction } from "../../store/index.ts";
import { markRevoked } from "./queries.ts";

/** Ends a member's token for good. Appends `token.revoked`. */
export async function revokeToken(
  tx: Transaction,
  owner: { readonly communityId: number; readonly memberId: number },
  tokenId: number,
): Promise<Result<void>> {
  const { communityId, memberId } = owner;
  if (!(await markRevoked(tx, communityId, memberId, tokenId))) {
    return err(
      refusal(
        "missing",
        "token-not-found",
        "You have no such token.",
        "Look at the list of your tokens; it may be revoked already.",
      ),
    );
  }
  tx.append({
    communityId,
    kind: "token.revoked",
    actorId: memberId,
    subject: "token",
    subjectId: tokenId,
    data: { memberId },
  });
  return ok(undefined);
}
