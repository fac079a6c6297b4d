/** A word as a tsquery's text holds it (PostgreSQL 18, section 8.11.2). */
export function wordQuery(word: string): string {
  return `'${word.replaceAll("\\", "\\\\").replaceAll("'", "''")}'`;
}

/** Texts that hold any of the words, or all of them, and none of `without`; each list of words has at least one. */
export function textQuery(
  words: readonly string[],
  how: "any" | "all",
  must: readonly string[] = [],
  without: readonly string[] = [],
): string {
  const parts = words.length > 0 ? [`(${words.map(wordQuery).join(how === "any" ? " | " : " & ")})`] : [];
  return [...parts, ...must.map(wordQuery), ...without.map((word) => `!${wordQuery(word)}`)].join(" & ");
}
