import { openConversation, postMessage } from "../conversation/index.ts";
import { cleanLine, err, ok, type Result, refusal } from "../kernel/index.ts";
import { atMoment, type Transaction } from "../store/index.ts";
import { recentForDays } from "./follow-past.ts";
import { hearAsker, hearHelper } from "./hear.ts";
import { noteSaid } from "./note-said.ts";
import { openAtRest } from "./open-at-rest.ts";
import { type Opening, openProblem } from "./open-problem.ts";
import type { Problem } from "./problem.ts";
import { findAreaBySlug } from "./queries/areas.ts";
import { findMessage } from "./queries/messages.ts";
import { lockLatestOpenOf, lockProblemsOfConversation } from "./queries/problems.ts";
import { hasSentAsMany, insertTriage } from "./queries/triage.ts";
import { askWhatThisIsMs, dayMs, minuteMs, mostMessagesPerMinute } from "./settings.ts";
import { asksForHelp, type Triage, type TriageGuess } from "./triage.ts";

/** A message that came in by a channel. */
export interface ArrivedMessage {
  readonly communityId: number;
  readonly authorId: number;
  /** Whether its author works for the brand; their words are not judged. */
  readonly fromStaff: boolean;
  readonly body: string;
  /** The message here that it replies to; null where it begins something. */
  readonly inReplyTo: number | null;
  /** The conversation that it belongs to, where that is known otherwise. */
  readonly conversationId?: number | undefined;
  readonly visibility?: "public" | "private" | undefined;
  /** When it was written, where that is not now. What is older than two weeks hurries nobody. */
  readonly sentAt?: Date | undefined;
}

export interface Received {
  readonly messageId: number;
  readonly conversationId: number;
  /** The problem that it belongs to now; null where it asks for nothing, or nobody knows yet. */
  readonly problemId: number | null;
  /** null for staff. */
  readonly guess: TriageGuess | null;
  /** True where it came in a flood of one person, and was only kept with the problem that they have. */
  readonly flood: boolean;
}

/**
 * Takes in a message: puts it into the conversation of what it replies to, judges it, and moves or opens the problem that it is about.
 * Nothing is lost: what the machine cannot place waits for a person's word, and what one person sends in a flood is kept with
 * the problem they have.
 */
export async function receiveMessage(
  tx: Transaction,
  triage: Triage,
  arrived: ArrivedMessage,
): Promise<Result<Received>> {
  const { communityId, authorId, inReplyTo } = arrived;
  const parent = inReplyTo === null ? null : await findMessage(tx.db, communityId, inReplyTo);
  if (parent === undefined) return err(parentMissing);
  // Judged before anything is written or locked: a first judgement takes a second.
  const guess = arrived.fromStaff ? null : await triage(arrived.body, communityId);
  const sentAt = arrived.sentAt ?? tx.now;
  const written = atMoment(tx, sentAt);
  const conversationId =
    parent?.conversationId ??
    arrived.conversationId ??
    (await openConversation(written, communityId, arrived.visibility ?? "public"));
  const posted = await postMessage(written, {
    ...{ communityId, conversationId, authorId, body: arrived.body },
    ...(parent ? { replyToId: parent.id } : {}),
  });
  if (!posted.ok) return posted;
  const here = { communityId, conversationId, messageId: posted.value.id };
  tx.append({
    ...{ communityId, kind: "message.received", actorId: authorId, subject: "message", subjectId: posted.value.id },
    data: { conversationId, ...(parent ? { replyToId: parent.id } : {}) },
  });
  const problems = await lockProblemsOfConversation(tx, communityId, conversationId);
  const past = tx.now.getTime() - sentAt.getTime() > recentForDays * dayMs;
  if (guess === null) {
    if (past) return ok({ ...here, problemId: problems[0]?.id ?? null, guess, flood: false });
    const answered = problems.filter(({ overAt, askerId }) => !overAt && askerId !== authorId);
    for (const problem of answered) {
      noteSaid(tx, problem, { messageId: posted.value.id, byId: authorId, privately: false });
      await hearHelper(tx, problem, { byId: authorId, answerId: null });
    }
    return ok({ ...here, problemId: answered[0]?.id ?? null, guess, flood: false });
  }
  const placed = await place(tx, { ...here, authorId, body: arrived.body, guess, past, sentAt }, problems);
  return ok({ ...here, ...placed, guess });
}

