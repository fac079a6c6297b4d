import { parentPort, workerData } from "node:worker_threads";
import { type Lived, makePlan } from "./make-plan.ts";
import type { PlanSettings } from "./settings.ts";

// A thread that makes one plan, so that seconds of simulation hold up no page.

const { lived, settings } = workerData as { readonly lived: Lived; readonly settings: PlanSettings };
const plan = makePlan(lived, settings, (progress) => parentPort?.postMessage({ progress }));
parentPort?.postMessage({ plan });
