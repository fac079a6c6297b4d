import * as z from "zod";
import { err, ok, type Result, refusal } from "../../kernel/index.ts";

/** RFC 5321, section 4.5.3.1.3: a path has at most 256 octets, two of which are its angle brackets. */
const emailSchema = z.email().max(254);

/** An address in the one spelling that is stored: lower case, since no mail system in use tells cases apart. */
export function checkEmail(text: string): Result<string> {
  const parsed = emailSchema.safeParse(text.trim().toLowerCase());
  if (parsed.success) return ok(parsed.data);
  const sentence = "This is not an e-mail address.";
  return err(refusal("invalid", "email-invalid", sentence, "Write it like name@example.org.", { email: sentence }));
}
