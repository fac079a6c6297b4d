import { expect, it } from "vitest";
import { linksHere } from "./links-here.ts";

it("words of an export mention the same people and posts here, and other links in them stay", async () => {
  const here = new Map([
    ["member 3", 12],
    ["member 12", 40],
    ["question 3", 7],
    ["message 31", 70],
  ]);
  const wanted: string[] = [];
  const ids = {
    load: async (space: string, some: readonly (number | null)[]) =>
      void wanted.push(...some.map((id) => `${space} ${id}`)),
    find: (space: string, id: number) => here.get(`${space} ${id}`),
  };
  const slugs = { there: "lamps", here: "new-lamps" };
  const body =
    "[@a](/c/lamps/m/3) [b]: /c/lamps/m/12?tab=answers [@c](/c/lamps/m/99) [d](/c/cups/m/3) https://k.example/c/lamps/m/3 " +
    "[q](/c/lamps/q/3/a-title?page=2) [a](/c/lamps/q/3#answer-31) [gone](/c/lamps/q/3/a-title#answer-32) [later](/c/lamps/q/4#answer-31)";
  const said = await linksHere({ ids, slugs } as unknown as Parameters<typeof linksHere>[0], [body]);
  expect(wanted).toEqual([
    ...["member 3", "member 12", "member 99", "question 3", "question 3", "question 3", "question 4"],
    ...["message 31", "message 32", "message 31"],
  ]);
  expect(said(body)).toBe(
    "[@a](/c/new-lamps/m/12) [b]: /c/new-lamps/m/40?tab=answers [@c](/c/lamps/m/99) [d](/c/cups/m/3) https://k.example/c/lamps/m/3 " +
      "[q](/c/new-lamps/q/7/a-title?page=2) [a](/c/new-lamps/q/7#answer-70) [gone](/c/new-lamps/q/7/a-title) [later](/c/lamps/q/4#answer-31)",
  );
});
