import type { Plan } from "./load-plan.ts";
import { sendLoad } from "./send-load.ts";

// The load process: takes plans from the benchmark that started it, and ends with it.

process.on("message", (plan: Plan) => {
  sendLoad(plan).then(
    (sent) => process.send?.({ sent }),
    (error: unknown) => process.send?.({ failure: error instanceof Error ? error.message : String(error) }),
  );
});
process.on("disconnect", () => process.exit());
