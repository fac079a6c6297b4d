import type { PageContext } from "../page-context.ts";
import { layout } from "../parts/layout.tsx";
import { questionList } from "../parts/question-row.tsx";
import { emptyState, pathsHere, tagLinks } from "../parts/small.tsx";
import { type Html, html, nothing } from "../raw.tsx";
import { site, withQuery } from "../url.ts";
import type { Charter, QuestionRow } from "../view-models.ts";
import { answersMeForm } from "./ask.tsx";

export interface HomeGroup {
  slug: string;
  name: string;
  purpose: string;
  charter: Charter;
  /** How many of its questions wait; null when that was not counted. */
  waiting: number | null;
}

export interface HomeView {
  groups: readonly HomeGroup[];
  /** About eight of each. */
  waiting: readonly QuestionRow[];
  solved: readonly QuestionRow[];
  tags: readonly string[];
}

/** `/c/{slug}`: a community's home. */
export function homePage(view: HomeView, context: PageContext): Html {
  const { t, community } = context;
  const paths = pathsHere(context);
  return layout(
    {
      title: community?.name ?? "",
      canonical: paths.home,
      main: html`${askEntry(context)}<div class="split"><div><section><header class="bar"><h2>${t.home.waiting}</h2>${
        view.waiting.length > 0 &&
        html`<a href="${withQuery(paths.search, { state: "waiting" })}">${t.home.waitingMore}</a>`
      }</header>${view.waiting.length > 0 ? questionList(view.waiting, context) : nothingWaits(view, context)}</section><section><header class="bar"><h2>${t.home.solved}</h2>${
        view.solved.length > 0 &&
        html`<a href="${withQuery(paths.search, { state: "solved" })}">${t.home.solvedMore}</a>`
      }</header>${view.solved.length > 0 ? questionList(view.solved, context) : emptyState(t.home.solvedEmpty)}</section></div><aside class="rail" aria-label="${t.home.aside}">${rail(view, context)}</aside></div>`,
    },
    context,
  );
}

function nothingWaits(view: HomeView, context: PageContext): Html {
  const { t } = context;
  if (view.solved.length > 0) return emptyState(t.home.waitingEmpty);
  const may = view.groups.length > 0 && context.may("ask");
  return emptyState(t.home.waitingNone, may ? { href: pathsHere(context).ask, label: t.group.emptyAction } : undefined);
}

/** The question a visitor came with: goes to the ask page, where what is solved is looked for first. */
function askEntry(context: PageContext): Html {
  const { t, community } = context;
  const paths = pathsHere(context);
  return html`<section class="entry"><p class="place-name">${community?.description ?? ""}</p><h1><label for="entry">${t.home.askHeading}</label></h1><form action="${paths.ask}" data-suggest="${paths.suggestions}" data-walk="[data-suggestions]"><input id="entry" name="title" maxlength="200" autocomplete="off" aria-describedby="entry-hint" required><button class="primary">${t.home.askButton}</button><p class="hint" id="entry-hint">${t.home.askHint}</p><div class="suggestions" data-suggestions aria-live="polite"></div></form>${answersMeForm(context)}</section>`;
}

function rail(view: HomeView, context: PageContext): Html {
  const { t, reader } = context;
  const paths = pathsHere(context);
  const invitation =
    reader?.memberId == null &&
    html`<section><h2>${t.home.joinHeading}</h2><p class="hint">${t.home.joinHint}</p><p><a class="button" href="${reader ? paths.join : withQuery(site.signUp, { to: paths.home })}">${t.home.join}</a></p></section>`;
  const groups =
    view.groups.length > 0
      ? html`<ul class="groups">${view.groups.map(
          (group) =>
            html`<li><a href="${paths.group(group.slug)}">${group.name}</a>${group.waiting ? html` <span class="aside">${t.home.waitingCount(group.waiting)}</span>` : nothing}<p class="hint">${group.purpose}</p></li>`,
        )}</ul>`
      : html`<p class="hint">${t.home.groupsEmpty}</p>${
          context.may("create groups") &&
          html`<p><a class="button" href="${paths.adminGroupNew}">${t.home.createGroup}</a></p>`
        }`;
  return html`<section><h2>${t.home.groups}</h2>${groups}</section>${
    view.tags.length > 0 &&
    html`<section><h2>${t.home.tags}</h2>${tagLinks(view.tags, context)}<p><a class="quiet" href="${paths.tags}">${t.home.allTags}</a></p></section>`
  }${invitation}`;
}
