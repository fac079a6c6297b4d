import { accessSync, constants, existsSync, readdirSync, statSync } from "node:fs";
import path from "node:path";

/** Where a Kith of this configuration keeps its indexes between starts; with a database elsewhere, too, it is a cache. */
export function indexFolderOf({ dataFolder }: { readonly dataFolder: string }): string {
  return path.join(dataFolder, "search");
}

/** What lies in the folder of saved indexes, seen from outside: nothing is opened. */
export interface IndexFolderFacts {
  readonly folder: string;
  /** Whether indexes can be saved there, or in the folder around it where it does not exist yet. */
  readonly writable: boolean;
  readonly indexes: number;
  readonly bytes: number;
  /** When one of them was saved last; null where none is. */
  readonly savedAt: Date | null;
}

/** Looks at the folder and the names in it. */
export function inspectIndexFolder(folder: string): IndexFolderFacts {
  const there = existsSync(folder);
  const files = there ? readdirSync(folder).filter((name) => name.endsWith(".kix")) : [];
  const found = files.flatMap((name) => statSync(path.join(folder, name), { throwIfNoEntry: false }) ?? []);
  const saved = Math.max(...found.map(({ mtimeMs }) => mtimeMs));
  return {
    folder,
    writable: canWrite(there ? folder : path.dirname(folder)),
    indexes: found.length,
    bytes: found.reduce((sum, { size }) => sum + size, 0),
    savedAt: found.length > 0 ? new Date(saved) : null,
  };
}

function canWrite(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    // What does not exist is made, with the folders above it.
    return !existsSync(folder);
  }
}
