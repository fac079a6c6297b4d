/**
 * A community's two colours, corrected so that text stays readable. A community says what it likes (`#c30`); Kith keeps
 * the hue and as much of the strength as passes, and moves the lightness until the contrast does.
 * Contrast is WCAG 2.2's (success criterion 1.4.3); OKLCH after Björn Ottosson (https://bottosson.github.io/posts/oklab/).
 */

export interface Oklch {
  /** 0 black to 1 white. */
  l: number;
  /** 0 grey to about 0.37. */
  c: number;
  /** Degrees. */
  h: number;
}

type Rgb = readonly [number, number, number];

/** Reads `#rgb` or `#rrggbb`; null for anything else. */
export function readHex(text: string): Rgb | null {
  const short = /^#([0-9a-f])([0-9a-f])([0-9a-f])$/i.exec(text.trim());
  const long = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(text.trim());
  const found = long ?? short;
  if (!found) return null;
  const value = (part: string | undefined) => Number.parseInt(short ? `${part}${part}` : (part ?? "0"), 16) / 255;
  return [value(found[1]), value(found[2]), value(found[3])];
}

const toLinear = (v: number) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);

export function fromRgb([red, green, blue]: Rgb): Oklch {
  const r = toLinear(red);
  const g = toLinear(green);
  const b = toLinear(blue);
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  const lightness = 0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s;
  const a = 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s;
  const bb = 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s;
  return { l: lightness, c: Math.hypot(a, bb), h: ((Math.atan2(bb, a) * 180) / Math.PI + 360) % 360 };
}

function linearOf({ l, c, h }: Oklch): Rgb {
  const a = c * Math.cos((h * Math.PI) / 180);
  const b = c * Math.sin((h * Math.PI) / 180);
  const long = (l + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const medium = (l - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const short = (l - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short,
    -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short,
    -0.0041960863 * long - 0.7034186147 * medium + 1.707614701 * short,
  ];
}

const inside = (colour: Oklch) => linearOf(colour).every((v) => v >= -0.0005 && v <= 1.0005);

/** Takes strength away until a screen can show the colour. */
function shown(colour: Oklch): Oklch {
  let c = colour.c;
  while (c > 0 && !inside({ ...colour, c })) c = Math.max(0, c - 0.004);
  return { ...colour, c };
}

function luminance(colour: Oklch): number {
  const [r, g, b] = linearOf(colour).map((v) => Math.min(1, Math.max(0, v))) as unknown as Rgb;
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** The contrast of two colours, from 1 to 21. */
export function contrast(a: Oklch, b: Oklch): number {
  const [dark, light] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

/** The least contrast that an accent gets on every ground it stands on; 4.5 is AA, and the rest is a margin. */
const needed = 4.8;

/** Moves the lightness, away from the grounds, until the accent is readable on all of them. */
function readable(wish: Oklch, grounds: readonly Oklch[], towards: "dark" | "light"): Oklch {
  const step = towards === "dark" ? -0.005 : 0.005;
  let l = towards === "dark" ? Math.min(wish.l, 0.6) : Math.max(wish.l, 0.55);
  for (; l > 0.05 && l < 0.98; l += step) {
    const colour = shown({ ...wish, l });
    if (grounds.every((ground) => contrast(colour, ground) >= needed)) return colour;
  }
  return { l: towards === "dark" ? 0.2 : 0.95, c: 0, h: wish.h };
}

export interface Palette {
  paper: Oklch;
  sheet: Oklch;
  wash: Oklch;
  hair: Oklch;
  accent: Oklch;
  accentDeep: Oklch;
  onAccent: Oklch;
}

// Kith's own paper and accent (styles/00-tokens.css), for whichever of the two a community does not set.
const ownPaper: Oklch = { l: 0.985, c: 0.006, h: 95 };
const ownAccent: Oklch = { l: 0.415, c: 0.078, h: 208 };

/** Both sets of colours for a community's wishes, each passing AA wherever the pages use it. */
export function correctedPalettes(wish: { accent: Oklch | null; paper: Oklch | null }): {
  light: Palette;
  dark: Palette;
} {
  const paperWish = wish.paper ?? ownPaper;
  const accentWish = wish.accent ?? ownAccent;
  const tint = (l: number, most: number): Oklch => shown({ l, c: Math.min(paperWish.c, most), h: paperWish.h });
  const make = (paper: Oklch, sheet: Oklch, wash: Oklch, hair: Oklch, towards: "dark" | "light"): Palette => {
    const accent = readable(accentWish, [paper, sheet, wash], towards);
    const deep = shown({ ...accent, l: accent.l + (towards === "dark" ? -0.08 : 0.07) });
    const onAccent = towards === "dark" ? paper : shown({ l: 0.2, c: Math.min(accent.c, 0.03), h: accent.h });
    return { paper, sheet, wash, hair, accent, accentDeep: deep, onAccent };
  };
  return {
    light: make(tint(0.985, 0.012), tint(0.998, 0.003), tint(0.958, 0.02), tint(0.885, 0.025), "dark"),
    dark: make(tint(0.195, 0.02), tint(0.235, 0.022), tint(0.225, 0.022), tint(0.315, 0.025), "light"),
  };
}

const write = ({ l, c, h }: Oklch) => `oklch(${l.toFixed(3)} ${c.toFixed(4)} ${h.toFixed(1)})`;

/**
 * The stylesheet of one community (`/c/{slug}/colours.css`), from its two wishes as `#rrggbb`; empty when neither is a
 * colour. Made of numbers only, so nothing that somebody typed gets into a style sheet.
 */
export function communityStyles(wish: { accent: string | null; paper: string | null }): string {
  const read = (text: string | null) => {
    const rgb = text === null ? null : readHex(text);
    return rgb && fromRgb(rgb);
  };
  const accent = read(wish.accent);
  const paper = read(wish.paper);
  if (!accent && !paper) return "";
  const { light, dark } = correctedPalettes({ accent, paper });
  const names: readonly (readonly [string, keyof Palette, boolean])[] = [
    ["--paper", "paper", paper !== null],
    ["--sheet", "sheet", paper !== null],
    ["--wash", "wash", paper !== null],
    ["--hair", "hair", paper !== null],
    ["--accent", "accent", true],
    ["--accent-deep", "accentDeep", true],
    ["--on-accent", "onAccent", true],
  ];
  const lines = names
    .filter(([, , set]) => set)
    .map(([name, key]) => `${name}:light-dark(${write(light[key])},${write(dark[key])})`);
  return `:root{${lines.join(";")}}\n`;
}
