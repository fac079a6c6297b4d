import type { HttpContext } from "../http/index.ts";
import type { Refusal } from "../kernel/index.ts";

/** A refusal that also says something in the answer's headers. */
export interface RefusalWithHeaders extends Refusal {
  readonly headers?: Readonly<Record<string, string>>;
  readonly retryAfterSeconds?: number;
}

/** How soon it makes sense to ask again where the database is away: it is started again within seconds. */
const unavailableRetrySeconds = 2;

/** The one place where a refusal becomes an answer: problem details for HTTP (RFC 9457). */
export function answerProblem(c: HttpContext, refused: RefusalWithHeaders): Response {
  const { code, message, next, status, fields } = refused;
  const requestId = c.get("requestId");
  const problem = {
    type: `urn:kith:problem:${code}`,
    title: titleOf(code),
    status,
    detail: message,
    code,
    next,
    ...(fields ? { fields } : {}),
    ...(requestId ? { requestId } : {}),
  };
  return new Response(JSON.stringify(problem), {
    status,
    headers: { "content-type": "application/problem+json", "cache-control": "no-store", ...headersOf(refused) },
  });
}

function headersOf(refused: RefusalWithHeaders): Record<string, string> {
  const headers: Record<string, string> = { ...refused.headers };
  const wait = refused.retryAfterSeconds ?? (refused.status === 503 ? unavailableRetrySeconds : undefined);
  if (wait !== undefined) headers["retry-after"] = String(wait);
  if (refused.status === 401) {
    headers["www-authenticate"] =
      `Bearer realm="kith"${refused.code === "token-invalid" ? ', error="invalid_token"' : ""}`;
  }
  return headers;
}

/** A problem's short name, the same at each occurrence (RFC 9457, section 3.1.3): `title-length` is "Title length". */
function titleOf(code: string): string {
  const words = code.replaceAll("-", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}
