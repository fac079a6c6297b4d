import { inOrder, type SkippedList } from "../skipped.ts";
import type { Arrived } from "./import-dump.ts";
import { type Kind, kinds, type Summary } from "./summary.ts";

const names: Readonly<Record<Kind, string>> = {
  users: "members",
  tags: "tags",
  tagDescriptions: "descriptions of tags",
  questions: "questions",
  answers: "answers",
  comments: "comments",
  accepted: "accepted answers, now confirmed",
  links: "links",
};

export interface Finished {
  readonly folder: string;
  readonly arrived: Arrived | null;
  readonly summary: Summary;
  readonly skipped: SkippedList;
  readonly seconds: number;
}

/** The figures for programs: docs/import-and-export.md describes every field. */
export function summaryJson({ folder, arrived, summary, skipped, seconds }: Finished) {
  const { tallies, ...others } = summary;
  return {
    from: "stackexchange",
    folder,
    dryRun: arrived === null,
    community: arrived?.community ?? null,
    communityCreated: arrived?.communityCreated ?? false,
    group: arrived?.group ?? null,
    ...tallies,
    ...others,
    skippedTotal: skipped.total,
    skipped: inOrder(skipped.list),
    seconds: Math.round(seconds * 10) / 10,
  };
}

const mostShown = 20;
const figure = (count: number) => count.toLocaleString("en");

/** The figures for people. */
export function summaryText({ arrived, summary, skipped, seconds }: Finished): string {
  const head = arrived
    ? `Imported into the community ${arrived.community}${arrived.communityCreated ? ", which is new" : ""}.`
    : "Nothing was written. This is what the import would take over:";
  const rows = kinds.map((kind) => {
    const { read, imported, alreadyThere, skipped: left } = summary.tallies[kind];
    return [names[kind], figure(read), figure(imported), figure(alreadyThere), figure(left)];
  });
  const table = columns([["", "in the dump", arrived ? "imported" : "to import", "there before", "left out"], ...rows]);
  const notes = [
    `${figure(summary.votes.read)} votes were read. Acceptances became confirmations; the others are not kept, because Kith has no points and no likes.`,
    summary.formerMembers > 0 && `${figure(summary.formerMembers)} members stand for authors who have left.`,
    summary.duplicates > 0 && `${figure(summary.duplicates)} questions lead to their original as duplicates.`,
    summary.closed > 0 &&
      `${figure(summary.closed)} questions were closed there. They stay open here: nothing closes by ruling.`,
    summary.otherPosts > 0 && `${figure(summary.otherPosts)} posts are neither question nor answer and were passed by.`,
  ].filter((note) => note !== false);
  const took = `It took ${seconds.toFixed(1)} s.`;
  return [head, table, ...notes, ...skippedLines(skipped), took].join("\n");
}

function skippedLines(skipped: SkippedList): string[] {
  if (skipped.total === 0) return [];
  const shown = inOrder(skipped.list)
    .slice(0, mostShown)
    .map((row) => {
      return `  ${row.file}${row.line > 0 ? `, line ${row.line}` : ""}${row.id === null ? "" : `, Id ${row.id}`}: ${row.reason}`;
    });
  const more = skipped.total - shown.length;
  const rest = more > 0 ? [`  and ${figure(more)} more; --json lists them.`] : [];
  return [`${figure(skipped.total)} rows were left out:`, ...shown, ...rest];
}

function columns(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]) =>
    row
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join("  ");
  return rows.map(line).join("\n");
}
