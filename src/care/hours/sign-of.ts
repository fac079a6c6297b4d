import { mentionedIn } from "../../conversation/index.ts";
import type { StoredEvent } from "../../store/index.ts";
import type { Purpose } from "./purposes.ts";
import { clickMs, newcomerMs, wordsMs } from "./settings.ts";
import type { Sign } from "./timeline.ts";

/** What has to be known of the question that somebody spoke at. */
export interface QuestionFacts {
  readonly askerId: number;
  readonly askerJoinedAt: Date;
  readonly charter: string;
  /** When each of those who are mentioned there first spoke there; without those who never have. */
  readonly firstSpoke: ReadonlyMap<number, Date>;
}

/** What has to be known of whoever acted. */
export interface MemberFacts {
  /** Whether they sign in: authors whom an import brought spend no time here. */
  readonly signsIn: boolean;
  /** Whether they look after others' posts by a role of theirs. */
  readonly keeps: boolean;
}

interface Act {
  readonly purpose: Purpose;
  /** How long it took when nothing else shows it. */
  readonly ms: number;
  /** Who does it as work, if not anybody. */
  readonly by?: "keepers";
}

const solvingWords: Act = { purpose: "solving", ms: wordsMs };
const solvingClick: Act = { purpose: "solving", ms: clickMs };
const building: Act = { purpose: "building", ms: clickMs };
const moderating: Act = { purpose: "building", ms: clickMs, by: "keepers" };

/**
 * The events that somebody's work makes. Asking, confirming, thanking and "helped" are none: they are why others work. What care's
 * reader says about a public answer (`problem.answered`) is none either: the answer has said it, at its own time.
 */
const acts: Readonly<Record<string, Act>> = {
  "answer.given": solvingWords,
  "answer.edited": solvingWords,
  "comment.made": solvingWords,
  "problem.noted": solvingWords,
  "problem.private-opened": solvingWords,
  "problem.answered": solvingWords,
  "problem.opened": solvingWords,
  "problem.ended": solvingClick,
  "problem.claimed": solvingClick,
  "problem.returned": solvingClick,
  "problem.handed-over": solvingClick,
  "problem.snoozed": solvingClick,
  "problem.sorted": solvingClick,
  "problem.linked": solvingClick,
  "triage.corrected": solvingClick,
  "macro.set": solvingWords,
  "question.removed": moderating,
  "question.restored": moderating,
  "question.masked": moderating,
  "question.personal-data-kept": moderating,
  "answer.removed": moderating,
  "answer.restored": moderating,
  "answer.masked": moderating,
  "answer.personal-data-kept": moderating,
  "comment.removed": moderating,
  "comment.restored": moderating,
  "comment.masked": moderating,
  "comment.personal-data-kept": moderating,
  "tags.described": building,
  "group.created": building,
  "group.edited": building,
  "group.ladder-set": building,
  "community.edited": building,
  "role.granted": building,
  "role.revoked": building,
  "team.set": building,
  "area.set": building,
  "calendar.set": building,
  "service-level.set": building,
};

/** The kinds of events that may be work, for whoever asks the database for them. */
export const actKinds: readonly string[] = Object.keys(acts);

/** The acts with which whoever solves says something to an asker. */
export const answeringActs: readonly string[] = ["answer.given", "problem.answered"];

const talk = new Set(["answer.given", "answer.edited", "comment.made"]);
const endedByStaff = new Set(["cannot-solve", "duplicate"]);

/** The question that an event names. */
export function questionOfAct({ subject, subjectId, data }: StoredEvent): number | null {
  if (subject === "question") return subjectId;
  return typeof data.questionId === "number" ? data.questionId : null;
}

/** The sign of work that an event is; null for what is none. */
export function signOf(event: StoredEvent, member: MemberFacts, question: QuestionFacts | null): Sign | null {
  const act = acts[event.kind];
  if (!act || !member.signsIn || (act.by === "keepers" && !member.keeps)) return null;
  if (!isWork(event, question)) return null;
  const to = event.at.getTime();
  return {
    from: to - act.ms,
    to,
    purpose: talk.has(event.kind) && question ? purposeOfTalk(event, question) : act.purpose,
    problemId: event.subject === "problem" ? event.subjectId : null,
    questionId: questionOfAct(event),
  };
}

function isWork({ kind, actorId, data }: StoredEvent, question: QuestionFacts | null): boolean {
  switch (kind) {
    case "problem.answered":
      return typeof data.questionId !== "number" || data.privately === true;
    // A question opens its problem by itself, and its asker does not work on it.
    case "problem.opened":
      return data.origin === "staff" || data.origin === "problem";
    case "problem.ended":
      return endedByStaff.has(String(data.as));
    default:
      return !talk.has(kind) || question?.askerId !== actorId;
  }
}

/**
 * What is said in a group of interest connects people, and so does an introduction; a comment below the question of somebody who has
 * just come welcomes them; the rest solves.
 */
function purposeOfTalk(event: StoredEvent, question: QuestionFacts): Purpose {
  if (question.charter === "interest" || introduces(event, question)) return "connecting";
  const isNew = event.at.getTime() - question.askerJoinedAt.getTime() < newcomerMs;
  return event.kind === "comment.made" && isNew ? "building" : "solving";
}

/** Whether it brings somebody to a question who neither asked it nor has spoken there. */
function introduces(event: StoredEvent, { askerId, firstSpoke }: QuestionFacts): boolean {
  return mentionedIn(event).some((id) => {
    const spokeAt = firstSpoke.get(id);
    return id !== askerId && (spokeAt === undefined || spokeAt > event.at);
  });
}
