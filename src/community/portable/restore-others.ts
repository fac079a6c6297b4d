import { remember } from "./ids.ts";
import { linksHere } from "./links-here.ts";
import * as write from "./queries/restore.ts";
import * as into from "./queries/restore-rows.ts";
import type { Context, Line } from "./restore.ts";

export async function restoreHelped(
  { tx, communityId, ids }: Context,
  lines: readonly Line<"helped">[],
): Promise<void> {
  await ids.load(
    "message",
    lines.map(({ record }) => record.answerId),
  );
  await ids.load(
    "member",
    lines.map(({ record }) => record.memberId),
  );
  const rows = lines.map(({ line, record }) => ({
    community_id: communityId,
    answer_id: ids.of("message", record.answerId, line),
    member_id: ids.of("member", record.memberId, line),
    created_at: record.helpedAt,
  }));
  await into.insertHelped(tx, rows);
}

export async function restoreThanks(
  { tx, key, communityId, ids }: Context,
  lines: readonly Line<"thanks">[],
): Promise<void> {
  await ids.load(
    "message",
    lines.map(({ record }) => record.messageId),
  );
  await ids.load(
    "member",
    lines.flatMap(({ record }) => [record.fromId, record.toId]),
  );
  const fresh = await write.takeIds(tx, "thanks", lines.length);
  const placed = lines.map((line, index) => ({ ...line, id: fresh[index] ?? 0 }));
  const rows = placed.map(({ line, record, id }) => ({
    community_id: communityId,
    id,
    message_id: ids.of("message", record.messageId, line),
    from_id: ids.of("member", record.fromId, line),
    to_id: ids.of("member", record.toId, line),
    note: record.note,
    created_at: record.thankedAt,
  }));
  await into.insertThanksRows(tx, rows);
  await remember(tx, key, "thanks", placed);
}

export async function restoreLinks({ tx, communityId, ids }: Context, lines: readonly Line<"links">[]): Promise<void> {
  await ids.load(
    "question",
    lines.flatMap(({ record }) => [record.questionId, record.otherId]),
  );
  const rows = lines.map(({ line, record }) => ({
    community_id: communityId,
    question_id: ids.of("question", record.questionId, line),
    other_id: ids.of("question", record.otherId, line),
    kind: record.kind,
    created_at: record.linkedAt,
  }));
  await into.insertLinks(tx, rows);
}

export async function restoreRevisions(context: Context, lines: readonly Line<"revisions">[]): Promise<void> {
  const { tx, communityId, ids } = context;
  await ids.load(
    "message",
    lines.map(({ record }) => record.messageId),
  );
  await ids.load(
    "member",
    lines.map(({ record }) => record.replacedBy),
  );
  const said = await linksHere(
    context,
    lines.map(({ record }) => record.body),
  );
  const rows = lines.map(({ line, record }) => ({
    community_id: communityId,
    message_id: ids.of("message", record.messageId, line),
    title: record.title,
    body: said(record.body),
    tags: record.tags,
    replaced_at: record.replacedAt,
    replaced_by: ids.of("member", record.replacedBy, line),
  }));
  await into.insertRevisions(tx, rows);
}
