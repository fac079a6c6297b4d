import { expect, it } from "vitest";
import { mentionsHere } from "./member-links.ts";

it("words of an export mention the same people here, and other links in them stay", async () => {
  const here = new Map([
    [3, 12],
    [12, 40],
  ]);
  const wanted: number[] = [];
  const ids = {
    load: async (_: string, some: readonly (number | null)[]) => void wanted.push(...some.flatMap((id) => id ?? [])),
    find: (_: string, id: number) => here.get(id),
  };
  const slugs = { there: "lamps", here: "new-lamps" };
  const body =
    "[@a](/c/lamps/m/3) [b]: /c/lamps/m/12?tab=answers [@c](/c/lamps/m/99) [d](/c/cups/m/3) https://k.example/c/lamps/m/3";
  const said = await mentionsHere({ ids, slugs } as unknown as Parameters<typeof mentionsHere>[0], [body]);
  expect(wanted).toEqual([3, 12, 99]);
  expect(said(body)).toBe(
    "[@a](/c/new-lamps/m/12) [b]: /c/new-lamps/m/40?tab=answers [@c](/c/lamps/m/99) [d](/c/cups/m/3) https://k.example/c/lamps/m/3",
  );
});
