import type { PageContext } from "../page-context.ts";
import { followButton } from "../parts/follow.tsx";
import { buttonForm } from "../parts/forms.tsx";
import { layout } from "../parts/layout.tsx";
import { questionList } from "../parts/question-row.tsx";
import { emptyState, pager, pathsHere } from "../parts/small.tsx";
import { type Html, html, literal, nothing, printSafe, type SafeHtml } from "../raw.tsx";
import { withQuery } from "../url.ts";
import type { Charter, QuestionRow, StateFilter } from "../view-models.ts";

export interface GroupView {
  slug: string;
  name: string;
  purpose: string;
  charter: Charter;
  rules: SafeHtml | null;
  members: number;
  /** null for readers who are not members of the community. */
  joined: boolean | null;
  /** Whether the reader follows it; null for readers who are not members of the community. */
  follows: boolean | null;
  filter: StateFilter;
  questions: readonly QuestionRow[];
  /** The `before` parameter of the link "Older", or null at the end of the list. */
  older: string | null;
  /** Whether this is not the first part of the list. */
  paged: boolean;
}

/** `/c/{slug}/g/{group}?state=&before=`: one group's purpose, rules and questions. */
export function groupPage(view: GroupView, context: PageContext): Html {
  const { t } = context;
  const paths = pathsHere(context);
  const address = paths.group(view.slug);
  const here = withQuery(address, { state: view.filter === "all" ? null : view.filter });
  return layout(
    {
      title: view.name,
      description: view.purpose,
      canonical: address,
      main: html`<div class="split"><div><header class="opening"><p class="crumbs">${t.charter[`${view.charter}Group`]}</p><h1>${view.name}</h1>${
        view.purpose !== "" && html`<p class="lead">${view.purpose}</p>`
      }</header><section><h2 class="unseen">${t.group.questions}</h2>${filterTabs(view.filter, address, context)}${
        view.questions.length > 0 ? questionList(view.questions, context) : emptyList(view, context)
      }${pager(view.older && withQuery(here, { before: view.older }), view.paged ? here : null, context)}</section></div><aside class="rail" aria-label="${t.group.aside}">${rail(view, context)}</aside></div>`,
    },
    context,
  );
}

const filters: readonly StateFilter[] = ["all", "waiting", "answered", "solved"];

/** Which questions a list shows; links, so that they can be kept and sent around. */
export function filterTabs(chosen: StateFilter, address: string, context: PageContext): Html {
  const { t } = context;
  return html`<nav class="tabs" aria-label="${t.group.filters}">${filters.map(
    (filter) =>
      html`<a href="${withQuery(address, { state: filter === "all" ? null : filter })}"${filter === chosen && literal` aria-current="page"`}>${t.group.filter[filter]}</a>`,
  )}</nav>`;
}

function emptyList(view: GroupView, context: PageContext): Html {
  const { t } = context;
  const paths = pathsHere(context);
  if (view.filter === "all" && context.may("ask")) {
    return emptyState(t.group.empty.all, {
      href: withQuery(paths.ask, { group: view.slug }),
      label: t.group.emptyAction,
    });
  }
  if (view.filter === "all") return emptyState(t.group.empty.all);
  return emptyState(t.group.empty[view.filter], { href: paths.group(view.slug), label: t.group.seeAll });
}

function rail(view: GroupView, context: PageContext): Html {
  const { t } = context;
  const paths = pathsHere(context);
  const membership =
    view.joined === null
      ? html`<p class="hint">${t.group.joinToAsk}</p>`
      : view.joined
        ? html`<p class="hint">${t.group.joined}</p>${buttonForm(paths.groupLeave(view.slug), t.group.leave, context)}`
        : buttonForm(paths.groupJoin(view.slug), t.group.join, context, "");
  return html`<section><p><a class="button" href="${withQuery(paths.ask, { group: view.slug })}">${t.group.ask}</a></p><p class="hint">${t.group.members(view.members)}</p>${membership}</section>${
    view.follows !== null &&
    html`<section><h2>${t.follow.heading}</h2>${followButton({ what: "group", follows: view.follows, begin: paths.groupFollow(view.slug), end: paths.groupUnfollow(view.slug) }, context)}</section>`
  }<section><h2>${t.group.charter}</h2><p class="hint">${t.charter[`${view.charter}Meaning`]}</p></section><section><h2>${t.group.rules}</h2>${
    view.rules
      ? html`<div class="prose small">${printSafe(view.rules)}</div>`
      : html`<p class="hint">${t.group.rulesEmpty}</p>`
  }</section>${nothing}`;
}
