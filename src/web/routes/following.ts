import type { HttpContext, Route } from "../../http/index.ts";
import { unwrap } from "../../kernel/index.ts";
import { endFollow, type FollowTarget, follow } from "../../notifications/index.ts";
import { goTo } from "../answer.ts";
import type { WebServices } from "../services.ts";
import { type CommunityPaths, pathsOf } from "../url.ts";
import { memberVisit } from "../visit.ts";
import { addressOf, pathId } from "./question.ts";

/** What is followed at one address, and where one is led back to. */
interface Followed {
  readonly target: FollowTarget;
  readonly begin: string;
  readonly end: string;
  readonly back: string;
}

/** The buttons that follow a question, a tag or a group, and end it. */
export function followingRoutes(services: WebServices): Route[] {
  const { store } = services;

  async function question(c: HttpContext, paths: CommunityPaths): Promise<Followed> {
    const id = pathId(c);
    const back = await addressOf(services, memberVisit(c), id);
    const target = { subject: "question", name: String(id) } as const;
    return { target, begin: paths.questionFollow(id), end: paths.questionUnfollow(id), back };
  }

  function tag(c: HttpContext, paths: CommunityPaths): Followed {
    const name = c.req.param("tag") ?? "";
    const target = { subject: "tag", name } as const;
    return { target, begin: paths.tagFollow(name), end: paths.tagUnfollow(name), back: paths.tag(name) };
  }

  function group(c: HttpContext, paths: CommunityPaths): Followed {
    const name = c.req.param("group") ?? "";
    const target = { subject: "group", name } as const;
    return { target, begin: paths.groupFollow(name), end: paths.groupUnfollow(name), back: paths.group(name) };
  }

  function routesAt(
    path: string,
    read: (c: HttpContext, paths: CommunityPaths) => Followed | Promise<Followed>,
  ): Route[] {
    const change = (begins: boolean) => async (c: HttpContext) => {
      const { actor, community } = memberVisit(c);
      const { target, begin, end, back } = await read(c, pathsOf(community.slug));
      unwrap(await store.transact((tx) => (begins ? follow : endFollow)(tx, actor, target)));
      const notice = begins
        ? ({ code: "followBegun", undo: end } as const)
        : ({ code: "followEnded", undo: begin } as const);
      return goTo(c, services, back, notice);
    };
    const permission = "choose own notifications";
    return [
      { method: "post", path: `${path}/follow`, permission, handle: change(true) },
      { method: "post", path: `${path}/unfollow`, permission, handle: change(false) },
    ];
  }

  return [
    ...routesAt("/c/:slug/q/:id", question),
    ...routesAt("/c/:slug/t/:tag", tag),
    ...routesAt("/c/:slug/g/:group", group),
  ];
}
