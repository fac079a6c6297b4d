import { type Refusal, RefusalError } from "./errors.ts";

/** What a verb answers: a value, or a refusal that a person understands. Bugs throw instead. */
export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: Refusal };

/** The value, as a result. */
export function ok<T>(value: T): Result<T> {
  return { ok: true, value };
}

/** The refusal, as a result. */
export function err(error: Refusal): { readonly ok: false; readonly error: Refusal } {
  return { ok: false, error };
}

/** The value, or the refusal thrown: for callers that have nothing better to say than the refusal itself. */
export function unwrap<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw new RefusalError(result.error);
}
