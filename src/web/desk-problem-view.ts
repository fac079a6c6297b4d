import type { Actor } from "../accounts/index.ts";
import { type DeskRead, type KnownAtDesk, nameKey, type PromiseNow } from "../care/index.ts";
import { type AreaChoice, type HandOverChoice, type ProblemRow, problemRow } from "./desk-views.ts";
import type { Messages } from "./messages/index.ts";
import { type SafeHtml, sanitised } from "./raw.tsx";
import type { FormState, PersonRef } from "./view-models.ts";

// From what care reads of one problem to what its page at the desk shows.

export interface TalkView {
  id: number;
  as: "question" | "answer" | "comment" | "message";
  author: PersonRef;
  at: Date;
  html: SafeHtml;
  language: string | null;
  confirmed: boolean;
  merged: boolean;
  byReader: boolean;
}

export interface MacroChoice {
  id: number;
  name: string;
  /** Filled in for this problem. */
  words: string;
}

export interface StepView {
  at: Date;
  words: string;
  /** null for the ladder itself. */
  by: string | null;
  /** Who has had it from then on. */
  owner: string | null;
}

type LinkHow = keyof Messages["desk"]["linkKinds"];

export interface ProblemPageView {
  row: ProblemRow;
  questionId: number | null;
  /** Who else is here, as a sentence. */
  there: string;
  /** Why it is the reader's, where it is. */
  why: string | null;
  isMine: boolean;
  talk: readonly TalkView[];
  /** Before which word of the conversation older ones stand; null where there are none. */
  older: number | null;
  /** Whether it is an older stretch of it than the newest. */
  paged: boolean;
  /** The last message that the reader sees. */
  seenId: number;
  notes: readonly { author: PersonRef; at: Date; html: SafeHtml }[];
  /** What an answer begins with: a macro's words. */
  begun: string;
  macros: readonly MacroChoice[];
  promises: readonly { words: string; late: boolean }[];
  handOver: readonly HandOverChoice[];
  areas: readonly AreaChoice[];
  /** How sure the machine was of the area, where it said it. */
  areaSure: number | null;
  history: readonly ProblemRow[];
  likely: readonly { questionId: number; answerId: number; title: string }[];
  links: readonly { id: number; title: string; how: LinkHow }[];
  checks: readonly { kind: "answer" | "week" | "month"; words: string; remark: string | null }[];
  steps: readonly StepView[];
  end: { because: string | null; instead: string | null; duplicateOf: number | null };
  /** What is known of it, and what may be reports of it; null where it is no known problem. */
  known: KnownAtDesk | null;
  /** A form that was refused, with what was typed. */
  failed: null | {
    on: "answer" | "note" | "other" | "split" | "cannot-solve" | "known" | "fixed";
    form: FormState<{ body: string; title?: string; words?: string; instead?: string; because?: string }>;
  };
}

type FromRead = Pick<
  ProblemPageView,
  | "row"
  | "questionId"
  | "why"
  | "isMine"
  | "talk"
  | "older"
  | "seenId"
  | "notes"
  | "history"
  | "links"
  | "checks"
  | "steps"
  | "end"
>;

/** What of the page comes out of the problem itself. */
export function problemParts(read: DeskRead, actor: Pick<Actor, "memberId">, now: Date, t: Messages): FromRead {
  const { problem, talk } = read;
  const { ownerKind, ownerId } = problem;
  const isMine = ownerKind === "solver" && ownerId === actor.memberId;
  return {
    row: problemRow(read.listed),
    questionId: problem.questionId,
    isMine: isMine && problem.claimedAt !== null,
    why: isMine ? whyMine(read, actor.memberId, t) : null,
    older: read.older,
    talk: talk.map(({ id, as, author, at, html, language, confirmedAt, fromProblemId }) => ({
      ...{ id, as, author, at, language, html: sanitised(html) },
      confirmed: confirmedAt !== null,
      merged: fromProblemId !== null,
      byReader: author.memberId === actor.memberId,
    })),
    seenId: talk.at(-1)?.id ?? 0,
    notes: read.notes.map(({ author, at, html }) => ({ author, at, html: sanitised(html) })),
    history: read.history.map(problemRow),
    links: read.links.map(({ id, title, kind, inward }) => ({ id, title, how: linkHow(kind, inward) })),
    checks: read.checks.filter(({ droppedAt }) => droppedAt === null).map((check) => checkView(check, now, t)),
    steps: read.steps.map((step) => stepView(step, read, t)).reverse(),
    end: { because: problem.overReason, instead: problem.overInstead, duplicateOf: problem.duplicateOf },
  };
}

