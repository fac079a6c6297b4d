import type pg from "pg";

/**
 * SQL that is true where events or readers bear transaction numbers that this server has not given yet: the database was restored
 * from a dump, or copied by replication, out of another one. Readers would wait for events that never come.
 */
export const hasForeignOrder = `
  greatest(
    coalesce((select tx from event order by tx desc limit 1), '0'::xid8),
    coalesce((select position_tx from event_reader order by position_tx desc limit 1), '0'::xid8)
  ) >= pg_snapshot_xmax(pg_current_snapshot())`;

/**
 * Gives all events transaction numbers of this server's past. Events between the same two readers' positions get the same number
 * and stay in the order of their ids, so that each reader has exactly the same events behind it and before it as it had
 * (docs/decisions/0004-event-order.md). Returns how many events there are. Runs in the caller's transaction.
 */
export async function repairEventOrder(client: pg.ClientBase): Promise<number> {
  await client.query("lock table event, event_reader in exclusive mode");
  await client.query("alter table event disable trigger event_is_never_updated");
  // Numbers below that of the oldest running transaction: nobody will append under them any more.
  await client.query(`
    create temporary table event_span on commit drop as
    select position_tx, position_id,
      (pg_snapshot_xmin(pg_current_snapshot())::text::bigint - 2 - count(*) over ()
        + row_number() over (order by position_tx, position_id))::text::xid8 as new_tx
    from (select distinct position_tx, position_id from event_reader) as position`);
  const { rowCount } = await client.query(`
    update event set tx = coalesce(
      (select new_tx from event_span where (position_tx, position_id) >= (event.tx, event.id)
        order by position_tx, position_id limit 1),
      (pg_snapshot_xmin(pg_current_snapshot())::text::bigint - 1)::text::xid8)`);
  await client.query(`
    update event_reader set position_tx = event_span.new_tx,
      position_id = coalesce((select max(id) from event where tx = event_span.new_tx), 0)
    from event_span
    where (event_reader.position_tx, event_reader.position_id) = (event_span.position_tx, event_span.position_id)`);
  await client.query("alter table event enable trigger event_is_never_updated");
  return rowCount ?? 0;
}
