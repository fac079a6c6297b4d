import { type ByPurpose, byPurpose, type Purpose, purposes } from "./purposes.ts";

/** Somebody's time within a week, and the group in which it counts. */
export interface Share {
  /** A team's name; null for members of no team. */
  readonly team: string | null;
  /** Milliseconds. */
  readonly time: ByPurpose;
}

/** What can be told of a group in a week. */
export interface GroupHours {
  readonly group:
    | { readonly kind: "team"; readonly name: string }
    | { readonly kind: "members" | "others" | "everybody" };
  readonly people: number;
  /** Milliseconds; null where too few did one of the three to tell them apart. */
  readonly time: ByPurpose | null;
  readonly totalMs: number;
}

/**
 * Sums by group that tell nothing of one person. A group is told of where at least `smallest` people worked, and where each purpose is
 * that of at least so many or of nobody. The others are taken together; where these are still too few the smallest of the groups joins
 * them, until they are enough: so that no sum is the difference of two others. Null where not even all together are enough.
 */
export function foldGroups(shares: readonly Share[], smallest: number): readonly GroupHours[] | null {
  const groups = [...Map.groupBy(shares.filter(worked), ({ team }) => team)]
    .map(([team, members]) => ({ team, members }))
    .sort((a, b) => b.members.length - a.members.length || (a.team ?? "￿").localeCompare(b.team ?? "￿"));
  const shown = groups.filter(({ members }) => isTold(members, smallest));
  const others = groups.filter(({ members }) => !isTold(members, smallest)).flatMap(({ members }) => members);
  while (others.length > 0 && !isTold(others, smallest) && shown.length > 0)
    others.push(...(shown.pop()?.members ?? []));
  if (others.length === 0) return shown.map(({ team, members }) => groupOf(nameOf(team), members));
  if (others.length < smallest) return null;
  const kind = shown.length > 0 ? "others" : "everybody";
  const rest = groupOf({ kind }, others);
  const told = isTold(others, smallest) ? rest : { ...rest, time: null };
  return [...shown.map(({ team, members }) => groupOf(nameOf(team), members)), told];
}

function worked({ time }: Share): boolean {
  return purposes.some((purpose) => time[purpose] > 0);
}

function isTold(members: readonly Share[], smallest: number): boolean {
  const enough = (n: number) => n === 0 || n >= smallest;
  const doing = (purpose: Purpose) => members.filter(({ time }) => time[purpose] > 0).length;
  return members.length >= smallest && purposes.every((purpose) => enough(doing(purpose)));
}

function nameOf(team: string | null): GroupHours["group"] {
  return team === null ? { kind: "members" } : { kind: "team", name: team };
}

function groupOf(group: GroupHours["group"], members: readonly Share[]): GroupHours {
  const time = byPurpose((purpose) => members.reduce((sum, one) => sum + one.time[purpose], 0));
  return { group, people: members.length, time, totalMs: purposes.reduce((sum, purpose) => sum + time[purpose], 0) };
}
