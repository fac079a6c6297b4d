import * as z from "zod";
import {
  ownerKinds,
  type Problem,
  type ProblemListed,
  type ProblemRead,
  problemStates,
  rungs,
  type Unsorted,
  urgencies,
} from "../../care/index.ts";
import { named } from "../openapi/named.ts";
import { authorSchema, groupNameSchema, idSchema, momentSchema, showAuthor } from "./small.ts";

const ownerSchema = z
  .object({
    kind: z.enum(ownerKinds).meta({
      description: "`member`: asked by name; `peers`: a group's members; `solver`: offered to or taken by one; `team`.",
    }),
    id: idSchema.meta({ description: "A member's, for `peers` a group's, for `team` a team's." }),
    name: z.string(),
  })
  .nullable()
  .meta({ description: "Who has to do the next thing; null once it is over." });

const listed = z.object({
  id: idSchema,
  origin: z.enum(["question", "message", "staff", "problem"]),
  title: z.string(),
  state: z.enum(problemStates),
  urgency: z.enum(urgencies),
  rung: z.enum(rungs).meta({ description: "Where on the ladder it stands." }),
  owner: ownerSchema,
  taken: z.boolean().meta({ description: "False while it is only offered to its owner." }),
  nextActionAt: momentSchema.nullable(),
  nextStep: z
    .string()
    .nullable()
    .meta({ description: "What happens then if nothing happens before.", examples: ["climb"] }),
  dueAt: momentSchema.nullable().meta({ description: "When the first of its clocks runs out." }),
  dueClock: z.enum(["first-answer", "next-answer", "solved"]).nullable(),
  alarm: z.enum(["none", "warned", "late"]),
  openedAt: momentSchema,
  askerSpokeAt: momentSchema,
  reopened: z.int().nonnegative(),
  contestedAt: momentSchema.nullable(),
  overAt: momentSchema.nullable(),
  overAs: z.enum(["confirmed", "cannot-solve", "duplicate", "withdrawn"]).nullable(),
  questionId: idSchema.nullable(),
  asker: authorSchema,
  group: groupNameSchema.nullable(),
  area: groupNameSchema.nullable(),
});

export const careProblemSchema = named("CareProblem", listed);
export const careProblemListSchema = named(
  "CareProblemList",
  z.object({
    problems: z.array(careProblemSchema),
    next: z
      .string()
      .nullable()
      .meta({ description: "What to send as `after` for the entries that follow; null at the end." }),
  }),
);

export function showProblem(row: ProblemListed) {
  const { ownerKind, ownerId, ownerName, askerId, askerName, askerStaff } = row;
  return {
    ...{ id: row.id, origin: row.origin, title: row.title, state: row.state, urgency: row.urgency, rung: row.rung },
    owner:
      row.overAt !== null || ownerKind === null || ownerId === null
        ? null
        : { kind: ownerKind, id: ownerId, name: ownerName ?? "" },
    taken: row.claimedAt !== null,
    ...{ nextActionAt: row.nextActionAt, nextStep: row.nextStep },
    ...{ dueAt: row.dueAt, dueClock: row.dueClock, alarm: row.alarm },
    ...{ openedAt: row.openedAt, askerSpokeAt: row.askerSpokeAt, reopened: row.reopened },
    ...{ contestedAt: row.contestedAt, overAt: row.overAt, overAs: row.overAs, questionId: row.questionId },
    asker: showAuthor({ memberId: askerId, name: askerName, staff: askerStaff }),
    group: row.groupSlug === null ? null : { slug: row.groupSlug, name: row.groupName ?? "" },
    area: row.areaSlug === null ? null : { slug: row.areaSlug, name: row.areaName ?? "" },
  };
}

const reasonSchema = z.object({
  code: z.string().meta({ description: "docs/care.md lists them.", examples: ["skilled-on-duty"] }),
  data: z.record(z.string(), z.unknown()),
});

