import type { MemberListed } from "../../accounts/index.ts";
import type { PageContext } from "../page-context.ts";
import { pathsHere, staffLabel } from "../parts/small.tsx";
import { type Html, html } from "../raw.tsx";

/**
 * The answer to `GET /c/{slug}/people?name=` for the browser: options of a list, each with the words that mention whom it shows.
 * Several may bear one name: since when they are here tells them apart.
 */
export function peopleFragment(members: readonly MemberListed[], context: PageContext): Html {
  const { t } = context;
  const paths = pathsHere(context);
  return html`${members.map(
    ({ id, name, staff, joinedAt }) =>
      html`<li role="option" id="person-${id}" aria-selected="false" data-mention="${mentionOf(name, paths.member(id))}"><span>${name}${staff && staffLabel(context)}</span> <span class="aside">${t.member.since(t.format.date(joinedAt))}</span></li>`,
  )}`;
}

/** A mention in Markdown; what means something else there stands for itself. */
export function mentionOf(name: string, page: string): string {
  return `[@${name.replace(/[\\`*_~[\]<>&|!:]/g, "\\$&")}](${page})`;
}
