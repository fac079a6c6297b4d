import type { Transaction } from "../store/index.ts";
import { goOn } from "./go-on.ts";
import { move } from "./move.ts";
import type { NextStep, OwnerKind, Problem, ProblemChange } from "./problem.ts";
import { provideAnswerCheck } from "./queries/checks.ts";
import { isSolver } from "./queries/people.ts";
import { claimMs, offerMs, usualLadder } from "./settings.ts";
import { asksAnew } from "./silence.ts";

/**
 * Somebody said something to the asker: it waits for the asker now, who is asked whether it is solved. A solver who speaks has it from
 * then on, unless another one took it before; `bySolver` where the caller knows already whether one does.
 */
export async function hearHelper(
  tx: Transaction,
  problem: Problem,
  said: {
    readonly byId: number;
    readonly answerId: number | null;
    readonly bySolver?: boolean;
    /** Where only the asker and care read it. */
    readonly privately?: boolean;
  },
): Promise<Problem> {
  if (problem.overAt) return problem;
  const taken = problem.ownerKind === "solver" && problem.claimedAt !== null;
  const takes = !taken && (said.bySolver ?? (await isSolver(tx.db, problem.communityId, said.byId)));
  const owner: ProblemChange = takes
    ? { ownerKind: "solver", ownerId: said.byId, claimedAt: tx.now, rung: atDesk(problem) }
    : {};
  const checkId = await provideAnswerCheck(tx, problem, said.answerId);
  return move(tx, problem, {
    change: {
      ...owner,
      ...asksAnew(tx.now),
    },
    reason: { code: "answered" },
    clocks: "helper-spoke",
    event: {
      kind: "problem.answered",
      data: {
        checkId,
        ...(said.answerId === null ? {} : { answerId: said.answerId }),
        ...(said.privately ? { privately: true } : {}),
      },
    },
    byId: said.byId,
  });
}

function atDesk({ rung }: Problem): Problem["rung"] {
  return rung === "lead" ? "lead" : "solvers";
}

/** For how long whoever has it may leave the asker's word without one of their own. */
const patience: Readonly<Record<OwnerKind, { readonly ms: number; readonly step: NextStep }>> = {
  solver: { ms: claimMs, step: "return" },
  member: { ms: usualLadder.namedMs, step: "climb" },
  peers: { ms: usualLadder.peersMs, step: "climb" },
  team: { ms: offerMs, step: "climb" },
};

/** How an open problem goes on with the owner it has. */
export function backToOwner(problem: Problem, now: Date): ProblemChange {
  const { ms, step } = patience[problem.ownerKind ?? "team"];
  const isOffered = problem.ownerKind === "solver" && problem.claimedAt === null;
  return {
    state: "open",
    nextActionAt: new Date(now.getTime() + ms),
    nextStep: isOffered ? "climb" : step,
    askedTimes: 0,
    gentle: false,
  };
}

/**
 * The asker said something: whoever has it has to act again. While it is open anyhow nothing moves, so that asking again and again
 * neither hurries a problem nor holds it back. Thanks alone (`asksBack` false) leave it waiting for the asker's confirmation. Where it
 * is over nothing happens, unless `reopens`.
 */
export async function hearAsker(
  tx: Transaction,
  problem: Problem,
  said: { readonly messageId: number; readonly reopens: boolean; readonly asksBack: boolean },
): Promise<Problem> {
  const { askerId } = problem;
  if (problem.overAt) {
    return said.reopens
      ? goOn(tx, problem, { reason: { code: "reopened" }, byId: askerId, event: "problem.reopened" })
      : problem;
  }
  const stays = (problem.state === "open" && !problem.gentle) || !said.asksBack;
  const back = stays ? {} : backToOwner(problem, tx.now);
  return move(tx, problem, {
    change: { ...back, askerSpokeAt: tx.now },
    ...(Object.keys(back).length > 0 ? { reason: { code: "asker-spoke" } } : {}),
    ...(said.asksBack ? { clocks: "asker-spoke" as const } : {}),
    event: { kind: "problem.asker-spoke", data: { messageId: said.messageId } },
    byId: askerId,
  });
}
