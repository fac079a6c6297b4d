import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync, statSync } from "node:fs";

/** Whether a process has this id now, whoever it belongs to. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/**
 * Whether `pid` is the PostgreSQL of this cluster: after a reboot another program, or another PostgreSQL, may have the number that
 * an old postmaster.pid names. PostgreSQL works in its data folder and names it in its command line.
 */
export function isServerOf(cluster: string, pid: number): boolean {
  if (!isAlive(pid)) return false;
  const words = commandLine(pid);
  if (!words.some((word) => word.includes("postgres"))) return false;
  return worksIn(cluster, pid) ?? words.some((word) => word.includes(cluster));
}

/** Processes that a killed PostgreSQL left behind on this cluster. Linux only; elsewhere none are found. */
export function stragglersOf(cluster: string): number[] {
  return numbersIn("/proc").filter((pid) => commandLine(pid)[0]?.startsWith("postgres:") && worksIn(cluster, pid));
}

/** Whether the process works in this folder; null where the system does not say (another account's process, or no /proc). */
function worksIn(folder: string, pid: number): boolean | null {
  try {
    const there = statSync(`/proc/${pid}/cwd`);
    const here = statSync(folder);
    return there.dev === here.dev && there.ino === here.ino;
  } catch {
    return null;
  }
}

/** A process's command line; empty where the process has ended and waits to be collected. */
function commandLine(pid: number): string[] {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").split("\0").filter(Boolean);
  } catch {
    const shown = spawnSync("ps", ["-o", "command=", "-p", String(pid)], { encoding: "utf8" });
    return shown.stdout ? [shown.stdout.trim()] : [];
  }
}

function numbersIn(folder: string): number[] {
  try {
    return readdirSync(folder).map(Number).filter(Number.isInteger);
  } catch {
    return [];
  }
}
