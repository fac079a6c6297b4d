import { sql } from "kysely";
import { type Database, type Slots, statement, type Transaction } from "../../store/index.ts";
import type { Way } from "../kinds/kind.ts";
import type { DigestSchedule } from "../telling/digest-time.ts";

type Readable = Database | Transaction["db"];

/** How kinds reach a member, where they chose. */
export async function readWays(db: Readable, communityId: number, memberId: number): Promise<Map<string, Way>> {
  const rows = await db
    .selectFrom("notification_preference")
    .where("community_id", "=", communityId)
    .where("member_id", "=", memberId)
    .select(["kind", "way"])
    .execute();
  return new Map(rows.map(({ kind, way }) => [kind, way as Way]));
}

/** When a member's digest goes out; undefined where they have chosen nothing. */
export async function readSchedule(
  db: Readable,
  communityId: number,
  memberId: number,
): Promise<DigestSchedule | undefined> {
  return db
    .selectFrom("digest_schedule")
    .where("community_id", "=", communityId)
    .where("member_id", "=", memberId)
    .select(["time_zone as timeZone", "hour", "last_sent_at as lastSentAt"])
    .executeTakeFirst();
}

export async function upsertWays(
  tx: Transaction,
  communityId: number,
  memberId: number,
  ways: ReadonlyMap<string, Way>,
): Promise<void> {
  if (ways.size === 0) return;
  await tx.db
    .insertInto("notification_preference")
    .values([...ways].map(([kind, way]) => ({ community_id: communityId, member_id: memberId, kind, way })))
    .onConflict((conflict) =>
      conflict
        .columns(["community_id", "member_id", "kind"])
        .doUpdateSet((excluded) => ({ way: excluded.ref("excluded.way") })),
    )
    .execute();
}

/** What waited to be mailed and is not wanted by mail any more waits no longer. */
export async function dropWaiting(
  tx: Transaction,
  communityId: number,
  memberId: number,
  kinds: readonly string[],
): Promise<void> {
  if (kinds.length === 0) return;
  await tx.db
    .updateTable("notification")
    .set({ mail_due_at: null })
    .where("community_id", "=", communityId)
    .where("member_id", "=", memberId)
    .where("kind", "in", [...kinds])
    .where("mail_due_at", "is not", null)
    .execute();
}

export async function upsertSchedule(
  tx: Transaction,
  communityId: number,
  memberId: number,
  schedule: Pick<DigestSchedule, "timeZone" | "hour">,
): Promise<void> {
  const { timeZone, hour } = schedule;
  await tx.db
    .insertInto("digest_schedule")
    .values({ community_id: communityId, member_id: memberId, time_zone: timeZone, hour })
    .onConflict((conflict) =>
      conflict.columns(["community_id", "member_id"]).doUpdateSet({ time_zone: timeZone, hour }),
    )
    .execute();
}

