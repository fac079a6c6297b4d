import { describe, expect, it } from "vitest";
import { fc } from "../../../tests/factories/draws.ts";
import type { StoredEvent } from "../../store/index.ts";
import type { AnyKind, SubjectRead } from "../kinds/kind.ts";
import { type Follower, type QuestionFacts, questionKinds } from "../kinds/question-kinds.ts";
import {
  decideTelling,
  eachOnce,
  historyAfterMs,
  sameThingMs,
  thingOf,
  tooLateAfterMs,
  unspokenFor,
} from "./decide.ts";
import { oneMailPerMs, planMails, type WaitingNotification } from "./plan-mails.ts";

const now = new Date("2026-03-12T12:00:00Z");
const before = (ms: number) => new Date(now.getTime() - ms);
const ago = (most: number) => fc.integer({ min: 0, max: most }).map(before);
const member = fc.integer({ min: 1, max: 6 });
const eventKinds = [...new Set(questionKinds.flatMap(({ on }) => on))];

const anyEvent: fc.Arbitrary<StoredEvent> = fc
  .record({
    id: fc.integer({ min: 1, max: 1000 }),
    kind: fc.constantFrom(...eventKinds),
    actorId: fc.option(member, { nil: null }),
    subjectId: fc.integer({ min: 1, max: 3 }),
    at: ago(2 * tooLateAfterMs),
    late: fc.integer({ min: 0, max: 2 * historyAfterMs }),
    mentions: fc.uniqueArray(member),
  })
  .map(({ late, mentions, ...event }) => ({
    ...event,
    communityId: 1,
    subject: event.kind.split(".")[0] ?? "",
    data: mentions.length === 0 ? {} : { mentions },
    recordedAt: new Date(event.at.getTime() + late),
    restored: false,
  }));

const anyFollower: fc.Arbitrary<Follower> = fc.record({
  memberId: member,
  subject: fc.constantFrom("question", "tag", "group"),
  through: fc.constantFrom(null, "lamps"),
  because: fc.constantFrom("chosen", "asked", "answered"),
  beganAt: ago(3 * tooLateAfterMs),
  endedAt: fc.option(ago(tooLateAfterMs), { nil: null }),
});

const anyFacts: fc.Arbitrary<QuestionFacts> = fc.record({
  askerId: member,
  answererIds: fc.uniqueArray(member),
  followers: fc.uniqueArray(anyFollower, { selector: ({ memberId, subject }) => `${memberId} ${subject}` }),
  authorId: fc.option(member, { nil: null }),
  commenterIds: fc.uniqueArray(member),
});

const anySubject: fc.Arbitrary<SubjectRead> = fc.record({
  title: fc.string(),
  over: fc.boolean(),
  gone: fc.boolean(),
});
const anyMember = fc.option(
  fc.record({
    way: fc.constantFrom("off", "page", "mail", "digest"),
    toldAt: fc.option(ago(2 * sameThingMs), { nil: null }),
  }),
  { nil: undefined },
);

const toldBy = (event: StoredEvent, facts: QuestionFacts) =>
  eachOnce(
    questionKinds
      .filter(({ on }) => on.includes(event.kind))
      .flatMap((kind) => kind.tell(event, facts).map((recipient) => ({ kind: kind as AnyKind, recipient }))),
    () => false,
  );

describe("the kinds of questions", () => {
  it("tell a member of one event once, with words for every reason in both languages", () => {
    fc.assert(
      fc.property(anyEvent, anyFacts, (event, facts) => {
        const told = toldBy(event, facts);
        const members = told.map(({ recipient }) => recipient.memberId);
        expect(new Set(members).size).toBe(members.length);
        for (const { kind, recipient } of told) {
          for (const language of ["en", "de"] as const) {
            expect(kind.words[language].reasons[recipient.reason]?.(recipient.through ?? "")).toMatch(/\p{L}{3}/u);
          }
        }
      }),
    );
  });

  it("tell nobody by a follow that has ended, or that began later", () => {
    fc.assert(
      fc.property(anyEvent, anyFacts, (event, facts) => {
        const holds = (id: number) =>
          facts.followers.some(
            ({ memberId, endedAt, beganAt }) => memberId === id && endedAt === null && beganAt <= event.at,
          );
        for (const { kind, recipient } of toldBy(event, facts)) {
          if (kind.basis === "follows") expect(holds(recipient.memberId)).toBe(true);
        }
      }),
    );
  });

  it("say the same in both languages, without words of selling or exclamation marks", () => {
    for (const { words } of questionKinds) {
      expect(Object.keys(words.de.reasons).sort()).toEqual(Object.keys(words.en.reasons).sort());
      for (const { label, line, reasons } of [words.en, words.de]) {
        const said = [
          label,
          line({ who: "Mara", title: "T", through: null }),
          line({ who: null, title: "T", through: null }),
        ];
        for (const text of [...said, ...Object.values(reasons).map((reason) => reason("x"))]) {
          expect(text).not.toMatch(/!|undefined|null|\b(user|ticket|like|engage|convert|funnel|leverage)s?\b/i);
        }
      }
    }
  });
});

