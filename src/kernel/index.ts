export { type Clock, createManualClock, type ManualClock, systemClock } from "./clock.ts";
export { type Configuration, readConfiguration } from "./configuration.ts";
export { type Refusal, RefusalError, refusal } from "./errors.ts";
export { hashSecret, newRequestId, newSecret } from "./ids.ts";
export { createLog, type Log, withoutRedaction } from "./log.ts";
export { giveMemoryBackAtRest } from "./memory-at-rest.ts";
export { remembered } from "./remembered.ts";
export { err, ok, type Result, unwrap } from "./result.ts";
export { cleanLine, cleanText, lengthOf } from "./typed-text.ts";
