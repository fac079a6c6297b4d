import { cleanLine, err, lengthOf, ok, type Result, refusal } from "../../kernel/index.ts";

/** A name of something that is set for care: 1 to 80 characters. */
export function checkName(typed: string): Result<string> {
  const name = cleanLine(typed);
  const length = lengthOf(name);
  if (length >= 1 && length <= 80) return ok(name);
  const said = length === 0 ? "A name is needed." : `The name has ${length} characters; 80 are the most.`;
  return err(refusal("invalid", "name-length", said, "Choose a short name that people recognise.", { name: said }));
}

const taken = "Another one has this name already.";
export const nameTaken = refusal("conflict", "setting-name-taken", taken, "Choose another name, or change that one.", {
  name: taken,
});
