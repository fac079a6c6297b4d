import { problemMissing } from "../../care/index.ts";
import type { HttpContext } from "../../http/index.ts";
import { RefusalError } from "../../kernel/index.ts";
import { idOf } from "../forms.ts";

/** The problem in the path; what is no id names none. */
export function problemId(c: HttpContext): number {
  const id = idOf(c.req.param("id"));
  if (id === null) throw new RefusalError(problemMissing);
  return id;
}
