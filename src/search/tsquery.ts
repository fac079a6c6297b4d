/** PostgreSQL's text search configuration for a language tag; `simple` takes words as they are. */
export function configurationFor(locale: string): string {
  const byLanguage: Record<string, string> = {
    ...{ da: "danish", de: "german", en: "english", es: "spanish", fi: "finnish", fr: "french", hu: "hungarian" },
    ...{ it: "italian", nl: "dutch", no: "norwegian", pt: "portuguese", ro: "romanian", ru: "russian", sv: "swedish" },
  };
  return byLanguage[locale.split("-")[0] ?? ""] ?? "simple";
}

/** Lexemes at most in one query: the longest, which mostly are the rarest. */
const mostLexemes = 8;

/** The longest lexemes of a text, each once. */
export function chooseLexemes(lexemes: readonly string[]): string[] {
  return [...new Set(lexemes)].sort((a, b) => b.length - a.length || (a < b ? -1 : 1)).slice(0, mostLexemes);
}

/** A tsquery for texts that hold all of the lexemes. */
export function allOf(lexemes: readonly string[]): string {
  return lexemes.map(quote).join(" & ");
}

/** A tsquery for texts that hold at least two of the lexemes (or the only one). */
export function twoOf(lexemes: readonly string[]): string {
  if (lexemes.length < 2) return allOf(lexemes);
  const pairs = lexemes.flatMap((first, index) =>
    lexemes.slice(index + 1).map((second) => `(${quote(first)} & ${quote(second)})`),
  );
  return pairs.join(" | ");
}

/** A lexeme as a tsquery's text holds it (PostgreSQL 18, section 8.11.2). */
function quote(lexeme: string): string {
  return `'${lexeme.replaceAll("\\", "\\\\").replaceAll("'", "''")}'`;
}
