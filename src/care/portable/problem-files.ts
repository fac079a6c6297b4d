import { field, type PortableFile, tableFile } from "../../community/index.ts";
import { renderMarkdown } from "../../conversation/index.ts";
import { ownerKinds, problemStates, rungs, urgencies } from "../problem.ts";
import { messageKinds } from "../triage.ts";

const { at, data, late, maybe, oneOf, own, perhaps, share, text, the, theOneOf, whole, yesOrNo } = field;

/** A line about a problem names it first. */
const problemId = the("problem");
const owner = { member: "member", solver: "member", peers: "group", team: "team" };
const clocks = oneOf(["first-answer", "next-answer", "solved"]);

/**
 * Problems, as they stand. Originals come before their duplicates, because a duplicate is one of something from its first moment; out
 * of which other problem one was opened is said afterwards.
 */
const problems = tableFile({
  name: "problems",
  table: "problem",
  space: "problem",
  fields: {
    id: own,
    origin: oneOf(["question", "message", "staff", "problem"]),
    questionId: maybe(the("question")),
    conversationId: the("conversation"),
    messageId: perhaps("message"),
    originProblemId: late("problem"),
    askerId: the("member"),
    openedBy: perhaps("member"),
    openedAt: at,
    title: maybe(text),
    groupId: maybe(the("group")),
    areaId: maybe(the("area")),
    teamId: the("team"),
    language: maybe(text),
    urgency: oneOf(urgencies),
    state: oneOf(problemStates),
    rung: oneOf(rungs),
    ownerKind: maybe(oneOf(ownerKinds)),
    ownerId: theOneOf("ownerKind", owner),
    claimedAt: maybe(at),
    helperSpokeAt: maybe(at),
    askerSpokeAt: at,
    nextActionAt: maybe(at),
    nextStep: maybe(oneOf(["climb", "return", "ask-asker", "wake", "rest"])),
    askedTimes: whole,
    snoozes: whole,
    gentle: yesOrNo,
    foundQuestionId: perhaps("question"),
    foundAnswerId: perhaps("message"),
    dueAt: maybe(at),
    dueClock: maybe(clocks),
    alarm: oneOf(["none", "warned", "late"]),
    alarmAt: maybe(at),
    reopened: whole,
    contestedAt: maybe(at),
    contestedBecause: maybe(text),
    overAt: maybe(at),
    overAs: maybe(oneOf(["confirmed", "cannot-solve", "duplicate", "withdrawn"])),
    overBy: perhaps("member"),
    overReason: maybe(text),
    overInstead: maybe(text),
    signedBy: perhaps("member"),
    duplicateOf: maybe(the("problem")),
    solvedBy: perhaps("member"),
    solvedAnswerId: perhaps("message"),
  },
  order: ["id"],
  lastIf: "duplicateOf",
});

const steps = tableFile({
  name: "problem-steps",
  table: "problem_step",
  fields: {
    id: own,
    problemId,
    at,
    rung: oneOf(rungs),
    ownerKind: maybe(oneOf(ownerKinds)),
    ownerId: theOneOf("ownerKind", owner),
    byId: perhaps("member"),
    reason: text,
    data,
  },
  order: ["problemId", "id"],
});

const running = tableFile({
  name: "problem-clocks",
  table: "problem_clock",
  fields: {
    problemId,
    clock: clocks,
    calendarId: the("calendar"),
    targetMs: whole,
    warnMs: whole,
    leftMs: whole,
    runningSince: maybe(at),
    stoppedAt: maybe(at),
    dueAt: maybe(at),
  },
  order: ["problemId", "clock"],
});

const checks = tableFile({
  name: "problem-checks",
  table: "problem_check",
  space: "check",
  fields: {
    id: own,
    problemId,
    kind: oneOf(["answer", "week", "month"]),
    answerId: perhaps("message"),
    dueAt: at,
    askedAt: maybe(at),
    droppedAt: maybe(at),
    answeredAt: maybe(at),
    answer: maybe(oneOf(["solved", "not-solved"])),
    remark: maybe(text),
  },
  order: ["id"],
});

const notes = tableFile({
  name: "problem-notes",
  table: "problem_note",
  space: "note",
  fields: { id: own, problemId, authorId: the("member"), body: text, createdAt: at },
  order: ["problemId", "id"],
  derived: { html: { type: "text", of: ({ body }) => renderMarkdown(String(body)) } },
});

const links = tableFile({
  name: "problem-links",
  table: "problem_link",
  fields: {
    problemId,
    otherId: problemId,
    kind: oneOf(["related", "known", "merged", "split"]),
    createdAt: at,
    createdBy: perhaps("member"),
    toldAt: maybe(at),
  },
  order: ["problemId", "otherId", "kind"],
});

const known = tableFile({
  name: "known-problems",
  table: "known_problem",
  fields: {
    problemId,
    title: text,
    body: text,
    markedAt: at,
    markedBy: the("member"),
    fixedAt: maybe(at),
    fixedBy: maybe(the("member")),
    fixedWords: maybe(text),
    endedAt: maybe(at),
    tellFrom: maybe(at),
  },
  order: ["problemId"],
});

const privateCases = tableFile({
  name: "private-cases",
  table: "private_case",
  fields: {
    problemId,
    conversationId: the("conversation"),
    openedBy: the("member"),
    openedAt: at,
    publicAnswerId: perhaps("message"),
  },
  order: ["problemId"],
});

const triage = tableFile({
  name: "triage",
  table: "triage",
  fields: {
    messageId: the("message"),
    conversationId: the("conversation"),
    authorId: the("member"),
    at,
    problemId: maybe(problemId),
    kind: oneOf(messageKinds),
    areaId: maybe(the("area")),
    areaProbability: maybe(share),
    urgency: oneOf(urgencies),
    language: maybe(text),
    probability: share,
    abstained: yesOrNo,
    askUntil: maybe(at),
    decidedBy: perhaps("member"),
    decidedAt: maybe(at),
  },
  order: ["messageId"],
});

const lessons = tableFile({
  name: "triage-lessons",
  table: "triage_lesson",
  fields: {
    id: own,
    messageId: the("message"),
    guessed: text,
    kind: oneOf(messageKinds),
    areaId: perhaps("area"),
    urgency: oneOf(urgencies),
    taughtBy: the("member"),
    taughtAt: at,
  },
  order: ["id"],
});

const channelAuthors = tableFile({
  name: "channel-authors",
  table: "channel_author",
  fields: { channel: text, author: text, memberId: the("member") },
  order: ["channel", "author"],
});

const channelMessages = tableFile({
  name: "channel-messages",
  table: "channel_message",
  fields: { channel: text, key: text, messageId: maybe(the("message")), inReplyTo: maybe(text) },
  order: ["channel", "key"],
});

/** What became of each problem, and what came in by channels. */
export const problemFiles: readonly PortableFile[] = [
  ...[problems, steps, running, checks, notes, links, known, privateCases, triage, lessons],
  ...[channelAuthors, channelMessages],
];
