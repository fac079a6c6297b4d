import type { Writable } from "node:stream";
import pg from "pg";
import { PreparedQuery, type RowShape, type Told } from "./prepared-query.ts";

const mostStatements = 500;
const longestText = 8_000;
/** Texts that come once or twice, such as inserts of a varying number of rows, are not worth a prepared statement's memory. */
const namedFromRun = 3;
const mostCounted = 5_000;

let lastName = 0;
const names = new Map<string, string>();
const runs = new Map<string, number>();

/** Names a statement by its text, so that every connection prepares it once; past a bound statements go unnamed. */
function nameOf(text: string): string | undefined {
  const known = names.get(text);
  if (known || names.size >= mostStatements || text.length > longestText) return known;
  const run = (runs.get(text) ?? 0) + 1;
  if (run < namedFromRun) {
    if (runs.size >= mostCounted) runs.clear();
    runs.set(text, run);
    return undefined;
  }
  runs.delete(text);
  lastName += 1;
  const name = `k${lastName}`;
  names.set(text, name);
  return name;
}

/**
 * Lets a statement be prepared anew where the server says that its plan no longer fits: another process has migrated the tables
 * (0A000), or a pooler in between has forgotten it (26000).
 */
export function forgetIfOutdated(error: unknown, text: string): void {
  const code = (error as { code?: string } | undefined)?.code;
  if (code === "0A000" || code === "26000") names.delete(text);
}

/** A connection that prepares what it is asked with parameters: parsing and planning are half of a short query's cost. */
export class PreparingClient extends pg.Client {
  readonly #shapes = new Map<string, RowShape>();
  #gathers = false;

  // biome-ignore lint/suspicious/noExplicitAny: pg's own overloads are wider than any type that could be written here
  override query(...args: any[]): any {
    this.#gather();
    const [text, values] = args;
    if (typeof text !== "string") return super.query(...(args as [string]));
    const name = Array.isArray(values) && values.length > 0 ? nameOf(text) : undefined;
    const told = args.at(-1);
    return typeof told === "function" ? this.#ask(name, text, values, told) : this.#promise(name, text, values);
  }

  #ask(name: string | undefined, text: string, values: unknown[], told: Told): unknown {
    if (!name) return super.query(text, values, told);
    return super.query(new PreparedQuery(name, text, values, this.#shapes, told) as unknown as pg.Submittable);
  }

  /**
   * The answer as a promise of our own. Each one that pg makes keeps the next one alive for V8's small collections: half of what
   * requests left behind was carried along to the great ones, a tenth of all CPU (docs/benchmarks.md).
   */
  #promise(name: string | undefined, text: string, values: unknown[]): Promise<pg.QueryResult> {
    return new Promise((resolve, reject) => {
      this.#ask(name, text, values, (error, result) => {
        if (!error) return resolve(result);
        // The trace leads to whoever asked, not to the socket.
        Error.captureStackTrace(error);
        reject(error);
      });
    });
  }

  /** What is asked in one turn of the event loop leaves in one write, and wakes the server's process once. */
  #gather(): void {
    if (this.#gathers) return;
    const { stream } = (this as unknown as { connection: { stream: Writable } }).connection;
    this.#gathers = true;
    stream.cork();
    process.nextTick(() => {
      this.#gathers = false;
      stream.uncork();
    });
  }
}
