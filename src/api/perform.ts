import { hash } from "node:crypto";
import { type Actor, withinPostingAllowance } from "../accounts/index.ts";
import type { Community } from "../community/index.ts";
import { type HttpContext, respond } from "../http/index.ts";
import { ok, RefusalError, type Result, refusal, unwrap } from "../kernel/index.ts";
import { actOnce, type Outcome, type Transaction } from "../store/index.ts";
import { ensureAllowed, findCaller, refuseVisitor } from "./caller.ts";
import { addressUnknown, parseInput, queryOf, readBody } from "./input.ts";
import type { Call, Operation, Reply } from "./operation.ts";
import type { ApiServices } from "./services.ts";

const communityMissing = refusal(
  "missing",
  "community-missing",
  "There is no community at this address.",
  "GET /api/v1/communities lists them.",
);

/** Answers a request by an operation. Refusals are thrown; the front door has the face turn them into problems. */
export async function perform(
  operation: Operation,
  services: ApiServices,
  communityAt: (slug: string) => Promise<Community | null>,
  c: HttpContext,
): Promise<Response> {
  const community = await communityAt(c.req.param("slug") ?? "");
  if (!community) throw new RefusalError(communityMissing);
  const actor = await findCaller(c, services, community.id);
  await ensureAllowed(c, services, actor, operation.permission);
  const params = paramsOf(operation, c);
  const query = operation.query ? parseInput(operation.query, queryOf(c)) : undefined;
  const sent = operation.body ? await readBody(c, operation.bodyOptional === true) : null;
  const body = operation.body && sent ? parseInput(operation.body, sent.json) : undefined;
  const call: Call<unknown, unknown, unknown> = { services, c, community, params, query, body };

  if ("read" in operation) return answerRead(c, unwrap(await operation.read({ ...call, actor })));
  if (!actor) return refuseVisitor(c, services);
  if ("readAsMember" in operation) return answerRead(c, unwrap(await operation.readAsMember({ ...call, actor })));
  const change = (tx: Transaction) => operation.change(tx, { ...call, actor });
  const once = operation.creates ? onceOf(c, actor, sent?.text ?? "") : null;
  const outcome = await services.store.transact(async (tx): Promise<Result<Outcome & { again?: boolean }>> => {
    const act = async (): Promise<Result<Outcome>> => {
      const reply = await change(tx);
      return reply.ok ? ok(outcomeOf(reply.value)) : reply;
    };
    const run = () => (once ? actOnce(tx, once, act) : act());
    return operation.posts ? withinPostingAllowance(tx, actor, run) : run();
  });
  return answerChange(unwrap(outcome));
}

function paramsOf(operation: Operation, c: HttpContext): unknown {
  if (!operation.params) return undefined;
  const parsed = operation.params.safeParse(c.req.param());
  if (!parsed.success) throw new RefusalError(addressUnknown);
  return parsed.data;
}

const longestKey = 255;

/** The request's own name for itself, where it has an Idempotency-Key (draft-ietf-httpapi-idempotency-key-header-07). */
function onceOf(c: HttpContext, actor: Actor, text: string) {
  const key = c.req.header("idempotency-key");
  if (key === undefined) return null;
  if (key.trim() === "" || key.length > longestKey) {
    throw new RefusalError(
      refusal(
        "invalid",
        "idempotency-key-invalid",
        `An Idempotency-Key has 1 to ${longestKey} characters.`,
        "Send something that is unique to this request, such as a UUID.",
      ),
    );
  }
  const { communityId, memberId } = actor;
  return {
    communityId,
    memberId,
    key,
    fingerprint: hash("sha256", `${c.req.method} ${c.req.path}\n${text}`, "base64url"),
  };
}

const reading = { "cache-control": "private, no-cache", vary: "authorization, cookie" };

function answerRead(c: HttpContext, reply: Reply): Response {
  const text = JSON.stringify(reply.body);
  const encodings = c.req.header("accept-encoding");
  if (!reply.tagged) return respond(encodings, text, { type: "application/json", headers: { ...reading } });
  // A hash of the whole rather than a date: a name, a role or a count may change without any activity in the question.
  const tag = `W/"${hash("sha1", text, "base64url")}"`;
  const known = c.req.header("if-none-match");
  if (known && (known.trim() === "*" || known.includes(tag.slice(2)))) {
    return new Response(null, { status: 304, headers: { ...reading, etag: tag } });
  }
  return respond(encodings, text, { type: "application/json", headers: { ...reading, etag: tag } });
}

function outcomeOf(reply: Reply): Outcome {
  return {
    status: reply.status,
    location: reply.location ?? null,
    body: reply.body === undefined ? "" : JSON.stringify(reply.body),
  };
}

function answerChange(outcome: Outcome & { readonly again?: boolean }): Response {
  const headers: Record<string, string> = { "cache-control": "no-store" };
  if (outcome.location) headers.location = outcome.location;
  if (outcome.again) headers["idempotent-replayed"] = "true";
  if (outcome.body === "") return new Response(null, { status: outcome.status, headers });
  headers["content-type"] = "application/json";
  return new Response(outcome.body, { status: outcome.status, headers });
}
