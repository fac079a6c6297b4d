import { vi } from "vitest";

/** How long anything may take that a test waits for: far longer than it does, because the machine may be busy with other things. */
export const patienceMs = 60_000;

/** Waits until a check holds, and gives what it returns; in the end it fails with what the check says. Where order matters, look often. */
export function eventually<T>(check: () => T | Promise<T>, everyMs = 20): Promise<T> {
  return vi.waitFor(check, { timeout: patienceMs, interval: everyMs });
}
