import type { PageContext } from "../page-context.ts";
import { layout } from "../parts/layout.tsx";
import { emptyState } from "../parts/small.tsx";
import { type Html, html } from "../raw.tsx";
import { pathsOf, site } from "../url.ts";

export interface LandingCommunity {
  slug: string;
  name: string;
  description: string;
}

export interface LandingView {
  communities: readonly LandingCommunity[];
}

/** `/`: the communities that live here. With a single one, routes may lead straight to it. */
export function landingPage(view: LandingView, context: PageContext): Html {
  const { t } = context;
  return layout(
    {
      title: t.landing.title,
      description: t.landing.lead,
      canonical: site.landing,
      main: html`<div class="column"><header class="opening"><h1>${t.landing.heading}</h1><p class="lead">${t.landing.lead}</p></header><section><h2 class="unseen">${t.landing.communities}</h2>${
        view.communities.length === 0
          ? html`${emptyState(t.landing.empty)}<p class="hint">${t.landing.emptyNext}</p>`
          : html`<ul class="rows plain-rows">${view.communities.map(communityRow)}</ul>`
      }</section></div>`,
    },
    context,
  );
}

function communityRow(community: LandingCommunity): Html {
  return html`<li class="row"><a class="row-title" href="${pathsOf(community.slug).home}">${community.name}</a><p class="snippet">${community.description}</p></li>`;
}
