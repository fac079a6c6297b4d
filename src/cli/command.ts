import type { Command } from "commander";
import type { Clock, Configuration, Log, Refusal } from "../kernel/index.ts";
import type { Store } from "../store/index.ts";

/** What the commands get from the program around them; `main.ts` fills it in. */
export interface CliHost {
  readonly configuration: Configuration;
  readonly log: Log;
  /**
   * Opens the lasting data, beside a serving process or alone; the caller closes it. With `clock` it lives at another time, and
   * with `configuration` elsewhere: for imports, the demonstration community and the benchmark.
   */
  openStore(wish?: { readonly clock?: Clock; readonly configuration?: Configuration }): Promise<Store>;
  /** Starts serving; resolves once pages are answered. `wish` replaces parts of the configuration. */
  start(wish?: Partial<Configuration>): Promise<Serving>;
  /** The address of a link that signs in once, at the place where this configuration serves. */
  signInAddress(secret: string, to: string): string;
}

/** A Kith that serves in this process. */
export interface Serving {
  /** `http://127.0.0.1:3000` */
  readonly address: string;
  readonly store: Store;
  /** Full addresses of links that a terminal prints. */
  readonly links: {
    setUp(secret: string): string;
    /** Signs in once, then goes to a path of this site such as `/c/lamps`. */
    signIn(secret: string, to: string): string;
  };
  /** Ends everything under way and closes the data. */
  close(): Promise<void>;
}

/** A command puts itself on the program; `host` is asked for only when the command runs. */
export type Register = (program: Command, host: () => CliHost) => void;

/** Says no on a terminal: what happened, and what to do. */
export function sayRefusal(refused: Refusal): void {
  process.stderr.write(`${refused.message}\n${refused.next}\n(${refused.code})\n`);
}

/** Prints for people, or as one line of JSON for programs. */
export function print(text: string): void {
  process.stdout.write(`${text}\n`);
}

/** Signals that come so close together are one wish to stop, as in scripts/run.mjs. */
const sameStopMs = 500;

/**
 * Resolves when the process is asked to stop: by Ctrl-C, by SIGTERM of a service manager, or by the end of a program that started it
 * with a channel (Node's IPC), as tests and the benchmark do. Ask for it before the work that is to be ended well begins. Whoever
 * sends a second signal does not want to wait; one that a service manager sends to the whole group comes twice at once, by itself and
 * passed on by the launcher.
 */
export function untilAskedToStop(): Promise<void> {
  return new Promise((resolve) => {
    let askedAtMs: number | null = null;
    for (const signal of ["SIGINT", "SIGTERM"] as const) {
      process.on(signal, () => {
        const now = performance.now();
        if (askedAtMs !== null && now - askedAtMs > sameStopMs) process.exit(1);
        askedAtMs ??= now;
        resolve();
      });
    }
    process.on("disconnect", resolve);
    // Listening at the channel must not keep the process alive.
    process.channel?.unref();
  });
}

/**
 * Lets a process that serves outlive a promise which failed while nobody waited for it. That is a mistake of ours, and the log says
 * so; but one request must not end what everybody else is doing, which is what Node does by itself.
 */
export function outliveStrays(log: Log): void {
  process.on("unhandledRejection", (error) => log.error({ err: error }, "something failed that nobody waited for"));
}

/** How long an orderly end may take: PostgreSQL alone has half a minute to write what is in memory. */
const endPatienceMs = 60_000;

/**
 * To be called when the process is asked to stop. Where something keeps it for longer than `patienceMs`, the log names what is still
 * open and the process ends all the same, with 1: whoever stops a Kith can rely on it. Nothing is lost by it, as nothing is by a kill;
 * a PostgreSQL that is left running is found by the next start.
 */
export function endInTime(log: Log, patienceMs = endPatienceMs): void {
  const late = setTimeout(() => {
    log.error({ open: process.getActiveResourcesInfo() }, "Kith could not end in order and ends now; nothing is lost");
    process.exit(1);
  }, patienceMs);
  late.unref();
}

/** Closes what serves, after which the process ends by itself, or in time where it cannot. */
export async function endServing(serving: Pick<Serving, "close">, log: Log, patienceMs = endPatienceMs): Promise<void> {
  endInTime(log, patienceMs);
  await serving.close();
}
