import type { Database } from "../store/index.ts";
import type { Owner } from "./problem.ts";
import type { Check } from "./queries/checks.ts";
import { listChecks } from "./queries/checks.ts";
import { findKnownBehind, type KnownRow } from "./queries/known.ts";
import { findProblem } from "./queries/problems.ts";
import { type ProblemListed, selectListed, selectProblemsOf } from "./queries/queue.ts";
import { findProblemOfQuestion, listTalk, type Names, readNames, type Said } from "./queries/talk.ts";
import { type ProblemRead, readProblem } from "./queue.ts";

/** A problem with all that its page at the desk shows. */
export interface DeskRead extends ProblemRead {
  readonly talk: readonly Said[];
  /** Before which word of the conversation older ones stand; null where there are none. */
  readonly older: number | null;
  readonly names: Names;
  /** Other problems of the same asker, the newest first. */
  readonly history: readonly ProblemListed[];
}

const historyShown = 8;

/**
 * Reads a problem for its page at the desk, with the last 300 words of its conversation, or with those before a word's id; undefined
 * where there is none.
 */
export async function readForDesk(
  database: Database,
  communityId: number,
  id: number,
  before: number | null = null,
): Promise<DeskRead | undefined> {
  const [read, { words: talk, older }] = await Promise.all([
    readProblem(database, communityId, id),
    listTalk(database, communityId, id, before),
  ]);
  if (!read) return undefined;
  const { askerId } = read.problem;
  const people = [
    read.problem.signedBy,
    read.problem.solvedBy,
    ...read.steps.flatMap(({ byId, reason }) => [byId, fromOf(reason.data)]),
  ];
  const owners: Owner[] = [
    ...read.steps.flatMap(({ owner }) => (owner ? [owner] : [])),
    ...people.flatMap((person) => (person === null ? [] : [{ kind: "member" as const, id: person }])),
  ];
  const [names, latest] = await Promise.all([
    readNames(database, communityId, owners),
    selectProblemsOf(database, { communityId, askerId, limit: historyShown + 1 }),
  ]);
  return { ...read, talk, older, names, history: latest.filter((one) => one.id !== id).slice(0, historyShown) };
}

function fromOf(data: Readonly<Record<string, unknown>> | undefined): number | null {
  return typeof data?.fromId === "number" ? data.fromId : null;
}

/** A problem as whoever asked sees it. */
export interface OwnProblem {
  readonly listed: ProblemListed;
  readonly overReason: string | null;
  readonly overInstead: string | null;
  readonly signedByName: string | null;
  readonly duplicateOf: number | null;
  /** "Is it solved?", asked and not answered yet. */
  readonly waiting: Check | null;
  /** The known problem behind it, or null. */
  readonly known: KnownRow | null;
}

/** The problem of a question, for whoever asked it; undefined where the question is talk. */
export async function readOwnQuestion(
  database: Database,
  communityId: number,
  questionId: number,
): Promise<OwnProblem | undefined> {
  const id = await findProblemOfQuestion(database, communityId, questionId);
  return id === undefined ? undefined : readOwnProblem(database, communityId, id);
}

/** A problem for its asker; undefined where there is none. */
export async function readOwnProblem(
  database: Database,
  communityId: number,
  id: number,
): Promise<OwnProblem | undefined> {
  const [problem, listed, checks, known] = await Promise.all([
    findProblem(database, communityId, id),
    selectListed(database, communityId, id),
    listChecks(database, communityId, id),
    findKnownBehind(database, communityId, id),
  ]);
  if (!problem || !listed) return undefined;
  const { signedBy, overReason, overInstead, duplicateOf } = problem;
  const signer = signedBy === null ? null : { kind: "member" as const, id: signedBy };
  const names = signer ? await readNames(database, communityId, [signer]) : new Map<string, string>();
  return {
    listed,
    overReason,
    overInstead,
    duplicateOf,
    signedByName: signer && (names.get(`member ${signer.id}`) ?? null),
    waiting: checks.findLast((check) => isWaiting(check, listed.overAs)) ?? null,
    known: known ?? null,
  };
}

/** A check that was asked counts as waiting while it fits what has become of the problem since. */
function isWaiting(check: Check, overAs: ProblemListed["overAs"]): boolean {
  const asked = check.askedAt !== null && check.answeredAt === null && check.droppedAt === null;
  return asked && (check.kind === "answer" ? overAs === null : overAs === "confirmed");
}
