import { chooseNamed, type Proven } from "./choose-named.ts";
import { chooseSolver, type SolverAtHand } from "./choose-solver.ts";
import type { NextStep, Owner, ProblemChange, Reason, Rung, Urgency } from "./problem.ts";
import { dayMs, hurry, type LadderSettings, leadMs, mostNamed, mostOffers, offerMs } from "./settings.ts";

/** What the ladder has to know of a problem. */
export interface Climber {
  /** null at the beginning. */
  readonly rung: Rung | null;
  readonly urgency: Urgency;
  readonly askerId: number;
  /** null where there are no peers: it came by a private message. */
  readonly groupId: number | null;
  /** A solved answer that fits it. */
  readonly found: { readonly questionId: number; readonly answerId: number } | null;
  /** Members who were asked by name, and solvers to whom it was offered or who gave it back. */
  readonly asked: readonly number[];
  readonly offered: readonly number[];
  readonly reopened: number;
  /** How often it has rested, where it came from the past; null where it did not. */
  readonly rests: number | null;
}

/** Who could help. */
export interface People {
  readonly proven: readonly Proven[];
  readonly solvers: readonly SolverAtHand[];
  readonly team: { readonly id: number; readonly leadId: number | null };
}

/** One step: who has it now, until when, what happens then, and why. */
export interface Step {
  readonly rung: Rung;
  readonly owner: Owner;
  readonly nextActionAt: Date;
  readonly nextStep: NextStep;
  readonly reason: Reason;
}

/** What a problem becomes by a step of the ladder: open, with an owner who has not taken it yet. */
export function takeStep({ rung, owner, nextActionAt, nextStep }: Step): ProblemChange {
  return { state: "open", rung, ownerKind: owner.kind, ownerId: owner.id, claimedAt: null, nextActionAt, nextStep };
}

const order: readonly Rung[] = ["found", "peers", "named", "solvers", "lead"];

/** The rungs that may come next: asking by name and offering to solvers may come again, with another person. */
function rungsAfter(rung: Rung | null): readonly Rung[] {
  if (rung === null) return order;
  const at = order.indexOf(rung);
  return rung === "named" || rung === "solvers" || rung === "lead" ? order.slice(at) : order.slice(at + 1);
}

/**
 * The next step of a problem that its owner did not move: a pure decision, so that it can be tried on a rule before it is set. It
 * always answers: the lead of the team is the last rung, and is reminded every day.
 */
export function nextStep(problem: Climber, settings: LadderSettings, people: People, now: Date): Step {
  if (problem.rests !== null && problem.rung !== null) return rest(problem, people, now, problem.rests);
  for (const rung of rungsAfter(problem.rung)) {
    const step = tries[rung](problem, settings, people, now);
    if (step) return step;
  }
  throw new Error("the lead's rung always takes a problem");
}

type Try = (problem: Climber, settings: LadderSettings, people: People, now: Date) => Step | null;

const tries: Readonly<Record<Rung, Try>> = {
  found({ found, groupId, reopened }, settings, people, now) {
    if (!found || reopened > 0) return null;
    const reason = { code: "answer-found", data: { ...found } };
    return stepTo("found", peersOrTeam(groupId, people), now, settings.foundMs, reason);
  },
  peers({ groupId, urgency, reopened }, settings, people, now) {
    const waitMs = settings.peersMs * hurry[urgency];
    // Who reopens it has had the peers' answer.
    if (groupId === null || waitMs <= 0 || reopened > 0) return null;
    const reason = { code: "peers-first", data: { minutes: Math.round(waitMs / 60_000) } };
    return stepTo("peers", peersOrTeam(groupId, people), now, waitMs, reason);
  },
  named({ asked, askerId, urgency, groupId }, settings, people, now) {
    // What was said outside a group is for its asker and care; no member is asked to help where they cannot read.
    if (asked.length >= mostNamed || groupId === null) return null;
    const chosen = chooseNamed(people.proven, [askerId, ...asked]);
    if (!chosen) return null;
    const reason = { code: "proven", data: { solved: chosen.solves } };
    return stepTo("named", { kind: "member", id: chosen.memberId }, now, settings.namedMs * hurry[urgency], reason);
  },
  solvers(problem, _settings, people, now) {
    const { offered, askerId, urgency, reopened, found } = problem;
    if (offered.length >= mostOffers) return null;
    const easy = reopened === 0 && (found !== null || urgency === "low");
    const choice = chooseSolver(people.solvers, { except: [askerId, ...offered], easy });
    if (choice.solver) {
      return stepTo(
        "solvers",
        { kind: "solver", id: choice.solver.memberId },
        now,
        offerMs * hurry[urgency],
        choice.reason,
      );
    }
    // Nobody is there: it lies in the team's queue, and the next step comes when somebody is back.
    const owner = { kind: "team", id: people.team.id } as const;
    if (problem.rung === "solvers" && choice.backAt === null) return null;
    const waitMs = choice.backAt ? Math.max(choice.backAt.getTime() - now.getTime(), 60_000) : offerMs * hurry[urgency];
    return stepTo("solvers", owner, now, waitMs, choice.reason);
  },
  lead({ rung, askerId }, _settings, people, now) {
    const { id } = people.team;
    const leadId = people.team.leadId === askerId ? null : people.team.leadId;
    const code = rung === "lead" ? "lead-reminded" : leadId === null ? "nobody-took-it" : "team-lead";
    const owner: Owner = leadId === null ? { kind: "team", id } : { kind: "solver", id: leadId };
    return stepTo("lead", owner, now, leadMs, { code });
  },
};

function stepTo(rung: Rung, owner: Owner, now: Date, waitMs: number, reason: Reason): Step {
  return { rung, owner, nextActionAt: new Date(now.getTime() + waitMs), nextStep: "climb", reason };
}

function peersOrTeam(groupId: number | null, people: People): Owner {
  return groupId === null ? { kind: "team", id: people.team.id } : { kind: "peers", id: groupId };
}

const longestRestDays = 180;

/** What came from the past stays with the peers and is looked at ever more rarely, until somebody speaks. */
function rest(problem: Climber, people: People, now: Date, rests: number): Step {
  const days = Math.min(30 * 2 ** Math.min(rests, 10), longestRestDays);
  return {
    rung: problem.rung ?? "peers",
    owner: peersOrTeam(problem.groupId, people),
    nextActionAt: new Date(now.getTime() + days * dayMs),
    nextStep: "rest",
    reason: { code: "rests", data: { days } },
  };
}
