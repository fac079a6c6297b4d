import { sql } from "kysely";
import { err, ok, type Result, refusal } from "../kernel/index.ts";
import type { Transaction } from "./transact.ts";

/** Names a request that its sender may send again: whoever asks, the key they made up for it, and a hash of what they ask. */
export interface RequestOnce {
  readonly communityId: number;
  readonly memberId: number;
  /** 1 to 255 characters. */
  readonly key: string;
  readonly fingerprint: string;
}

/** What a request was answered with. */
export interface Outcome {
  readonly status: number;
  readonly location: string | null;
  readonly body: string;
}

/** How long an outcome is kept: long enough for a program that tries again after a night without a network. */
const keptMs = 24 * 60 * 60 * 1000;
const clearedAtOnce = 100;

/**
 * Acts, and keeps the outcome in the same transaction; asked again within a day, acts no more and gives the kept outcome. Whoever
 * asks again while the first is still under way waits at the primary key until that transaction has ended. A refusal keeps nothing.
 * A key that was used for something else is refused with `idempotency-key-reused`.
 */
export async function actOnce(
  tx: Transaction,
  request: RequestOnce,
  act: () => Promise<Result<Outcome>>,
): Promise<Result<Outcome & { readonly again: boolean }>> {
  const over = new Date(tx.now.getTime() - keptMs);
  if (!(await takeKey(tx, request, over))) return keptOutcome(tx, request);
  const outcome = await act();
  if (!outcome.ok) return outcome;
  await keepOutcome(tx, request, outcome.value, over);
  return ok({ ...outcome.value, again: false });
}

/** True where the key is new, or what it stood for is over. */
async function takeKey(tx: Transaction, request: RequestOnce, over: Date): Promise<boolean> {
  const { rows } = await sql`
    insert into idempotency_key as held (community_id, member_id, key, fingerprint, created_at)
    values (${request.communityId}, ${request.memberId}, ${request.key}, ${request.fingerprint}, ${tx.now})
    on conflict (community_id, member_id, key) do update
      set fingerprint = excluded.fingerprint, created_at = excluded.created_at, status = null, location = null, body = null
      where held.created_at <= ${over}
    returning key`.execute(tx.db);
  return rows.length > 0;
}

async function keptOutcome(tx: Transaction, request: RequestOnce): Promise<Result<Outcome & { again: boolean }>> {
  const kept = await tx.db
    .selectFrom("idempotency_key")
    .select(["fingerprint", "status", "location", "body"])
    .where("community_id", "=", request.communityId)
    .where("member_id", "=", request.memberId)
    .where("key", "=", request.key)
    .executeTakeFirstOrThrow();
  if (kept.fingerprint !== request.fingerprint) return err(keyReused());
  return ok({ status: kept.status ?? 200, location: kept.location, body: kept.body ?? "", again: true });
}

/** Also clears some of what is over: each new key does, so that no job is needed. Rows that another is clearing are left to them. */
async function keepOutcome(tx: Transaction, request: RequestOnce, outcome: Outcome, over: Date): Promise<void> {
  await sql`
    with cleared as (
      delete from idempotency_key where (community_id, member_id, key) in (
        select community_id, member_id, key from idempotency_key
        where community_id = ${request.communityId} and created_at <= ${over}
        order by created_at limit ${clearedAtOnce} for update skip locked)
    )
    update idempotency_key set status = ${outcome.status}, location = ${outcome.location}, body = ${outcome.body}
    where community_id = ${request.communityId} and member_id = ${request.memberId} and key = ${request.key}`.execute(
    tx.db,
  );
}

function keyReused() {
  return refusal(
    "invalid",
    "idempotency-key-reused",
    "This Idempotency-Key was sent before with another request.",
    "Make a new key for each new request, and send the same one only to repeat a request.",
  );
}
