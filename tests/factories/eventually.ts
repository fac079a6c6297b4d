import { setTimeout as pause } from "node:timers/promises";

/** How long anything may take that a test waits for: far longer than it does, because the machine may be busy with other things. */
export const patienceMs = 60_000;

/**
 * Waits until a check holds, and gives what it returns; in the end it fails with what the check says. Where order matters, look often.
 * What is counted are the looks, not the clock: a machine that stood still for a minute has not waited.
 */
export async function eventually<T>(check: () => T | Promise<T>, everyMs = 20): Promise<T> {
  for (let left = patienceMs / everyMs; ; left -= 1) {
    try {
      return await check();
    } catch (error) {
      if (left <= 0) throw error;
    }
    await pause(everyMs);
  }
}
