export type { Database } from "./database.ts";
export {
  chooseOwner,
  initialiseCluster,
  type Places,
  preparePlaces,
  runningServer,
  startServer,
} from "./embedded/index.ts";
export { type EventReader, readOnce, type StoredEvent } from "./event-reader.ts";
export { type Hints, topicOf } from "./hints.ts";
export { enqueue, type JobKind, type JobRow, listJobs } from "./jobs.ts";
export { type Slots, statement } from "./statement.ts";
export { openStore, type Store, type StoreOptions } from "./store.ts";
export type { NewEvent, Transaction } from "./transact.ts";
