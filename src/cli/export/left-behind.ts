import { portable } from "../portable.ts";

// An export carries a table by a file in src/community/portable, or src/ROOM/portable: `tableFile` needs its columns only. A table that is
// not to be carried says below why.

/** Tables of a community that no export carries, and why. */
const staying: Readonly<Record<string, string>> = {
  area_model: "learned anew of the areas that people confirmed",
  care_setting_change: "lets a slip be taken back for ten minutes",
  check_token: "a secret of a mail's one-tap answer",
  desk_presence: "who looks at what right now",
  idempotency_key: "requests of the last day",
  import_item: "where rows of earlier imports went; each installation's own",
  notification: "news of what happened there, told already",
  phrase_vector: "asked of the embedding service anew",
  question_vector: "asked of the embedding service anew",
  outbox: "mails on their way",
  permit: "leave that was given for those mails",
  question_tag: "made of the questions' tags",
  search_document: "made of the questions anew",
  search_learning: "how far learning is there",
  search_model: "learned anew of what the export holds",
  token: "secrets of programs",
  triage_model: "learned anew of the lessons",
  work_correction: "a person's own words about their time, for nobody else to read",
  work_sign: "a person's own hours, for nobody else to read; each can take theirs along",
};
/** Columns that are made of others. */
const derived: ReadonlySet<string> = new Set(["community_id", "html"]);

/**
 * What an export would forget, a sentence each: a table of a community that no file carries and that does not stay for a reason, or a
 * column of a table that is a file of its own.
 */
export function leftBehind(schema: string): string[] {
  const carried = new Map(
    portable.files.map((file) => [file.table, "columns" in file ? (file.columns as string[]) : null]),
  );
  return schema.split(/^table /m).flatMap((described) => {
    const [table = "", ...lines] = described.split("\n");
    const columns = lines.flatMap((line) => /^ {2}([a-z_]+) [a-z]/.exec(line)?.[1] ?? []);
    if (!columns.includes("community_id") || staying[table] !== undefined) return [];
    const known = carried.get(table);
    if (known === undefined)
      return [`No export carries the table ${table}: src/cli/export/left-behind.ts says what to do.`];
    const missing = columns.filter(
      (column) => known && !known.includes(column) && !derived.has(column) && !isMade(lines, column),
    );
    return missing.map(
      (column) => `No export carries ${table}.${column}: add it to the fields of its file (src/*/portable).`,
    );
  });
}

function isMade(lines: readonly string[], column: string): boolean {
  return lines.some((line) => line.startsWith(`  ${column} `) && line.includes(" generated as "));
}
