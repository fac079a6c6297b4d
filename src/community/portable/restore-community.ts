import { err, ok, type Result, refusal } from "../../kernel/index.ts";
import type { Transaction } from "../../store/index.ts";
import { checkSlug } from "../fields.ts";
import { findCommunity, findImported, type ImportKey, rememberImported } from "../queries/index.ts";
import { hasQuestions, insertCommunityRecord } from "./queries/restore.ts";
import type { CommunityRecord } from "./records.ts";

/**
 * The community that an export goes to: made as it was, or the one with this address where nothing was asked in it yet, or where
 * the same export began to arrive before. One with questions is refused (`community-not-empty`).
 */
export async function restoreCommunity(
  tx: Transaction,
  source: string,
  record: CommunityRecord,
): Promise<Result<{ key: ImportKey; created: boolean }>> {
  const slug = checkSlug(record.slug);
  if (!slug.ok) return slug;
  const existing = await findCommunity(tx.db, slug.value);
  const { id: sourceId, ...fields } = record;
  const communityId = existing?.id ?? (await insertCommunityRecord(tx, { ...fields, slug: slug.value }));
  if (communityId === null) return err(notEmpty(slug.value));
  const key = { communityId, source };
  const begun = await findImported(tx.db, key, "community", [sourceId]);
  if (begun.size > 0) return ok({ key, created: false });
  if (await hasQuestions(tx.db, communityId)) return err(notEmpty(slug.value));
  await rememberImported(tx, key, [{ kind: "community", sourceId, targetId: communityId }]);
  return ok({ key, created: !existing });
}

function notEmpty(slug: string) {
  return refusal(
    "conflict",
    "community-not-empty",
    `There are questions in the community ${slug} already, and they are not from this export.`,
    "Give the import another address with --community.",
  );
}
