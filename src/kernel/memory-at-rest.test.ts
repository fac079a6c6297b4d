import { memoryUsage } from "node:process";
import { expect, test } from "vitest";
import { collect, watchForRest } from "./memory-at-rest.ts";

test("rest begins after two quiet stretches that follow work, and is told once", () => {
  const isOver = watchForRest();
  const used = [10, 20, 800, 1_600, 1_610, 1_620, 1_630, 2_300, 2_310, 3_000, 3_010, 3_020, 3_030];
  expect(used.map(isOver)).toEqual([
    ...[false, false, false, false, false, true, false],
    ...[false, false, false, false, true, false],
  ]);
});

test("a little work now and then is not worth collecting, until it adds up", () => {
  const isOver = watchForRest();
  const used = [100, 110, 120, 320, 330, 340, 540, 550, 560];
  expect(used.map(isOver)).toEqual([...Array.from({ length: 8 }, () => false), true]);
});

test("what is collected goes back to the system", () => {
  let held: object[] | null = Array.from({ length: 1_000_000 }, (_, index) => ({ index }));
  const before = memoryUsage().heapTotal;
  expect(held.length).toBe(1_000_000);
  held = null;
  collect();
  expect(memoryUsage().heapTotal).toBeLessThan(before - 20_000_000);
});
