import { cleanText, err, lengthOf, ok, type Refusal, type Result, refusal } from "../kernel/index.ts";
import { writtenLanguage } from "../text/index.ts";
import { renderMarkdown } from "./render-markdown.ts";

/** As many characters as somebody may type. */
const mostTyped = 30_000;

/** As many as a post may have that was written elsewhere: the largest of Stack Exchange's sites allows 65,536, and marks may be escaped. */
export const mostImported = 100_000;

/** As many as a text may have after an edit: one that came in longer than anybody may type stays as long, so that it can be mended. */
export function mostForEdit(body: string): number {
  return Math.max(mostTyped, lengthOf(body));
}

/** Words as they are put away: Markdown, what it is on a page, and the language that it is in. */
export interface Words {
  readonly body: string;
  readonly html: string;
  /** ISO 639-1; null where the words do not tell. */
  readonly language: string | null;
}

/** What somebody typed as a message, ready to be put away; its HTML is made and sanitised once, here. */
export async function prepareWords(typed: string, mostCharacters = mostTyped): Promise<Result<Words>> {
  const body = checkBody(typed, { mostCharacters });
  if (!body.ok) return body;
  return ok({ body: body.value, html: renderMarkdown(body.value), language: await writtenLanguage(body.value) });
}

/** What somebody typed as a message, made storable, or what is wrong with it; `field` names the form's field. */
export function checkBody(
  typed: string,
  { field = "body", mostCharacters = mostTyped }: { readonly field?: string; readonly mostCharacters?: number } = {},
): Result<string> {
  const body = cleanText(typed).trimEnd();
  if (body.trim() === "")
    return err(wrong("body-empty", "There is no text yet.", "Write what you want to say.", field));
  const length = lengthOf(body);
  if (length <= mostCharacters) return ok(body);
  const tooMany = `The text has ${length} characters; ${mostCharacters} are the most.`;
  return err(wrong("body-too-long", tooMany, "Shorten it, or split it into two messages.", field));
}

function wrong(code: string, message: string, next: string, field: string): Refusal {
  return refusal("invalid", code, message, next, { [field]: message });
}
