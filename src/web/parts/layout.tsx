import { deskPathsOf } from "../desk-paths.ts";
import type { PageContext } from "../page-context.ts";
import { type Html, html, literal, nothing, type Part } from "../raw.tsx";
import { type CommunityPaths, localPath, pathsOf, site, withQuery } from "../url.ts";
import { csrfField } from "./forms.tsx";
import { iconSheet, icons } from "./icons.tsx";
import { noticeRegion } from "./notice.tsx";

export interface DocumentParts {
  /** The page's own title; the community's name is added. */
  title: string;
  /** For search engines; the community's description when left out. */
  description?: string;
  main: Part;
  /** The canonical path without parameters that only page or filter; null keeps the page out of search engines. */
  canonical: string | null;
  /** `narrow` is for forms. */
  shape?: "narrow";
  /** Where the browser's script finds live news of this page. */
  live?: string;
  /** The page has a search box of its own. */
  ownSearch?: boolean;
  /** On the page that makes the first account: nobody can sign in yet. */
  nobodyYet?: boolean;
  /** On error and sign-in pages: what was sent to get here did not arrive, so the script keeps its drafts. */
  keepDrafts?: boolean;
}

const themes = {
  auto: literal``,
  light: literal` data-theme="light"`,
  dark: literal` data-theme="dark"`,
} as const;

const wordsByLocale = new Map<string, string>();

function scriptWords({ t, locale }: PageContext): string {
  let words = wordsByLocale.get(locale);
  if (words === undefined) {
    words = JSON.stringify({ ...t.script, close: t.common.close });
    wordsByLocale.set(locale, words);
  }
  return words;
}

/** The whole document around a page. Written as templates: it is on every page and its parts hardly change. */
export function layout(parts: DocumentParts, context: PageContext): Html {
  const { t, community, assets } = context;
  const place = community?.name ?? "Kith";
  const title = parts.title === place ? place : t.common.title(parts.title, place);
  const description = parts.description || community?.description || t.landing.description;
  return html`<!doctype html>
<html lang="${context.locale}"${themes[context.theme]}><head><meta charset="utf-8"><title>${title}</title><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="description" content="${description}">${
    parts.canonical === null
      ? literal`<meta name="robots" content="noindex">`
      : html`<link rel="canonical" href="${context.origin}${parts.canonical}">`
  }<meta name="color-scheme" content="light dark"><meta name="htmx-config" content='{"history":false,"includeIndicatorCSS":false,"morphIgnore":["data-htmx-powered","open"]}'><link rel="icon" href="${site.favicon}" type="image/svg+xml"><link rel="stylesheet" href="${assets.styles}">${
    community?.colours && html`<link rel="stylesheet" href="${community.colours}">`
  }<script src="${assets.client}" defer></script></head>
<body data-words="${scriptWords(context)}"${parts.keepDrafts && literal` data-keep-drafts`}${forMembers(context)}><a class="skip" href="#main">${t.common.skip}</a>${iconSheet}${header(parts, context)}
<main id="main" hx-target:inherited="#main" hx-select:inherited="#main" hx-swap:inherited="outerMorph show:none" hx-sync:inherited="drop"${parts.shape && html` class="${parts.shape}"`}${parts.live && html` data-live="${parts.live}"`}>${noticeRegion(context)}${parts.main}</main>
${footer(context)}</body></html>`;
}

/** Where the browser's script hears of new notifications and finds people to mention; on pages of a community, for its members. */
function forMembers({ community, reader, may }: PageContext): Html {
  if (!community || reader?.memberId == null) return nothing;
  const { notificationsLive, people } = pathsOf(community.slug);
  return html` data-bell="${notificationsLive}"${may("ask") && html` data-people="${people}"`}`;
}

function bell({ t, reader }: PageContext, paths: CommunityPaths): Html {
  if (reader?.memberId == null) return nothing;
  const { unread } = reader;
  return html`<a class="bell" href="${paths.notifications}" aria-label="${t.header.notifications(unread)}">${icons.bell}<span data-unread${unread === 0 && literal` hidden`}>${unread}</span></a>`;
}

function header({ ownSearch, nobodyYet }: DocumentParts, context: PageContext): Html {
  const { t, community } = context;
  if (!community) {
    return html`<header class="masthead"><a class="place" href="${site.landing}">Kith</a>${!nobodyYet && readerMenu(context)}</header>`;
  }
  const paths = pathsOf(community.slug);
  return html`<header class="masthead"><a class="place" href="${paths.home}">${community.name}</a>${ownSearch ? nothing : findBox(context, paths)}<a class="button primary" data-key="ask" href="${paths.ask}">${t.header.ask}</a>${bell(context, paths)}${readerMenu(context)}</header>`;
}

/** Search from anywhere; what is solved shows below while one types. */
function findBox({ t }: PageContext, paths: CommunityPaths): Html {
  return html`<search><form class="find" action="${paths.search}" data-suggest="${paths.suggestions}" data-walk=".drop"><label class="unseen" for="find">${t.header.searchLabel}</label><input id="find" type="search" name="q" placeholder="${t.header.search}" autocomplete="off" maxlength="500" required><button class="icon" aria-label="${t.header.search}">${icons.search}</button><div class="drop" data-suggestions="brief" hidden></div></form></search>`;
}

function readerMenu(context: PageContext): Html {
  const { t, reader, community } = context;
  if (!reader) {
    const to = localPath(context.path);
    return html`<a class="button" href="${withQuery(site.signIn, { to: to === site.landing ? null : to })}">${t.header.signIn}</a>`;
  }
  const paths = community && pathsOf(community.slug);
  return html`<details class="menu"><summary><span class="name">${reader.name}</span>${icons.more}</summary><ul>${
    paths &&
    reader.memberId !== null &&
    html`<li><a href="${paths.member(reader.memberId)}">${t.header.profile}</a></li>`
  }<li><a href="${site.account}">${t.header.account}</a></li>${
    paths && reader.memberId !== null && html`<li><a href="${paths.hours}">${t.hours.title}</a></li>`
  }${
    paths &&
    context.may("see problems") &&
    html`<li><a data-desk href="${deskPathsOf(community.slug).queue}">${t.desk.title}</a></li>`
  }${paths && context.may("see the care plan") && html`<li><a href="${paths.carePlan}">${t.plan.title}</a></li>`}${
    paths && context.may("see administration") && html`<li><a href="${paths.admin}">${t.header.administration}</a></li>`
  }<li><a href="${site.landing}">${t.header.communities}</a></li><li><form method="post" action="${site.signOut}">${csrfField(context)}<button>${t.header.signOut}</button></form></li></ul></details>`;
}

function footer(context: PageContext): Html {
  const { t } = context;
  return html`<footer><p>${t.common.made}</p><p><a href="${withQuery(site.preferences, { to: context.path === site.preferences ? null : context.path })}">${t.common.preferences}</a> <a data-help href="${site.shortcuts}">${t.header.shortcuts}</a></p></footer>`;
}
