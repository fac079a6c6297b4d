import { type RawBuilder, sql } from "kysely";

/**
 * The first `letters` letters of a text column. PostgreSQL's `left` counts letter by letter, 5 µs for a post, and so is only asked where a text
 * has more bytes than that.
 */
export function beginningOf(column: string, letters: number): RawBuilder<string> {
  const text = sql.ref(column);
  const most = sql.lit(letters);
  return sql`case when octet_length(${text}) <= ${most} then ${text} else left(${text}, ${most}) end`;
}
