import { type Html, html, literal } from "../raw.tsx";

// Pictures of figures, drawn on the server. Each has a name for those who do not see it, and stands above its table.

/** A picture in units of about a pixel, as high as its parts need. */
export interface Drawing {
  readonly height: number;
  readonly parts: readonly Html[];
}

/** How wide pictures are drawn: for a page, and for a phone. */
export const [wide, narrow] = [720, 340];

/**
 * A picture, drawn twice: as wide as a page, and as a phone, so that nothing of it is too small or out of sight; the style sheet shows the
 * one that there is room for. What its looks mean stands below it.
 */
export function picture(name: string, draw: (width: number) => Drawing, legend: readonly Html[] = []): Html {
  const svg = (width: number, look: Html) => {
    const { height, parts } = draw(width);
    return html`<svg class="${look}" viewBox="0 0 ${width} ${height}" aria-hidden="true">${parts}</svg>`;
  };
  return html`<div class="chart"><div role="img" aria-label="${name}">${svg(wide, literal`wide`)}${svg(narrow, literal`narrow`)}</div>${
    legend.length > 0 && html`<ul class="legend">${legend}</ul>`
  }</div>`;
}

/** What a look means: a sample of it, 22 by 12, and words. */
export function legendEntry(sample: Html, words: string): Html {
  return html`<li><svg viewBox="0 0 22 12" aria-hidden="true">${sample}</svg>${words}</li>`;
}

/** How much room words take in a picture: a little more than they do in most fonts. */
export function lengthOf(words: string): number {
  return words.length * 8;
}

interface Tick {
  readonly x: number;
  readonly label: string;
}

/** Labels of things in slots of one width: of each, or of every second or third where there is no room for more; the last has one. */
export function everySoMany(ticks: readonly Tick[], slot: number): Tick[] {
  const longest = Math.max(...ticks.map(({ label }) => lengthOf(label)));
  const step = Math.ceil((longest + 6) / slot);
  return ticks.filter((_, index) => (ticks.length - 1 - index) % step === 0);
}

/** Of labels at places of any kind those that leave one another room; the last stays. */
export function withRoom(ticks: readonly Tick[]): Tick[] {
  const kept: Tick[] = [];
  let free = Number.POSITIVE_INFINITY;
  for (const { x, label } of [...ticks].reverse()) {
    const half = lengthOf(label) / 2;
    if (x + half > free) continue;
    free = x - half - 6;
    kept.unshift({ x, label });
  }
  return kept;
}

/** Labels in a row, in the middle of their places as far as the picture goes. */
export function labelsAt(ticks: readonly Tick[], y: number, width: number): Html[] {
  return ticks.map(({ x, label }) => {
    const middle = Math.min(x, width - lengthOf(label) / 2);
    return html`<text class="middle" x="${at(middle)}" y="${y}">${label}</text>`;
  });
}

/** A round number at or above the greatest value, for the top of an axis. */
export function topOf(values: readonly number[]): number {
  const most = Math.max(...values, 1e-9);
  const unit = 10 ** Math.floor(Math.log10(most));
  return ([1, 2, 2.5, 5, 10].find((step) => step * unit >= most * 0.999) ?? 10) * unit;
}

export function at(value: number): string {
  return value.toFixed(1);
}
