import type { Actor } from "../accounts/index.ts";
import type { DeskMember, Problem, ProblemListed, QueueView, Urgency } from "../care/index.ts";
import type { PersonRef } from "./view-models.ts";

// From what the care room reads to what the desk's pages show.

export const urgencyNames = ["low", "normal", "high", "urgent"] as const satisfies readonly Urgency[];

/** The views of the queue in the order in which the desk offers them. */
export const viewNames = [
  "mine",
  "offered",
  "team",
  "unclaimed",
  "due-soon",
  "late",
  "waiting-for-asker",
  "peers",
  "snoozed",
  "all",
] as const satisfies readonly QueueView[];

export interface AreaChoice {
  slug: string;
  name: string;
}

export interface HandOverChoice {
  kind: "solver" | "team";
  id: number;
  name: string;
  /** When they are back, where they are away now: until then nothing can be handed to them. */
  awayUntil: Date | null;
}

/** A problem in a list of the desk. */
export interface ProblemRow {
  id: number;
  title: string;
  /** ISO 639: what it is written in; null where that is not known. */
  language: string | null;
  asker: PersonRef;
  area: string | null;
  urgency: Urgency;
  owner: { how: "peers" | "member" | "offered" | "taken" | "team"; name: string } | null;
  rung: Problem["rung"];
  nextStep: NonNullable<Problem["nextStep"]> | null;
  nextActionAt: Date | null;
  dueAt: Date | null;
  dueClock: NonNullable<Problem["dueClock"]> | null;
  alarm: Problem["alarm"];
  askerSpokeAt: Date;
  reopened: number;
  contested: boolean;
  over: NonNullable<Problem["overAs"]> | null;
}

export function problemRow(listed: ProblemListed): ProblemRow {
  const { id, title, language, urgency, rung, nextStep, nextActionAt, dueAt, dueClock, alarm, askerSpokeAt, reopened } =
    listed;
  return {
    ...{ id, title, language, urgency, rung, nextStep, nextActionAt, dueAt, dueClock, alarm, askerSpokeAt, reopened },
    asker: { memberId: listed.askerId, name: listed.askerName, staff: listed.askerStaff },
    area: listed.areaName,
    owner: ownerOf(listed),
    contested: listed.contestedAt !== null,
    over: listed.overAs,
  };
}

function ownerOf({ ownerKind, ownerName, claimedAt, overAt }: ProblemListed): ProblemRow["owner"] {
  if (overAt !== null || ownerKind === null) return null;
  const name = ownerName ?? "";
  if (ownerKind !== "solver") return { how: ownerKind, name };
  return { how: claimedAt === null ? "offered" : "taken", name };
}

/** To whom somebody at the desk can hand a problem: each other, and the teams. */
export function handOverChoices(
  members: readonly DeskMember[],
  teams: readonly { id: number; name: string }[],
  actor: Pick<Actor, "memberId">,
  now: Date,
): HandOverChoice[] {
  return [
    ...members
      .filter(({ memberId }) => memberId !== actor.memberId)
      .map(({ memberId: id, name, awayUntil }) => ({
        ...{ kind: "solver" as const, id, name },
        awayUntil: awayUntil !== null && awayUntil > now ? awayUntil : null,
      })),
    ...teams.map(({ id, name }) => ({ kind: "team" as const, id, name, awayUntil: null })),
  ];
}
