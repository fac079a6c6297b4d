// The words of the room: what a problem is, who owns it and where on the ladder it stands.

export const urgencies = ["low", "normal", "high", "urgent"] as const;
export type Urgency = (typeof urgencies)[number];

export const ownerKinds = ["member", "peers", "solver", "team"] as const;
/** `member`: asked by name; `peers`: the members of a group; `solver`: offered to or taken by one; `team`: any solver of it. */
export type OwnerKind = (typeof ownerKinds)[number];

/** Who has to do the next thing: a member's id, a group's for `peers`, a team's for `team`. */
export interface Owner {
  readonly kind: OwnerKind;
  readonly id: number;
}

/** The ladder, from the lowest rung: an answer that is there already, peers, members by name, solvers, the team's lead. */
export const rungs = ["found", "peers", "named", "solvers", "lead"] as const;
export type Rung = (typeof rungs)[number];

export const problemStates = ["open", "waiting-for-asker", "snoozed", "over"] as const;
export type ProblemState = (typeof problemStates)[number];

/** What happens at `nextActionAt` where nothing happens before. */
export type NextStep =
  /** Up the ladder. */
  | "climb"
  /** Back to the ladder, because its owner did nothing. */
  | "return"
  /** The asker is asked whether it is solved. */
  | "ask-asker"
  /** A snooze ends. */
  | "wake"
  /** It goes on resting: it came from the past, and nobody has spoken since. */
  | "rest";

/** The four ways in which a problem can be over. Silence is none of them. */
export type OverAs = "confirmed" | "cannot-solve" | "duplicate" | "withdrawn";

export type Origin = "question" | "message" | "staff" | "problem";

export type ClockName = "first-answer" | "next-answer" | "solved";
export type Alarm = "none" | "warned" | "late";

/** What is known of a problem from the moment it is opened. */
export interface ProblemOrigin {
  readonly communityId: number;
  readonly origin: Origin;
  readonly questionId: number | null;
  readonly conversationId: number;
  readonly messageId: number | null;
  readonly originProblemId: number | null;
  readonly askerId: number;
  readonly openedAt: Date;
  /** Of a problem without a question. */
  readonly title: string | null;
  readonly groupId: number | null;
  readonly areaId: number | null;
  readonly teamId: number;
  readonly language: string | null;
  readonly urgency: Urgency;
  readonly rung: Rung;
  readonly gentle: boolean;
  readonly foundQuestionId: number | null;
  readonly foundAnswerId: number | null;
}

/** A problem as verbs see it. */
export interface Problem extends ProblemOrigin {
  readonly id: number;
  readonly state: ProblemState;
  readonly ownerKind: OwnerKind | null;
  readonly ownerId: number | null;
  /** null while it is only offered to its owner. */
  readonly claimedAt: Date | null;
  /** When somebody other than the asker last said something to them. */
  readonly helperSpokeAt: Date | null;
  readonly askerSpokeAt: Date;
  readonly nextActionAt: Date | null;
  readonly nextStep: NextStep | null;
  readonly askedTimes: number;
  readonly snoozes: number;
  readonly dueAt: Date | null;
  readonly dueClock: ClockName | null;
  readonly alarm: Alarm;
  readonly alarmAt: Date | null;
  readonly reopened: number;
  readonly contestedAt: Date | null;
  readonly contestedBecause: string | null;
  readonly overAt: Date | null;
  readonly overAs: OverAs | null;
  readonly overBy: number | null;
  readonly overReason: string | null;
  readonly overInstead: string | null;
  readonly signedBy: number | null;
  readonly duplicateOf: number | null;
  readonly solvedBy: number | null;
  readonly solvedAnswerId: number | null;
}

/** What a problem becomes; what is left out stays. */
export type ProblemChange = Partial<Omit<Problem, "communityId" | "id" | "origin" | "openedAt" | "conversationId">>;

/** Why a step was taken: a code and what fills its sentence, so that it can be said in any language (docs/care.md lists them). */
export interface Reason {
  readonly code: string;
  readonly data?: Readonly<Record<string, number | string | boolean | null>>;
}
