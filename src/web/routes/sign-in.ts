import type { Origin, SignedIn } from "../../accounts/index.ts";
import { listCommunities } from "../../community/index.ts";
import type { HttpContext, Route } from "../../http/index.ts";
import { RefusalError, type Result, refusal } from "../../kernel/index.ts";
import { goTo, showPage } from "../answer.ts";
import { communityOfPath } from "../communities.ts";
import { field, refusedForm } from "../forms.ts";
import { byLinkPage, linkSentPage, oldLinkPage, signInPage, signUpPage } from "../pages/index.ts";
import type { WebServices } from "../services.ts";
import { localPath, site } from "../url.ts";
import { visitOf } from "../visit.ts";

const nothingHere = refusal(
  "missing",
  "no-community",
  "There is no community here yet.",
  "Whoever runs this Kith sets it up with the link that npm start prints.",
);

/** Signing in and out, and joining. */
export function signInRoutes(services: WebServices): Route[] {
  const { accounts, store } = services;

  /** The community that a form was sent from, by the path that the person wants to go to; else the only or first one. */
  async function communityFor(to: string): Promise<number | null> {
    const named = await communityOfPath(store.database, to);
    return named?.id ?? (await listCommunities(store.database))[0]?.id ?? null;
  }

  function enter(c: HttpContext, signedIn: SignedIn, to: string, code: "signedIn" | "communityJoined"): Response {
    return goTo(c, services, to, { code }, [signedIn.setCookie]);
  }

  function showSignIn(
    c: HttpContext,
    email: string,
    to: string,
    done?: Exclude<Result<unknown>, { ok: true }>,
  ): Response {
    const values = { email, password: "" as const };
    const form = done ? refusedForm(c, values, done.error) : { values, errors: {} };
    return showPage(c, signInPage({ form, to, mayJoin: true }, visitOf(c).page), done?.error.status ?? 200);
  }

  async function signIn(c: HttpContext): Promise<Response> {
    const { form } = visitOf(c);
    const [email, to] = [field(form, "email"), localPath(field(form, "to"))];
    const given = { communityId: await communityFor(to), email, password: field(form, "password") };
    const done = await accounts.signInWithPassword(given, originOf(c));
    return done.ok ? enter(c, done.value, to, "signedIn") : showSignIn(c, email, to, done);
  }

  async function mailLink(c: HttpContext): Promise<Response> {
    const { form, page } = visitOf(c);
    const [email, to] = [field(form, "email"), localPath(field(form, "to"))];
    const communityId = await communityFor(to);
    if (communityId === null) throw new RefusalError(nothingHere);
    const wish = { communityId, email, name: null, locale: page.locale };
    const sent = await accounts.requestSignInLink(wish, originOf(c));
    return sent.ok ? showPage(c, linkSentPage({ email, to }, page)) : showSignIn(c, email, to, sent);
  }

  async function enterByLink(c: HttpContext): Promise<Response> {
    const { form, page } = visitOf(c);
    const to = localPath(field(form, "to"));
    const link = { communityId: await communityFor(to), secret: field(form, "token") };
    const done = await accounts.signInWithLink(link, originOf(c));
    if (done.ok) return enter(c, done.value, to, "signedIn");
    return showPage(c, oldLinkPage({ to }, page), done.error.status);
  }

  /** A link that a terminal printed: whoever reads the terminal opens it, so one click is enough. */
  async function enterNow(c: HttpContext): Promise<Response> {
    const to = localPath(c.req.query("to"));
    const done = await accounts.useOneTimeSignIn(c.req.query("token") ?? "", originOf(c));
    if (done.ok) return enter(c, done.value, to, "signedIn");
    return showPage(c, oldLinkPage({ to }, visitOf(c).page), done.error.status);
  }

  async function join(c: HttpContext): Promise<Response> {
    const { form, page } = visitOf(c);
    const values = { name: field(form, "name"), email: field(form, "email"), password: "" as const };
    const to = localPath(field(form, "to"));
    const given = { ...values, password: field(form, "password"), communityId: await communityFor(to) };
    const done = await accounts.signUp(given, originOf(c));
    if (done.ok) return enter(c, done.value, to, "communityJoined");
    return showPage(c, signUpPage({ form: refusedForm(c, values, done.error), to }, page), done.error.status);
  }

  return [
    {
      method: "get",
      path: site.signIn,
      permission: "anyone",
      handle: (c) => {
        const { actor, person } = visitOf(c);
        const to = localPath(c.req.query("to"));
        return actor || person ? goTo(c, services, to) : showSignIn(c, "", to);
      },
    },
    { method: "post", path: site.signIn, permission: "anyone", handle: signIn },
    { method: "post", path: site.signInWithLink, permission: "anyone", handle: mailLink },
    {
      method: "get",
      path: site.signInByLink,
      permission: "anyone",
      handle: (c) => {
        const view = { token: c.req.query("token") ?? "", to: localPath(c.req.query("to")) };
        return showPage(c, byLinkPage(view, visitOf(c).page));
      },
    },
    { method: "post", path: site.signInByLink, permission: "anyone", handle: enterByLink },
    { method: "get", path: site.signInNow, permission: "anyone", handle: enterNow },
    {
      method: "get",
      path: site.signUp,
      permission: "anyone",
      handle: (c) => {
        const form = { values: { name: "", email: "", password: "" as const }, errors: {} };
        return showPage(c, signUpPage({ form, to: localPath(c.req.query("to")) }, visitOf(c).page));
      },
    },
    { method: "post", path: site.signUp, permission: "anyone", handle: join },
    {
      method: "post",
      path: site.signOut,
      permission: "person",
      handle: async (c) => {
        const { setCookie } = await accounts.signOut(c.req.header("cookie"));
        return goTo(c, services, site.landing, { code: "signedOut" }, [setCookie]);
      },
    },
  ];
}

export function originOf(c: HttpContext): Origin {
  return { address: c.get("caller")(), agent: c.req.header("user-agent") ?? null };
}
