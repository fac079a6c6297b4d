import type * as z from "zod";
import type { HttpContext } from "../http/index.ts";
import { RefusalError, refusal } from "../kernel/index.ts";

const broken = refusal(
  "invalid",
  "json-broken",
  "The body is not JSON that can be read.",
  "Send an object such as {}; strings stand in double quotes, and nothing follows the last entry.",
);
const typeUnknown = refusal(
  "invalid",
  "content-type-unknown",
  "The body is not sent as JSON.",
  "Send it with Content-Type: application/json.",
);
export const addressUnknown = refusal(
  "missing",
  "address-unknown",
  "There is nothing at this address.",
  "Compare it with /api/openapi.json, which lists every address.",
);

/** A problem names this many fields at most: a body may have thousands of wrong ones. */
const mostFields = 20;
const longestFieldName = 100;

/** The body as text and as JSON; `null` where it is empty and may be. */
export async function readBody(c: HttpContext, optional: boolean): Promise<{ text: string; json: unknown }> {
  const text = await c.req.text();
  if (text === "" && optional) return { text, json: {} };
  if (!/^application\/([\w.+-]+\+)?json\s*(;|$)/i.test(c.req.header("content-type") ?? "")) {
    throw new RefusalError({ ...typeUnknown, status: 415 });
  }
  try {
    return { text, json: JSON.parse(text) };
  } catch {
    throw new RefusalError({ ...broken, status: 400 });
  }
}

/** What a schema makes of something that was sent, or an `input-invalid` refusal with a sentence for each field. */
export function parseInput<S extends z.ZodType>(schema: S, given: unknown): z.output<S> {
  const parsed = schema.safeParse(given, { error: sentenceFor });
  if (parsed.success) return parsed.data;
  const fields: Record<string, string> = {};
  for (const [name, sentence] of parsed.error.issues.flatMap(fieldsOf)) {
    if (Object.keys(fields).length >= mostFields) break;
    fields[name.slice(0, longestFieldName)] ??= sentence;
  }
  const names = Object.keys(fields);
  const [first = ""] = names;
  const detail =
    first === ""
      ? `The body cannot be used. ${fields[first] ?? ""}`
      : names.length === 1
        ? `The field ${first} cannot be used. ${fields[first]}`
        : `${names.length} fields cannot be used: ${names.join(", ")}.`;
  throw new RefusalError(
    refusal(
      "invalid",
      "input-invalid",
      detail,
      "Correct the fields named here; /api/openapi.json describes all of them.",
      first === "" ? undefined : fields,
    ),
  );
}

/** The query's parameters; empty ones count as left out. */
export function queryOf(c: HttpContext): Record<string, string> {
  return Object.fromEntries(Object.entries(c.req.query()).filter(([, value]) => value !== ""));
}

type Issue = z.core.$ZodIssue;

function fieldsOf(issue: Issue): [string, string][] {
  if (issue.code === "unrecognized_keys") {
    return issue.keys
      .slice(0, mostFields)
      .map((key) => [[...issue.path, key].join("."), "There is no such field here."]);
  }
  return [[issue.path.join("."), issue.message]];
}

const nounOf: Record<string, string> = {
  string: "text in double quotes",
  number: "a number",
  boolean: "true or false",
  array: "a list",
  object: "an object in braces",
  record: "an object in braces",
};

/** Sentences in place of zod's own; a schema that has one of its own keeps it. */
function sentenceFor(issue: z.core.$ZodRawIssue): string {
  if (issue.code === "invalid_type") {
    return issue.input === undefined ? "This is needed." : `This must be ${nounOf[issue.expected] ?? issue.expected}.`;
  }
  if (issue.code === "invalid_value") return `Choose one of these: ${issue.values.map(String).join(", ")}.`;
  if (issue.code === "too_big") return `At most ${issue.maximum}.`;
  if (issue.code === "too_small") return `At least ${issue.minimum}.`;
  return "This is not in the form that is expected.";
}
