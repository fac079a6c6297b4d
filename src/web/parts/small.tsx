import { carePathsOf } from "../care-paths.ts";
import type { PageContext } from "../page-context.ts";
import { type Html, html, nothing } from "../raw.tsx";
import { type CommunityPaths, pathsOf } from "../url.ts";
import type { PersonRef, QuestionLink, QuestionState } from "../view-models.ts";
import { icons } from "./icons.tsx";
import { inLanguage } from "./language.tsx";

/** Addresses of the page's community. A page of a community always has one; asking elsewhere is a bug. */
export function pathsHere(context: PageContext): CommunityPaths {
  if (!context.community) throw new Error(`The page at ${context.path} belongs to no community`);
  return pathsOf(context.community.slug);
}

/** Addresses of what is set for care in the page's community. */
export function carePathsHere(context: PageContext): ReturnType<typeof carePathsOf> {
  if (!context.community) throw new Error(`The page at ${context.path} belongs to no community`);
  return carePathsOf(context.community.slug);
}

/** A moment: how long ago, with the exact time for machines and for the hovering. */
export function when(at: Date, context: PageContext): Html {
  return html`<time datetime="${at.toISOString()}">${context.t.format.ago(at, context.now)}</time>`;
}

/** The label that staff carry wherever their name stands. */
export function staffLabel(context: PageContext): Html {
  return html` <span class="staff" title="${context.t.common.staffMeaning}">${context.t.common.staff}</span>`;
}

export function person(who: PersonRef, context: PageContext): Html {
  const label = who.staff && staffLabel(context);
  if (who.memberId === null) return html`<span class="who">${who.name || context.t.common.formerMember}</span>${label}`;
  return html`<a class="who" href="${pathsHere(context).member(who.memberId)}">${who.name}</a>${label}`;
}

/** A question's state: icon, colour and word, never colour alone. */
export function stateMark(state: QuestionState, context: PageContext): Html {
  return html`<span class="state ${state}">${icons[state]}${context.t.state[state]}</span>`;
}

/** A list of linked questions, for rails. */
export function questionLinks(links: readonly QuestionLink[], context: PageContext): Html {
  if (links.length === 0) return nothing;
  const paths = pathsHere(context);
  return html`<ul class="links">${links.map(
    (link) =>
      html`<li><a href="${paths.question(link.id, link.title)}"${inLanguage(link.language, context)}>${link.title}</a> ${stateMark(link.state, context)}</li>`,
  )}</ul>`;
}

export function tagLinks(tags: readonly string[], context: PageContext): Html {
  if (tags.length === 0) return nothing;
  const paths = pathsHere(context);
  return html`<ul class="tags">${tags.map((tag) => html`<li><a href="${paths.tag(tag)}">${tag}</a></li>`)}</ul>`;
}

/** What stands where a list is empty: what will be here, and one thing to do about it. */
export function emptyState(sentence: string, action?: { href: string; label: string }): Html {
  return html`<div class="empty"><p>${sentence}</p>${action && html`<p><a class="button" href="${action.href}">${action.label}</a></p>`}</div>`;
}

/** The link to the older part of a list, and back to its start. */
export function pager(older: string | null, newest: string | null, context: PageContext): Html {
  if (older === null && newest === null) return nothing;
  const { t } = context;
  return html`<nav class="pager" aria-label="${t.common.pages}">${newest !== null && html`<a href="${newest}">${t.common.newest}</a>`}${older !== null && html`<a class="button" rel="next" href="${older}">${t.common.older}</a>`}</nav>`;
}

/** Plain text as its paragraphs. */
export function paragraphs(text: string): Html {
  const parts = text.split(/\n\s*\n/).filter((part) => part.trim() !== "");
  return html`${parts.map((part) => html`<p>${part}</p>`)}`;
}