export const careProblemReadSchema = named(
  "CareProblemRead",
  listed.extend({
    conversationId: idSchema,
    messageId: idSchema.nullable().meta({ description: "The message that opened it." }),
    overReason: z.string().nullable().meta({ description: "With `cannot-solve`: why." }),
    overInstead: z.string().nullable().meta({ description: "With `cannot-solve`: what is done about it." }),
    signedBy: idSchema.nullable(),
    duplicateOf: idSchema.nullable(),
    contestedBecause: z.string().nullable(),
    solvedBy: idSchema.nullable(),
    solvedAnswerId: idSchema.nullable(),
    steps: z.array(
      z.object({
        at: momentSchema,
        rung: z.enum(rungs),
        owner: z.object({ kind: z.enum(ownerKinds), id: idSchema }).nullable(),
        byId: idSchema.nullable().meta({ description: "Who did it; null for the ladder itself." }),
        reason: reasonSchema,
      }),
    ),
    notes: z.array(
      z.object({ id: idSchema, author: authorSchema, body: z.string(), html: z.string(), at: momentSchema }),
    ),
    links: z.array(
      z.object({
        id: idSchema,
        kind: z.string(),
        inward: z.boolean(),
        title: z.string(),
        state: z.enum(problemStates),
      }),
    ),
    clocks: z.array(
      z.object({
        name: z.string(),
        targetMinutes: z.number().meta({ description: "Of the calendar's working time." }),
        leftMinutes: z.number().meta({ description: "When it last began to run or was paused." }),
        runningSince: momentSchema.nullable(),
        stoppedAt: momentSchema.nullable(),
      }),
    ),
    checks: z.array(
      z.object({
        id: idSchema,
        kind: z.enum(["answer", "week", "month"]),
        dueAt: momentSchema,
        askedAt: momentSchema.nullable(),
        answeredAt: momentSchema.nullable(),
        answer: z.enum(["solved", "not-solved"]).nullable(),
        remark: z.string().nullable(),
      }),
    ),
  }),
);

const minuteMs = 60_000;

export function showProblemRead({ problem, listed: row, steps, notes, links, clocks, checks }: ProblemRead) {
  return {
    ...showProblem(row),
    ...{ conversationId: problem.conversationId, messageId: problem.messageId },
    ...{ overReason: problem.overReason, overInstead: problem.overInstead, signedBy: problem.signedBy },
    ...{ duplicateOf: problem.duplicateOf, contestedBecause: problem.contestedBecause },
    ...{ solvedBy: problem.solvedBy, solvedAnswerId: problem.solvedAnswerId },
    steps: steps.map(({ at, rung, owner, byId, reason }) => ({
      ...{ at, rung, owner, byId, reason: { code: reason.code, data: reason.data ?? {} } },
    })),
    notes: notes.map(({ author, ...note }) => ({ ...note, author: showAuthor(author) })),
    links: links.map(({ id, kind, inward, title, state }) => ({ id, kind, inward, title, state })),
    clocks: clocks.map(({ name, targetMs, leftMs, runningSince, stoppedAt }) => ({
      ...{ name, runningSince, stoppedAt },
      ...{ targetMinutes: targetMs / minuteMs, leftMinutes: leftMs / minuteMs },
    })),
    checks: checks.map(({ id, kind, dueAt, askedAt, answeredAt, answer, remark }) => ({
      ...{ id, kind, dueAt, askedAt, answeredAt, answer, remark },
    })),
  };
}

export const movedSchema = named(
  "CareProblemMoved",
  z.object({
    id: idSchema,
    state: z.enum(problemStates),
    rung: z.enum(rungs),
    owner: z.object({ kind: z.enum(ownerKinds), id: idSchema }).nullable(),
    nextActionAt: momentSchema.nullable(),
    overAs: z.string().nullable(),
  }),
);

/** A problem as it stands after a change. */
export function showMoved({ id, state, rung, ownerKind, ownerId, nextActionAt, overAt, overAs }: Problem) {
  const owner = overAt !== null || ownerKind === null || ownerId === null ? null : { kind: ownerKind, id: ownerId };
  return { id, state, rung, owner, nextActionAt, overAs };
}

export const unsortedSchema = z.object({
  messageId: idSchema,
  conversationId: idSchema,
  author: authorSchema,
  at: momentSchema,
  body: z.string(),
  guess: z.string().meta({ description: "What the machine would say, if it had to." }),
  probability: z.number().min(0).max(1),
  area: z.string().nullable().meta({ description: "The slug of the subject area that it seems to be about." }),
  areaProbability: z
    .number()
    .nullable()
    .meta({ description: "How sure the model is of that; null where the area's name and tags said it." }),
  urgency: z.enum(urgencies),
  language: z.string().nullable(),
  askUntil: momentSchema.meta({ description: "When it is taken for a problem, if nobody says what it is." }),
});

export function showUnsorted({ author, ...one }: Unsorted) {
  return { ...one, author: showAuthor(author) };
}
