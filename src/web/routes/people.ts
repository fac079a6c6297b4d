import { listMembers } from "../../accounts/index.ts";
import type { HttpContext, Route } from "../../http/index.ts";
import { cleanLine } from "../../kernel/index.ts";
import { showPage } from "../answer.ts";
import { idOf } from "../forms.ts";
import { peopleFragment } from "../pages/index.ts";
import type { WebServices } from "../services.ts";
import { memberVisit } from "../visit.ts";

const mostShown = 6;
/** As many as anybody reads the names of on one page. */
const mostHere = 50;
const longestName = 80;

/** Whom one may mean while typing a name, so as to mention them. */
export function peopleRoutes({ store: { database } }: WebServices): Route[] {
  async function people(c: HttpContext): Promise<Response> {
    const { community, actor, page } = memberVisit(c);
    const prefix = cleanLine((c.req.query("name") ?? "").slice(0, longestName));
    if (prefix === "") return showPage(c, peopleFragment([], page));
    const here = (c.req.query("here") ?? "").split(",", mostHere).flatMap((id) => idOf(id) ?? []);
    // One more, because whoever asks is left out.
    const wish = { prefix, limit: mostShown + 1 };
    const [near, all] = await Promise.all([
      here.length > 0 ? listMembers(database, community.id, { ...wish, ids: here }) : null,
      listMembers(database, community.id, wish),
    ]);
    const found = new Map([...(near?.members ?? []), ...all.members].map((member) => [member.id, member]));
    found.delete(actor.memberId);
    return showPage(c, peopleFragment([...found.values()].slice(0, mostShown), page));
  }

  return [{ method: "get", path: "/c/:slug/people", permission: "see members", handle: people }];
}
