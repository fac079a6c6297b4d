import type { Space } from "./ids.ts";
import { idsIn, withIdsHere } from "./named-ids.ts";
import * as into from "./queries/restore-rows.ts";
import type { RecordOf } from "./records.ts";
import type { Context, Line } from "./restore.ts";

export async function restoreEvents(context: Context, lines: readonly Line<"events">[]): Promise<void> {
  await loadEventIds(context, lines);
  const rows = lines.map(({ record }) => eventRow(context, record)).filter((row) => row !== null);
  await into.insertEvents(context.tx, rows);
  context.restored.eventsLeft += lines.length - rows.length;
}

async function loadEventIds({ ids, portable }: Context, lines: readonly Line<"events">[]): Promise<void> {
  const wanted = new Map<Space, number[]>();
  for (const { record } of lines) {
    const { subject, subjectId, actorId, data } = record;
    const own: [Space, number][] = [[portable.subjects[subject] ?? "", subjectId]];
    if (actorId !== null) own.push(["member", actorId]);
    for (const [space, id] of [...own, ...idsIn(portable.ids, data, subject)]) {
      const some = wanted.get(space);
      if (some) some.push(id);
      else wanted.set(space, [id]);
    }
  }
  for (const [space, some] of wanted) await ids.load(space, some);
}

/** An event with this installation's ids; null where what it is about is not here. */
function eventRow({ communityId, ids, portable }: Context, record: RecordOf<"events">): into.EventRow | null {
  const { at, kind, subject } = record;
  const subjectId = ids.find(portable.subjects[subject] ?? "", record.subjectId);
  const actorId = record.actorId === null ? null : ids.find("member", record.actorId);
  if (subjectId === undefined || actorId === undefined) return null;
  return {
    ...{ community_id: communityId, at, kind, actor_id: actorId, subject, subject_id: subjectId },
    data: withIdsHere(portable.ids, record.data, subject, ids),
  };
}
