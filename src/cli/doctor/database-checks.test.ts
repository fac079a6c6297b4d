import { writeFileSync } from "node:fs";
import path from "node:path";
import { sql } from "kysely";
import pg from "pg";
import { describe, expect, onTestFinished, test } from "vitest";
import { appendEvents, insertCommunity } from "../../../tests/factories/events.ts";
import { filledFolder, finding, freePort } from "../../../tests/factories/findings.ts";
import { createTestDatabase, openTestStore } from "../../../tests/factories/store.ts";
import { createManualClock, systemClock } from "../../kernel/index.ts";
import { chooseOwner, startServer, stopServer } from "../../store/index.ts";

describe("a database of one's own", () => {
  /** A PostgreSQL that listens on a port and asks for passwords. */
  async function serverWithPasswords() {
    const { places } = await filledFolder();
    writeFileSync(
      path.join(places.cluster, "pg_hba.conf"),
      "local all all trust\nhost all all 127.0.0.1/32 scram-sha-256\n",
    );
    const port = await freePort();
    const differently = { listen_addresses: "127.0.0.1", port: String(port), fsync: "off" };
    await startServer(places, chooseOwner(), { differently });
    onTestFinished(() => stopServer(places));
    const client = new pg.Client({ host: places.socket, port, user: "kith", database: "postgres" });
    await client.connect();
    await client.query("create role anna login password 'right'");
    await client.query("create database shop owner anna");
    await client.end();
    return (password: string, database = "shop", account = "anna") => ({
      DATABASE_URL: `postgres://${account}:${password}@127.0.0.1:${port}/${database}`,
    });
  }

  test("reached, and empty: the next start fills it", async () => {
    const at = await serverWithPasswords();
    expect(await finding("database", at("right"))).toMatchObject({ state: "ok" });
    expect(await finding("migrations", at("right"))).toMatchObject({
      state: "warning",
      says: "The database is empty.",
    });
    expect(await finding("cluster", at("right"))).toMatchObject({
      state: "ok",
      says: expect.stringContaining("Citus is not there"),
    });
  });

  test("a wrong password, a wrong database and a wrong account each get their own words, none with the password", async () => {
    const at = await serverWithPasswords();
    const password = await finding("database", at("wr0ng-secret"));
    expect(password).toMatchObject({ state: "wrong", says: "The database refuses the password of anna." });
    const name = await finding("database", at("right", "shopp"));
    expect(name).toMatchObject({ state: "wrong", says: expect.stringContaining("There is no database shopp") });
    expect(JSON.stringify([password, name])).not.toContain("wr0ng-secret");
  });

  test("no such host, nobody who listens, no password", async () => {
    const port = await freePort();
    expect(await finding("database", { DATABASE_URL: "postgres://a:b@nowhere.invalid/shop" })).toMatchObject({
      state: "wrong",
      says: "There is no host nowhere.invalid.",
    });
    expect(await finding("database", { DATABASE_URL: `postgres://a:b@127.0.0.1:${port}/shop` })).toMatchObject({
      state: "wrong",
      says: `Nobody listens at 127.0.0.1:${port}.`,
    });
    const at = await serverWithPasswords();
    const without = at("").DATABASE_URL.replace(":@", "@");
    expect(await finding("database", { DATABASE_URL: without })).toMatchObject({
      state: "wrong",
      says: "The database wants a password.",
    });
  });

  test("an account that may not make the tables", async () => {
    const at = await serverWithPasswords();
    expect(await finding("migrations", at("right", "postgres"))).toMatchObject({
      state: "wrong",
      next: expect.stringContaining("grant create"),
    });
  });

  test("an index that was half made, and a database of a newer Kith", async () => {
    const { databaseUrl, drop } = await createTestDatabase();
    onTestFinished(drop);
    const client = new pg.Client({ connectionString: databaseUrl });
    await client.connect();
    await client.query("update pg_index set indisvalid = false where indexrelid = 'message_by_conversation'::regclass");
    await client.query("insert into migration select max(number) + 1, '9999-future.sql', now() from migration");
    await client.end();
    const at = { DATABASE_URL: databaseUrl };
    expect(await finding("indexes", at)).toMatchObject({
      state: "wrong",
      next: "Make them anew: reindex index message_by_conversation;",
    });
    expect(await finding("migrations", at)).toMatchObject({
      state: "wrong",
      says: expect.stringContaining("9999-future.sql"),
    });
  });

  test("readers that fail or lag, jobs and mails that fail", async () => {
    const { store, databaseUrl, close } = await openTestStore();
    onTestFinished(close);
    const at = { DATABASE_URL: databaseUrl };
    const communityId = await insertCommunity(store);
    await appendEvents(store, communityId, [1, 2, 3]);
    const { database } = store;
    await sql`insert into event_reader (name, updated_at) values ('search', now())`.execute(database);
    expect(await finding("event-readers", at)).toMatchObject({
      state: "ok",
      says: expect.stringContaining("search is 3 events behind; it goes on when Kith serves"),
    });
    await sql`update event_reader set failure = 'stumbled'`.execute(database);
    expect(await finding("event-readers", at)).toMatchObject({
      state: "wrong",
      says: expect.stringContaining("search fails: stumbled"),
    });
    await sql`select graphile_worker.add_job('mail')`.execute(database);
    await sql`update graphile_worker._private_jobs set attempts = max_attempts, last_error = 'no way'`.execute(
      database,
    );
    expect(await finding("jobs", at)).toMatchObject({
      state: "warning",
      says: expect.stringContaining("mail: no way"),
    });
    const permit = await sql<{ id: number }>`insert into permit (community_id, basis, reason, issued_at)
      values (${communityId}, 'asked', 'asked for it', now()) returning id`.execute(database);
    await sql`insert into outbox (community_id, permit_id, channel, recipient, subject, body, state, failure, created_at)
      values (${communityId}, ${permit.rows[0]?.id}, 'mail', 'a@example.org', 's', 'b', 'failed', '550 no', now())`.execute(
      database,
    );
    expect(await finding("outbox", at)).toMatchObject({
      state: "warning",
      says: "1 mail was refused. The last reason: 550 no",
    });
  });

  test("events of another server", async () => {
    const { store, databaseUrl, close } = await openTestStore();
    onTestFinished(close);
    const at = { DATABASE_URL: databaseUrl };
    await sql`insert into event_reader (name, position_tx, updated_at) values ('search', '4000000000', now())`.execute(
      store.database,
    );
    expect(await finding("event-order", at)).toMatchObject({ state: "warning" });
  });

  test("clocks that are apart", async () => {
    const { databaseUrl, drop } = await createTestDatabase();
    onTestFinished(drop);
    const at = { DATABASE_URL: databaseUrl };
    const shifted = (ms: number) => createManualClock(new Date(systemClock.now().getTime() + ms));
    expect(await finding("clock", at, shifted(5_000))).toMatchObject({ state: "warning" });
    expect(await finding("clock", at, shifted(-3_600_000))).toMatchObject({
      state: "wrong",
      says: expect.stringContaining("60 minutes apart"),
    });
    expect(await finding("clock", at)).toMatchObject({ state: "ok" });
  });
});
