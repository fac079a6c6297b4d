import { grantRole, joinCommunity, type SignedIn, setUpLinkWorks } from "../../accounts/index.ts";
import { createCommunity } from "../../community/index.ts";
import type { HttpContext, Route } from "../../http/index.ts";
import { type Refusal, RefusalError, type Result, refusal } from "../../kernel/index.ts";
import type { Transaction } from "../../store/index.ts";
import { goTo, showPage } from "../answer.ts";
import { field, refusedForm } from "../forms.ts";
import { type SetUpFields, setUpPage } from "../pages/index.ts";
import type { WebServices } from "../services.ts";
import { pathsOf, site } from "../url.ts";
import { visitOf } from "../visit.ts";
import { originOf } from "./sign-in.ts";

const linkOver = refusal(
  "gone",
  "set-up-link-over",
  "This link does not set Kith up any more: it was used, or it is too old.",
  "If nothing is set up yet, start Kith again: it prints a new link.",
);

/** The first minutes of an installation: its first community and its first administrator. */
export function setUpRoutes(services: WebServices): Route[] {
  const { accounts, store } = services;

  async function show(c: HttpContext): Promise<Response> {
    const token = c.req.query("token") ?? "";
    if (!(await setUpLinkWorks(store.database, token, store.clock.now()))) throw new RefusalError(linkOver);
    const form = { values: readFields(new URLSearchParams()), errors: {} };
    return showPage(c, setUpPage({ token, form }, visitOf(c).page));
  }

  async function setUp(c: HttpContext): Promise<Response> {
    const { form, page } = visitOf(c);
    const token = field(form, "token");
    const values = readFields(form);
    const password = field(form, "password");
    const done = await store.transact((tx) => makeFirst(tx, c, token, { ...values, password }));
    if (done.ok) return goTo(c, services, pathsOf(done.value.slug).home, { code: "signedIn" }, [done.value.setCookie]);
    const refused = namedForForm(done.error);
    return showPage(c, setUpPage({ token, form: refusedForm(c, values, refused) }, page), refused.status);
  }

  async function makeFirst(
    tx: Transaction,
    c: HttpContext,
    token: string,
    wish: Omit<SetUpFields, "password"> & { password: string },
  ): Promise<Result<SignedIn & { slug: string }>> {
    const signedIn = await accounts.useSetUpLink(tx, token, wish, originOf(c));
    if (!signedIn.ok) return signedIn;
    const community = await createCommunity(tx, {
      slug: wish.communitySlug,
      name: wish.communityName,
      description: wish.communityDescription,
      locale: visitOf(c).page.locale,
    });
    if (!community.ok) return community;
    const communityId = community.value.id;
    const member = await joinCommunity(tx, signedIn.value.personId, communityId);
    if (!member.ok) return member;
    const granted = await grantRole(tx, { communityId, actor: null, memberId: member.value.memberId, role: "admin" });
    if (!granted.ok) return granted;
    return { ok: true, value: { ...signedIn.value, slug: community.value.slug } };
  }

  return [
    { method: "get", path: site.setUp, permission: "anyone", handle: show },
    { method: "post", path: site.setUp, permission: "anyone", handle: setUp },
  ];
}

function readFields(form: URLSearchParams): SetUpFields {
  return {
    communityName: field(form, "communityName"),
    communitySlug: field(form, "communitySlug"),
    communityDescription: field(form, "communityDescription"),
    name: field(form, "name"),
    email: field(form, "email"),
    password: "",
  };
}

/** `createCommunity` speaks of `slug`; on this form that field is called `communitySlug`, since the person has a name too. */
function namedForForm(refused: Refusal): Refusal {
  const ofCommunity =
    refused.code === "slug-invalid" || refused.code === "name-length" || refused.code === "community-exists";
  if (!ofCommunity || !refused.fields) return refused;
  const { slug, name } = refused.fields;
  return { ...refused, fields: { ...(slug && { communitySlug: slug }), ...(name && { communityName: name }) } };
}
