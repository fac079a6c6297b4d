import type { KnownRow } from "../../care/index.ts";
import type { PageContext } from "../page-context.ts";
import { deskPathsHere } from "../parts/desk.tsx";
import { icons } from "../parts/icons.tsx";
import { knownForm, tellMe } from "../parts/known-notice.tsx";
import { layout } from "../parts/layout.tsx";
import { paragraphs } from "../parts/small.tsx";
import { type Html, html } from "../raw.tsx";

/** `/c/{slug}/known`: what does not work right now, and what was fixed within 30 days, for anybody who may read the community. */
export function knownPage(list: readonly KnownRow[], context: PageContext): Html {
  const { known } = context.t;
  return layout(
    {
      title: known.listTitle,
      canonical: deskPathsHere(context).known,
      main: html`<div class="column"><header class="opening"><h1>${known.listTitle}</h1><p class="lead">${known.listLead}</p></header>${
        list.length === 0 ? html`<p class="empty">${known.empty}</p>` : list.map((one) => entry(one, context))
      }${knownForm(context)}</div>`,
    },
    context,
  );
}

function entry(
  { problemId, title, body, markedAt, fixedAt, fixedWords, current }: KnownRow,
  context: PageContext,
): Html {
  const { known, format } = context.t;
  if (current) {
    return html`<section class="known" id="known-${problemId}"><h2>${title}</h2>${paragraphs(body)}<p class="hint">${known.since(format.date(markedAt))}</p><p>${tellMe(problemId, context)}</p></section>`;
  }
  return html`<section class="known fixed" id="known-${problemId}"><h2>${icons.solved}${title}</h2><p class="hint">${fixedAt && known.fixed(format.date(fixedAt))}</p>${paragraphs(fixedWords ?? "")}</section>`;
}
