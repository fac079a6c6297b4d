import type { Command } from "commander";
import type { Clock, Configuration, Log } from "../kernel/index.ts";
import type { Store } from "../store/index.ts";

/** What the commands get from the program around them; `app.ts` fills it in. */
export interface CliHost {
  readonly configuration: Configuration;
  readonly log: Log;
  /**
   * Opens the lasting data, beside a serving process or alone; the caller closes it. With `clock` it lives at another time, for
   * imports and the demonstration community.
   */
  openStore(options?: { readonly clock?: Clock }): Promise<Store>;
  /** Starts serving; resolves once pages are answered. */
  serve(options?: { readonly quiet?: boolean }): Promise<Serving>;
}

export interface Serving {
  /** `http://127.0.0.1:3000` */
  readonly address: string;
  readonly store: Store;
  /** Resolves when the process was asked to stop and everything under way has ended. */
  readonly stopped: Promise<void>;
}

/** A command puts itself on the program: `registerDoctor(program, host)`. */
export type Register = (program: Command, host: () => CliHost) => void;
