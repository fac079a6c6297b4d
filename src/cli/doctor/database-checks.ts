import type { DatabaseFacts, JobFacts, OutboxFacts, ReaderFacts, SchemaFacts, ServerFacts } from "../../store/index.ts";
import { type Finding, fine, span, warning, wrong } from "./finding.ts";

/** The oldest version that the queries are written for, and the one that Kith is tested with. */
const oldestVersion = 16;
const skewWarnedMs = 2_000;
const skewWrongMs = 60_000;
const lateSeconds = 300;
const longTransactionSeconds = 300;

/** What the database tells of itself. */
export function checkDatabase(facts: DatabaseFacts): Finding[] {
  return [
    checkServer(facts.server),
    checkClock(facts.server),
    checkNodes(facts.server),
    ...checkStrain(facts.server),
    checkSchema(facts.schema),
    ...checkOrder(facts.schema),
    checkIndexes(facts.schema),
    ...(facts.readers ? [checkReaders(facts.readers, facts.server.isServed)] : []),
    ...(facts.jobs ? [checkJobs(facts.jobs, facts.server.isServed)] : []),
    ...(facts.outbox ? [checkOutbox(facts.outbox)] : []),
  ];
}

function checkServer(server: ServerFacts): Finding {
  if (server.isStandby) {
    return wrong(
      "database",
      "This database is a standby: it can be read, and not written.",
      "Set DATABASE_URL to the primary, or to an address that follows it (target_session_attrs, a proxy).",
    );
  }
  if (server.majorVersion < oldestVersion) {
    return wrong(
      "database",
      `This is PostgreSQL ${server.version}; Kith needs ${oldestVersion} or newer.`,
      "Upgrade it, or leave DATABASE_URL away: Kith then starts its own.",
    );
  }
  if (server.encoding !== "UTF8") {
    return wrong(
      "database",
      `The database keeps its texts as ${server.encoding}, which cannot hold every language.`,
      "Make a new one: create database … encoding 'UTF8' template template0.",
    );
  }
  return fine(
    "database",
    `PostgreSQL ${server.version} answers${server.isServed ? ", and a Kith serves from it" : ""}.`,
  );
}

function checkClock({ now, askedAt }: ServerFacts): Finding {
  const apart = Math.abs(now.getTime() - askedAt.getTime());
  const says = `The clocks of Kith and of PostgreSQL are ${span(apart / 1000)} apart.`;
  const next = "Let both machines follow the same time servers (chrony, systemd-timesyncd).";
  if (apart > skewWrongMs) return wrong("clock", says, next);
  if (apart > skewWarnedMs) return warning("clock", says, next);
  return fine("clock", "Kith and PostgreSQL have the same time.");
}

function checkNodes({ citus }: ServerFacts): Finding {
  return fine(
    "cluster",
    citus ? `Citus ${citus} is there.` : "One database server; Citus is not there, and not needed.",
  );
}

/** What wears a server out, or holds it up. */
function checkStrain(server: ServerFacts): Finding[] {
  const found: Finding[] = [];
  if (server.checksumFailures > 0) {
    found.push(
      wrong(
        "checksums",
        `${server.checksumFailures} pages of the database were read back otherwise than they were written.`,
        "Stop Kith, copy the data folder, test disk and memory, and restore a backup.",
      ),
    );
  }
  if (server.connections > 0.9 * server.mostConnections) {
    found.push(
      warning(
        "connections",
        `${server.connections} of ${server.mostConnections} connections are taken.`,
        "Raise max_connections, or find out who holds them: select * from pg_stat_activity.",
      ),
    );
  }
  if (server.oldestTransactionSeconds > longTransactionSeconds || server.preparedTransactions > 0) {
    const what = server.preparedTransactions > 0 ? "A prepared transaction" : "A transaction";
    found.push(
      warning(
        "long-transaction",
        `${what} has been open for ${span(server.oldestTransactionSeconds)}; search, live pages and mails wait for it.`,
        "Find it in pg_stat_activity or pg_prepared_xacts, and end it.",
      ),
    );
  }
  return found;
}