type Step = DeskRead["steps"][number];

/** The reason of the last step that gave it to whoever has it. */
function whyMine({ steps }: DeskRead, memberId: number, { desk }: Messages): string | null {
  const given = steps.findLast(
    ({ owner, reason }) => owner?.id === memberId && Object.hasOwn(desk.why, reasonOf(reason)),
  );
  return given ? (desk.why[reasonOf(given.reason)]?.(numberOf(given)) ?? null) : null;
}

/** What went back to the ladder went on for a reason of its own. */
function reasonOf({ code, data }: Step["reason"]): string {
  return ["given-back", "claim-expired", "owner-left"].includes(code) && typeof data?.next === "string"
    ? data.next
    : code;
}

function stepView(step: Step, { names }: DeskRead, { desk, format }: Messages): StepView {
  const { owner, byId, reason, at } = step;
  const says = desk.reasons[reason.code] ?? reason.code;
  const until = typeof reason.data?.until === "string" ? format.instant(new Date(reason.data.until)) : null;
  const clock = typeof reason.data?.clock === "string" ? clockName(reason.data.clock, desk) : null;
  const words = typeof says === "string" ? says : says(until ?? clock ?? numberOf(step));
  const name = owner && (names.get(nameKey(owner)) ?? "");
  return {
    at,
    words,
    by: byId === null ? null : (names.get(nameKey({ kind: "member", id: byId })) ?? ""),
    owner: owner && desk.owner[owner.kind === "solver" ? "taken" : owner.kind](name ?? ""),
  };
}

function clockName(name: string, { clocks }: Messages["desk"]): string {
  return Object.hasOwn(clocks, name) ? clocks[name as keyof typeof clocks] : name;
}

/** The number that a reason speaks of. */
function numberOf({ reason: { data } }: Step): string {
  const value = data?.solved ?? data?.open ?? data?.originalId ?? data?.knownId;
  return value === undefined || value === null ? "" : String(value);
}

function linkHow(kind: DeskRead["links"][number]["kind"], inward: boolean): LinkHow {
  if (kind === "known") return inward ? "knownOf" : "known";
  if (kind === "merged") return inward ? "mergedIn" : "merged";
  if (kind === "split") return inward ? "splitOff" : "split";
  return kind;
}

function checkView({ kind, dueAt, askedAt, answer, remark }: DeskRead["checks"][number], now: Date, t: Messages) {
  const { desk, format } = t;
  const words = answer
    ? desk.checkAnswers[answer]
    : askedAt
      ? desk.checkSilent(format.ago(askedAt, now))
      : desk.checkDue(format.until(dueAt, now));
  return { kind, words, remark };
}

const minuteMs = 60_000;

/** A promise in words. It ran out with the last of its working time, so at the end of a day too, though none has passed since. */
export function promiseView({ name, state, leftMs }: PromiseNow, { desk, format }: Messages) {
  const clock = desk.clocks[name];
  const late = leftMs <= 0;
  const time = format.duration(late ? Math.max(-leftMs, minuteMs) : leftMs);
  if (state === "done") return { words: late ? desk.promiseMissed(clock, time) : desk.promiseKept(clock), late };
  if (state === "ended") return { words: late ? desk.promiseMissed(clock, time) : desk.promiseEnded(clock), late };
  if (late) return { words: desk.promiseOver(clock, time), late };
  return { words: state === "paused" ? desk.promisePaused(clock, time) : desk.promiseLeft(clock, time), late };
}
