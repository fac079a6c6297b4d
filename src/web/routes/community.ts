import { may } from "../../accounts/index.ts";
import {
  findGroup,
  groupMissing,
  joinGroup,
  type ListedState,
  type ListPosition,
  leaveGroup,
  listGroups,
  listQuestions,
  listTags,
  type QuestionListed,
} from "../../community/index.ts";
import type { HttpContext, Route } from "../../http/index.ts";
import { RefusalError, unwrap } from "../../kernel/index.ts";
import { goTo, showPage } from "../answer.ts";
import { communityStyles } from "../colours.ts";
import { groupPage, homePage } from "../pages/index.ts";
import { stateFilter } from "../search-wish.ts";
import type { WebServices } from "../services.ts";
import { pathsOf } from "../url.ts";
import type { StateFilter } from "../view-models.ts";
import { questionRow, showRules } from "../views.ts";
import { communityVisit, memberVisit } from "../visit.ts";

export const rowsPerPage = 30;
const rowsAtHome = 8;
const tagsAtHome = 30;

export function communityRoutes(services: WebServices): Route[] {
  const { store } = services;
  const { database } = store;

  async function home(c: HttpContext): Promise<Response> {
    const { community, actor, page } = communityVisit(c);
    const communityId = community.id;
    const [groups, waiting, solved, tags] = await Promise.all([
      listGroups(database, communityId, actor?.memberId),
      listQuestions(database, { communityId, state: "waiting", limit: rowsAtHome }),
      listQuestions(database, { communityId, state: "solved", limit: rowsAtHome }),
      listTags(database, communityId, { limit: tagsAtHome }),
    ]);
    const rows = (listed: QuestionListed[]) => listed.map((one) => questionRow(one, { withGroup: true }));
    const view = {
      groups: groups.map((group) => ({ ...group, waiting: null })),
      waiting: rows(waiting),
      solved: rows(solved),
      tags: tags.map(({ name }) => name),
    };
    return showPage(c, homePage(view, page));
  }

  async function group(c: HttpContext): Promise<Response> {
    const { community, actor, page } = communityVisit(c);
    const slug = c.req.param("group") ?? "";
    const filter = stateFilter(c.req.query("state"));
    const before = readPosition(c.req.query("before"));
    const wish = { communityId: community.id, group: slug, state: listedState(filter), before };
    const [found, listed] = await Promise.all([
      findGroup(database, community.id, slug, actor?.memberId),
      listQuestions(database, { ...wish, limit: rowsPerPage + 1 }),
    ]);
    if (!found) throw new RefusalError(groupMissing);
    const view = {
      slug: found.slug,
      name: found.name,
      purpose: found.purpose,
      charter: found.charter,
      rules: showRules(found.rules),
      members: found.members,
      follows: actor && found.followed,
      joined: actor && may(actor, "join groups") ? found.joined : null,
      filter,
      ...firstPage(listed, false),
      paged: before !== undefined,
    };
    return showPage(c, groupPage(view, page));
  }

  return [
    { method: "get", path: "/c/:slug", permission: "read the community", handle: home },
    { method: "get", path: "/c/:slug/g/:group", permission: "read the community", handle: group },
    {
      method: "get",
      path: "/c/:slug/colours.css",
      permission: "read the community",
      handle: (c) => {
        const { colourAccent, colourPaper } = communityVisit(c).community;
        const styles = communityStyles({ accent: colourAccent, paper: colourPaper });
        const headers = { "content-type": "text/css; charset=utf-8", "cache-control": "public, max-age=300" };
        return new Response(styles, { headers });
      },
    },
    {
      method: "post",
      path: "/c/:slug/g/:group/join",
      permission: "join groups",
      handle: async (c) => {
        const { community, actor } = memberVisit(c);
        const slug = c.req.param("group") ?? "";
        unwrap(await store.transact((tx) => joinGroup(tx, actor, slug)));
        const paths = pathsOf(community.slug);
        return goTo(c, services, paths.group(slug), { code: "groupJoined", undo: paths.groupLeave(slug) });
      },
    },
    {
      method: "post",
      path: "/c/:slug/g/:group/leave",
      permission: "join groups",
      handle: async (c) => {
        const { community, actor } = memberVisit(c);
        const slug = c.req.param("group") ?? "";
        unwrap(await store.transact((tx) => leaveGroup(tx, actor, slug)));
        const paths = pathsOf(community.slug);
        return goTo(c, services, paths.group(slug), { code: "groupLeft", undo: paths.groupJoin(slug) });
      },
    },
  ];
}

export function listedState(filter: StateFilter): ListedState | undefined {
  return filter === "all" ? undefined : filter;
}

/** The rows of one page, and where the next begins: the list was asked for one row more than a page has. */
export function firstPage(listed: readonly QuestionListed[], withGroup: boolean) {
  const shown = listed.slice(0, rowsPerPage);
  const last = shown.at(-1);
  return {
    questions: shown.map((one) => questionRow(one, { withGroup })),
    older: listed.length > rowsPerPage && last ? `${last.lastActivityAt.getTime()}-${last.id}` : null,
  };
}

/** The place in a list that the link "Older" names; anything else begins at the top. */
export function readPosition(text: string | undefined): ListPosition | undefined {
  const [, at, id] = /^(\d{1,15})-(\d{1,15})$/.exec(text ?? "") ?? [];
  return at && id ? { at: new Date(Number(at)), id: Number(id) } : undefined;
}