interface Here {
  readonly communityId: number;
  readonly conversationId: number;
  readonly messageId: number;
}

interface Judged extends Here {
  readonly authorId: number;
  readonly body: string;
  readonly guess: TriageGuess;
  readonly past: boolean;
  readonly sentAt: Date;
}

interface Placed {
  readonly problemId: number | null;
  readonly flood: boolean;
}

/** Finds or opens the problem that a customer's message belongs to, and writes down what it was taken for. */
async function place(tx: Transaction, message: Judged, inConversation: readonly Problem[]): Promise<Placed> {
  const { communityId, authorId, guess } = message;
  const area = guess.area === null ? undefined : await findAreaBySlug(tx.db, communityId, guess.area);
  const areaId = area?.id ?? null;
  async function placed(problemId: number | null, askUntil: Date | null = null, flood = false): Promise<Placed> {
    const areaProbability = area ? (guess.areaProbability ?? null) : null;
    await insertTriage(tx, { ...message, areaId, areaProbability, problemId, askUntil });
    return { problemId, flood };
  }
  const own = inConversation.filter(({ askerId }) => askerId === authorId);
  const known = own.find(({ overAt }) => !overAt) ?? own.at(-1);
  const asks = asksForHelp(guess.kind);
  if (message.past) {
    const opens = !known && (asks || guess.abstains);
    return placed(known?.id ?? (opens ? (await openFromMessage(tx, { ...message, areaId })).id : null));
  }
  const since = new Date(tx.now.getTime() - minuteMs);
  if (await hasSentAsMany(tx, { communityId, authorId, since, many: mostMessagesPerMinute })) {
    const latest = await lockLatestOpenOf(tx, communityId, authorId);
    if (latest) return placed(latest.id, null, true);
  }
  if (known) {
    const { messageId } = message;
    await hearAsker(tx, known, { messageId, reopens: asks && !guess.abstains, asksBack: asks || guess.abstains });
    return placed(known.id);
  }
  if (guess.abstains) return placed(null, new Date(tx.now.getTime() + askWhatThisIsMs));
  return placed(asks ? (await openFromMessage(tx, { ...message, areaId })).id : null);
}

/** Opens a problem of what somebody wrote in a conversation. Its title is its first line. */
export async function openFromMessage(
  tx: Transaction,
  message: Here & {
    readonly authorId: number;
    readonly body: string;
    readonly areaId: number | null;
    readonly guess: Pick<TriageGuess, "urgency" | "language">;
    /** Of the past: then it rests. */
    readonly past?: boolean;
    readonly sentAt?: Date;
  },
): Promise<Problem> {
  const { communityId, conversationId, messageId, authorId, areaId, guess } = message;
  const opening: Opening = {
    ...{ communityId, origin: "message", conversationId, messageId, askerId: authorId, title: titleOf(message.body) },
    ...{ groupId: null, areaId, urgency: guess.urgency, language: guess.language, found: null },
    askerSpokeAt: message.sentAt,
  };
  if (message.past && message.sentAt) return openAtRest(tx, opening, message.sentAt);
  const problem = await openProblem(tx, opening);
  if (!problem) throw new Error("a problem without a question is always opened");
  return problem;
}

const titleLength = 120;

/** The first line that says something, without the names of those it is sent to. */
export function titleOf(body: string): string {
  const line = body
    .split("\n")
    .map((one) => cleanLine(one.replace(/^(\s*@[\w.-]+)+/u, "")))
    .find((one) => one !== "");
  const whole = line ?? cleanLine(body);
  const letters = [...whole];
  return letters.length <= titleLength
    ? whole
    : `${letters
        .slice(0, titleLength - 1)
        .join("")
        .trimEnd()}…`;
}

const parentMissing = refusal(
  "missing",
  "message-missing",
  "The message that this replies to does not exist.",
  "Send it without saying what it replies to.",
);