describe("the rules", () => {
  const anyKind = fc.constantFrom(...(questionKinds as readonly AnyKind[]));

  it("tell nobody of their own acts, of what they stopped, or of the same thing twice in a day", () => {
    fc.assert(
      fc.property(anyEvent, anyKind, anySubject, member, anyMember, (event, kind, subject, memberId, state) => {
        const telling = decideTelling(event, kind, subject, memberId, state);
        if (!telling.tell) return;
        expect(memberId).not.toBe(event.actorId);
        expect(state?.way).not.toBe("off");
        const since = state?.toldAt ? Math.abs(event.at.getTime() - state.toldAt.getTime()) : Number.POSITIVE_INFINITY;
        expect(since).toBeGreaterThanOrEqual(sameThingMs);
      }),
    );
  });

  it("mail nothing about what is over, but for the ending itself", () => {
    fc.assert(
      fc.property(anyEvent, anyKind, anySubject, member, anyMember, (event, kind, subject, memberId, state) => {
        const telling = decideTelling(event, kind, subject, memberId, state);
        if (!telling.tell || telling.way === "page" || !subject.over) return;
        expect(kind.endings).toContain(event.kind);
      }),
    );
  });

  it("say nothing of history, of what is too old, or of what is gone, and a reason for every silence", () => {
    fc.assert(
      fc.property(anyEvent, anySubject, (event, subject) => {
        const because = unspokenFor(event, subject, now);
        const fresh =
          event.recordedAt.getTime() - event.at.getTime() <= historyAfterMs &&
          now.getTime() - event.at.getTime() <= tooLateAfterMs;
        expect(because === null).toBe(fresh && !subject.gone);
      }),
    );
  });
});

describe("the plan of mails", () => {
  const subjects = new Map<number, SubjectRead>();
  const kinds = new Map(questionKinds.map((kind) => [kind.name, kind]));
  const anyWaiting: fc.Arbitrary<WaitingNotification> = fc.record({
    id: fc.integer({ min: 1, max: 10_000 }),
    kind: fc.constantFrom(...kinds.keys(), "a kind that is gone"),
    thing: fc.constantFrom(...eventKinds).map((kind) => thingOf({ kind, subjectId: 7 })),
    subjectType: fc.constant("question"),
    subjectId: fc.integer({ min: 1, max: 3 }),
    way: fc.constantFrom("mail", "digest"),
    dueAt: fc.integer({ min: -oneMailPerMs, max: oneMailPerMs }).map(before),
    read: fc.boolean(),
    removed: fc.boolean(),
    lastMailAt: fc.option(ago(2 * oneMailPerMs), { nil: null }),
  });
  const waitingList = fc.uniqueArray(anyWaiting, { selector: ({ id }) => id, maxLength: 12 });

  it("puts each notification in one place at most, mails nothing that was seen, removed or is over, and one subject once", () => {
    fc.assert(
      fc.property(waitingList, fc.tuple(anySubject, anySubject, anySubject), (waiting, read) => {
        for (const [index, subject] of read.entries()) subjects.set(index + 1, subject);
        const plan = planMails(waiting, kinds, ({ subjectId }) => subjects.get(subjectId), now);
        const places = [
          ...plan.mails.flat(),
          ...plan.digest,
          ...plan.dropped,
          ...plan.postponed.flatMap((p) => p.waiting),
        ];
        expect(new Set(places.map(({ id }) => id)).size).toBe(places.length);
        for (const one of [...plan.mails.flat(), ...plan.digest]) {
          expect(one.read || one.removed).toBe(false);
          expect(subjects.get(one.subjectId)?.gone).toBe(false);
          const ending = kinds.get(one.kind)?.endings?.includes(one.thing.split(":")[0] ?? "") ?? false;
          expect(subjects.get(one.subjectId)?.over && !ending).toBe(false);
        }
        const mailed = plan.mails.map(([first]) => first?.subjectId);
        expect(new Set(mailed).size).toBe(mailed.length);
        for (const one of plan.mails.flat()) {
          const since = one.lastMailAt ? now.getTime() - one.lastMailAt.getTime() : oneMailPerMs;
          expect(since).toBeGreaterThanOrEqual(oneMailPerMs);
        }
        for (const { until } of plan.postponed) expect(until.getTime()).toBeGreaterThan(now.getTime());
      }),
    );
  });
});
