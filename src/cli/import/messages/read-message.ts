import * as z from "zod";
import type { ChannelMessage } from "../../../care/index.ts";

const id = z.union([z.string(), z.int().transform(String)]);

/** A line of the file, by the names of the API or by those that archives of support threads use. */
const lineSchema = z.object({
  id,
  from: id.optional(),
  author: id.optional(),
  name: z.string().optional(),
  staff: z.boolean().optional(),
  fromCustomer: z.boolean().optional(),
  at: z.string().optional(),
  text: z.string().nullable().optional(),
  inReplyTo: id.nullable().optional(),
});

/** A message as it stands in a line, or what is wrong with that. */
export function readMessage(
  line: string,
  channel: string,
): { readonly message: ChannelMessage } | { readonly problem: string } {
  const json = parse(line);
  if (json === undefined) return { problem: "This is no JSON." };
  const read = lineSchema.safeParse(json);
  if (!read.success) {
    const [issue] = read.error.issues;
    return { problem: `${issue?.path.join(".") || "The line"}: ${issue?.message ?? "unreadable"}` };
  }
  const { author, from = author, fromCustomer, staff, at, text, inReplyTo, name } = read.data;
  if (from === undefined) return { problem: "It does not say whom it is from." };
  const written = at === undefined ? undefined : new Date(at);
  if (written && Number.isNaN(written.getTime())) return { problem: `at: ${at} is no time.` };
  const speaksForBrand = staff ?? (fromCustomer === undefined ? false : !fromCustomer);
  const more = { staff: speaksForBrand, text: text ?? "", inReplyTo: inReplyTo ?? null, name, at: written };
  return { message: { channel, id: read.data.id, from, ...more } };
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
