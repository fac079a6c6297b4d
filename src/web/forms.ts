import type { HttpContext } from "../http/index.ts";
import type { Refusal } from "../kernel/index.ts";
import { inWordsOf } from "./messages/refusal-words.ts";
import type { FormState } from "./view-models.ts";
import { visitOf } from "./visit.ts";

/** A field of a form, "" where it was not sent. */
export function field(form: URLSearchParams, name: string): string {
  return form.get(name) ?? "";
}

/** A form that was refused, with what was typed, in the words of the page's language. */
export function refusedForm<Fields extends object>(c: HttpContext, values: Fields, told: Refusal): FormState<Fields> {
  const refused = inWordsOf(visitOf(c).page.t.refusals, told);
  const errors = Object.fromEntries(Object.entries(refused.fields ?? {}).filter(([name]) => name in values));
  const problem = Object.keys(errors).length > 0 ? undefined : `${refused.message} ${refused.next}`;
  return { values, errors: errors as FormState<Fields>["errors"], problem };
}

/** Tags as typed in one field: commas between them; without any comma, spaces. */
export function splitTags(typed: string): string[] {
  return typed.split(typed.includes(",") ? "," : /\s+/).filter((tag) => tag.trim() !== "");
}

/** The id in a path, or null where it is none. */
export function idOf(text: string | undefined): number | null {
  return text !== undefined && /^[1-9]\d{0,14}$/.test(text) ? Number(text) : null;
}
