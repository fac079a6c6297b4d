/** What a person typed, taken apart. Unknown operators stay words: nobody loses text. */
export interface ParsedQuery {
  /** The words without operators; quoted words stay among them. */
  readonly words: string;
  /** Phrases that must occur as they stand. */
  readonly phrases: readonly string[];
  /** Words and phrases that must not occur. */
  readonly without: readonly string[];
  readonly tags: readonly string[];
  readonly withoutTags: readonly string[];
  readonly groups: readonly string[];
  readonly by: readonly string[];
  /** Languages by code, as typed. */
  readonly languages: readonly string[];
  /** `is:solved` and `is:open`. */
  readonly solved?: boolean;
  /** `is:answered` and `is:waiting`. */
  readonly answered?: boolean;
  /** Days since 1970-01-01, both inclusive: `after:2026-01-31` begins with that day, `before:` ends with the day before. */
  readonly fromDay?: number;
  readonly toDay?: number;
}

const MOST_CHARACTERS = 10_000;
/** Operators of each kind that are obeyed; the rest are words. */
const MOST_OPERATORS = 20;
const quotes: Readonly<Record<string, string>> = { '"': '"', "“": "”", "„": "“", "«": "»", "「": "」" };

/** One word, quoted phrase or operator of what was typed. */
export interface Piece {
  readonly minus: boolean;
  readonly operator: string;
  readonly value: string;
  readonly quoted: boolean;
  /** As it was typed. */
  readonly raw: string;
}

const DAY_MS = 86_400_000;
const states: Readonly<Record<string, Pick<ParsedQuery, "solved" | "answered">>> = {
  solved: { solved: true },
  open: { solved: false },
  answered: { answered: true },
  waiting: { answered: false },
};

/**
 * Reads `tag:`, `group:`, `by:`, `lang:`, `is:solved|open|answered|waiting`, `after:`, `before:`, quotes and minus in one pass. Names
 * of groups and people are the caller's to resolve.
 */
export function parseQuery(typed: string): ParsedQuery {
  const words: string[] = [];
  const found = { phrases: [], without: [], tags: [], withoutTags: [], groups: [], by: [], languages: [] } as Record<
    string,
    string[]
  >;
  let facts: Pick<ParsedQuery, "solved" | "answered" | "fromDay" | "toDay"> = {};
  const add = (kind: string, value: string): boolean => {
    const list = found[kind] as string[];
    if (value === "" || list.length >= MOST_OPERATORS) return false;
    if (!list.includes(value)) list.push(value);
    return true;
  };
  for (const piece of pieces(typed.slice(0, MOST_CHARACTERS))) {
    const { operator, value, minus, quoted, raw } = piece;
    const fact = minus ? undefined : factOf(operator, value.toLowerCase());
    if (fact) facts = { ...facts, ...fact };
    else if (operator === "tag" && add(minus ? "withoutTags" : "tags", value.toLowerCase())) continue;
    else if (operator === "group" && !minus && add("groups", value.toLowerCase())) continue;
    else if (operator === "by" && !minus && add("by", value)) continue;
    else if (operator === "lang" && !minus && isLanguage(value) && add("languages", value.toLowerCase())) continue;
    else if (operator === "" && minus && add("without", value)) continue;
    else if (operator === "" && quoted) {
      add("phrases", value);
      words.push(value);
    } else words.push(operator === "" ? value : raw);
  }
  return {
    words: words.join(" "),
    phrases: found.phrases as string[],
    without: found.without as string[],
    tags: found.tags as string[],
    withoutTags: found.withoutTags as string[],
    groups: found.groups as string[],
    by: found.by as string[],
    languages: found.languages as string[],
    ...facts,
  };
}

/** What `is:`, `after:` and `before:` say, or undefined where they say nothing known. */
function factOf(operator: string, value: string): Partial<ParsedQuery> | undefined {
  if (operator === "is") return Object.hasOwn(states, value) ? states[value] : undefined;
  if (operator !== "after" && operator !== "before") return undefined;
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) return undefined;
  const time = Date.parse(`${value}T00:00:00Z`);
  if (Number.isNaN(time)) return undefined;
  const day = Math.floor(time / DAY_MS);
  return operator === "after" ? { fromDay: day } : { toDay: day - 1 };
}

function isLanguage(value: string): boolean {
  return /^[a-z]{2}$/i.test(value);
}

const operators = new Set(["tag", "group", "by", "is", "lang", "after", "before"]);

/** Takes apart what was typed. */
export function* pieces(text: string): Generator<Piece> {
  let at = 0;
  while (at < text.length) {
    if (isSpace(text.charAt(at))) {
      at++;
      continue;
    }
    const start = at;
    const minus = text.charAt(at) === "-" && at + 1 < text.length && !isSpace(text.charAt(at + 1));
    if (minus) at++;
    let operator = "";
    const colon = text.indexOf(":", at);
    if (colon > at && colon - at <= 6 && operators.has(text.slice(at, colon).toLowerCase())) {
      operator = text.slice(at, colon).toLowerCase();
      at = colon + 1;
    }
    const close = quotes[text.charAt(at)];
    const end = close === undefined ? -1 : text.indexOf(close, at + 1);
    let value: string;
    const quoted = end > at;
    if (quoted) {
      value = text.slice(at + 1, end).trim();
      at = end + 1;
    } else {
      const from = at;
      while (at < text.length && !isSpace(text.charAt(at))) at++;
      value = text.slice(from, at);
    }
    yield { minus, operator, value, quoted, raw: text.slice(start, at) };
  }
}

function isSpace(character: string): boolean {
  return character.trim() === "";
}
