import { expect, it } from "vitest";
import { snippetOf } from "./snippet.ts";
import { soughtIn } from "./sought.ts";

/** The words of a text that are marked in it. */
function marked(text: string, sought: ReturnType<ReturnType<typeof soughtIn>>): string[] {
  return snippetOf(text, sought).marks.map(({ start, end }) => text.slice(start, end));
}

it("marks a word in texts of a language where it tells something, and not where it is a stop word", () => {
  const sought = soughtIn(["steam", "is"]);
  expect(marked("Steam is weak", sought("en"))).toEqual(["Steam"]);
  expect(marked("Steam is weak", sought("de"))).toEqual(["Steam", "is"]);
});

it("marks stop words where nothing else was looked for", () => {
  expect(marked("To be or not", soughtIn(["be"])("en"))).toEqual(["be"]);
});
