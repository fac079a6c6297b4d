import { fixKnown, linkReports, markKnown, unmarkKnown } from "../../care/index.ts";
import type { HttpContext, Route } from "../../http/index.ts";
import type { Result } from "../../kernel/index.ts";
import type { Transaction } from "../../store/index.ts";
import { field, idOf } from "../forms.ts";
import type { Notice } from "../page-context.ts";
import { type MemberVisit, memberVisit } from "../visit.ts";
import { problemId } from "./problem-id.ts";

/** Does something from a form of the problem's page: back to it with a notice, or shown again with what was typed. */
export type DeskAct = <T>(
  c: HttpContext,
  on: "known" | "fixed",
  typed: { body: string; title?: string; words?: string },
  work: (tx: Transaction, visit: MemberVisit) => Promise<Result<T>>,
  notice: Notice | ((done: T) => Notice),
) => Promise<Response>;

/** What the desk does about a known problem, from its page there. */
export function deskKnownRoutes(act: DeskAct): Route[] {
  const typedIn = (c: HttpContext, name: string) => field(memberVisit(c).form, name);

  function mark(c: HttpContext): Promise<Response> {
    const typed = { title: typedIn(c, "knownTitle"), body: typedIn(c, "body") };
    const work = (tx: Transaction, { actor }: MemberVisit) => markKnown(tx, actor, problemId(c), typed);
    return act(c, "known", typed, work, { code: "knownMarked" });
  }

  function link(c: HttpContext): Promise<Response> {
    const ids = memberVisit(c)
      .form.getAll("report")
      .flatMap((id) => idOf(id) ?? []);
    const work = (tx: Transaction, { actor }: MemberVisit) => linkReports(tx, actor, problemId(c), ids);
    return act(c, "known", { body: "" }, work, ({ linked, passedOver }) => ({
      code: "knownLinked",
      numbers: [linked, linked + passedOver],
    }));
  }

  function fix(c: HttpContext): Promise<Response> {
    const words = typedIn(c, "words");
    const work = (tx: Transaction, { actor }: MemberVisit) => fixKnown(tx, actor, problemId(c), words);
    return act(c, "fixed", { body: "", words }, work, { code: "knownFixed" });
  }

  function unmark(c: HttpContext): Promise<Response> {
    const work = (tx: Transaction, { actor }: MemberVisit) => unmarkKnown(tx, actor, problemId(c));
    return act(c, "known", { body: "" }, work, { code: "knownUnmarked" });
  }

  const base = "/c/:slug/care/p/:id/known";
  const permission = "work on problems";
  return [
    { method: "post", path: base, permission, handle: mark },
    { method: "post", path: `${base}/reports`, permission, handle: link },
    { method: "post", path: `${base}/fixed`, permission, handle: fix },
    { method: "post", path: `${base}/unmark`, permission, handle: unmark },
  ];
}
