import { describe, expect, it } from "vitest";
import { promiseView } from "./desk-problem-view.ts";
import { messagesByLocale } from "./messages/index.ts";

const name = "next-answer";
const words = (leftMs: number, state: "running" | "done" | "ended") =>
  promiseView({ name, state, leftMs }, messagesByLocale.en);

describe("a promise", () => {
  it("has run out with the last of its working time, at the end of a day", () => {
    expect(words(0, "running")).toEqual({ words: "next answer: over by 1 min of working time", late: true });
    expect(words(0, "done")).toEqual({ words: "next answer: done, late by 1 min of working time", late: true });
    expect(words(60_000, "running")).toEqual({ words: "next answer: 1 min of working time left", late: false });
  });

  it("is not said to be kept where the problem ended before anybody could", () => {
    expect(words(60_000, "ended")).toEqual({ words: "next answer: ended with the problem", late: false });
    expect(words(60_000, "done")).toEqual({ words: "next answer: done in time", late: false });
  });
});
