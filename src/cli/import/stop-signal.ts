import { untilAskedToStop } from "../command.ts";

/** Set when the process is asked to stop, so that long work can end after a complete step; asked again, it ends at once. */
export function stopSignal(): AbortSignal {
  const controller = new AbortController();
  void untilAskedToStop().then(() => controller.abort());
  return controller.signal;
}
