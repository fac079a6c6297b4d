import type { Line } from "../content/index.ts";
import type { Random } from "./random.ts";

/**
 * What stands for `{model}`, `{age}`, `{link}` … in the texts of one question, and what was taken for each `{this|that}`: a title that
 * says 64 percent has a body that says so, too.
 */
export type Values = Map<string, string>;

const gap = /\{([^{}]*)\}/g;

/** Settles a text: `{this|that}` becomes one of them, `{2..5}` a number, `{model}` its value. */
export function phrase(random: Random, text: string, values: Values = new Map()): string {
  return text.replace(gap, (_, inner: string) => {
    const value = values.get(inner) ?? choose(random, inner);
    if (value === null) throw new Error(`nothing stands for {${inner}} in: ${text}`);
    values.set(inner, value);
    return value;
  });
}

function choose(random: Random, inner: string): string | null {
  if (inner.includes("|")) return random.pick(inner.split("|"));
  const range = /^(\d+)\.\.(\d+)$/.exec(inner);
  return range ? String(random.between(Number(range[1]), Number(range[2]))) : null;
}

/** Gives texts that were not said before: makes them until one is new. */
export interface Fresh {
  /** A new text, or null where many tries gave none. */
  try(make: () => string): string | null;
}

const tries = 60;

export function createFresh(): Fresh {
  const said = new Set<string>();
  return {
    try(make) {
      for (let attempt = 0; attempt < tries; attempt += 1) {
        const text = make();
        const key = text.toLowerCase().trim();
        if (said.has(key)) continue;
        said.add(key);
        return text;
      }
      return null;
    },
  };
}

/** What a text has to fit: what the asker said, and which answer it follows. */
export interface Wanted {
  /** The place of the `says` that was taken, from 1. */
  readonly says: number;
  /** The place of the answer that was given; null where it is not one of the problem's own. */
  readonly answer?: number | null;
  readonly also?: (text: string) => boolean;
}

export interface Dealt {
  readonly text: string;
  /** Its place in the list, from 1. */
  readonly place: number;
}

/** Deals texts in a mixed order, all of them before any comes again; null where none fits. */
export type Deck = (wanted?: Wanted) => Dealt | null;

export function createDeck(random: Random, lines: readonly Line[]): Deck {
  const cards = lines.map((line, index) => ({
    ...(typeof line === "string" ? { text: line } : line),
    place: index + 1,
  }));
  let left: typeof cards = [];
  return (wanted) => {
    const fits = (card: (typeof cards)[number]) =>
      !wanted ||
      ((card.says?.includes(wanted.says) ?? true) &&
        (wanted.answer === undefined || (card.answers?.includes(wanted.answer ?? 0) ?? true)) &&
        (wanted.also?.(card.text) ?? true));
    if (!left.some(fits)) left = [...random.shuffled(cards.filter((card) => !left.includes(card))), ...left];
    const found = left.findLastIndex(fits);
    return left.splice(found, found < 0 ? 0 : 1)[0] ?? null;
  };
}
