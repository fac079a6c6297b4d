import type { KnownNotice } from "../../care/index.ts";
import type { PageContext } from "../page-context.ts";
import { type Html, html, nothing } from "../raw.tsx";
import { site, withQuery } from "../url.ts";
import { deskPathsHere } from "./desk.tsx";
import { csrfField } from "./forms.tsx";
import { icons } from "./icons.tsx";
import { paragraphs } from "./small.tsx";

/** "This is known": what does not work, since when it is worked on, and how to be told. On what is asked, looked for and suggested. */
export function knownNotices(notices: readonly KnownNotice[], context: PageContext): Html {
  return html`${notices.map((notice) => knownNotice(notice, context))}`;
}

function knownNotice({ problemId, title, body, markedAt }: KnownNotice, context: PageContext): Html {
  const { known, format } = context.t;
  return html`<section class="known"><h2>${icons.note}${known.heading}</h2><p class="what">${title}</p>${paragraphs(body)}<p class="hint">${known.since(format.date(markedAt))}</p><p>${tellMe(problemId, context)}</p></section>`;
}

/** The way to be told when it is fixed. The button is sent by `knownForm`, because it may stand inside another form. */
export function tellMe(problemId: number, context: PageContext): Html {
  const { known } = context.t;
  const paths = deskPathsHere(context);
  if (!context.reader || context.reader.memberId === null) {
    return html`<a class="button" href="${withQuery(site.signIn, { to: paths.known })}">${known.signIn}</a>`;
  }
  return html`<button form="known-report" formaction="${paths.knownReport(problemId)}">${known.tellMe}</button>`;
}

/** What "tell me when it is fixed" is sent with; once on each page that shows notices. */
export function knownForm(context: PageContext): Html {
  return context.reader ? html`<form id="known-report" method="post">${csrfField(context)}</form>` : nothing;
}