function checkSchema({ done, known, jobs, jobsNeeded, mayCreate }: SchemaFacts): Finding {
  const other = done.find((one, index) => known[index] !== undefined && known[index].name !== one.name);
  if (other) {
    return wrong(
      "migrations",
      `The database has the migration ${other.name}, and this Kith another in its place.`,
      "Use the Kith that made this database, or another database.",
    );
  }
  if (done.length > known.length) {
    return wrong(
      "migrations",
      `The database was made by a newer Kith: it has the migration ${done[known.length]?.name}.`,
      "Start the newer Kith, or restore a backup made before it.",
    );
  }
  const missing = known.length - done.length;
  if (missing === 0 && jobs >= jobsNeeded) return fine("migrations", `All ${known.length} migrations were run.`);
  const says =
    done.length === 0 ? "The database is empty." : `${missing} of ${known.length} migrations are still to be run.`;
  if (!mayCreate) {
    return wrong(
      "migrations",
      `${says} This account may not make tables.`,
      "Give it the schema: grant create on schema public.",
    );
  }
  return warning("migrations", says, "The next start runs them.");
}

function checkOrder({ foreignOrder }: SchemaFacts): Finding[] {
  if (!foreignOrder) return [];
  return [
    warning(
      "event-order",
      "The events come from another database server, as after a restore: search, live pages and mails wait.",
      "Start Kith again, which puts them in order (docs/decisions/0004-event-order.md).",
    ),
  ];
}

function checkIndexes({ invalidIndexes }: SchemaFacts): Finding {
  if (invalidIndexes.length === 0) return fine("indexes", "All indexes are valid.");
  return wrong(
    "indexes",
    `These indexes are broken or half made: ${invalidIndexes.join(", ")}.`,
    `Make them anew: ${invalidIndexes.map((name) => `reindex index ${name};`).join(" ")}`,
  );
}

function checkReaders(readers: readonly ReaderFacts[], isServed: boolean): Finding {
  const failing = readers.find(({ failure }) => failure !== null);
  if (failing) {
    return wrong(
      "event-readers",
      `The event reader ${failing.name} fails: ${failing.failure}. It is ${failing.behind} events behind.`,
      "It tries again by itself; the log of Kith has the whole story.",
    );
  }
  const slowest = readers.toSorted((a, b) => b.behind - a.behind)[0];
  if (!slowest || slowest.behind === 0) return fine("event-readers", "Every event reader is up to date.");
  const says = `The event reader ${slowest.name} is ${slowest.behind} events behind`;
  if (!isServed) return fine("event-readers", `${says}; it goes on when Kith serves.`);
  if (slowest.oldestSeconds < lateSeconds) return fine("event-readers", `${says}, and catching up.`);
  return warning(
    "event-readers",
    `${says}; the oldest of them happened ${span(slowest.oldestSeconds)} ago.`,
    "After an import this passes. If it does not, look for a long transaction in pg_stat_activity.",
  );
}

function checkJobs({ failed, retrying, overdueSeconds, failure }: JobFacts, isServed: boolean): Finding {
  const reason = failure ? ` The last reason: ${failure}` : "";
  if (failed > 0) {
    return warning(
      "jobs",
      `${failed === 1 ? "One job was" : `${failed} jobs were`} given up after the last try.${reason}`,
      "Mend the cause, then start them again on the administration page.",
    );
  }
  if (retrying > 0)
    return warning("jobs", `Jobs that failed and come again: ${retrying}.${reason}`, "Mend the cause; they run then.");
  if (isServed && overdueSeconds > lateSeconds) {
    return warning(
      "jobs",
      `A job has been due for ${span(overdueSeconds)}.`,
      "Look whether Kith is overloaded, and at its log.",
    );
  }
  return fine("jobs", "No job fails.");
}

function checkOutbox({ failed, waiting, oldestWaitingSeconds, failure }: OutboxFacts): Finding {
  if (failed > 0) {
    return warning(
      "outbox",
      `${failed} ${failed === 1 ? "mail was" : "mails were"} refused.${failure ? ` The last reason: ${failure}` : ""}`,
      "Read them in the outbox on the administration page.",
    );
  }
  if (oldestWaitingSeconds > lateSeconds) {
    return warning(
      "outbox",
      `Mails that wait: ${waiting}, the oldest for ${span(oldestWaitingSeconds)}.`,
      "They go out when Kith serves and the mail server answers.",
    );
  }
  return fine("outbox", "No mail is stuck.");
}
