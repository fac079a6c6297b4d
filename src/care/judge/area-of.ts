import { tokenize } from "../../text/index.ts";

/** What an area is recognised by. */
export interface AreaWords {
  readonly slug: string;
  readonly name: string;
  readonly tags: readonly string[];
}

/**
 * The subject area that a message is about: the one whose name and tags it says most of. A tag of several words has to be there in
 * full. Null where it says none, or as much of two.
 */
export function areaOf(text: string, language: string | null, areas: readonly AreaWords[]): string | null {
  const said = new Set(stems(text, language));
  const scored = areas
    .map((area) => ({ slug: area.slug, score: scoreOf(area, language, said) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score);
  const [first, second] = scored;
  return first && first.score !== second?.score ? first.slug : null;
}

function scoreOf(area: AreaWords, language: string | null, said: ReadonlySet<string>): number {
  const phrases = new Set([area.name, ...area.tags].map((phrase) => stems(phrase, language).join(" ")));
  return [...phrases]
    .filter((phrase) => phrase !== "")
    .map((phrase) => phrase.split(" "))
    .filter((words) => words.every((word) => said.has(word)))
    .reduce((sum, words) => sum + words.length, 0);
}

function stems(text: string, language: string | null): string[] {
  return tokenize(text, language ?? "en")
    .filter(({ stop }) => !stop)
    .map(({ term }) => term);
}
