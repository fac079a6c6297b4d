import { type EventReader, type StoredEvent, type Transaction, topicOf } from "../../store/index.ts";
import type { AnySource, Happening, SubjectRead } from "../kinds/kind.ts";
import { askForCourier } from "../mailing/courier-times.ts";
import {
  insertFollows,
  insertNotifications,
  type NewNotification,
  readLastTold,
  readPreferences,
  readSchedules,
  readTellable,
} from "../queries/telling.ts";
import { atOnceMs, decideTelling, eachOnce, sameThingMs, type Told, thingOfKind, unspokenFor } from "./decide.ts";
import { nextDigestAt, usualSchedule } from "./digest-time.ts";

/** One event that one kind may tell one member. */
interface Candidate extends Told {
  readonly event: StoredEvent;
  readonly happening: Happening;
  readonly subject: SubjectRead;
}

/** Learns from the event log whom to tell of what. Nobody calls it; what it writes of an event, it writes once. */
export function notificationReader(sources: readonly AnySource[]): EventReader {
  const isTold = new Set(sources.flatMap(({ kinds }) => kinds.flatMap(({ on }) => on)));
  return {
    name: "notifications",
    async handle(events, tx, touch) {
      // The subject is looked at below, where it has been read.
      const fresh = events.filter(
        (event) =>
          isTold.has(event.kind) && unspokenFor(event, { title: "", over: false, gone: false }, tx.now) === null,
      );
      for (const [communityId, some] of Map.groupBy(fresh, (event) => event.communityId)) {
        await followByThemselves(tx, some);
        const candidates: Candidate[] = [];
        for (const source of sources) candidates.push(...(await candidatesOf(tx, communityId, source, some)));
        const rows = await decide(tx, communityId, candidates);
        const added = await insertNotifications(tx, communityId, rows);
        for (const { memberId } of added) touch(topicOf(communityId, "member", memberId));
        await askForCourier(
          tx,
          added.flatMap(({ mailDueAt }) => mailDueAt ?? []),
        );
      }
    },
  };
}

async function followByThemselves(tx: Transaction, events: readonly StoredEvent[]): Promise<void> {
  const follows = events.flatMap(({ communityId, kind, actorId, subjectId, data, at }) => {
    if (actorId === null) return [];
    const follow = { communityId, memberId: actorId, at };
    if (kind === "question.asked") return { ...follow, questionId: subjectId, because: "asked" };
    const { questionId } = data;
    return kind === "answer.given" && typeof questionId === "number"
      ? { ...follow, questionId, because: "answered" }
      : [];
  });
  await insertFollows(tx, follows);
}

async function candidatesOf(
  tx: Transaction,
  communityId: number,
  source: AnySource,
  events: readonly StoredEvent[],
): Promise<Candidate[]> {
  const kindsOf = (event: StoredEvent) => source.kinds.filter(({ on }) => on.includes(event.kind));
  const own = events.filter((event) => kindsOf(event).length > 0);
  if (own.length === 0) return [];
  const found = await source.readFacts(tx, communityId, own);
  const ids = [...new Set([...found.values()].map(({ subject }) => subject.id))];
  const subjects = await source.readSubjects(tx.db, communityId, ids);
  return own.flatMap((event) => {
    const happening = found.get(event.id);
    const subject = happening && subjects.get(happening.subject.id);
    if (!happening || !subject || unspokenFor(event, subject, tx.now) !== null) return [];
    return kindsOf(event).flatMap((kind) =>
      kind.tell(event, happening.facts).map((recipient) => ({ event, happening, subject, kind, recipient })),
    );
  });
}

/** Holds what may be told of each event against what the members have chosen and been told; earlier sources and kinds come first. */
async function decide(
  tx: Transaction,
  communityId: number,
  candidates: readonly Candidate[],
): Promise<NewNotification[]> {
  const memberIds = [...new Set(candidates.map(({ recipient }) => recipient.memberId))];
  if (memberIds.length === 0) return [];
  const things = [...new Set(candidates.map(({ kind, event }) => thingOfKind(kind, event)))];
  const forGood = [...new Set(candidates.flatMap(({ kind }) => (kind.onceFor ? kind.name : [])))];
  const oldest = Math.min(...candidates.map(({ event }) => event.at.getTime()));
  const tellable = await readTellable(tx, communityId, memberIds);
  const preferences = await readPreferences(tx, communityId, memberIds);
  const schedules = await readSchedules(tx, communityId, memberIds);
  const since = new Date(oldest - sameThingMs);
  const lastTold = await readLastTold(tx, communityId, { memberIds, things, since, forGood });
  const wayOf = ({ kind, recipient }: Candidate) => preferences.get(`${recipient.memberId} ${kind.name}`) ?? kind.usual;

  const rows: NewNotification[] = [];
  for (const ofEvent of Map.groupBy(candidates, ({ event }) => event.id).values()) {
    for (const candidate of eachOnce(ofEvent, (one) => wayOf(one) === "off")) {
      const { event, happening, subject, kind, recipient } = candidate;
      const { memberId, reason, through } = recipient;
      const thing = thingOfKind(kind, event);
      const key = `${memberId} ${kind.name} ${thing}`;
      const toldAt = lastTold.get(key) ?? null;
      const member = tellable.has(memberId) ? { way: wayOf(candidate), toldAt } : undefined;
      const telling = decideTelling(event, kind, subject, memberId, member);
      if (!telling.tell) continue;
      lastTold.set(key, event.at);
      rows.push({
        ...{ memberId, kind: kind.name, reason, through: through ?? null },
        ...{ subject: happening.subject.type, subjectId: happening.subject.id },
        ...{ messageId: happening.messageId, anchor: happening.anchor },
        ...{ thing, actorId: event.actorId, eventId: event.id, way: telling.way, at: event.at },
        mailDueAt: dueAt(telling.way, tx.now, () => nextDigestAt(schedules.get(memberId) ?? usualSchedule, tx.now)),
      });
    }
  }
  return rows;
}

function dueAt(way: NewNotification["way"], now: Date, digestAt: () => Date): Date | null {
  if (way === "page") return null;
  return way === "digest" ? digestAt() : new Date(now.getTime() + atOnceMs);
}
