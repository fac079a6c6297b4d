import type { Context } from "./portable-file.ts";

/** The path of a member's page in somebody's words; behind a host it leads to another place. */
const memberPage = /(?<![\w.:-])\/c\/([a-z0-9-]{1,60})\/m\/([1-9]\d{0,14})(?!\d)/g;

/** Lets words that an export brings mention the same people here: their ids are others, and the community's address may be. */
export async function mentionsHere(
  { ids, slugs }: Pick<Context, "ids" | "slugs">,
  bodies: readonly string[],
): Promise<(body: string) => string> {
  const linked = bodies.flatMap((body) =>
    [...body.matchAll(memberPage)].flatMap(([, slug, id]) => (slug === slugs.there ? Number(id) : [])),
  );
  await ids.load("member", linked);
  return (body) =>
    body.replace(memberPage, (link, slug: string, id: string) => {
      const here = slug === slugs.there ? ids.find("member", Number(id)) : undefined;
      return here === undefined ? link : `/c/${slugs.here}/m/${here}`;
    });
}
