import { type EventReader, type StoredEvent, type Transaction, topicOf } from "../../store/index.ts";
import type { AnyKind, AnySource, Happening, Recipient, SubjectRead } from "../kinds/kind.ts";
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
import { atOnceMs, decideTelling, eachOnce, sameThingMs, thingOf, unspokenFor } from "./decide.ts";
import { nextDigestAt, usualSchedule } from "./digest-time.ts";

/** One event that may be told, with everybody whom it may be told to. */
interface Candidate {
  readonly event: StoredEvent;
  readonly happening: Happening;
  readonly subject: SubjectRead;
  readonly told: readonly { readonly kind: AnyKind; readonly recipient: Recipient }[];
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
      for (const [communityId, some] of byCommunity(fresh)) {
        await followByThemselves(tx, some);
        const candidates: Candidate[] = [];
        for (const source of sources) candidates.push(...(await candidatesOf(tx, communityId, source, some)));
        const rows = await decide(tx, communityId, withoutRepeats(candidates));
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

function byCommunity(events: readonly StoredEvent[]): Map<number, StoredEvent[]> {
  const communities = new Map<number, StoredEvent[]>();
  for (const event of events) {
    communities.set(event.communityId, [...(communities.get(event.communityId) ?? []), event]);
  }
  return communities;
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
    const told = kindsOf(event).flatMap((kind) =>
      kind.tell(event, happening.facts).map((recipient) => ({ kind, recipient })),
    );
    return [{ event, happening, subject, told: eachOnce(told) }];
  });
}

/** Of several sources that would tell a member of one event the first does. */
function withoutRepeats(candidates: readonly Candidate[]): Candidate[] {
  const seen = new Set<string>();
  return candidates.map((candidate) => ({
    ...candidate,
    told: candidate.told.filter(({ recipient }) => {
      const key = `${candidate.event.id} ${recipient.memberId}`;
      return seen.has(key) ? false : seen.add(key);
    }),
  }));
}

/** Holds each candidate against what the members have chosen and been told, in the order of the events. */
async function decide(
  tx: Transaction,
  communityId: number,
  candidates: readonly Candidate[],
): Promise<NewNotification[]> {
  const memberIds = [...new Set(candidates.flatMap(({ told }) => told.map(({ recipient }) => recipient.memberId)))];
  if (memberIds.length === 0) return [];
  const things = candidates.map(({ event }) => thingOf(event));
  const oldest = Math.min(...candidates.map(({ event }) => event.at.getTime()));
  const tellable = await readTellable(tx, communityId, memberIds);
  const preferences = await readPreferences(tx, communityId, memberIds);
  const schedules = await readSchedules(tx, communityId, memberIds);
  const since = new Date(oldest - sameThingMs);
  const lastTold = await readLastTold(tx, communityId, { memberIds, things, since });

  const rows: NewNotification[] = [];
  for (const { event, happening, subject, told } of candidates) {
    for (const { kind, recipient } of told) {
      const { memberId, reason, through } = recipient;
      const key = `${memberId} ${kind.name} ${thingOf(event)}`;
      const way = preferences.get(`${memberId} ${kind.name}`) ?? kind.usual;
      const member = tellable.has(memberId) ? { way, toldAt: lastTold.get(key) ?? null } : undefined;
      const telling = decideTelling(event, kind, subject, memberId, member);
      if (!telling.tell) continue;
      lastTold.set(key, event.at);
      rows.push({
        ...{ memberId, kind: kind.name, reason, through: through ?? null },
        ...{ subject: happening.subject.type, subjectId: happening.subject.id },
        ...{ messageId: happening.messageId, anchor: happening.anchor },
        ...{ thing: thingOf(event), actorId: event.actorId, eventId: event.id, way: telling.way, at: event.at },
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
