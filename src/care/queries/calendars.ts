import { sql } from "kysely";
import type { Database, Transaction } from "../../store/index.ts";
import type { Calendar } from "../calendar.ts";

export interface NamedCalendar extends Calendar {
  readonly id: number;
  readonly name: string;
}

/** The community's calendars by name, 500 at most. */
export async function listCalendars(database: Database, communityId: number): Promise<NamedCalendar[]> {
  const rows = await database
    .selectFrom("work_calendar")
    .select(["id", "name", "time_zone as timeZone", "spans", "holidays"])
    .where("community_id", "=", communityId)
    .orderBy("name")
    .limit(500)
    .execute();
  return rows.map(({ spans, ...calendar }) => ({ ...calendar, spans: spans as unknown as Calendar["spans"] }));
}

export async function readCalendar(
  database: Database,
  communityId: number,
  id: number,
): Promise<NamedCalendar | undefined> {
  const row = await database
    .selectFrom("work_calendar")
    .select(["id", "name", "time_zone as timeZone", "spans", "holidays"])
    .where("community_id", "=", communityId)
    .where("id", "=", id)
    .executeTakeFirst();
  return row && { ...row, spans: row.spans as unknown as Calendar["spans"] };
}

export async function hasCalendar(database: Database, communityId: number, id: number): Promise<boolean> {
  return (await readCalendar(database, communityId, id)) !== undefined;
}

export async function findCalendarNamed(database: Database, communityId: number, name: string): Promise<number | null> {
  const row = await database
    .selectFrom("work_calendar")
    .select("id")
    .where("community_id", "=", communityId)
    .where("name", "=", name)
    .executeTakeFirst();
  return row?.id ?? null;
}

/** Makes a calendar, under this id where one is given; returns its id. */
export async function insertCalendar(
  tx: Transaction,
  communityId: number,
  calendar: Calendar & { readonly name: string },
  id?: number,
): Promise<number> {
  const set = columnsOf(calendar);
  const row = await tx.db
    .insertInto("work_calendar")
    .values({ community_id: communityId, ...(id === undefined ? {} : { id }), ...set, created_at: tx.now })
    .onConflict((conflict) => conflict.columns(["community_id", "name"]).doUpdateSet(set))
    .returning("id")
    .executeTakeFirstOrThrow();
  return row.id;
}

export async function updateCalendar(
  tx: Transaction,
  communityId: number,
  id: number,
  calendar: Calendar & { readonly name: string },
): Promise<void> {
  await tx.db
    .updateTable("work_calendar")
    .set(columnsOf(calendar))
    .where("community_id", "=", communityId)
    .where("id", "=", id)
    .execute();
}

function columnsOf({ name, timeZone, spans, holidays }: Calendar & { readonly name: string }) {
  return { name, time_zone: timeZone, spans: JSON.stringify(spans), holidays: [...holidays] };
}

/** Removes a calendar that nothing goes by; false where something does. */
export async function deleteCalendar(tx: Transaction, communityId: number, id: number): Promise<boolean> {
  const { rows } = await sql<{ id: number }>`
    delete from work_calendar c where c.community_id = ${communityId} and c.id = ${id}
      and not exists (select from team t where t.community_id = c.community_id and t.calendar_id = c.id)
      and not exists (select from service_level s where s.community_id = c.community_id and s.calendar_id = c.id)
      and not exists (select from care_limit l where l.community_id = c.community_id and l.calendar_id = c.id)
      and not exists (select from problem_clock k where k.community_id = c.community_id and k.calendar_id = c.id)
    returning c.id`.execute(tx.db);
  return rows.length > 0;
}
