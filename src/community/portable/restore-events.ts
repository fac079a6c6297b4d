import type { Ids, Space } from "./ids.ts";
import * as into from "./queries/restore-rows.ts";
import type { RecordOf } from "./records.ts";
import type { Context, Line } from "./restore.ts";

export async function restoreEvents(context: Context, lines: readonly Line<"events">[]): Promise<void> {
  await loadEventIds(context.ids, lines);
  const rows = lines.map(({ record }) => eventRow(context, record)).filter((row) => row !== null);
  await into.insertEvents(context.tx, rows);
  context.restored.eventsLeft += lines.length - rows.length;
}

/** What the subject of an event is, and what the ids in its data are; docs/import-and-export.md lists them. */
const subjectSpaces: Readonly<Record<string, Space>> = {
  member: "member",
  group: "group",
  question: "question",
  answer: "message",
  comment: "message",
  thanks: "thanks",
};
const dataSpaces: Readonly<Record<string, Space>> = {
  groupId: "group",
  memberId: "member",
  fromId: "member",
  toId: "member",
  questionId: "question",
  otherId: "question",
  answerId: "message",
  commentId: "message",
  messageId: "message",
};

async function loadEventIds(ids: Ids, lines: readonly Line<"events">[]): Promise<void> {
  const wanted = new Map<Space, number[]>();
  const want = (space: Space | undefined, id: unknown) => {
    if (space && typeof id === "number") wanted.set(space, [...(wanted.get(space) ?? []), id]);
  };
  for (const { record } of lines) {
    want("member", record.actorId);
    want(subjectSpaces[record.subject], record.subjectId);
    for (const [name, value] of Object.entries(record.data)) want(dataSpaces[name], value);
  }
  for (const [space, some] of wanted) await ids.load(space, some);
}

/** An event with this installation's ids; null where what it is about is not here. Ids of unknown things are left out of its data. */
function eventRow({ communityId, ids }: Context, record: RecordOf<"events">): into.EventRow | null {
  const space = subjectSpaces[record.subject];
  const subjectId = record.subject === "community" ? communityId : space && ids.find(space, record.subjectId);
  const actorId = record.actorId === null ? null : ids.find("member", record.actorId);
  if (subjectId === undefined || actorId === undefined) return null;
  const data = Object.entries(record.data).flatMap(([name, value]) => {
    if (typeof value !== "number" || !name.endsWith("Id")) return [[name, value]];
    const spaceOfValue = dataSpaces[name];
    const mapped = spaceOfValue && ids.find(spaceOfValue, value);
    return mapped === undefined ? [] : [[name, mapped]];
  });
  const { at, kind, subject } = record;
  return {
    community_id: communityId,
    at,
    kind,
    actor_id: actorId,
    subject,
    subject_id: subjectId,
    data: Object.fromEntries(data),
  };
}
