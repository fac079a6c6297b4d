/** What became of the rows of one kind. */
export interface Tally {
  /** Rows of this kind in the dump. */
  read: number;
  /** Taken over by this run. */
  imported: number;
  /** Taken over by an earlier run. */
  alreadyThere: number;
  /** Left out for the reasons that the list of skipped rows gives. */
  skipped: number;
}

export const kinds = [
  "users",
  "tags",
  "tagDescriptions",
  "questions",
  "answers",
  "comments",
  "accepted",
  "links",
] as const;
export type Kind = (typeof kinds)[number];

/** The figures of an import, as `--json` prints them. */
export interface Summary {
  readonly tallies: Record<Kind, Tally>;
  /** Posts that are neither question nor answer nor the description of a tag, such as the long texts about tags. */
  otherPosts: number;
  /** Members made for authors who have left: by the name they had, or "Former member". */
  formerMembers: number;
  /** Questions that were closed over there; here nothing closes by ruling, so they stay open. */
  closed: number;
  /** Questions that lead to their original from now on. */
  duplicates: number;
  readonly votes: { read: number; readonly byType: Record<string, number> };
}

export function createSummary(): Summary {
  const tally = (): Tally => ({ read: 0, imported: 0, alreadyThere: 0, skipped: 0 });
  return {
    tallies: Object.fromEntries(kinds.map((kind) => [kind, tally()])) as Record<Kind, Tally>,
    otherPosts: 0,
    formerMembers: 0,
    closed: 0,
    duplicates: 0,
    votes: { read: 0, byType: {} },
  };
}

/** Stack Exchange's types of votes (meta.stackexchange.com/q/2677). */
const voteTypes: Readonly<Record<number, string>> = {
  1: "acceptedByOriginator",
  2: "upMod",
  3: "downMod",
  4: "offensive",
  5: "favorite",
  6: "close",
  7: "reopen",
  8: "bountyStart",
  9: "bountyClose",
  10: "deletion",
  11: "undeletion",
  12: "spam",
  15: "moderatorReview",
  16: "approveEditSuggestion",
};
export const acceptingVote = 1;

export function countVote(summary: Summary, type: number): void {
  const name = voteTypes[type] ?? `type${type}`;
  summary.votes.read += 1;
  summary.votes.byType[name] = (summary.votes.byType[name] ?? 0) + 1;
}
