import { Kysely, PostgresDialect } from "kysely";
import pg from "pg";
import type { DB } from "./schema.ts";

/** The typed query builder over every table. Rooms use it in their queries.ts only. */
export type Database = Kysely<DB>;

const int8 = 20;
const mostStatements = 1000;

/** Ids and counts come as numbers: sequences do not reach 2^53. */
const types: pg.CustomTypesConfig = {
  getTypeParser: (oid: number, format?: "text" | "binary") =>
    oid === int8 ? (value: string) => Number(value) : pg.types.getTypeParser(oid, format as "text"),
};

const statementNames = new Map<string, string>();

/** Names a statement by its text, so that every connection prepares it once; past a bound statements go unnamed. */
function nameOf(text: string): string | undefined {
  const known = statementNames.get(text);
  if (known || statementNames.size >= mostStatements) return known;
  const name = `k${statementNames.size}`;
  statementNames.set(text, name);
  return name;
}

/** A connection that prepares what it is asked with parameters: parsing and planning are half of a short query's cost. */
class PreparingClient extends pg.Client {
  // biome-ignore lint/suspicious/noExplicitAny: pg's own overloads are wider than any type that could be written here
  override query(...args: any[]): any {
    const [text, values] = args;
    if (typeof text === "string" && Array.isArray(values) && values.length > 0) {
      const name = nameOf(text);
      if (name) return super.query({ name, text, values } as pg.QueryConfig, ...args.slice(2));
    }
    return super.query(...(args as [string]));
  }
}

export interface PoolOptions {
  readonly connectionString?: string;
  readonly host?: string;
  readonly user?: string;
  readonly database?: string;
  /** Most connections of this process. */
  readonly max: number;
  /** Shown in pg_stat_activity. */
  readonly applicationName: string;
}

/** Opens a pool; nothing connects before the first query. */
export function openPool(options: PoolOptions): pg.Pool {
  const { applicationName, ...rest } = options;
  const pool = new pg.Pool({
    ...rest,
    application_name: applicationName,
    Client: PreparingClient,
    types,
    idleTimeoutMillis: 30_000,
    connectionTimeoutMillis: 10_000,
  });
  // An idle connection that breaks is replaced by the pool; the next query tells if the server is really gone.
  pool.on("error", () => {});
  pool.on("connect", (client) => client.on("error", () => {}));
  return pool;
}

export function openDatabase(pool: pg.Pool): Database {
  return new Kysely<DB>({ dialect: new PostgresDialect({ pool }) });
}
