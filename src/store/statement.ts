import { type CompiledQuery, type RawBuilder, sql } from "kysely";
import { type Database, sharedReadsOf } from "./database.ts";
import { lineOf } from "./transaction-line.ts";

/** Stands in a compiled query where a value will be put at each run. */
class Slot {
  readonly name: string;
  constructor(name: string) {
    this.name = name;
  }
}

interface Compilable<Row> {
  compile(): CompiledQuery<Row>;
}

/** Stands for a value of `Values` that is given at each run. */
export type Slots<Values> = <Name extends keyof Values & string>(name: Name) => RawBuilder<Values[Name]>;

/**
 * A query that is built and compiled once and then only run: for what every page reads and every post writes. Those of one
 * transaction may be under way together; they are done in the order in which they were asked.
 *
 * `build` gets the builder and `slot(name)`, which stands for a value given at each run.
 * Example: `statement((db, slot: Slots<{ id: number }>) => db.selectFrom("tag").where("id", "=", slot("id")))`.
 */
export function statement<Values extends object, Row>(
  build: (db: Database, slot: Slots<Values>) => Compilable<Row>,
): (db: Database, values: Values) => Promise<Row[]> {
  let compiled: CompiledQuery<Row> | undefined;
  return async (db, values) => {
    compiled ??= build(db, (name) => sql`${new Slot(name)}`).compile();
    const parameters = compiled.parameters.map((value) =>
      value instanceof Slot ? (values as Record<string, unknown>)[value.name] : value,
    );
    const reads = sharedReadsOf(db);
    if (reads) return (await reads.query(compiled.sql, parameters)) as Row[];
    const asked = { ...compiled, parameters };
    const { rows } = await (lineOf(db)?.executeQuery<Row>(asked) ?? db.executeQuery<Row>(asked));
    return rows;
  };
}
