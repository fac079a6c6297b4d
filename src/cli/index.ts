import { registerBench } from "./bench/index.ts";
import { registerCare } from "./care.ts";
import type { Register } from "./command.ts";
import { registerDemo } from "./demo/register-demo.ts";
import { registerDoctor } from "./doctor.ts";
import { registerEvaluate } from "./evaluate.ts";
import { registerExport } from "./export/register-export.ts";
import { registerHours } from "./hours.ts";
import { registerImport } from "./import/register-import.ts";
import { registerPlan } from "./plan.ts";
import { registerSearch } from "./search.ts";
import { registerServe } from "./serve.ts";
import { registerToken } from "./token.ts";

export { type CliHost, outliveStrays, sayRefusal } from "./command.ts";
export { fileTrouble } from "./file-trouble.ts";

const commands: readonly Register[] = [
  registerServe,
  registerToken,
  registerImport,
  registerExport,
  registerBench,
  registerDemo,
  registerDoctor,
  registerEvaluate,
  registerPlan,
  registerHours,
  registerCare,
  registerSearch,
];

/** Puts every command on the program. */
export const registerCommands: Register = (program, host) => {
  for (const register of commands) register(program, host);
};
