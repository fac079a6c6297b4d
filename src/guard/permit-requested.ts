import { cleanLine } from "../kernel/index.ts";
import type { Transaction } from "../store/index.ts";
import { issuedPermit, type OpenedBasis, type Permit, type RequestedBasis } from "./permit.ts";
import { insertPermit } from "./queries.ts";

export interface Requested {
  readonly communityId: number;
  /** null where whoever asked is not known as a member (yet). */
  readonly memberId: number | null;
  readonly basis: RequestedBasis;
  /** A sentence in the reader's language that says why this reaches them. */
  readonly reason: string;
}

export interface Opened {
  readonly communityId: number;
  /** Whose moment it is. */
  readonly memberId: number;
  readonly basis: OpenedBasis;
  /** A sentence in the reader's language that says why this reaches them. */
  readonly reason: string;
}

/** Permits a mail that its reader has asked for just now. Appends `permit.issued`. Throws where the reason is missing. */
export function permitRequested(tx: Transaction, requested: Requested): Promise<Permit> {
  return issue(tx, requested);
}

/** Permits a mail at a moment that a member has opened. Appends `permit.issued`. Throws where the reason is missing. */
export function permitOpened(tx: Transaction, opened: Opened): Promise<Permit> {
  return issue(tx, opened);
}

async function issue(tx: Transaction, wish: Requested | Opened): Promise<Permit> {
  const reason = cleanLine(wish.reason);
  if (reason === "") throw new Error("a permit without a reason that its reader can read");
  const { communityId, memberId, basis } = wish;
  const id = await insertPermit(tx, { communityId, memberId, basis, reason });
  tx.append({
    communityId,
    kind: "permit.issued",
    actorId: memberId,
    subject: "permit",
    subjectId: id,
    data: { basis },
  });
  return issuedPermit({ communityId, id, memberId, basis, reason });
}
