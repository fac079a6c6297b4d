import { readFileSync } from "node:fs";
import { RefusalError, refusal } from "../../kernel/index.ts";

/** The embedded PostgreSQL does not run, and why. */
export function cannotStart(what: string, details = ""): RefusalError {
  return new RefusalError(
    refusal(
      "unavailable",
      "postgres-unavailable",
      `${what}.${details.trim() ? ` It said: ${details.trim()}` : ""}`,
      "Run kith doctor, which looks at the data folder, the disk and the log of PostgreSQL.",
    ),
  );
}

/** The last lines of a text file; empty where it cannot be read. */
export function lastLines(file: string, count = 5): string {
  try {
    return readFileSync(file, "utf8").trimEnd().split("\n").slice(-count).join("\n");
  } catch {
    return "";
  }
}
