import { cleanText, err, ok, type Result, refusal } from "../kernel/index.ts";
import type { Transaction } from "../store/index.ts";
import { checkName, checkSlug } from "./fields.ts";
import { insertCommunity } from "./queries/index.ts";

export interface NewCommunity {
  readonly slug: string;
  readonly name: string;
  readonly description: string;
  /** BCP 47 language tag of the pages for readers who chose none. */
  readonly locale: string;
}

/** Opens a community, still without groups or members; returns its id. */
export async function createCommunity(
  tx: Transaction,
  fields: NewCommunity,
): Promise<Result<{ id: number; slug: string }>> {
  const slug = checkSlug(fields.slug);
  if (!slug.ok) return slug;
  const name = checkName(fields.name);
  if (!name.ok) return name;
  const description = cleanText(fields.description).trim().slice(0, 1000);
  const id = await insertCommunity(tx, { slug: slug.value, name: name.value, description, locale: fields.locale });
  if (id === null) {
    const said = "Another community has this address.";
    return err(refusal("conflict", "community-exists", said, "Choose another address.", { slug: said }));
  }
  tx.append({ communityId: id, kind: "community.created", actorId: null, subject: "community", subjectId: id });
  return ok({ id, slug: slug.value });
}
