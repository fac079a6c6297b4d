import { parentPort } from "node:worker_threads";
import { starterTriage } from "../text/index.ts";

// Trains the model that triage starts with. It takes a second of CPU, which pages should not wait for: so it is done in a thread that
// hands the model over and ends.

parentPort?.postMessage(starterTriage());
