import { type Snippet, snippetOf } from "./snippet.ts";

/** Letters in which a snippet is looked for word by word. */
const regionLetters = 500;
/** Letters before the first word asked for that are kept, so that it does not stand there without its sentence. */
const lettersBefore = 80;
/** Places of words that are compared. */
const mostPlaces = 200;
/** What an indexed form has in common with the words that it stands for, at the least: inflection happens at the end. */
const leastStem = 3;
const lettersInflected = 2;

/**
 * The snippet of a long text. Cutting all of it into words would cost more than finding the text did, so first the part is chosen in
 * which the beginnings of the words stand closest together; only that part is read word by word.
 */
export function excerptOf(text: string, terms: ReadonlySet<string>, language: string): Snippet {
  const start = regionStart(text, terms);
  const region = text.slice(start, start + regionLetters);
  const snippet = snippetOf(region.toWellFormed(), terms, language);
  return {
    ...snippet,
    cutBefore: snippet.cutBefore || start > 0,
    cutAfter: snippet.cutAfter || start + regionLetters < text.length,
  };
}

function regionStart(text: string, terms: ReadonlySet<string>): number {
  if (text.length <= regionLetters) return 0;
  const places = placesOf(text.toLowerCase(), terms);
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

/** Where the beginnings of the terms stand, in order. */
function placesOf(text: string, terms: ReadonlySet<string>): { place: number; stem: string }[] {
  const places: { place: number; stem: string }[] = [];
  for (const term of terms) {
    const stem = term.slice(0, Math.max(leastStem, term.length - lettersInflected));
    for (let place = text.indexOf(stem); place >= 0; place = text.indexOf(stem, place + stem.length)) {
      if (places.length >= mostPlaces) break;
      places.push({ place, stem });
    }
  }
  return places.sort((a, b) => a.place - b.place);
}
