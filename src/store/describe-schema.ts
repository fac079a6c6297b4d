import { sql } from "kysely";
import type { Database } from "./database.ts";

/** The schema as text, in a fixed order, for the committed dump that CI compares (PostgreSQL's own dump is not in the package). */
export async function describeSchema(database: Database): Promise<string> {
  const { rows } = await sql<{ line: string }>`
    with tables as (
      select oid, relname from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'
    ), lines as (
      select relname, 0 as part, 0 as place, 'table ' || relname as line from tables
      union all
      select relname, 1, attnum, '  ' || attname || ' ' || format_type(atttypid, atttypmod)
        || case when attnotnull then ' not null' else '' end
        || case when attidentity <> '' then ' identity' else '' end
        || coalesce(case when attgenerated = 's' then ' generated as ' else ' default ' end
          || regexp_replace(pg_get_expr(adbin, adrelid), '\\s+', ' ', 'g'), '')
      from tables join pg_attribute on attrelid = tables.oid and attnum > 0 and not attisdropped
        left join pg_attrdef on adrelid = attrelid and adnum = attnum
      union all
      select relname, 2, row_number() over (partition by relname order by conname)::int,
        '  ' || regexp_replace(pg_get_constraintdef(pg_constraint.oid), '\\s+', ' ', 'g')
      from tables join pg_constraint on conrelid = tables.oid and contype <> 'n'
      union all
      select relname, 3, row_number() over (partition by relname order by indexrelid::regclass::text)::int,
        '  ' || pg_get_indexdef(indexrelid)
      from tables join pg_index on indrelid = tables.oid
      union all
      select relname, 4, row_number() over (partition by relname order by tgname)::int, '  ' || pg_get_triggerdef(pg_trigger.oid)
      from tables join pg_trigger on tgrelid = tables.oid and not tgisinternal
    )
    select line from lines order by relname, part, place`.execute(database);
  return `${rows.map(({ line }) => line).join("\n")}\n`;
}
