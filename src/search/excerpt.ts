import { type Snippet, snippetOf } from "./snippet.ts";
import type { Sought } from "./sought.ts";

/** Letters in which a snippet is looked for word by word. */
const regionLetters = 320;
/** Letters before the first word asked for that are kept, so that it does not stand there without its sentence. */
const lettersBefore = 80;
/** Places of words that are compared. */
const mostPlaces = 200;

/**
 * The snippet of a long text. Cutting all of it into words would cost more than finding the text did, so first the part is chosen in
 * which the beginnings of the words stand closest together; only that part is read word by word.
 */
export function excerptOf(text: string, sought: Sought): Snippet {
  const start = regionStart(text, sought);
  const region = text.slice(start, start + regionLetters);
  const snippet = snippetOf(region.toWellFormed(), sought);
  return {
    ...snippet,
    cutBefore: snippet.cutBefore || start > 0,
    cutAfter: snippet.cutAfter || start + regionLetters < text.length,
  };
}

function regionStart(text: string, sought: Sought): number {
  if (text.length <= regionLetters) return 0;
  const places = placesOf(text, sought);
  let best = 0;
  let most = 0;
  for (const [at, { place }] of places.entries()) {
    const inside = new Set<string>();
    for (let next = at; next < places.length; next++) {
      const other = places[next];
      if (!other || other.place > place + regionLetters - lettersBefore) break;
      inside.add(other.stem);
    }
    if (inside.size <= most) continue;
    most = inside.size;
    best = place;
  }
  if (best <= lettersBefore) return 0;
  const space = text.indexOf(" ", best - lettersBefore);
  return space >= 0 && space < best ? space + 1 : best;
}

/** Where the beginnings of the words stand, in order. */
function placesOf(text: string, { beginnings }: Sought): { place: number; stem: string }[] {
  const places: { place: number; stem: string }[] = [];
  if (!beginnings) return places;
  beginnings.lastIndex = 0;
  for (let match = beginnings.exec(text); match && places.length < mostPlaces; match = beginnings.exec(text)) {
    places.push({ place: match.index, stem: match[0].toLowerCase() });
  }
  return places;
}
