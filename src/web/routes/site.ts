import { createMember, takeAllowance } from "../../accounts/index.ts";
import { listCommunities } from "../../community/index.ts";
import type { HttpContext, Route } from "../../http/index.ts";
import { unwrap } from "../../kernel/index.ts";
import { findPersonalData } from "../../text/index.ts";
import { goTo, showPage } from "../answer.ts";
import { preferencesCookie, writeCookie } from "../cookies.ts";
import { field, refusedForm } from "../forms.ts";
import { isLocale } from "../messages/index.ts";
import { joinPage, landingPage, preferencesPage, shortcutsPage } from "../pages/index.ts";
import { exposedHint } from "../parts/exposed.tsx";
import { html, printSafe } from "../raw.tsx";
import type { WebServices } from "../services.ts";
import { localPath, pathsOf, site } from "../url.ts";
import { showMarkdown } from "../views.ts";
import { communityVisit, visitOf } from "../visit.ts";

const yearSeconds = 365 * 24 * 60 * 60;
/** A preview is made at each pause in typing; nobody types 300 pauses in a minute. */
const previewAllowance = { most: 300, perMs: 60_000 };

/** Pages that belong to no community, and joining one. */
export function siteRoutes(services: WebServices): Route[] {
  const { store } = services;

  async function landing(c: HttpContext): Promise<Response> {
    const communities = await listCommunities(store.database);
    const [only] = communities;
    if (only && communities.length === 1) return goTo(c, services, pathsOf(only.slug).home);
    return showPage(c, landingPage({ communities }, visitOf(c).page));
  }

  async function savePreferences(c: HttpContext): Promise<Response> {
    const { form } = visitOf(c);
    const locale = isLocale(form.get("locale")) ? field(form, "locale") : "";
    const theme = ["light", "dark"].includes(field(form, "theme")) ? field(form, "theme") : "auto";
    const secure = services.publicUrl().startsWith("https:");
    const cookie = writeCookie(preferencesCookie, `${theme} ${locale}`, { maxAge: yearSeconds, secure });
    return goTo(c, services, localPath(field(form, "to")), { code: "preferencesSaved" }, [cookie]);
  }

  return [
    { method: "get", path: site.landing, permission: "anyone", handle: landing },
    {
      method: "get",
      path: site.shortcuts,
      permission: "anyone",
      handle: (c) => showPage(c, shortcutsPage(visitOf(c).page)),
    },
    {
      method: "get",
      path: site.preferences,
      permission: "anyone",
      handle: (c) => {
        const { page } = visitOf(c);
        return showPage(
          c,
          preferencesPage({ locale: page.locale, theme: page.theme, to: localPath(c.req.query("to")) }, page),
        );
      },
    },
    { method: "post", path: site.preferences, permission: "anyone", handle: savePreferences },
    {
      method: "post",
      path: site.preview,
      permission: "anyone",
      handle: async (c) => {
        unwrap(await takeAllowance(store.database, store.clock, `preview:${c.get("caller")()}`, previewAllowance));
        const { form, page } = visitOf(c);
        const body = field(form, "body");
        const kinds = [...new Set(findPersonalData(body).map(({ kind }) => kind))];
        return c.html(html`${printSafe(showMarkdown(body))}${exposedHint(kinds, page)}`);
      },
    },
    { method: "get", path: "/c/:slug/join", permission: "person", handle: showJoin },
    { method: "post", path: "/c/:slug/join", permission: "person", handle: join },
  ];

  function showJoin(c: HttpContext): Response {
    const { community, person, actor, page } = communityVisit(c);
    const to = localPath(c.req.query("to") ?? pathsOf(community.slug).home);
    if (actor || !person) return goTo(c, services, to);
    return showPage(c, joinPage({ form: { values: { name: person.name }, errors: {} }, to }, page));
  }

  async function join(c: HttpContext): Promise<Response> {
    const { community, person, actor, form, page } = communityVisit(c);
    const to = localPath(field(form, "to"));
    if (actor || !person) return goTo(c, services, to);
    const values = { name: field(form, "name") };
    const wish = { communityId: community.id, personId: person.personId, ...values };
    const joined = await store.transact((tx) => createMember(tx, wish));
    if (joined.ok) return goTo(c, services, to, { code: "communityJoined" });
    return showPage(c, joinPage({ form: refusedForm(c, values, joined.error), to }, page), joined.error.status);
  }
}
