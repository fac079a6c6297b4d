import { may } from "../../accounts/index.ts";
import { chooseSearchModel, rebuildSearch, trainSearch } from "../../community/index.ts";
import type { HttpContext, Route } from "../../http/index.ts";
import { unwrap } from "../../kernel/index.ts";
import { readEmbeddings, readLearned, readQuality } from "../../search/index.ts";
import { goTo, showPage } from "../answer.ts";
import { field, idOf } from "../forms.ts";
import { adminSearchPage } from "../pages/index.ts";
import type { WebServices } from "../services.ts";
import { pathsOf } from "../url.ts";
import { memberVisit } from "../visit.ts";
import { sectionsOf } from "./admin.ts";

const weeksShown = 26;
/** How often a page looks again by itself while something is under way, in seconds. */
const lookAgain = "3";

/** How search is, and what it has learned. */
export function adminSearchRoutes(services: WebServices): Route[] {
  const { store, search } = services;
  const { database, clock } = store;

  async function show(c: HttpContext): Promise<Response> {
    const { actor, community, page } = memberVisit(c);
    const [{ mode, memory, embeddings: service }, learned, quality] = await Promise.all([
      search.status(),
      readLearned(database, community.id),
      readQuality(database, community.id, clock.now(), weeksShown),
    ]);
    const own = memory?.communities.find(({ communityId }) => communityId === community.id);
    const index = own && memory ? { ...own, behindMs: memory.behindMs } : null;
    const mayManage = may(actor, "manage search");
    const embeddings = service && (await readEmbeddings(database, community.id, service, learned));
    const view = { sections: sectionsOf(actor), mode, index, embeddings, learned, quality, mayManage };
    const response = await showPage(c, adminSearchPage(view, page));
    if (learned.state !== "idle" || index?.progress != null) response.headers.set("refresh", lookAgain);
    return response;
  }

  async function learn(c: HttpContext): Promise<Response> {
    const { actor, community } = memberVisit(c);
    unwrap(await store.transact((tx) => trainSearch(tx, actor)));
    return goTo(c, services, pathsOf(community.slug).adminSearch, { code: "searchLearns" });
  }

  async function choose(c: HttpContext): Promise<Response> {
    const { actor, community, form } = memberVisit(c);
    const wished = field(form, "choice");
    const modelId = idOf(field(form, "model")) ?? 0;
    const wish =
      wished === "off" || wished === "newest"
        ? ({ choice: wished } as const)
        : ({ choice: "chosen", modelId } as const);
    unwrap(await store.transact((tx) => chooseSearchModel(tx, actor, wish)));
    return goTo(c, services, pathsOf(community.slug).adminSearch, { code: "searchModelChosen" });
  }

  async function rebuild(c: HttpContext): Promise<Response> {
    const { actor, community } = memberVisit(c);
    unwrap(await store.transact((tx) => rebuildSearch(tx, actor)));
    return goTo(c, services, pathsOf(community.slug).adminSearch, { code: "searchRebuilds" });
  }

  return [
    { method: "get", path: "/c/:slug/admin/search", permission: "see health", handle: show },
    { method: "post", path: "/c/:slug/admin/search/learning", permission: "manage search", handle: learn },
    { method: "post", path: "/c/:slug/admin/search/model", permission: "manage search", handle: choose },
    { method: "post", path: "/c/:slug/admin/search/index", permission: "manage search", handle: rebuild },
  ];
}
