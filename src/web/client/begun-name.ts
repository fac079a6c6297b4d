/** The beginning of a name that is being typed behind an @. */
export interface BegunName {
  /** Where the @ stands in the text. */
  readonly from: number;
  readonly name: string;
}

const longest = 60;
/** An @ that begins a word, not one within an e-mail address or a mention; names hold spaces, and begin with a letter. */
const begun = /(?:^|[\s("'„“‚‘«»*_—–-])@([\p{L}\p{M}][\p{L}\p{M}\p{N} .'’-]*)$/u;

/** The name that is being typed at this place of a text; null where none is. */
export function begunName(text: string, caret: number): BegunName | null {
  const before = text.slice(Math.max(0, caret - longest - 2), caret);
  const name = begun.exec(before)?.[1];
  return name === undefined ? null : { from: caret - name.length - 1, name };
}

/** A text in which the begun name has become a mention, and where writing goes on. */
export function withMention(
  text: string,
  { from, name }: BegunName,
  mention: string,
): { readonly text: string; readonly caret: number } {
  const rest = text.slice(from + 1 + name.length);
  const gap = /^[\s.,;:!?)]/.test(rest) ? "" : " ";
  const head = text.slice(0, from) + mention;
  return { text: head + gap + rest, caret: head.length + 1 };
}
