import pg from "pg";
import utils from "pg/lib/utils.js";

type Row = Record<string, unknown>;
/** Hears the result, or what went wrong. */
export type Told = (error: Error | undefined, result: pg.QueryResult) => void;

/** How a statement's rows are read. */
export interface RowShape {
  readonly names: readonly string[];
  readonly parsers: readonly ((text: string) => unknown)[];
  /** Every name, without a value: rows that are copies of it share one hidden class. */
  readonly empty: Row;
}

/** The part of pg's connection that a query writes to. */
interface Wire {
  readonly parsedStatements: Readonly<Record<string, string>>;
  bind(message: object): void;
  execute(message: object): void;
  sync(): void;
}

/** What pg's queries hold and do beyond their types; its own client calls these methods, too. */
interface PgQuery {
  name: string;
  readonly values: readonly unknown[];
  readonly _result: {
    readonly rows: Row[];
    readonly fields: readonly { readonly name: string }[];
    readonly _parsers: RowShape["parsers"] | undefined;
  };
  _canceledDueToError: unknown;
  prepare(connection: Wire): void;
  handleDataRow(message: { readonly fields: readonly (string | null)[] }): void;
  handleCommandComplete(message: object, connection: Wire): void;
  handleError(error: unknown, connection: Wire): void;
}

const Query = pg.Query as unknown as new (text: string, values: readonly unknown[], told: Told) => PgQuery;

/**
 * A named statement that asks the server only once a connection what its rows look like; pg asks at every run. What it looks like
 * cannot change: where a migration has changed it, the server refuses the old plan (see forgetIfOutdated). Its result has no `fields`.
 */
export class PreparedQuery extends Query {
  readonly #shapes: Map<string, RowShape>;
  #shape: RowShape | undefined;

  /** `shapes` belong to the connection, by the statement's name. */
  constructor(name: string, text: string, values: readonly unknown[], shapes: Map<string, RowShape>, told: Told) {
    super(text, values, told);
    this.name = name;
    this.#shapes = shapes;
  }

  override prepare(connection: Wire): void {
    const shape = connection.parsedStatements[this.name] === undefined ? undefined : this.#shapes.get(this.name);
    if (!shape) {
      super.prepare(connection);
      return;
    }
    try {
      connection.bind({ statement: this.name, values: this.values, valueMapper: utils.prepareValue });
    } catch (error) {
      // Nothing has been sent; the next query's turn comes with the answer to this.
      connection.sync();
      this.handleError(error, connection);
      return;
    }
    this.#shape = shape;
    connection.execute({});
    connection.sync();
  }

  override handleDataRow(message: { readonly fields: readonly (string | null)[] }): void {
    if (!this.#shape) {
      super.handleDataRow(message);
      return;
    }
    if (this._canceledDueToError) return;
    try {
      this._result.rows.push(readRow(this.#shape, message.fields));
    } catch (error) {
      this._canceledDueToError = error;
    }
  }

  override handleCommandComplete(message: object, connection: Wire): void {
    super.handleCommandComplete(message, connection);
    if (!this.#shape) this.#shapes.set(this.name, shapeOf(this._result));
  }
}

function readRow({ names, parsers, empty }: RowShape, values: readonly (string | null)[]): Row {
  const row = { ...empty };
  for (let at = 0; at < values.length; at += 1) {
    const value = values[at];
    if (typeof value === "string") row[names[at] as string] = parsers[at]?.(value);
  }
  return row;
}

function shapeOf({ fields, _parsers: parsers = [] }: PgQuery["_result"]): RowShape {
  const empty: Row = Object.create(null);
  for (const { name } of fields) empty[name] = null;
  // An object's own keys are the strings that V8 finds properties by; those that came over the wire would be looked up at each use.
  const keys = new Map(Object.keys(empty).map((key) => [key, key]));
  return { names: fields.map(({ name }) => keys.get(name) ?? name), parsers, empty: { ...empty } };
}
