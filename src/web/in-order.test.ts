import { expect, test } from "vitest";
import { inOrder } from "./in-order.ts";

test("what was read first is told first, and what waits is told together", async () => {
  const told: number[] = [];
  const slow = Promise.withResolvers<void>();
  let changes = 0;
  const tell = inOrder(
    async () => {
      const read = changes;
      if (read === 1) await slow.promise;
      told.push(read);
    },
    () => {},
  );
  changes = 1;
  const first = tell();
  await Promise.resolve();
  await Promise.resolve();
  changes = 2;
  const second = tell();
  changes = 3;
  const third = tell();
  slow.resolve();
  await Promise.all([first, second, third]);
  expect(told).toEqual([1, 3]);
});

test("what cannot be told holds nothing up", async () => {
  const failures: unknown[] = [];
  let tells = 0;
  const tell = inOrder(
    async () => {
      if (++tells === 1) throw new Error("away");
    },
    (error) => failures.push(error),
  );
  await tell();
  await tell();
  expect(tells).toBe(2);
  expect(failures).toHaveLength(1);
});
