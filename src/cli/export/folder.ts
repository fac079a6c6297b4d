import { mkdir, readdir, rename, rm, rmdir, stat } from "node:fs/promises";
import path from "node:path";
import { err, ok, type Result, refusal } from "../../kernel/index.ts";
import { portable } from "../portable.ts";

/** Where the files lie until all of them are whole: an export that was killed leaves this folder, and no manifest. */
const unfinished = "unfinished-export";
export const manifestName = "manifest.json";
export const communityName = "community.json";
export const attachmentsName = "files";

const ours: ReadonlySet<string> = new Set([
  manifestName,
  communityName,
  attachmentsName,
  unfinished,
  ...portable.files.map(({ name }) => `${name}.jsonl`),
]);

/** A folder that an export is being written to. */
export interface ExportFolder {
  /** For a file of this name, while the export is under way. */
  path(name: string): string;
  /** Puts everything in its place, the manifest last. */
  finish(): Promise<void>;
}

/**
 * Makes a folder ready, readable by its owner only. One that holds anything is refused, unless `force` replaces an earlier export
 * in it; what no export wrote is never touched.
 */
export async function prepareFolder(folder: string, force: boolean): Promise<Result<ExportFolder>> {
  const there = await stat(folder).catch(() => null);
  if (there && !there.isDirectory()) return err(refused(`${folder} is a file.`, "Name a folder."));
  const names = there ? await readdir(folder) : [];
  const others = names.filter((name) => name !== unfinished);
  if (others.length > 0 && !force) {
    return err(
      refused(`${folder} is not empty.`, "Name a new folder, or use --force to replace an export that is in it."),
    );
  }
  const foreign = others.filter((name) => !ours.has(name));
  if (foreign.length > 0) {
    const said = `${folder} holds what no export wrote: ${foreign.slice(0, 3).join(", ")}.`;
    return err(refused(said, "Name a new folder; --force replaces an export only."));
  }
  const working = path.join(folder, unfinished);
  try {
    await rm(working, { recursive: true, force: true });
    await mkdir(path.join(working, attachmentsName), { recursive: true, mode: 0o700 });
  } catch (error) {
    return err(
      refused(`${folder} cannot be written: ${(error as Error).message}.`, "Name a folder that you may write."),
    );
  }
  return ok({ path: (name) => path.join(working, name), finish: () => finish(folder, working) });
}

async function finish(folder: string, working: string): Promise<void> {
  await rm(path.join(folder, manifestName), { force: true });
  const written = await readdir(working);
  for (const old of ours) {
    if (old !== unfinished && !written.includes(old))
      await rm(path.join(folder, old), { recursive: true, force: true });
  }
  for (const name of [...written.filter((one) => one !== manifestName), manifestName]) {
    await rm(path.join(folder, name), { recursive: true, force: true });
    await rename(path.join(working, name), path.join(folder, name));
  }
  await rmdir(working);
}

function refused(message: string, next: string) {
  return refusal("conflict", "export-folder", message, next);
}
