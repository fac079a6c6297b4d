import { expect, test } from "vitest";
import { remembered } from "./index.ts";

test("what was asked for last is kept, and what was not is made anew", () => {
  const made: string[] = [];
  const louder = remembered(2, (text) => {
    made.push(text);
    return text.toUpperCase();
  });
  expect(["a", "b", "a", "c", "a", "b"].map(louder)).toEqual(["A", "B", "A", "C", "A", "B"]);
  expect(made).toEqual(["a", "b", "c", "b"]);
});

test("where nothing is made nothing is kept, and nothing makes room for it", () => {
  const asked: string[] = [];
  const long = remembered(1, (text) => {
    asked.push(text);
    return text.length > 1 ? text.length : null;
  });
  expect(["ab", "a", "a", "ab"].map(long)).toEqual([2, null, null, 2]);
  expect(asked).toEqual(["ab", "a", "a"]);
});
