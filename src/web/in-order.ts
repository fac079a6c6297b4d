/**
 * Tells one after the other, so that what was read first is not told last. What is to be told while another waits is told with it:
 * it has not been read yet.
 */
export function inOrder(tell: () => Promise<void>, failed: (error: unknown) => void): () => Promise<void> {
  let telling: Promise<void> = Promise.resolve();
  let waiting: Promise<void> | undefined;
  return () => {
    waiting ??= telling.then(() => {
      waiting = undefined;
      telling = tell().catch(failed);
      return telling;
    });
    return waiting;
  };
}
