import { readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { bytes, type Finding, fine, warning, wrong } from "./finding.ts";

const neededNode = 24;
const littleRoom = 2_000_000_000;
const noRoom = 300_000_000;

/** Whether this Node is one that Kith is built for. */
export function checkNode(version: string): Finding {
  const major = Number.parseInt(version.replace(/^v/, ""), 10);
  if (major >= neededNode) return fine("node", `Node ${version}.`);
  return wrong(
    "node",
    `This is Node ${version}; Kith needs ${neededNode} or newer.`,
    "Start Kith with npm (npm start, npm run kith), which brings its own Node.",
  );
}

/** Whether there is room for the data; null bytes where the system does not tell. */
export function checkDisk(freeBytes: number | null): Finding {
  if (freeBytes === null) return warning("disk", "How much room the disk has cannot be told.", "Look with df -h.");
  const says = `${bytes(freeBytes)} are free where the data lies.`;
  if (freeBytes < noRoom) return wrong("disk", says, "Make room now: without it nothing can be saved.");
  if (freeBytes < littleRoom) return warning("disk", says, "Make room, or move the data to a larger disk.");
  return fine("disk", says);
}

/** A line that gives a secret away: a password in an address, or a variable that is named like one. */
const secretLine =
  /^\s*(export\s+)?\w*(SECRET|PASSWORD|TOKEN)\w*\s*=\s*\S|^\s*(export\s+)?\w+\s*=.*:\/\/[^\s:@/]+:[^\s@/]+@/m;

/** Whether files with settings beside the program can be read by every account of this machine. */
export function checkSecrets(folders: readonly string[]): Finding {
  const open = [...new Set(folders)].flatMap((folder) => environmentFiles(folder)).filter(isOpenSecret);
  if (open.length === 0) return fine("secrets", "No file with secrets lies open.");
  return warning(
    "secrets",
    `Every account of this machine can read the secrets in ${open.join(", ")}.`,
    `Run chmod 600 ${open.map((file) => `"${file}"`).join(" ")}, and change the secrets if others use this machine.`,
  );
}

function environmentFiles(folder: string): string[] {
  return namesIn(folder)
    .filter((name) => /^\.env(\..+)?$|\.env$/.test(name) && !/example|sample|template/.test(name))
    .map((name) => path.join(folder, name));
}

/** None where there is no folder, or one that may not be looked into: the checks of the data tell of that. */
function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function isOpenSecret(file: string): boolean {
  try {
    return (statSync(file).mode & 0o004) !== 0 && secretLine.test(readFileSync(file, "utf8"));
  } catch {
    return false;
  }
}
