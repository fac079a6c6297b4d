import { hash } from "node:crypto";
import type { HttpContext } from "../http/index.ts";
import { ok, type Result } from "../kernel/index.ts";
import { actOnce, type Transaction } from "../store/index.ts";
import { field } from "./forms.ts";
import { memberVisit } from "./visit.ts";

/**
 * Does what a form asks for, once: the same form of the same page, sent again within a day with the same words (its answer was lost, or
 * somebody pressed again), does no more and gives what came of it. A form says by `once` which page it stood on.
 */
export async function doOnce<T>(c: HttpContext, tx: Transaction, work: () => Promise<Result<T>>): Promise<Result<T>> {
  const { actor, form } = memberVisit(c);
  if (field(form, "once") === "") return work();
  const { communityId, memberId } = actor;
  const key = `form ${hash("sha256", `${c.req.path}\n${form}`, "base64url")}`;
  const request = { communityId, memberId, key, fingerprint: key };
  const done = await actOnce(tx, request, async () => {
    const one = await work();
    return one.ok ? ok({ status: 200, location: null, body: JSON.stringify(one.value ?? null) }) : one;
  });
  return done.ok ? ok(JSON.parse(done.value.body) as T) : done;
}