/** Moves what waits for the digest to another moment; returns whether anything does. */
export async function moveDigest(tx: Transaction, communityId: number, memberId: number, to: Date): Promise<boolean> {
  const { numUpdatedRows } = await tx.db
    .updateTable("notification")
    .set({ mail_due_at: to })
    .where("community_id", "=", communityId)
    .where("member_id", "=", memberId)
    .where("way", "=", "digest")
    .where("mail_due_at", "is not", null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** How many notifications wait for a member's next digest. */
export async function countForDigest(db: Readable, communityId: number, memberId: number): Promise<number> {
  const { n } = await db
    .selectFrom("notification")
    .where("community_id", "=", communityId)
    .where("member_id", "=", memberId)
    .where("way", "=", "digest")
    .where("mail_due_at", "is not", null)
    .where("read_at", "is", null)
    .select(({ fn }) => fn.countAll<number>().as("n"))
    .executeTakeFirstOrThrow();
  return Number(n);
}

export type FollowSubject = "question" | "tag" | "group";

interface FollowKey {
  readonly communityId: number;
  readonly memberId: number;
  readonly subject: FollowSubject;
  readonly key: string;
}

/** Whether a member follows something, or has ended that: read for pages that offer it. */
export const findFollow = statement((db, slot: Slots<FollowKey>) =>
  db
    .selectFrom("follow")
    .where("community_id", "=", slot("communityId"))
    .where("member_id", "=", slot("memberId"))
    .where("subject", "=", slot("subject"))
    .where("key", "=", slot("key"))
    .select(({ eb }) => eb("ended_at", "is", null).as("follows")),
);

/** Begins to follow; false where they do already. */
export async function beginFollow(tx: Transaction, follow: FollowKey): Promise<boolean> {
  const { rows } = await sql`
    insert into follow as held (community_id, member_id, subject, key, because, began_at)
    values (${follow.communityId}, ${follow.memberId}, ${follow.subject}, ${follow.key}, 'chosen', ${tx.now})
    on conflict (community_id, member_id, subject, key) do update
      set because = 'chosen', began_at = excluded.began_at, ended_at = null where held.ended_at is not null
    returning key`.execute(tx.db);
  return rows.length > 0;
}

/** Ends a follow, and keeps that, so that nothing begins it again by itself; false where there was none. */
export async function finishFollow(tx: Transaction, follow: FollowKey): Promise<boolean> {
  const { rows } = await sql`
    insert into follow as held (community_id, member_id, subject, key, because, began_at, ended_at)
    values (${follow.communityId}, ${follow.memberId}, ${follow.subject}, ${follow.key}, 'chosen', ${tx.now}, ${tx.now})
    on conflict (community_id, member_id, subject, key) do update
      set ended_at = excluded.ended_at where held.ended_at is null
    returning key`.execute(tx.db);
  return rows.length > 0;
}

/** Something that a member follows, with the words to show it by. */
export interface FollowListed {
  readonly subject: FollowSubject;
  readonly key: string;
  readonly name: string;
  readonly because: "chosen" | "asked" | "answered";
  readonly beganAt: Date;
  /** Where a list goes on after this one. */
  readonly place: string;
}

export interface FollowWish {
  readonly communityId: number;
  readonly memberId: number;
  /** The `place` of the last of those that were listed already. */
  readonly after?: string | undefined;
  readonly limit: number;
}

/** What a member follows, the newest first; what was removed since is left out. */
export async function listFollowRows(db: Readable, wish: FollowWish): Promise<FollowListed[]> {
  const { communityId, memberId, after, limit } = wish;
  const goesOn =
    after === undefined
      ? sql`true`
      : sql`(f.began_at, f.subject, f.key) < (select began_at, subject, key from follow
          where community_id = ${communityId} and member_id = ${memberId} and subject || ':' || key = ${after})`;
  const { rows } = await sql<FollowListed>`
    select f.subject, f.subject || ':' || f.key as place, case f.subject when 'group' then g.slug else f.key end as key,
      coalesce(q.title, g.name, f.key) as name, f.because, f.began_at as "beganAt"
    from follow f
    left join notifiable_question q
      on q.community_id = f.community_id and q.id = case f.subject when 'question' then f.key::bigint end
    left join notifiable_group g
      on g.community_id = f.community_id and g.id = case f.subject when 'group' then f.key::bigint end
    where f.community_id = ${communityId} and f.member_id = ${memberId} and f.ended_at is null
      and (f.subject = 'tag' or q.state <> 'removed' or g.id is not null) and ${goesOn}
    order by f.began_at desc, f.subject desc, f.key desc limit ${limit}`.execute(db);
  return rows;
}

/** The key by which something is followed; null where there is no such thing. */
export async function findFollowKey(
  db: Readable,
  communityId: number,
  subject: FollowSubject,
  name: string,
): Promise<string | null> {
  const { rows } =
    subject === "group"
      ? await sql<{ key: string }>`
          select id::text as key from notifiable_group where community_id = ${communityId} and slug = ${name}`.execute(
          db,
        )
      : subject === "question"
        ? await sql<{ key: string }>`
          select id::text as key from notifiable_question
          where community_id = ${communityId} and id = ${/^[1-9]\d{0,14}$/.test(name) ? Number(name) : 0} and state <> 'removed'`.execute(
            db,
          )
        : await sql<{ key: string }>`
          select name as key from notifiable_tag where community_id = ${communityId} and name = ${name}`.execute(db);
  return rows[0]?.key ?? null;
}
