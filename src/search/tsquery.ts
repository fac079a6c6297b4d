/** A word as a tsquery's text holds it (PostgreSQL 18, section 8.11.2). */
export function wordQuery(word: string): string {
  return `'${word.replaceAll("\\", "\\\\").replaceAll("'", "''")}'`;
}

/** What a text must hold, as one language reads it. */
export interface WordsWanted {
  readonly words: readonly string[];
  /** Whether one of `words` is enough; none at all are asked for where the list is empty. */
  readonly how: "any" | "all";
  readonly must?: readonly string[];
  readonly without?: readonly string[];
}

/** Texts that hold any of the words, or all of them, and none of `without`. Empty where nothing is asked for. */
export function textQuery({ words, how, must = [], without = [] }: WordsWanted): string {
  const parts = words.length > 0 ? [`(${words.map(wordQuery).join(how === "any" ? " | " : " & ")})`] : [];
  return [...parts, ...must.map(wordQuery), ...without.map((word) => `!${wordQuery(word)}`)].join(" & ");
}

/** Texts that any of these queries finds. */
export function anyQuery(queries: readonly string[]): string {
  const different = [...new Set(queries)];
  return different.length === 1 ? (different[0] ?? "") : different.map((query) => `(${query})`).join(" | ");
}
