import { describe, expect, it } from "vitest";
import { fc } from "../../tests/factories/draws.ts";
import { communityStyles, contrast, correctedPalettes, fromRgb, readHex } from "./colours.ts";

const hex = fc.integer({ min: 0, max: 0xffffff }).map((n) => `#${n.toString(16).padStart(6, "0")}`);
const colourOf = (text: string) => fromRgb(readHex(text) ?? [0, 0, 0]);

describe("community colours", () => {
  it("measures contrast as WCAG does", () => {
    expect(contrast(colourOf("#000000"), colourOf("#ffffff"))).toBeCloseTo(21, 1);
    expect(contrast(colourOf("#767676"), colourOf("#ffffff"))).toBeCloseTo(4.54, 1);
  });

  it("passes AA for every pair of wishes, on every ground and on its own buttons", () => {
    fc.assert(
      fc.property(hex, hex, (accent, paper) => {
        const palettes = correctedPalettes({ accent: colourOf(accent), paper: colourOf(paper) });
        for (const palette of [palettes.light, palettes.dark]) {
          for (const ground of [palette.paper, palette.sheet, palette.wash]) {
            expect(contrast(palette.accent, ground)).toBeGreaterThanOrEqual(4.5);
            expect(contrast(palette.accentDeep, ground)).toBeGreaterThanOrEqual(4.5);
          }
          expect(contrast(palette.accent, palette.onAccent)).toBeGreaterThanOrEqual(4.5);
          expect(contrast(palette.accentDeep, palette.onAccent)).toBeGreaterThanOrEqual(4.5);
        }
      }),
      { numRuns: 300 },
    );
  });

  it("keeps the hue that was wished for", () => {
    const wish = colourOf("#cc3300");
    const { light, dark } = correctedPalettes({ accent: wish, paper: null });
    expect(Math.abs(light.accent.h - wish.h)).toBeLessThan(1);
    expect(Math.abs(dark.accent.h - wish.h)).toBeLessThan(1);
  });

  it("writes nothing for what is no colour, and never a typed text", () => {
    expect(communityStyles({ accent: "red;}body{display:none", paper: null })).toBe("");
    expect(communityStyles({ accent: null, paper: null })).toBe("");
    expect(communityStyles({ accent: "#c30", paper: "#fff8e7" })).toMatch(/^:root\{[-a-z:(). ,;0-9]+\}\n$/);
  });
});
