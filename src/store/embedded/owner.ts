import { readFileSync, type Stats, statSync } from "node:fs";
import path from "node:path";

/** Whoever runs PostgreSQL: this process's own account, or, since PostgreSQL refuses root, an unprivileged one. */
export interface Owner {
  readonly uid: number;
  readonly gid: number;
  readonly name: string;
  /** Whether files must be handed to it and processes started as it. */
  readonly foreign: boolean;
}

/** Picks the owner: oneself; as root the account `kith` where there is one, else `nobody`. */
export function chooseOwner(): Owner {
  const uid = ownUid();
  if (uid !== 0) return { uid, gid: process.getgid?.() ?? 0, name: String(uid), foreign: false };
  const accounts = readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .map((line) => line.split(":"));
  const account = accounts.find(([name]) => name === "kith") ?? accounts.find(([name]) => name === "nobody");
  if (!account) {
    throw new Error("running as root needs an account kith or nobody for PostgreSQL, and /etc/passwd has neither");
  }
  return { name: String(account[0]), uid: unsigned(account[2]), gid: unsigned(account[3]), foreign: true };
}

/** This process's account, by number: it need not have a name. */
export function ownUid(): number {
  return process.getuid?.() ?? 0;
}

/** macOS writes nobody's number as -2; files show it as an unsigned one. */
function unsigned(number: string | undefined): number {
  return Number(number) >>> 0;
}

/** A locale with UTF-8 that every system of this kind has; macOS has no C.UTF-8. */
export const systemLocale = process.platform === "darwin" ? "en_US.UTF-8" : "C.UTF-8";

/** Under whom, and with what environment, one of PostgreSQL's programs is started: nothing of ours reaches it. */
export function asOwner(owner: Owner): { uid?: number; gid?: number; env: NodeJS.ProcessEnv } {
  const env = { PATH: "/usr/bin:/bin", LC_ALL: systemLocale, HOME: "/" };
  return owner.foreign ? { uid: owner.uid | 0, gid: owner.gid | 0, env } : { env };
}

/**
 * Whether `owner` can walk to `folder`: every folder above it, and itself, must let it through. One's own account is not asked; for
 * a foreign owner its own permission bits or those of "others" decide.
 */
export function canReach(owner: Owner, folder: string): boolean {
  if (!owner.foreign) return true;
  for (let current = path.resolve(folder); ; current = path.dirname(current)) {
    const found = statSync(current, { throwIfNoEntry: false });
    if (found && !allows(owner, found, 0o1)) return false;
    if (current === path.dirname(current)) return true;
  }
}

/** Whether `owner` can walk to a program and start it. */
export function canRun(owner: Owner, program: string): boolean {
  return canReach(owner, path.dirname(program)) && (!owner.foreign || allows(owner, statSync(program), 0o5));
}

function allows(owner: Owner, found: Stats, bits: number): boolean {
  return ((found.uid === owner.uid ? found.mode >> 6 : found.mode) & bits) === bits;
}
