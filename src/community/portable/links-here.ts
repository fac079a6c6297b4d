import type { Context } from "./portable-file.ts";

/** The path of a member's page or of a question's, and of an answer on it, in somebody's words; behind a host it leads to another place. */
const path =
  /(?<![\w.:-])\/c\/([a-z0-9-]{1,60})\/([mq])\/([1-9]\d{0,14})(?!\d)(?:([^\s#()<>"]*)#answer-([1-9]\d{0,14}))?/g;

/**
 * Lets words that an export brings link the same members, questions and answers here: their ids are others, and the community's address may
 * be. What is not here yet is left as it is, and an answer's place on a page that is here is left out.
 */
export async function linksHere(
  { ids, slugs }: Pick<Context, "ids" | "slugs">,
  bodies: readonly string[],
): Promise<(body: string) => string> {
  const linked = bodies.flatMap((body) => [...body.matchAll(path)].filter(([, slug]) => slug === slugs.there));
  const idsOf = (what: string) => linked.flatMap(([, , kind, id]) => (kind === what ? Number(id) : []));
  await ids.load("member", idsOf("m"));
  await ids.load("question", idsOf("q"));
  await ids.load(
    "message",
    linked.flatMap(([, , , , , answer]) => (answer === undefined ? [] : Number(answer))),
  );
  return (body) =>
    body.replace(path, (link, slug: string, kind: "m" | "q", id: string, rest = "", answer?: string) => {
      const here = slug === slugs.there ? ids.find(kind === "m" ? "member" : "question", Number(id)) : undefined;
      if (here === undefined) return link;
      const answerHere = answer === undefined ? undefined : ids.find("message", Number(answer));
      return `/c/${slugs.here}/${kind}/${here}${rest}${answerHere === undefined ? "" : `#answer-${answerHere}`}`;
    });
}
