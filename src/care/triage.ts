import type { Urgency } from "./problem.ts";

export const messageKinds = ["problem", "question", "complaint", "praise", "chatter"] as const;
/** What kind of message somebody wrote. The first three ask for something to be done. */
export type MessageKind = (typeof messageKinds)[number];

/** What the machine makes of a message. */
export interface TriageGuess {
  readonly kind: MessageKind;
  /** A subject area's slug, where one is meant. */
  readonly area: string | null;
  /** How likely the area is right, where a model said it; left out where its name and tags did. */
  readonly areaProbability?: number;
  readonly urgency: Urgency;
  /** BCP 47, where it is known. */
  readonly language: string | null;
  /** How likely the kind is right. */
  readonly probability: number;
  /** True where a person should look instead. */
  readonly abstains: boolean;
}

/** What a community's message is: a port, which `app.ts` fills with whatever knows best. Any string is a text. */
export type Triage = (text: string, communityId: number) => TriageGuess | Promise<TriageGuess>;

/** A solved answer that fits a text, where there is one: a port, too. */
export type FindSolved = (wanted: {
  readonly communityId: number;
  readonly locale: string;
  readonly text: string;
}) => Promise<{ readonly questionId: number; readonly answerId: number } | null>;

/** Whether such a message asks for something to be done. */
export function asksForHelp(kind: MessageKind): boolean {
  return kind === "problem" || kind === "question" || kind === "complaint";
}
