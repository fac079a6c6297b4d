import os from "node:os";

/** The machine that figures were measured on: without it they say nothing. */
export interface Machine {
  readonly platform: string;
  readonly processor: string;
  readonly cores: number;
  readonly memoryBytes: number;
  readonly node: string;
  readonly postgres: string;
  /** Mean number of processes that wanted to run in the last minute, before and after; well over nought before means a busy machine. */
  readonly load: { readonly before: number; readonly after: number };
}

export function describeMachine(postgres: string, loadBefore: number): Machine {
  return {
    platform: `${os.platform()} ${os.release()} ${os.arch()}`,
    processor: os.cpus()[0]?.model.trim() ?? "unknown",
    cores: os.availableParallelism(),
    memoryBytes: os.totalmem(),
    node: process.version,
    postgres,
    load: { before: loadBefore, after: loadNow() },
  };
}

export function loadNow(): number {
  return os.loadavg()[0] ?? 0;
}
