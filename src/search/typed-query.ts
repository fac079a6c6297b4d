import { type Piece, pieces } from "./parse-query.ts";

/** What a page chooses with lists besides the text: operators of the text that say the same become such a choice. */
export interface TypedQuery {
  /** Words, and the operators that no list can choose. */
  readonly text: string;
  /** A group's slug or name, as typed. */
  readonly group: string | null;
  readonly state: TypedState | null;
}

export type TypedState = "waiting" | "answered" | "solved";

/** The part of a query that narrows: each can be taken back alone. */
export interface TypedOperator {
  /** `tag`, `by` and so on; `without` for a word after a minus. */
  readonly kind: string;
  readonly value: string;
  readonly minus: boolean;
  /** As it was typed. */
  readonly raw: string;
}

const states: ReadonlySet<string> = new Set<TypedState>(["waiting", "answered", "solved"]);

/**
 * Takes `group:` and `is:` out of what was typed, so that lists on the page can show them: what was typed last is in the text, so it
 * wins over an older choice. Of several groups no list can choose, so they stay in the text.
 */
export function liftChoices(typed: string): TypedQuery {
  const all = [...pieces(typed)];
  const groups = all.filter((piece) => piece.operator === "group" && !piece.minus && piece.value !== "");
  const group = groups.length === 1 ? groups[0] : undefined;
  const lifted = all.filter((piece) => isState(piece) || piece === group);
  const state = lifted.findLast(isState)?.value.toLowerCase() as TypedState | undefined;
  return {
    // Whatever somebody typed stays as it was, spaces and all, where nothing of it is taken.
    text: lifted.length === 0 ? typed : joined(all.filter((piece) => !lifted.includes(piece))),
    group: group?.value ?? null,
    state: state ?? null,
  };
}

/** The operators in a text, in their order. */
export function operatorsIn(text: string): TypedOperator[] {
  return [...pieces(text)]
    .filter(narrows)
    .map(({ operator, value, minus, raw }) => ({ kind: operator === "" ? "without" : operator, value, minus, raw }));
}

/** The text without this operator. */
export function withoutOperator(text: string, raw: string): string {
  return joined([...pieces(text)].filter((piece) => !(narrows(piece) && piece.raw === raw)));
}

/** The text with one more operator; a value with spaces is quoted. */
export function withOperator(text: string, operator: string, value: string): string {
  const added = operatorText(operator, value);
  return [...pieces(text)].some(({ raw }) => raw === added) ? text : `${text} ${added}`.trim();
}

/** An operator as one types it. */
export function operatorText(operator: string, value: string): string {
  return `${operator}:${/\s/u.test(value) ? `"${value.replaceAll('"', "")}"` : value}`;
}

/** Other words with the same operators. */
export function withWords(text: string, words: string): string {
  return [words, ...[...pieces(text)].filter(narrows).map(({ raw }) => raw)].join(" ").trim();
}

function narrows({ operator, minus, value }: Piece): boolean {
  return value !== "" && (operator !== "" || minus);
}

function isState({ operator, minus, value }: Piece): boolean {
  return operator === "is" && !minus && states.has(value.toLowerCase());
}

function joined(list: readonly Piece[]): string {
  return list.map(({ raw }) => raw).join(" ");
}
