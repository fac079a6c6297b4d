import { type ChildProcessByStdio, spawn } from "node:child_process";
import type { Readable } from "node:stream";

/** How a program is started, beside its arguments. */
export interface ProgramOptions {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly uid?: number;
  readonly gid?: number;
}

/**
 * Starts a program on this Node, with a channel to this process. The channel closes when this process ends, even at a kill -9, and
 * then the program ends as well: a test that is given up leaves nothing running.
 */
export function startProgram(
  args: readonly string[],
  options: ProgramOptions = {},
): ChildProcessByStdio<null, Readable, Readable> {
  const child = spawn(process.execPath, args, { ...options, stdio: ["ignore", "pipe", "pipe", "ipc"] });
  return child as unknown as ChildProcessByStdio<null, Readable, Readable>;
}
