import type { Token } from "../text/index.ts";
import type { Sought } from "./sought.ts";

/** A part of a text with the places to highlight: offsets into `text`, ascending and apart. */
export interface Snippet {
  readonly text: string;
  readonly marks: readonly { readonly start: number; readonly end: number }[];
  /** Whether something was left out before and behind. */
  readonly cutBefore: boolean;
  readonly cutAfter: boolean;
}

const MOST_CHARACTERS = 20_000;

/**
 * The part of a text that shows most of the words asked for: the window with the most different ones, then the most of all.
 * Plain text in, plain text out: the page escapes it.
 */
export function snippetOf(text: string, { find }: Sought, characters = 200): Snippet {
  const read = text.length > MOST_CHARACTERS ? text.slice(0, MOST_CHARACTERS) : text;
  const hits = find(read);
  const start = startOf(read, hits, characters);
  let end = Math.min(read.length, start + characters);
  const space = read.lastIndexOf(" ", end);
  if (end < read.length && space > start + characters / 2) end = space;
  if (isLowSurrogate(read, end)) end--;
  const marks: { start: number; end: number }[] = [];
  for (const hit of hits) {
    if (hit.start < start || hit.end > end) continue;
    const last = marks.at(-1);
    if (last && hit.start - start <= last.end) last.end = Math.max(last.end, hit.end - start);
    else marks.push({ start: hit.start - start, end: hit.end - start });
  }
  return { text: read.slice(start, end), marks, cutBefore: start > 0, cutAfter: end < text.length };
}

function startOf(text: string, hits: readonly Token[], characters: number): number {
  let best = 0;
  let most = -1;
  let from = 0;
  const inside = new Map<string, number>();
  for (const [at, hit] of hits.entries()) {
    inside.set(hit.term, (inside.get(hit.term) ?? 0) + 1);
    while (hit.end - (hits[from] as Token).start > characters && from < at) {
      const term = (hits[from] as Token).term;
      const left = (inside.get(term) ?? 1) - 1;
      if (left === 0) inside.delete(term);
      else inside.set(term, left);
      from++;
    }
    const merit = inside.size * 100 + (at - from);
    if (merit > most) {
      most = merit;
      best = (hits[from] as Token).start;
    }
  }
  if (best < characters / 2) return 0;
  const space = text.lastIndexOf(" ", best - Math.floor(characters / 6));
  const start = space > 0 && best - space < characters / 2 ? space + 1 : best;
  return isLowSurrogate(text, start) ? start - 1 : start;
}

function isLowSurrogate(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit >= 0xdc00 && unit <= 0xdfff;
}
