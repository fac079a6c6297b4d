import { cleanText, err, lengthOf, ok, type Refusal, type Result, refusal } from "../kernel/index.ts";
import { renderMarkdown } from "./render-markdown.ts";

/** As long as Stack Exchange allows a post to be, so that whatever is imported fits. */
const mostCharacters = 30_000;

/** Words as they are put away: Markdown, and what it is on a page. */
export interface Words {
  readonly body: string;
  readonly html: string;
}

/** What somebody typed as a message, ready to be put away; its HTML is made and sanitised once, here. */
export function prepareWords(typed: string): Result<Words> {
  const body = checkBody(typed);
  return body.ok ? ok({ body: body.value, html: renderMarkdown(body.value) }) : body;
}

/** What somebody typed as a message, made storable, or what is wrong with it; `field` names the form's field. */
export function checkBody(typed: string, field = "body"): Result<string> {
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
