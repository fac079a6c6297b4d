import type { PageContext } from "../page-context.ts";
import { followButton } from "../parts/follow.tsx";
import { layout } from "../parts/layout.tsx";
import { questionList } from "../parts/question-row.tsx";
import { emptyState, pager, pathsHere } from "../parts/small.tsx";
import { type Html, html } from "../raw.tsx";
import { withQuery } from "../url.ts";
import type { QuestionRow, StateFilter } from "../view-models.ts";
import { filterTabs } from "./group.tsx";

export interface TagView {
  tag: string;
  /** What the tag is for; empty when nobody has said. */
  description: string;
  /** Whether the reader follows it; null where there is no such tag, and for readers who are not members of the community. */
  follows: boolean | null;
  filter: StateFilter;
  questions: readonly QuestionRow[];
  /** The `before` parameter of the link "Older", or null at the end of the list. */
  older: string | null;
  paged: boolean;
}

/** `/c/{slug}/t/{tag}?state=&before=`. */
export function tagPage(view: TagView, context: PageContext): Html {
  const { t } = context;
  const paths = pathsHere(context);
  const address = paths.tag(view.tag);
  const here = withQuery(address, { state: view.filter === "all" ? null : view.filter });
  return layout(
    {
      title: t.tag.title(view.tag),
      description: view.description || t.tag.description(view.tag, context.community?.name ?? ""),
      canonical: address,
      main: html`<div class="column"><header class="opening"><p class="crumbs"><a href="${paths.tags}">${t.tag.allTagsTitle}</a></p><h1>${t.tag.title(view.tag)}</h1>${
        view.description !== "" && html`<p class="lead">${view.description}</p>`
      }${
        view.follows !== null &&
        html`<div class="follow">${followButton({ what: "tag", follows: view.follows, begin: paths.tagFollow(view.tag), end: paths.tagUnfollow(view.tag) }, context)}</div>`
      }</header>${filterTabs(view.filter, address, context)}${
        view.questions.length > 0
          ? questionList(view.questions, context)
          : emptyState(t.tag.empty, { href: paths.tags, label: t.tag.allTags })
      }${pager(view.older && withQuery(here, { before: view.older }), view.paged ? here : null, context)}</div>`,
    },
    context,
  );
}

export interface TagsView {
  tags: readonly { name: string; description: string }[];
  /** The last tag of this page, where more come behind it. */
  next: string | null;
  /** Whether others come before these. */
  paged: boolean;
}

/** `/c/{slug}/t?after=`: every tag that questions carry, by name. */
export function tagsPage(view: TagsView, context: PageContext): Html {
  const { t } = context;
  const paths = pathsHere(context);
  return layout(
    {
      title: t.tag.allTagsTitle,
      canonical: paths.tags,
      main: html`<div class="column"><header class="opening"><h1>${t.tag.allTagsTitle}</h1></header>${
        view.tags.length === 0
          ? emptyState(t.tag.allTagsEmpty)
          : html`<ul class="tag-list">${view.tags.map((tag) => html`<li><a href="${paths.tag(tag.name)}">${tag.name}</a>${tag.description && html` <span class="aside">${tag.description}</span>`}</li>`)}</ul>`
      }${
        (view.paged || view.next !== null) &&
        html`<nav class="pager" aria-label="${t.common.pages}">${view.paged && html`<a href="${paths.tags}">${t.tag.allTags}</a>`}${view.next !== null && html`<a class="button" rel="next" href="${withQuery(paths.tags, { after: view.next })}">${t.search.next}</a>`}</nav>`
      }</div>`,
    },
    context,
  );
}
