import { keepPost, maskPost, type PostKind } from "../../community/index.ts";
import type { HttpContext, Route } from "../../http/index.ts";
import { unwrap } from "../../kernel/index.ts";
import { goTo } from "../answer.ts";
import type { WebServices } from "../services.ts";
import { memberVisit } from "../visit.ts";
import { addressOf, pathId } from "./question.ts";

const pathOf: Record<PostKind, string> = {
  question: "/c/:slug/q/:id",
  answer: "/c/:slug/a/:id",
  comment: "/c/:slug/comments/:id",
};
const acts = {
  mask: { work: maskPost, code: "dataMasked" },
  keep: { work: keepPost, code: "dataKept" },
} as const;

/** Taking personal data out of a post, and saying that it may stay: one press each. Cannot be undone, so nothing offers it. */
export function maskingRoutes(services: WebServices): Route[] {
  async function act(c: HttpContext, kind: PostKind, { work, code }: (typeof acts)[keyof typeof acts]) {
    const visit = memberVisit(c);
    const id = pathId(c);
    const { questionId } = unwrap(await services.store.transact((tx) => work(tx, visit.actor, kind, id)));
    const post = kind === "question" ? null : { kind, id };
    return goTo(c, services, await addressOf(services, visit, questionId, post), { code });
  }

  return (["question", "answer", "comment"] as const).flatMap((kind) =>
    (["mask", "keep"] as const).map(
      (name): Route => ({
        method: "post",
        path: `${pathOf[kind]}/${name}`,
        permission: "edit own messages",
        handle: (c) => act(c, kind, acts[name]),
      }),
    ),
  );
}
