import { describeTags, findImported } from "../../../community/index.ts";
import { ok, type Result } from "../../../kernel/index.ts";
import { atMoment } from "../../../store/index.ts";
import type { Outcome, Phase } from "./batches.ts";
import { readTag, type TagRow } from "./rows.ts";
import type { Run } from "./run.ts";

/** The tags by the post that says what they are for. Sites have thousands of tags, not millions: they fit in memory. */
export type TagTexts = Map<number, { readonly id: number; readonly name: string }>;

/** Every tag, used or not. Tags have no date; they get the site's beginning. */
export function tagsPhase(run: Run, texts: TagTexts): Phase<TagRow, Map<number, number>> {
  return {
    file: "Tags.xml",
    read: readTag,
    kindOf: () => "tags",
    seen(row) {
      if (row.excerptId !== null) texts.set(row.excerptId, { id: row.id, name: row.name });
    },
    prepare: (tx, rows) =>
      findImported(
        tx.db,
        run.key,
        "tag",
        rows.map(({ id }) => id),
      ),
    async write(tx, row, known): Promise<Result<Outcome>> {
      if (known.has(row.id)) return ok({ became: "known" });
      const then = atMoment(tx, run.began);
      const written = await describeTags(then, run.key.communityId, [{ name: row.name, description: "" }]);
      if (!written.ok) return written;
      known.set(row.id, row.id);
      return ok({ became: "new", items: [{ kind: "tag", sourceId: row.id, targetId: row.id }] });
    },
  };
}
