import * as into from "./queries/restore-rows.ts";
import type { RecordOf } from "./records.ts";
import type { Context, Line } from "./restore.ts";

// What members follow, and what reaches them and how.

export async function restoreFollows(
  { tx, communityId, ids }: Context,
  lines: readonly Line<"follows">[],
): Promise<void> {
  await loadMembers({ ids }, lines);
  for (const subject of ["question", "group"] as const) {
    await ids.load(
      subject,
      lines.flatMap(({ record }) => (record.subject === subject ? record.followedId : [])),
    );
  }
  const keyOf = ({ subject, followedId, tag }: RecordOf<"follows">, line: number) =>
    subject === "tag" ? (tag ?? "") : String(ids.of(subject, followedId ?? 0, line));
  const rows = lines.map(({ line, record }) => ({
    community_id: communityId,
    member_id: ids.of("member", record.memberId, line),
    subject: record.subject,
    key: keyOf(record, line),
    because: record.because,
    began_at: record.beganAt,
    ended_at: record.endedAt,
  }));
  await into.insertFollows(tx, rows);
}

export async function restoreWays(
  { tx, communityId, ids }: Context,
  lines: readonly Line<"notification-ways">[],
): Promise<void> {
  await loadMembers({ ids }, lines);
  const rows = lines.map(({ line, record: { memberId, kind, way } }) => ({
    ...{ community_id: communityId, member_id: ids.of("member", memberId, line), kind, way },
  }));
  await into.insertWays(tx, rows);
}

export async function restoreDigestHours(
  { tx, communityId, ids }: Context,
  lines: readonly Line<"digest-hours">[],
): Promise<void> {
  await loadMembers({ ids }, lines);
  const rows = lines.map(({ line, record: { memberId, timeZone, hour } }) => ({
    ...{ community_id: communityId, member_id: ids.of("member", memberId, line), time_zone: timeZone, hour },
  }));
  await into.insertDigestHours(tx, rows);
}

function loadMembers(
  { ids }: Pick<Context, "ids">,
  lines: readonly { readonly record: { readonly memberId: number } }[],
): Promise<void> {
  return ids.load(
    "member",
    lines.map(({ record }) => record.memberId),
  );
}
