import { bookWindows, readBook } from "../../care/index.ts";
import type { Route } from "../../http/index.ts";
import { showPage } from "../answer.ts";
import { openBookPage } from "../pages/index.ts";
import type { WebServices } from "../services.ts";
import { withQuery } from "../url.ts";
import { communityVisit } from "../visit.ts";

const usualWindow = 90;

/** The open book. */
export function openBookRoutes(services: WebServices): Route[] {
  return [
    {
      method: "get",
      path: "/c/:slug/book",
      permission: "read the community",
      handle: async (c) => {
        const { community, page } = communityVisit(c);
        const days = bookWindows.find((one) => String(one) === c.req.query("days")) ?? usualWindow;
        const book = await readBook(services.store.database, community.id, days, page.now);
        const api = withQuery(`/api/v1/communities/${encodeURIComponent(community.slug)}/book`, { days });
        return showPage(c, openBookPage({ book, api }, page));
      },
    },
  ];
}
