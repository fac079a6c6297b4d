import { type HttpContext, respond } from "../http/index.ts";
import { writeNotice } from "./cookies.ts";
import type { Notice } from "./page-context.ts";
import type { Html } from "./raw.tsx";
import type { WebServices } from "./services.ts";
import { visitOf } from "./visit.ts";

/** Answers with a page; pages hold what only this reader may see, so nobody in between keeps them. */
export function showPage(c: HttpContext, page: Html, status = 200): Response {
  const body = page.toString();
  const response = respond(c.req.header("accept-encoding"), body, {
    status,
    type: "text/html; charset=utf-8",
    headers: { "cache-control": "private, no-cache", vary: "cookie" },
  });
  for (const cookie of visitOf(c).cookies) response.headers.append("set-cookie", cookie);
  return response;
}

/** After a form did its work: the browser is sent on to a page that shows it, which says what was done. */
export function goTo(
  c: HttpContext,
  services: WebServices,
  path: string,
  notice?: Notice,
  cookies: readonly string[] = [],
): Response {
  const response = isElsewhere(c, path)
    ? new Response(null, { headers: { "hx-redirect": path } })
    : new Response(null, { status: 303, headers: { location: path } });
  const secure = services.publicUrl().startsWith("https:");
  const all = [...visitOf(c).cookies, ...cookies, ...(notice ? [writeNotice(notice, secure)] : [])];
  for (const cookie of all) response.headers.append("set-cookie", cookie);
  return response;
}

/**
 * Whether a form that the browser's script has sent leads away from the page it stood on, or to another page of a list on it. The script
 * would follow a 303 by itself and use up the notice for a page that nobody sees; `HX-Redirect` makes the browser go there.
 */
function isElsewhere(c: HttpContext, path: string): boolean {
  const from = c.req.header("hx-request") ? c.req.header("hx-current-url") : undefined;
  if (from === undefined || !URL.canParse(from)) return false;
  const [here, there] = [new URL(from), new URL(path, from)];
  const pageOf = ({ searchParams }: URL) => searchParams.get("page");
  return here.pathname !== there.pathname || pageOf(here) !== pageOf(there);
}
