import { readdir, readFile, stat } from "node:fs/promises";
import path from "node:path";
import type * as z from "zod";
import {
  type CommunityRecord,
  communityRecord,
  formatVersion,
  type Manifest,
  manifestRecord,
  type PlacedLine,
  type PortableFile,
} from "../../../community/index.ts";
import { err, ok, type Refusal, RefusalError, type Result, refusal } from "../../../kernel/index.ts";
import { portable, portableFile } from "../../portable.ts";
import type { Progress } from "../../progress.ts";
import { createSum, readLines, type TextLine } from "../../read-lines.ts";

/** An export that was looked through: every file is there, whole, and readable. */
export interface OpenedExport {
  readonly folder: string;
  readonly manifest: Manifest;
  readonly community: CommunityRecord;
  readonly bytes: number;
}

/** Reads the manifest and finds the files; `check` reads them. */
export async function openExport(folder: string): Promise<Result<OpenedExport>> {
  const names = await readdir(folder).catch(() => null);
  if (!names) return err(noExport(`The folder ${folder} cannot be read.`));
  if (!names.includes("manifest.json")) {
    const why = names.includes("unfinished-export") ? "an export that was not finished" : "no export of Kith";
    return err(noExport(`${folder} has no manifest.json: it is ${why}.`));
  }
  const manifest = parse(manifestRecord, await readFile(path.join(folder, "manifest.json"), "utf8"));
  if ("problem" in manifest) return err(noExport(`${path.join(folder, "manifest.json")}: ${manifest.problem}`));
  const known = new Set<string>(["community.json", ...portable.files.map(({ name }) => `${name}.jsonl`)]);
  const { version, files } = manifest.value;
  if (version > formatVersion || files.some(({ name }) => !known.has(name))) return err(tooNew(version));
  for (const { name, bytes } of files) {
    const found = await stat(path.join(folder, name)).catch(() => null);
    if (!found) return err(damaged(`${name} is missing.`));
    if (found.size !== bytes) return err(damaged(`${name} has ${found.size} bytes where the manifest says ${bytes}.`));
  }
  const community = parse(communityRecord, await readFile(path.join(folder, "community.json"), "utf8"));
  if ("problem" in community) return err(damaged(`community.json: ${community.problem}`));
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
  return ok({ folder, manifest: manifest.value, community: community.value, bytes });
}

/** Reads every line of every file: sums, numbers of rows, and whether each can be understood. Nothing is written before. */
export async function checkExport(opened: OpenedExport, progress: Progress): Promise<Result<void>> {
  for (const file of opened.manifest.files) {
    progress.begin(`checking ${file.name}`);
    const sum = createSum();
    let rows = 0;
    const known = portableFile(file.name);
    const onBytes = (piece: Buffer) => {
      sum.add(piece);
      progress.advance(piece.length, 0);
    };
    for await (const lines of readLines(path.join(opened.folder, file.name), onBytes)) {
      rows += lines.length;
      progress.advance(0, lines.length);
      if (known) for (const line of lines) readRecord(known, line);
    }
    const { sha256 } = sum.end();
    if (sha256 !== file.sha256)
      return err(damaged(`${file.name} was changed: its SHA-256 is not that of the manifest.`));
    if (rows !== file.rows) return err(damaged(`${file.name} has ${rows} rows where the manifest says ${file.rows}.`));
  }
  return ok(undefined);
}

/** A line of a file as a record; refuses (`export-damaged`) with the file and the line what is none. */
export function readRecord(file: PortableFile, { line, text }: TextLine): PlacedLine {
  const read = parse(file.record, text);
  if ("problem" in read) throw new RefusalError(damaged(`${file.name}.jsonl, line ${line}: ${read.problem}`));
  return { line, record: read.value };
}

function parse<Schema extends z.ZodType>(
  schema: Schema,
  text: string,
): { value: z.output<Schema> } | { problem: string } {
  let json: unknown;
  try {
    // NUL and halves of surrogate pairs can be written in JSON, but not stored.
    json = JSON.parse(text, (_name, value) =>
      typeof value === "string" ? value.replaceAll("\u0000", "\uFFFD").toWellFormed() : value,
    );
  } catch {
    return { problem: "this is not JSON." };
  }
  const parsed = schema.safeParse(json);
  if (parsed.success) return { value: parsed.data };
  const [issue] = parsed.error.issues;
  return { problem: `${issue?.path.join(".") || "the row"}: ${issue?.message ?? "it cannot be understood"}.` };
}

function noExport(message: string): Refusal {
  return refusal("invalid", "no-export", message, "Give a folder that kith export has written to the end.");
}

function damaged(message: string): Refusal {
  return refusal(
    "invalid",
    "export-damaged",
    message,
    "Nothing was written. Copy the export once more, or export again.",
  );
}

function tooNew(version: number): Refusal {
  return refusal(
    "invalid",
    "export-too-new",
    `The export has version ${version}, and this Kith reads version ${formatVersion}.`,
    "Use the newer Kith.",
  );
}
