import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { afterPause, afterQuiet } from "./pauses.ts";

beforeEach(() => void vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance"] }));
afterEach(() => void vi.useRealTimers());

test("after a pause the last wish counts", () => {
  const done: string[] = [];
  const wish = afterPause(100, (text: string) => done.push(text));
  wish("a");
  vi.advanceTimersByTime(99);
  wish("ab");
  vi.advanceTimersByTime(99);
  expect(done).toEqual([]);
  vi.advanceTimersByTime(1);
  expect(done).toEqual(["ab"]);
});

test("once it is quiet all is done at once, and where it never is, all the same", async () => {
  let done = 0;
  const wish = afterQuiet(100, 1000, async () => void done++);
  wish();
  wish();
  await vi.advanceTimersByTimeAsync(100);
  expect(done).toBe(1);
  for (let at = 0; at < 1000; at += 50) {
    wish();
    await vi.advanceTimersByTimeAsync(50);
  }
  expect(done).toBe(2);
});

test("what is asked for while it is done is done afterwards, once", async () => {
  const free = Promise.withResolvers<void>();
  let begun = 0;
  const wish = afterQuiet(100, 1000, async () => {
    if (++begun === 1) await free.promise;
  });
  wish();
  await vi.advanceTimersByTimeAsync(100);
  wish();
  wish();
  await vi.advanceTimersByTimeAsync(5000);
  expect(begun).toBe(1);
  free.resolve();
  await vi.advanceTimersByTimeAsync(100);
  expect(begun).toBe(2);
  await vi.advanceTimersByTimeAsync(5000);
  expect(begun).toBe(2);
});
