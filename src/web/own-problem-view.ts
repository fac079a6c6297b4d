import type { OwnProblem } from "../care/index.ts";
import type { Messages } from "./messages/index.ts";

/** What whoever asked sees of what becomes of it. */
export interface OwnProblemView {
  id: number;
  /** Where it stands, in plain words. */
  state: string;
  /** What happens next by itself, and when; null where nothing does, or the state says it. */
  next: string | null;
  /** What is known of what is behind it; null where it is no known problem. */
  known: string | null;
  isOver: boolean;
  /** Signed as unsolvable: why, and what is done about it. */
  because: string | null;
  instead: string | null;
  /** "Is it solved?", waiting for an answer. */
  check: { id: number; kind: "answer" | "week" | "month" } | null;
  can: { confirm: boolean; withdraw: boolean; contest: boolean; reopen: boolean };
}

export function ownProblemView(own: OwnProblem, now: Date, t: Messages): OwnProblemView {
  const { own: words, format } = t;
  const { listed, waiting } = own;
  const { overAs } = listed;
  const cannot = overAs === "cannot-solve";
  return {
    id: listed.id,
    state: stateWords(own, now, words, format),
    known: knownWords(own, t),
    next: nextWords(listed, now, words, format),
    isOver: overAs !== null,
    because: cannot ? own.overReason : null,
    instead: cannot ? own.overInstead : null,
    check: waiting && { id: waiting.id, kind: waiting.kind },
    can: {
      // Of a question an answer is confirmed, and the question's own button reopens it.
      confirm: overAs === null && listed.questionId === null && waiting === null,
      withdraw: overAs === null,
      contest: cannot,
      reopen:
        overAs === "withdrawn" || overAs === "duplicate" || (overAs === "confirmed" && listed.questionId === null),
    },
  };
}

function knownWords({ known, listed }: OwnProblem, { known: words, format }: Messages): string | null {
  if (known === null || listed.overAs !== null) return null;
  if (known.fixedWords !== null) return words.ownFixed(known.fixedWords);
  return known.current ? words.ownCurrent(known.title, format.date(known.markedAt)) : null;
}

function nextWords(
  { overAs, state, nextActionAt, nextStep }: OwnProblem["listed"],
  now: Date,
  { next }: Messages["own"],
  format: Messages["format"],
): string | null {
  if (overAs !== null || state === "snoozed" || nextActionAt === null || nextStep === null) return null;
  return next[nextStep](format.until(nextActionAt, now));
}

function stateWords(own: OwnProblem, now: Date, { state }: Messages["own"], format: Messages["format"]): string {
  const { listed, signedByName } = own;
  const { overAs, ownerKind, claimedAt, rung, nextActionAt } = listed;
  const name = listed.ownerName ?? "";
  if (overAs === "cannot-solve") return state["cannot-solve"](signedByName ?? "");
  if (overAs !== null) return state[overAs];
  if (listed.state === "waiting-for-asker") return state.waiting;
  if (listed.state === "snoozed" && own.known?.current) return state.known;
  if (listed.state === "snoozed" && nextActionAt) return state.snoozed(format.until(nextActionAt, now));
  if (rung === "found") return state.found;
  if (ownerKind === "solver") return claimedAt === null ? state.offered : state.taken(name);
  if (ownerKind === "member") return state.member(name);
  return ownerKind === "team" ? state.team(name) : state.peers(name);
}
