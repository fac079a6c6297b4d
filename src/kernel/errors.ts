/**
 * An expected refusal: something a person asked for and cannot have, in words they can act on.
 * `code` is stable and documented; programs read it. `message` says what happened; `next` says what to do.
 */
export interface Refusal {
  readonly code: string;
  readonly message: string;
  readonly next: string;
  /** HTTP status that the faces answer with. */
  readonly status: number;
  /** What is wrong with single fields, by field name, where that is known. */
  readonly fields?: Readonly<Record<string, string>>;
}

const statusOfKind = {
  invalid: 422,
  unauthenticated: 401,
  forbidden: 403,
  missing: 404,
  gone: 410,
  conflict: 409,
  limited: 429,
  unavailable: 503,
} as const;

/** Makes a refusal; `kind` decides the HTTP status. */
export function refusal(
  kind: keyof typeof statusOfKind,
  code: string,
  message: string,
  next: string,
  fields?: Readonly<Record<string, string>>,
): Refusal {
  return { code, message, next, status: statusOfKind[kind], ...(fields ? { fields } : {}) };
}

/** Carries a refusal through code that cannot return a value, such as a rolled-back transaction or a middleware. */
export class RefusalError extends Error {
  readonly refusal: Refusal;
  constructor(refused: Refusal) {
    super(`${refused.code}: ${refused.message}`);
    this.name = "RefusalError";
    this.refusal = refused;
  }
}
