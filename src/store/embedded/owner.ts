import { accessSync, constants, readFileSync, statSync } from "node:fs";
import os from "node:os";
import path from "node:path";

/** Whoever runs PostgreSQL: this process's own user, or, since PostgreSQL refuses root, an unprivileged one. */
export interface Owner {
  readonly uid: number;
  readonly gid: number;
  readonly name: string;
  /** Whether files must be handed to it and processes started as it. */
  readonly foreign: boolean;
}

/** Picks the owner: oneself; as root the account `kith` where there is one, else `nobody`. */
export function chooseOwner(): Owner {
  const self = os.userInfo();
  if (self.uid !== 0) return { uid: self.uid, gid: self.gid, name: self.username, foreign: false };
  const accounts = readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .map((line) => line.split(":"));
  const account = accounts.find(([name]) => name === "kith") ?? accounts.find(([name]) => name === "nobody");
  if (!account)
    throw new Error("running as root needs an account kith or nobody for PostgreSQL, and /etc/passwd has neither");
  return { name: String(account[0]), uid: Number(account[2]), gid: Number(account[3]), foreign: true };
}

/**
 * Whether `owner` can walk to `folder`: every folder above it must let it through. Links are followed by the file system itself.
 * For one's own account the kernel is asked; for a foreign owner the permission bits of "others" decide.
 */
export function canReach(owner: Owner, folder: string): boolean {
  for (let current = path.resolve(folder); ; current = path.dirname(current)) {
    if (!exists(current)) continue;
    if (owner.foreign) {
      const { mode, uid } = statSync(current);
      const through = uid === owner.uid ? mode & 0o100 : mode & 0o001;
      if (!through) return false;
    }
    if (current === path.dirname(current)) return true;
  }
}

function exists(file: string): boolean {
  try {
    accessSync(file, constants.F_OK);
    return true;
  } catch {
    return false;
  }
}
