import { chmod, mkdir, open, readdir, readFile, rename, rm } from "node:fs/promises";
import path from "node:path";
import { err, ok, type Result, refusal } from "../kernel/index.ts";
import type { FieldedIndex } from "./fielded-index.ts";
import { deserializeIndex, serializeSealed } from "./persistence.ts";

/** What a saved index says of itself besides its words. */
export interface IndexFacts {
  readonly communityId: number;
  /** Where in the event log it is. */
  readonly place: string;
  /** The community's last event up to there. A log that does not hold it is another one, or was put back to an earlier day. */
  readonly lastEvent: string;
  readonly builtAt: string | null;
  readonly buildMs: number | null;
}

const ending = ".kix";

/** A sealed index as pieces of a file that stay as they are while it changes: most of it is only added to, the rest is copied. */
export function packIndex(index: FieldedIndex, facts: IndexFacts): Uint8Array[] {
  const pieces = serializeSealed(index, JSON.stringify(facts));
  const changing: unknown[] = [index.columns.alive.buffer, index.dictionary.counts().buffer];
  return pieces.map((piece) => (changing.includes(piece.buffer) ? piece.slice() : piece));
}

/** Writes a packed index whole and safely to disk before it takes the place of the one before. */
export async function saveIndex(folder: string, communityId: number, pieces: readonly Uint8Array[]): Promise<void> {
  await mkdir(folder, { recursive: true });
  await chmod(folder, 0o700);
  const file = fileOf(folder, communityId);
  // Several processes may keep their indexes in one folder.
  const fresh = `${file}.${process.pid}`;
  try {
    const handle = await open(fresh, "w", 0o600);
    try {
      for (const piece of pieces) await handle.writeFile(piece);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(fresh, file);
  } catch (error) {
    await rm(fresh, { force: true });
    throw error;
  }
}

/** Reads a saved index; a refusal says why it is of no use. */
export async function loadIndex(
  folder: string,
  communityId: number,
): Promise<Result<{ index: FieldedIndex; facts: IndexFacts }>> {
  let bytes: Buffer;
  try {
    bytes = await readFile(fileOf(folder, communityId));
  } catch (error) {
    return refuse("file_missing", `There is no saved search index (${(error as { code?: string }).code}).`);
  }
  const read = deserializeIndex(bytes);
  if (!read.ok) return read;
  const facts = JSON.parse(read.value.position) as IndexFacts;
  if (facts.communityId !== communityId) return refuse("file_foreign", "This search index is another community's.");
  return ok({ index: read.value.index, facts });
}

/** Takes away what is kept of communities that are no more, and what a killed process left half written. */
export async function tidyIndexes(folder: string, communityIds: readonly number[]): Promise<void> {
  const kept = new Set(communityIds.map((id) => `${id}${ending}`));
  for (const name of await readdir(folder).catch(() => [])) {
    const half = /^\d+\.kix\.(\d+)$/.exec(name);
    const isOver = half ? !isAlive(Number(half[1])) : name.endsWith(ending) && !kept.has(name);
    if (isOver) await rm(path.join(folder, name), { force: true });
  }
}

function fileOf(folder: string, communityId: number): string {
  return path.join(folder, `${communityId}${ending}`);
}

function refuse(code: string, message: string): Result<never> {
  return err(refusal("unavailable", code, message, "It is built again from the database; nothing is lost."));
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as { code?: string }).code === "EPERM";
  }
}
