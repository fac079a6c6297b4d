import { memoryUsage } from "node:process";
import { expect, test } from "vitest";
import { collect, watchForRest } from "./memory-at-rest.ts";

test("rest begins after two quiet stretches that follow work, and is told once", () => {
  const isOver = watchForRest();
  const used = [10, 20, 2_000, 4_000, 4_010, 4_020, 4_030, 9_000, 9_010, 9_900, 9_910, 9_920, 9_930];
  expect(used.map(isOver)).toEqual([
    ...[false, false, false, false, false, true, false],
    ...[false, false, false, false, true, false],
  ]);
});

test("what is collected goes back to the system", () => {
  let held: object[] | null = Array.from({ length: 1_000_000 }, (_, index) => ({ index }));
  const before = memoryUsage().heapTotal;
  expect(held.length).toBe(1_000_000);
  held = null;
  collect();
  expect(memoryUsage().heapTotal).toBeLessThan(before - 20_000_000);
});
