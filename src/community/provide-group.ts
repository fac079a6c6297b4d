import { ok, type Result } from "../kernel/index.ts";
import type { Transaction } from "../store/index.ts";
import { checkName, checkSlug } from "./fields.ts";
import { findGroup, insertGroup } from "./queries/index.ts";

/**
 * Opens a help group for Kith itself, which an import needs before anybody could manage groups. A group that has the address already
 * is taken as it is.
 */
export async function provideGroup(
  tx: Transaction,
  communityId: number,
  wanted: { readonly slug: string; readonly name: string },
): Promise<Result<{ slug: string; created: boolean }>> {
  const slug = checkSlug(wanted.slug);
  if (!slug.ok) return slug;
  const name = checkName(wanted.name);
  if (!name.ok) return name;
  if (await findGroup(tx.db, communityId, slug.value)) return ok({ slug: slug.value, created: false });
  const fields = {
    slug: slug.value,
    name: name.value,
    purpose: "",
    rules: "",
    charter: "help" as const,
  };
  const id = await insertGroup(tx, communityId, fields);
  if (id === null) return ok({ slug: slug.value, created: false });
  tx.append({ communityId, kind: "group.created", actorId: null, subject: "group", subjectId: id });
  return ok({ slug: slug.value, created: true });
}
