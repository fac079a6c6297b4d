/**
 * What people type or send, made storable without losing any of it: line ends become \n, and the two things that PostgreSQL and
 * UTF-8 cannot hold (NUL and halves of surrogate pairs) become the replacement character U+FFFD (Unicode 16, section 5.22).
 */
export function cleanText(typed: string): string {
  return typed.replace(/\r\n?/g, "\n").replaceAll("\u0000", "\uFFFD").toWellFormed();
}

/** The same for one line, such as a title or a name: white space runs, line ends included, become single spaces. */
export function cleanLine(typed: string): string {
  return cleanText(typed).replace(/\s+/gu, " ").trim();
}

/** Length as people count it: code points, not UTF-16 units. */
export function lengthOf(text: string): number {
  let length = 0;
  for (const _ of text) length += 1;
  return length;
}
