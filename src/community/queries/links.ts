import { sql } from "kysely";
import type { Database, Transaction } from "../../store/index.ts";

/** True where the two were not linked so before. */
export async function insertLink(
  tx: Transaction,
  link: { communityId: number; questionId: number; otherId: number; kind: string },
): Promise<boolean> {
  const rows = await tx.db
    .insertInto("question_link")
    .values({
      community_id: link.communityId,
      question_id: link.questionId,
      other_id: link.otherId,
      kind: link.kind,
      created_at: tx.now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning("question_id")
    .execute();
  return rows.length > 0;
}

export async function setDuplicateOf(
  tx: Transaction,
  communityId: number,
  questionId: number,
  originalId: number,
): Promise<void> {
  await tx.db
    .updateTable("question")
    .set({ duplicate_of: originalId })
    .where("community_id", "=", communityId)
    .where("id", "=", questionId)
    .execute();
}

/** Whether one question leads to another by being a duplicate, over however many steps (fifty at most). */
export async function isDuplicateOf(
  tx: Transaction,
  communityId: number,
  questionId: number,
  originalId: number,
): Promise<boolean> {
  const { rows } = await sql<{ found: boolean }>`
    with recursive led (id, steps) as (
      select duplicate_of, 1 from question where community_id = ${communityId} and id = ${questionId}
      union
      select q.duplicate_of, led.steps + 1 from led
      join question q on q.community_id = ${communityId} and q.id = led.id where led.steps < 50
    )
    select exists (select from led where id = ${originalId}) as found`.execute(tx.db);
  return rows[0]?.found === true;
}

/** Says what tags mean. */
export async function setTagDescriptions(
  tx: Transaction,
  communityId: number,
  tags: readonly { readonly name: string; readonly description: string }[],
): Promise<void> {
  if (tags.length === 0) return;
  await sql`
    update tag set description = said.description
    from unnest(${tags.map((tag) => tag.name)}::text[], ${tags.map((tag) => tag.description)}::text[])
      as said (name, description)
    where community_id = ${communityId} and tag.name = said.name`.execute(tx.db);
}

/** Those of these ids that are questions of the community. */
export async function keepQuestions(
  database: Database,
  communityId: number,
  ids: readonly number[],
): Promise<number[]> {
  if (ids.length === 0) return [];
  const rows = await database
    .selectFrom("question")
    .select("id")
    .where("community_id", "=", communityId)
    .where("id", "in", ids)
    .limit(ids.length)
    .execute();
  return rows.map(({ id }) => id);
}
