export { actOnce, type Outcome, type RequestOnce } from "./act-once.ts";
export { atMoment } from "./at-moment.ts";
export { beginningOf } from "./beginning-of.ts";
export type { Connection, Database } from "./database.ts";
export {
  chooseOwner,
  initialiseCluster,
  type Places,
  packagedVersion,
  preparePlaces,
  runningServer,
  startServer,
  stopServer,
} from "./embedded/index.ts";
export { comparePlaces, lastEventUpTo, placeOfNow, readEvents } from "./event-places.ts";
export { type EventReader, readOnce, type StoredEvent } from "./event-reader.ts";
export { gathered } from "./gathered.ts";
export { anyTopic, type Hints, topicOf } from "./hints.ts";
export type {
  DatabaseFacts,
  JobFacts,
  OutboxFacts,
  ReaderFacts,
  SchemaFacts,
  ServerFacts,
} from "./inspect/inspect-database.ts";
export { type EmbeddedFacts, inspectEmbedded } from "./inspect/inspect-embedded.ts";
export { inspectDatabaseAt, inspectEmbeddedDatabase } from "./inspect/inspect-store.ts";
export { enqueue, isJobWaiting, type JobKind, type JobRow, listJobs, retryJob } from "./jobs.ts";
export { type EventPlace, isEventPlace, listEvents } from "./list-events.ts";
export { openReading, type Reading } from "./open-reading.ts";
export { type Health, type JobsHealth, type ReaderHealth, readHealth, readMigration } from "./read-health.ts";
export { readSnapshot } from "./read-snapshot.ts";
export { listEventKinds, listRecentEvents } from "./recent-events.ts";
export { type Slots, statement } from "./statement.ts";
export { openStore, type PoolUse, type Store, type StoreOptions } from "./store.ts";
export { takeTime } from "./take-time.ts";
export type { NewEvent, Transaction } from "./transact.ts";
export { readServer, settle } from "./upkeep.ts";
