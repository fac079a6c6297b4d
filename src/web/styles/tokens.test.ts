import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { contrast, type Oklch } from "../colours.ts";

const read = (name: string) => readFileSync(join(import.meta.dirname, name), "utf8");
const tokens = read("00-tokens.css");

function colour(name: string, scheme: 0 | 1): Oklch {
  const drawn = new RegExp(`--${name}: light-dark\\(oklch\\(([^)]+)\\), oklch\\(([^)]+)\\)\\)`).exec(tokens);
  const [l = 0, c = 0, h = 0] = (drawn?.[scheme + 1] ?? "").split(" ").map(Number);
  expect(drawn, `--${name} is drawn for light and for dark`).not.toBeNull();
  return { l, c, h };
}

const grounds = ["paper", "sheet", "wash"];
const schemes = [
  ["light", 0],
  ["dark", 1],
] as const;

describe.each(schemes)("the %s colours", (_, scheme) => {
  const on = (text: string, ground: string) => contrast(colour(text, scheme), colour(ground, scheme));

  it("are AAA for what is read, on every ground (WCAG 2.2, 1.4.6)", () => {
    for (const text of ["ink", "ink-soft"])
      for (const ground of grounds) expect(on(text, ground)).toBeGreaterThanOrEqual(7);
    expect(on("ink", "mark")).toBeGreaterThanOrEqual(7);
  });

  it("are AA for links, states and buttons (1.4.3)", () => {
    for (const text of ["accent", "accent-deep", "solved", "waiting", "contested", "danger"]) {
      for (const ground of grounds) expect(on(text, ground), `${text} on ${ground}`).toBeGreaterThanOrEqual(4.5);
    }
    for (const ground of ["accent", "accent-deep"]) expect(on("on-accent", ground)).toBeGreaterThanOrEqual(4.5);
    expect(on("solved", "solved-wash")).toBeGreaterThanOrEqual(4.5);
    expect(on("ink", "solved-wash")).toBeGreaterThanOrEqual(7);
    expect(on("ink", "waiting-wash")).toBeGreaterThanOrEqual(7);
  });

  it("show the edge of a field at 3 to 1 (1.4.11)", () => {
    for (const ground of grounds) expect(on("edge", ground)).toBeGreaterThanOrEqual(3);
  });
});

describe("the scales", () => {
  const sheets = globSync("*.css", { cwd: import.meta.dirname }).filter((name) => !name.startsWith("00-"));

  it("have six sizes of type and eight steps of space", () => {
    expect(tokens.match(/--t\d:/g)).toHaveLength(6);
    expect(tokens.match(/--s\d:/g)).toHaveLength(8);
  });

  it.each(sheets)("are kept by %s: no size of type and no space of its own, no colour written down", (name) => {
    const sheet = read(name);
    for (const [line, , value] of sheet.matchAll(
      /^\s*(font|font-size|padding[a-z-]*|margin[a-z-]*|gap|column-gap): ([^;]+);/gm,
    )) {
      expect(value, line).not.toMatch(/\d(?:px|r?em|pt|ch)\b/);
    }
    const own = [...sheet.matchAll(/(?:#[0-9a-f]{3,8}\b|rgb\(|hsl\(|oklch\((?!0\.2 0\.02 220 \/))/gi)].map(
      ([found]) => found,
    );
    expect(own).toEqual([]);
  });

  it("have no font to download and no picture in a style", () => {
    for (const name of sheets) expect(read(name)).not.toMatch(/@font-face|@import|url\(/);
  });
});
