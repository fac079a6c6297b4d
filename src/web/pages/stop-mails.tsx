import type { PageContext } from "../page-context.ts";
import { csrfField } from "../parts/forms.tsx";
import { layout } from "../parts/layout.tsx";
import { pathsHere } from "../parts/small.tsx";
import { type Html, html } from "../raw.tsx";

export interface StopMailsView {
  token: string;
  /** What is stopped, in words. */
  kinds: readonly string[];
  done: boolean;
}

/** `/c/{slug}/notifications/stop/{token}`: one button, which needs no sign-in; nothing happens before it is pressed (RFC 8058). */
export function stopMailsPage(view: StopMailsView, context: PageContext): Html {
  const { notifications } = context.t;
  const paths = pathsHere(context);
  const community = context.community?.name ?? "";
  const title = view.done ? notifications.stoppedTitle : notifications.stopTitle;
  const lead = view.done ? notifications.stoppedLead(community) : notifications.stopLead(community);
  const next = view.done
    ? html`<p class="hint">${notifications.stoppedHint}</p><p><a class="button" href="${paths.notificationSettings}">${notifications.stoppedNext}</a></p>`
    : html`<form method="post" action="${paths.wayOut(view.token)}">${csrfField(context)}<button class="primary">${notifications.stopButton}</button></form>`;
  return layout(
    {
      title,
      canonical: null,
      shape: "narrow",
      main: html`<h1>${title}</h1><p class="lead">${lead}</p><ul class="links">${view.kinds.map((kind) => html`<li>${kind}</li>`)}</ul><p class="hint">${notifications.stopHint}</p>${next}`,
    },
    context,
  );
}
