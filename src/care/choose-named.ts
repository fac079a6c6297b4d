/** A member with proven skill in what a problem is about. */
export interface Proven {
  readonly memberId: number;
  /** Solves in this subject that were confirmed and have lasted. */
  readonly solves: number;
  readonly askedThisWeek: number;
  /** How often in a week they allow to be asked. */
  readonly askedWeekly: number;
  readonly away: boolean;
}

/** The member to ask by name: most lasting solves; among equals who was asked least; nobody beyond what they allow. */
export function chooseNamed(proven: readonly Proven[], except: readonly number[]): Proven | null {
  const able = proven.filter(
    (one) => one.solves > 0 && !one.away && one.askedThisWeek < one.askedWeekly && !except.includes(one.memberId),
  );
  const [first] = able.sort(
    (a, b) => b.solves - a.solves || a.askedThisWeek - b.askedThisWeek || a.memberId - b.memberId,
  );
  return first ?? null;
}
