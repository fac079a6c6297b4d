import type { PageContext } from "../page-context.ts";
import { type Html, html } from "../raw.tsx";
import { csrfField } from "./forms.tsx";
import { icons } from "./icons.tsx";

/** What was done, with what it counts. */
function sentence({ t, notice }: PageContext): string {
  const said = notice ? t.notices[notice.code] : "";
  if (typeof said === "string") return said;
  const [done = 0, asked = done] = notice?.numbers ?? [];
  return said(done, asked);
}

/**
 * Where the page says what was just done, with "Undo" beside it. Always there, so that screen readers announce what
 * the browser's script puts into it; the script takes the notice away after ten seconds.
 */
export function noticeRegion(context: PageContext): Html {
  const { t, notice } = context;
  if (!notice) return html`<div id="notice" role="status"></div>`;
  return html`<div id="notice" role="status"><div class="notice">${icons.solved}<p>${sentence(context)}</p>${
    notice.undo &&
    html`<form method="post" action="${notice.undo}" hx-boost="true">${csrfField(context)}<button class="quiet">${t.common.undo}</button></form>`
  }</div></div>`;
}
