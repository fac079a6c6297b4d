import pg from "pg";

const timestamptz = 1184;
const parseAny: (text: string) => unknown = pg.types.getTypeParser(timestamptz);

/**
 * A timestamptz as PostgreSQL writes it in UTC (`2026-03-01 12:00:00.123456+00`), read by its places: pages hold a hundred of them.
 * Every other form, such as another zone's, goes the long way.
 */
export function parseMoment(text: string): unknown {
  const { length } = text;
  if (
    length < 22 ||
    length > 29 ||
    !text.endsWith("+00") ||
    text.charCodeAt(4) !== dash ||
    text.charCodeAt(0) === zero
  ) {
    return parseAny(text);
  }
  const fraction = length === 22 ? 0 : Number(text.slice(19, -3));
  return new Date(
    Date.UTC(
      number(text, 0) * 100 + number(text, 2),
      number(text, 5) - 1,
      number(text, 8),
      number(text, 11),
      number(text, 14),
      number(text, 17),
      Math.floor(fraction * 1000 + 1e-6),
    ),
  );
}

const dash = 45;
const zero = 48;

/** The two digits at this place. */
function number(text: string, at: number): number {
  return (text.charCodeAt(at) - zero) * 10 + text.charCodeAt(at + 1) - zero;
}
