import { type Actor, may, type SignedInPerson } from "../accounts/index.ts";
import type { Community } from "../community/index.ts";
import { type HttpContext, makeFormToken } from "../http/index.ts";
import {
  formCookie,
  newFormKey,
  noticeCookie,
  preferencesCookie,
  readCookie,
  readNotice,
  writeCookie,
} from "./cookies.ts";
import { isLocale, messagesByLocale, pickLocale } from "./messages/index.ts";
import type { NoticeCode, PageContext, PagePermission, Theme } from "./page-context.ts";
import type { WebServices } from "./services.ts";
import { pathsOf } from "./url.ts";

/** One request to a page, with whoever makes it: made by `admit` before a handler runs. */
export interface Visit {
  readonly community: Community | null;
  readonly actor: Actor | null;
  /** Somebody who is signed in, whether or not they are a member of the community at hand. */
  readonly person: SignedInPerson | null;
  /** What a form was sent with; empty for a GET. */
  readonly form: URLSearchParams;
  /** Headers `Set-Cookie` that the answer carries. */
  readonly cookies: string[];
  readonly page: PageContext;
}

/** A visit to a page of a community. */
export interface CommunityVisit extends Visit {
  readonly community: Community;
}

/** A member's visit to a page of their community. */
export interface MemberVisit extends CommunityVisit {
  readonly actor: Actor;
}

/** Marks what the browser's script fetches behind a page: what was just done is not told there, but on the page that comes next. */
const behindHeader = "kith-behind";

export function keepVisit(c: HttpContext, visit: Visit): Visit {
  c.set("visit", visit);
  return visit;
}

export function findVisit(c: HttpContext): Visit | undefined {
  return c.get("visit") as Visit | undefined;
}

export function visitOf(c: HttpContext): Visit {
  const visit = findVisit(c);
  if (!visit) throw new Error("this handler runs behind admit");
  return visit;
}

/** For routes below `/c/:slug`. */
export function communityVisit(c: HttpContext): CommunityVisit {
  const visit = visitOf(c);
  if (!visit.community) throw new Error("this route has no community in its path");
  return visit as CommunityVisit;
}

/** For routes whose permission no visitor has. */
export function memberVisit(c: HttpContext): MemberVisit {
  const visit = communityVisit(c);
  if (!visit.actor) throw new Error("this route lets visitors in");
  return visit as MemberVisit;
}

/** What protects the forms of somebody who is not signed in; made when a page first shows such a form. */
export function visitorFormKey(c: HttpContext): string | null {
  return readCookie(c.req.header("cookie"), formCookie);
}

export interface VisitParts {
  readonly community: Community | null;
  readonly actor: Actor | null;
  readonly person: SignedInPerson | null;
  readonly form?: URLSearchParams;
}

/** Makes the visit, and the page context that every page gets. */
export function makeVisit(c: HttpContext, services: WebServices, parts: VisitParts): Visit {
  const header = c.req.header("cookie");
  const { community, actor, person } = parts;
  const secure = services.publicUrl().startsWith("https:");
  const cookies: string[] = [];
  const [cookieTheme, cookieLocale] = (readCookie(header, preferencesCookie) ?? "").split(" ");
  const chosenLocale = actor?.locale ?? (cookieLocale || null);
  const fallback = isLocale(community?.locale) ? community.locale : "en";
  const locale = pickLocale(chosenLocale, c.req.header("accept-language"), fallback);
  const t = messagesByLocale[locale];
  const isCode = (code: string): code is NoticeCode => Object.hasOwn(t.notices, code);
  const notice = c.req.header(behindHeader) ? null : readNotice(header, isCode);
  if (notice) cookies.push(writeCookie(noticeCookie, "", { maxAge: 0, secure }));
  const sessionKey = actor?.sessionKey ?? person?.sessionKey ?? null;
  let token: string | undefined;

  function formToken(): string {
    if (sessionKey) return makeFormToken(sessionKey);
    let key = visitorFormKey(c);
    if (!key) {
      key = newFormKey();
      cookies.push(writeCookie(formCookie, key, { maxAge: 24 * 60 * 60, secure }));
    }
    return makeFormToken(key);
  }

  const page: PageContext = {
    t,
    locale,
    now: services.store.clock.now(),
    reader: readerOf(actor, person),
    community: community && {
      slug: community.slug,
      name: community.name,
      description: community.description,
      colours: community.colourAccent || community.colourPaper ? pathsOf(community.slug).colours : null,
    },
    // Only pages with a form need one, and a visitor gets a cookie with it.
    csrfToken() {
      token ??= formToken();
      return token;
    },
    path: pathWithQuery(c),
    origin: services.publicUrl(),
    theme: themeOf(actor?.theme ?? cookieTheme),
    assets: { styles: services.assets.addressOf("styles.css"), client: services.assets.addressOf("client.js") },
    may: (permission) => pagePermission(actor, permission),
    notice,
  };
  return { community, actor, person, form: parts.form ?? new URLSearchParams(), cookies, page };
}

function readerOf(actor: Actor | null, person: SignedInPerson | null): PageContext["reader"] {
  if (actor)
    return {
      memberId: actor.memberId,
      name: actor.name,
      roles: actor.roles,
      staff: actor.staff,
      unread: actor.unread ?? 0,
    };
  return person && { memberId: null, name: person.name, roles: [], staff: false, unread: 0 };
}

function themeOf(chosen: string | null | undefined): Theme {
  return chosen === "light" || chosen === "dark" ? chosen : "auto";
}

function pagePermission(actor: Actor | null, permission: PagePermission): boolean {
  switch (permission) {
    case "ask":
      return may(actor, "ask questions");
    case "see administration":
      return may(actor, "see health") || may(actor, "manage groups");
    case "see problems":
      return may(actor, "see problems");
    case "manage care":
      return may(actor, "manage care");
    case "see the care plan":
      return may(actor, "see the care plan");
    case "create groups":
    case "change groups":
      return may(actor, "manage groups");
    case "change roles":
      return may(actor, "manage members and roles");
    case "read mail":
      return may(actor, "see the outbox");
  }
}

export function pathWithQuery(c: HttpContext): string {
  const { pathname, search } = new URL(c.req.url);
  return pathname + search;
}
