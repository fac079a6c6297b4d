/** Asks for texts one at a time: a newer ask ends the one before, which then gives null. Undefined is a failure. */
export function asker(): (address: string, init: RequestInit) => Promise<string | null | undefined> {
  let running: AbortController | undefined;
  return async (address, init) => {
    running?.abort();
    running = new AbortController();
    const { signal } = running;
    try {
      const response = await fetch(address, { ...init, signal });
      return response.ok ? await response.text() : undefined;
    } catch {
      return signal.aborted ? null : undefined;
    }
  };
}
