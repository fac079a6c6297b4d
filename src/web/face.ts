import { type Actor, ensureMay, may, type TooManyRequests } from "../accounts/index.ts";
import { type Community, rememberCommunities } from "../community/index.ts";
import { type Face, type HttpContext, isCrossSite, isFormToken, pageMissing, type Route } from "../http/index.ts";
import { type Refusal, RefusalError, refusal } from "../kernel/index.ts";
import { goTo, showPage } from "./answer.ts";
import { inWordsOf } from "./messages/refusal-words.ts";
import { errorKind, errorPage } from "./pages/index.ts";
import { webRoutes } from "./routes/index.ts";
import type { WebServices } from "./services.ts";
import { localPath, pathsOf, site, withQuery } from "./url.ts";
import { findVisit, keepVisit, makeVisit, pathWithQuery, type Visit, visitOf, visitorFormKey } from "./visit.ts";

const communityMissing = refusal("missing", "community-missing", "There is no community here.", "Check the address.");
const forged = refusal(
  "forbidden",
  "form-expired",
  "This form was open for too long, or was sent from another site.",
  "Go back, load the page again and send it once more; what you typed is kept in your browser.",
);
const notSignedIn = refusal("unauthenticated", "sign-in-needed", "You are not signed in.", "Sign in, then try again.");
const notForm = refusal("invalid", "form-unreadable", "This was not sent as a form.", "Use the page's own form.");

/** The pages. */
export function createWebFace(services: WebServices): Face {
  const communityAt = rememberCommunities(services.store);
  return {
    prefix: "/",
    routes: webRoutes(services),
    async admit(c, route) {
      // Nobody types this sign, no name holds it, and PostgreSQL refuses to look for it.
      if (c.req.url.includes("%00")) throw new RefusalError(pageMissing);
      const community = route.path.startsWith("/c/:slug") ? await communityAt(c.req.param("slug") ?? "") : null;
      if (!community && route.path.startsWith("/c/:slug")) {
        keepVisit(c, makeVisit(c, services, { community: null, actor: null, person: null }));
        throw new RefusalError(communityMissing);
      }
      return enter(c, route, community);
    },
    async refuse(c, refused) {
      const visit = findVisit(c) ?? keepVisit(c, await strayVisit(c));
      return refuse(c, visit, refused);
    },
  };

  /** A visit that no route admitted: the page that says so still stands in the community of its address, and knows its reader. */
  async function strayVisit(c: HttpContext): Promise<Visit> {
    const nobody = { community: null, actor: null, person: null };
    try {
      const slug = /^\/c\/([^/]+)/.exec(c.req.path)?.[1];
      const community = slug === undefined ? null : await communityAt(slug);
      const actor = community && (await services.accounts.readActor(c.req.header("cookie"), community.id));
      return makeVisit(c, services, { ...nobody, community, actor });
    } catch {
      // The database may be what is amiss.
      return makeVisit(c, services, nobody);
    }
  }

  async function enter(c: HttpContext, route: Route, community: Community | null): Promise<Response | null> {
    const header = c.req.header("cookie");
    const actor = community ? await services.accounts.readActor(header, community.id) : null;
    const person = actor || !header ? null : await services.accounts.readPerson(header);
    const sendsForm = route.method !== "get" && !route.signed;
    const form = sendsForm ? await readForm(c) : new URLSearchParams();
    keepVisit(c, makeVisit(c, services, { community, actor, person, form }));
    if (sendsForm) checkForm(c);
    return mayEnter(c, route, actor);
  }

  /** Lets somebody in, sends them to sign in or to join, or refuses by throwing. */
  function mayEnter(c: HttpContext, route: Route, actor: Actor | null): Response | null {
    if (route.permission === "anyone") return null;
    const { person, community } = visitOf(c);
    const reads = route.method === "get";
    if (route.permission === "person") {
      if (actor || person) return null;
      if (reads) return toSignIn(c);
      throw new RefusalError(notSignedIn);
    }
    if (route.permission === "member" && actor) return null;
    // Whose thing it is, the verb behind the route asks; here it is the role that counts.
    const permission = route.permission === "member" ? "see members" : (route.permission as "see members");
    if (may(actor, permission)) return null;
    const permitted = ensureMay(actor, permission);
    if (actor || !reads) throw new RefusalError(permitted.ok ? notSignedIn : permitted.error);
    if (person && community) return goTo(c, services, pathsOf(community.slug).join);
    return toSignIn(c);
  }

  function toSignIn(c: HttpContext): Response {
    return goTo(c, services, withQuery(site.signIn, { to: pathWithQuery(c) }));
  }
}

const mostFields = 200;

async function readForm(c: HttpContext): Promise<URLSearchParams> {
  const type = c.req.header("content-type") ?? "";
  if (type !== "" && !type.startsWith("application/x-www-form-urlencoded")) throw new RefusalError(notForm);
  // PostgreSQL holds no such sign; browsers send none that was not pasted.
  const form = new URLSearchParams((await c.req.text()).replace(/%00|\0/g, ""));
  if (form.size > mostFields) throw new RefusalError(notForm);
  return form;
}

/** Whether a form was made here, for this session; the browser's own word is asked for too. */
function checkForm(c: HttpContext): void {
  const { actor, person, form } = visitOf(c);
  const from = { origin: c.req.header("origin"), secFetchSite: c.req.header("sec-fetch-site") };
  const key = actor?.sessionKey ?? person?.sessionKey ?? visitorFormKey(c);
  if (isCrossSite(from, c.req.header("host") ?? "") || !key || !isFormToken(key, form.get("csrf") ?? "")) {
    throw new RefusalError(forged);
  }
}

function refuse(c: HttpContext, visit: Visit, refused: Refusal): Response {
  const retryAfterSeconds = (refused as Partial<TooManyRequests>).retryAfterSeconds;
  const words = inWordsOf(visit.page.t.refusals, refused);
  const posted = c.req.method === "POST";
  const kind = refused.code === forged.code ? "expired" : errorKind(refused.status);
  const view = {
    kind,
    // Of an address that is nobody's the page's own words say more.
    ...(refused.code === "page-missing" ? {} : { message: words.message, next: words.next }),
    ...(retryAfterSeconds ? { retryAfterSeconds } : {}),
    ...(kind === "failed" ? { reference: c.get("requestId") } : {}),
    back: posted ? pageBefore(c) : null,
    posted,
  };
  const response = showPage(c, errorPage(view, visit.page), refused.status);
  if (retryAfterSeconds) response.headers.set("retry-after", String(retryAfterSeconds));
  return response;
}

/** The page of this site that a form was sent from, as the browser says. */
function pageBefore(c: HttpContext): string | null {
  const referer = c.req.header("referer");
  if (!referer || !URL.canParse(referer)) return null;
  const { host, pathname, search } = new URL(referer);
  return host === c.req.header("host") ? localPath(pathname + search) : null;
}
