import { describe, expect, it } from "vitest";
import { addressOfWish, changed, narrowings, readWish, withoutNames, withTag } from "./search-wish.ts";
import { pathsOf } from "./url.ts";

const groups = [
  { slug: "desk", name: "Desk lamps" },
  { slug: "floor", name: "Floor lamps" },
];
const paths = pathsOf("lamps");
const read = (query: Parameters<typeof readWish>[0]) => readWish(query, groups);
const wishOf = (q: string) => read({ q }).wish;

describe("box and lists", () => {
  it("keep in step: operators that the lists can choose go there, by slug or by name", () => {
    expect(read({ q: 'hum is:solved group:"floor LAMPS"' }).wish).toMatchObject({
      text: "hum",
      group: "floor",
      state: "solved",
    });
  });

  it("what is typed wins over what was chosen before", () => {
    expect(read({ q: "hum is:waiting group:desk", state: "solved", group: "floor" }).wish).toMatchObject({
      group: "desk",
      state: "waiting",
    });
    expect(read({ q: "hum", state: "solved", group: "floor" }).wish).toMatchObject({ group: "floor", state: "solved" });
  });

  it("a group that nobody knows is said, and not searched by", () => {
    expect(read({ q: "hum group:kitchen" })).toMatchObject({
      wish: { text: "hum", group: null },
      unknownGroup: "kitchen",
    });
    expect(read({ q: "hum", group: "kitchen" }).unknownGroup).toBe("kitchen");
  });

  it("senseless pages and states are the first page of everything", () => {
    expect(read({ q: "hum", page: "-3", state: "purple" }).wish).toMatchObject({ page: 1, state: "all" });
    expect(read({ page: "99" }).wish.page).toBe(50);
  });
});

describe("addresses", () => {
  it("say what the page holds, and are read back to the same", () => {
    const wish = changed(wishOf('lamp "at night" tag:led -hum is:solved group:desk'), { page: 3 });
    const address = addressOfWish(paths, wish);
    expect(address).toBe("/c/lamps/search?q=lamp%20%22at%20night%22%20tag%3Aled%20-hum&group=desk&state=solved&page=3");
    const query = Object.fromEntries(new URL(address, "http://x").searchParams);
    expect(read(query).wish).toEqual(wish);
  });

  it("each narrowing can be taken back alone, and begins at the first page", () => {
    const wish = changed(wishOf("lamp tag:led -hum by:Ada is:solved group:desk"), { page: 2 });
    expect(narrowings(wish).map(({ kind, value, minus }) => [kind, value, minus])).toEqual([
      ["group", "desk", false],
      ["is", "solved", false],
      ["tag", "led", false],
      ["without", "hum", true],
      ["by", "Ada", false],
    ]);
    for (const { rest } of narrowings(wish)) {
      expect(rest.page).toBe(1);
      expect(narrowings(rest)).toHaveLength(4);
    }
  });

  it("a tag is added once", () => {
    const once = withTag(wishOf("lamp"), "low light");
    expect(once.text).toBe('lamp tag:"low light"');
    expect(withTag(once, "low light").text).toBe(once.text);
  });

  it("names that nobody has are taken out", () => {
    expect(withoutNames(wishOf("lamp by:Nobody by:Ada"), "by", ["nobody"]).text).toBe("lamp by:Ada");
  });
});
