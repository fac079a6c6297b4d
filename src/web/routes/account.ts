import {
  createToken,
  listTokens,
  readAccount,
  revokeToken,
  type Scope,
  type SignedInPerson,
  scopes,
} from "../../accounts/index.ts";
import { type Community, listCommunities } from "../../community/index.ts";
import type { HttpContext, Route } from "../../http/index.ts";
import { RefusalError, type Result, refusal, unwrap } from "../../kernel/index.ts";
import { goTo, showPage } from "../answer.ts";
import { field, idOf, refusedForm } from "../forms.ts";
import { type AccountView, accountPage } from "../pages/index.ts";
import type { WebServices } from "../services.ts";
import { site } from "../url.ts";
import { visitOf } from "../visit.ts";

type Forms = Partial<Pick<AccountView, "passwordForm" | "tokenForm" | "newToken">>;
interface Membership {
  readonly community: Community;
  readonly memberId: number;
}

const notSignedIn = refusal("unauthenticated", "sign-in-needed", "You are not signed in.", "Sign in, then try again.");
const noMembership = refusal(
  "invalid",
  "community-missing",
  "Choose one of your communities.",
  "Choose one of the list.",
);

/** Somebody's own account: sessions, password, tokens. */
export function accountRoutes(services: WebServices): Route[] {
  const { accounts, store } = services;
  const { database } = store;

  async function show(c: HttpContext, forms: Forms = {}, status = 200): Promise<Response> {
    const { person, page } = visitOf(c);
    const account = await readAccount(database, personOf(c).personId);
    if (!account || !person) throw new RefusalError(notSignedIn);
    const sessions = unwrap(await accounts.listSessions(c.req.header("cookie")));
    const memberships = await membershipsOf(person);
    const tokens = await Promise.all(memberships.map((one) => tokensOf(one, page)));
    const labels = page.t.account.scopes as Record<Scope, string>;
    const view: AccountView = {
      email: account.email,
      hasPassword: account.hasPassword,
      sessions: sessions.map(({ id, agent, createdAt, lastUsedAt, current }) => ({
        ...{ id, current, device: deviceOf(agent) ?? page.t.account.deviceUnknown },
        ...{ startedAt: createdAt, usedAt: lastUsedAt },
      })),
      tokens: tokens.flat(),
      newToken: null,
      communities: memberships.map(({ community: { slug, name }, memberId }) => ({ slug, name, memberId })),
      scopes: scopes.map((value) => ({ value, label: labels[value] })),
      passwordForm: { values: { current: "", next: "" }, errors: {} },
      tokenForm: {
        values: { name: "", community: memberships[0]?.community.slug ?? "", scopes: ["read"] },
        errors: {},
      },
      ...forms,
    };
    return showPage(c, accountPage(view, page), status);
  }

  async function membershipsOf(person: SignedInPerson): Promise<Membership[]> {
    const account = await readAccount(database, person.personId);
    const communities = new Map((await listCommunities(database)).map((community) => [community.id, community]));
    return (account?.memberships ?? []).flatMap(({ communityId, memberId }) => {
      const community = communities.get(communityId);
      return community ? [{ community, memberId }] : [];
    });
  }

  async function tokensOf({ community, memberId }: Membership, page: ReturnType<typeof visitOf>["page"]) {
    const labels = page.t.account.scopes as Record<Scope, string>;
    const listed = await listTokens(database, community.id, memberId);
    return listed.map((token) => ({
      id: token.id,
      name: token.name,
      community: { slug: community.slug, name: community.name },
      scopes: token.scopes.map((scope) => labels[scope]),
      createdAt: token.createdAt,
      usedAt: token.lastUsedAt,
    }));
  }

  async function changePassword(c: HttpContext): Promise<Response> {
    const { form } = visitOf(c);
    const change = { current: field(form, "current"), next: field(form, "next") };
    const done = await accounts.changePassword(c.req.header("cookie"), change);
    if (done.ok) return goTo(c, services, site.account, { code: "passwordChanged" });
    const values = { current: "" as const, next: "" as const };
    return show(c, { passwordForm: refusedForm(c, values, done.error) }, done.error.status);
  }

  async function makeToken(c: HttpContext): Promise<Response> {
    const { form } = visitOf(c);
    const values = { name: field(form, "name"), community: field(form, "community"), scopes: form.getAll("scopes") };
    const memberships = await membershipsOf(personOf(c));
    const chosen = memberships.find(({ community }) => community.slug === values.community);
    const actor = chosen && (await accounts.readActor(c.req.header("cookie"), chosen.community.id));
    const wish = { name: values.name, scopes: values.scopes, expiresAt: null };
    const made: Result<{ secret: string }> = actor
      ? await store.transact((tx) => createToken(tx, actor, wish))
      : { ok: false, error: noMembership };
    if (!made.ok) return show(c, { tokenForm: refusedForm(c, values, made.error) }, made.error.status);
    // Shown in the answer itself, since the secret must not lie in a cookie for the next page.
    return show(c, { newToken: made.value.secret });
  }

  async function endToken(c: HttpContext): Promise<Response> {
    const id = idOf(c.req.param("id")) ?? 0;
    for (const { community, memberId } of await membershipsOf(personOf(c))) {
      const owner = { communityId: community.id, memberId };
      const listed = await listTokens(database, community.id, memberId);
      if (!listed.some((token) => token.id === id)) continue;
      unwrap(await store.transact((tx) => revokeToken(tx, owner, id)));
      return goTo(c, services, site.account, { code: "tokenRevoked" });
    }
    throw new RefusalError(refusal("missing", "token-missing", "There is no such token.", "Look at your tokens anew."));
  }

  async function endSessions(c: HttpContext, chosen: (session: { id: string; current: boolean }) => boolean) {
    const header = c.req.header("cookie");
    for (const session of unwrap(await accounts.listSessions(header))) {
      if (chosen(session)) unwrap(await accounts.endSession(header, session.id));
    }
    return goTo(c, services, site.account, { code: "sessionEnded" });
  }

  return [
    { method: "get", path: "/account", permission: "person", handle: (c) => show(c) },
    { method: "post", path: "/account/password", permission: "person", handle: changePassword },
    { method: "post", path: "/account/tokens", permission: "person", handle: makeToken },
    { method: "post", path: "/account/tokens/:id/revoke", permission: "person", handle: endToken },
    {
      method: "post",
      path: "/account/sessions/end-others",
      permission: "person",
      handle: (c) => endSessions(c, (session) => !session.current),
    },
    {
      method: "post",
      path: "/account/sessions/:id/end",
      permission: "person",
      handle: (c) => endSessions(c, (session) => session.id === c.req.param("id")),
    },
  ];
}

function personOf(c: HttpContext): SignedInPerson {
  const { person } = visitOf(c);
  if (!person) throw new RefusalError(notSignedIn);
  return person;
}

/** "Firefox on Linux" out of what a browser calls itself; null where that says neither. */
function deviceOf(agent: string | null): string | null {
  const browser = /(Firefox|Edg|OPR|Chrome|Safari|curl)\//.exec(agent ?? "")?.[1];
  const system = /(Android|iPhone|iPad|Windows|Mac OS X|Linux)/.exec(agent ?? "")?.[1];
  const names: Record<string, string> = { Edg: "Edge", OPR: "Opera", "Mac OS X": "macOS" };
  const parts = [browser, system].flatMap((part) => (part ? [names[part] ?? part] : []));
  return parts.length > 0 ? parts.join(" \u00b7 ") : null;
}
