import type { Reason } from "./problem.ts";
import { newcomerBelow } from "./settings.ts";

/** A solver of the team, as routing sees them. */
export interface SolverAtHand {
  readonly memberId: number;
  /** Lasting solves in this problem's subject, and in all. */
  readonly solves: number;
  readonly allSolves: number;
  /** Problems they have now, and the most they can bear. */
  readonly open: number;
  readonly mostOpen: number;
  readonly onDuty: boolean;
  /** When they are on duty again; null where that is not known. */
  readonly backAt: Date | null;
}

export interface SolverChoice {
  readonly solver: SolverAtHand | null;
  /** Where there is none: when the first of them is back. */
  readonly backAt: Date | null;
  readonly reason: Reason;
}

/**
 * The solver to offer a problem to: on duty and with room, by proven skill first, by load second. What is easy goes to newcomers, who
 * could not prove themselves otherwise; what is not, goes to them only where nobody else is there.
 */
export function chooseSolver(
  solvers: readonly SolverAtHand[],
  wish: { readonly except: readonly number[]; readonly easy: boolean },
): SolverChoice {
  const others = solvers.filter(({ memberId }) => !wish.except.includes(memberId));
  const able = others.filter(({ onDuty, open, mostOpen }) => onDuty && open < mostOpen);
  const newcomers = able.filter(isNewcomer);
  const proven = able.filter((one) => !isNewcomer(one));
  if (wish.easy && newcomers.length > 0) {
    const solver = leastLoaded(newcomers);
    return { solver, backAt: null, reason: { code: "newcomer-easy", data: { solved: solver.allSolves } } };
  }
  const [skilled] = proven
    .filter(({ solves }) => solves > 0)
    .sort((a, b) => b.solves - a.solves || loadOf(a) - loadOf(b) || a.memberId - b.memberId);
  if (skilled) {
    return { solver: skilled, backAt: null, reason: { code: "skilled-on-duty", data: { solved: skilled.solves } } };
  }
  const rest = proven.length > 0 ? proven : newcomers;
  if (rest.length > 0) {
    const solver = leastLoaded(rest);
    return { solver, backAt: null, reason: { code: "least-loaded", data: { open: solver.open } } };
  }
  return { solver: null, ...whyNobody(others) };
}

function whyNobody(others: readonly SolverAtHand[]): { backAt: Date | null; reason: Reason } {
  if (others.some(({ onDuty }) => onDuty)) return { backAt: null, reason: { code: "everybody-full" } };
  const times = others.flatMap(({ backAt }) => (backAt ? [backAt.getTime()] : []));
  if (times.length === 0) return { backAt: null, reason: { code: "nobody-there" } };
  const backAt = new Date(Math.min(...times));
  return { backAt, reason: { code: "nobody-on-duty", data: { until: backAt.toISOString() } } };
}

function isNewcomer({ allSolves }: SolverAtHand): boolean {
  return allSolves < newcomerBelow;
}

function loadOf({ open, mostOpen }: SolverAtHand): number {
  return open / mostOpen;
}

function leastLoaded(some: readonly SolverAtHand[]): SolverAtHand {
  const [first] = [...some].sort((a, b) => loadOf(a) - loadOf(b) || a.memberId - b.memberId);
  if (!first) throw new Error("nobody to choose from");
  return first;
}
