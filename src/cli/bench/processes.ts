import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";

// What processes have used, from /proc (proc_pid_stat(5)); on macOS from ps, which knows neither the time of children that have
// ended nor shared memory.

interface Usage {
  readonly pid: number;
  readonly parent: number;
  /** Of the process itself, user and system. */
  readonly cpuMs: number;
  /** Of its children that ended and were waited for. */
  readonly endedMs: number;
}

/** Linux counts these times in hundredths of a second for programs, whatever the kernel's own clock is (sysconf(3), _SC_CLK_TCK). */
const tickMs = 10;

/** A process with everything below it. */
export interface Tree {
  /** Milliseconds of CPU so far, ended children included. */
  cpuMs(): number;
  /** Memory in bytes, pages that several of them share counted once (PSS); null where the system does not say. */
  memoryBytes(): number | null;
}

/** The processes `roots` with their children; a child that is a root as well is counted once. */
export function treeOf(roots: readonly number[]): Tree {
  return {
    cpuMs: () => members(roots).reduce((sum, { cpuMs, endedMs }) => sum + cpuMs + endedMs, 0),
    memoryBytes() {
      let sum = 0;
      for (const { pid } of members(roots)) {
        const bytes = memoryOf(pid);
        if (bytes === null) return null;
        sum += bytes;
      }
      return sum;
    },
  };
}

/** The parent of a process. */
export function parentOf(pid: number): number | null {
  return usages().find((one) => one.pid === pid)?.parent ?? null;
}

function members(roots: readonly number[]): Usage[] {
  const all = usages();
  const wanted = new Set(roots);
  for (let before = -1; before !== wanted.size; ) {
    before = wanted.size;
    for (const { pid, parent } of all) if (wanted.has(parent)) wanted.add(pid);
  }
  return all.filter(({ pid }) => wanted.has(pid));
}

function usages(): Usage[] {
  return process.platform === "linux" ? readProc() : readPs();
}

function readProc(): Usage[] {
  return readdirSync("/proc").flatMap((name) => {
    const pid = Number(name);
    const text = Number.isInteger(pid) ? read(`/proc/${name}/stat`) : null;
    if (text === null) return [];
    // The name of the program stands in brackets and may hold spaces and brackets itself.
    const fields = text.slice(text.lastIndexOf(")") + 2).split(" ");
    const field = (number: number) => Number(fields[number - 3]);
    return [
      { pid, parent: field(4), cpuMs: (field(14) + field(15)) * tickMs, endedMs: (field(16) + field(17)) * tickMs },
    ];
  });
}

function readPs(): Usage[] {
  const { stdout } = spawnSync("ps", ["-axo", "pid=,ppid=,time="], { encoding: "utf8" });
  return stdout.split("\n").flatMap((line) => {
    const [pid, parent, time] = line.trim().split(/\s+/);
    if (!pid || !parent || !time) return [];
    return [{ pid: Number(pid), parent: Number(parent), cpuMs: milliseconds(time), endedMs: 0 }];
  });
}

/** `1:02:03.45` or `2-03:04:05` in milliseconds. */
export function milliseconds(time: string): number {
  const [clock = "", days = "0"] = time.split("-").reverse();
  const seconds = clock.split(":").reduce((sum, part) => sum * 60 + Number(part), 0);
  return Math.round((Number(days) * 86_400 + seconds) * 1000);
}

function memoryOf(pid: number): number | null {
  const text = read(`/proc/${pid}/smaps_rollup`);
  const kilobytes = /^Pss:\s+(\d+) kB$/m.exec(text ?? "")?.[1];
  // A process that ended meanwhile holds nothing.
  if (kilobytes === undefined) return process.platform === "linux" && text === null ? 0 : null;
  return Number(kilobytes) * 1024;
}

function read(file: string): string | null {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return null;
  }
}
