import { memoryUsage } from "node:process";
import { expect, test } from "vitest";
import { collect, watchForRest } from "./memory-at-rest.ts";

/** What was used at each look: 700 ms in busy stretches, a little in quiet ones. */
function looks(stretches: string): number[] {
  let used = 0;
  return [...stretches].map((stretch) => {
    used += stretch === "b" ? 700 : 10;
    return used;
  });
}

test("a start is over after two quiet stretches, later work after ten, and each is told of once", () => {
  const isOver = watchForRest();
  const told = looks(`qbbqqqbqqq${"b"}${"q".repeat(12)}`).flatMap((used, at) => (isOver(used) ? [at] : []));
  expect(told).toEqual([4, 20]);
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
