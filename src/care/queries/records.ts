import { sql } from "kysely";
import type { Database, Transaction } from "../../store/index.ts";

// What hangs on a problem: notes and links.

export async function insertNote(
  tx: Transaction,
  note: { communityId: number; problemId: number; authorId: number; body: string; html: string },
): Promise<number> {
  const row = await tx.db
    .insertInto("problem_note")
    .values({
      community_id: note.communityId,
      problem_id: note.problemId,
      author_id: note.authorId,
      body: note.body,
      html: note.html,
      created_at: tx.now,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return row.id;
}

export interface Note {
  readonly id: number;
  readonly author: { readonly memberId: number; readonly name: string; readonly staff: boolean };
  readonly body: string;
  readonly html: string;
  readonly at: Date;
}

/** A problem's notes, oldest first; the newest 200. */
export async function listNotes(database: Database, communityId: number, problemId: number): Promise<Note[]> {
  const rows = await database
    .selectFrom("problem_note as n")
    .innerJoin("member as m", (join) =>
      join.onRef("m.community_id", "=", "n.community_id").onRef("m.id", "=", "n.author_id"),
    )
    .select(["n.id", "n.body", "n.html", "n.created_at as at", "m.id as memberId", "m.name", "m.staff"])
    .where("n.community_id", "=", communityId)
    .where("n.problem_id", "=", problemId)
    .orderBy("n.id", "desc")
    .limit(200)
    .execute();
  return rows.reverse().map(({ memberId, name, staff, ...note }) => ({ ...note, author: { memberId, name, staff } }));
}

export type ProblemLinkKind = "related" | "known" | "merged" | "split";

/** True where the two were not linked so before. */
export async function insertProblemLink(
  tx: Transaction,
  link: { communityId: number; problemId: number; otherId: number; kind: ProblemLinkKind; byId: number },
): Promise<boolean> {
  const rows = await tx.db
    .insertInto("problem_link")
    .values({
      community_id: link.communityId,
      problem_id: link.problemId,
      other_id: link.otherId,
      kind: link.kind,
      created_at: tx.now,
      created_by: link.byId,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning("problem_id")
    .execute();
  return rows.length > 0;
}

/** Takes away that a problem was merged into another one. */
export async function deleteMergeLink(tx: Transaction, communityId: number, problemId: number): Promise<void> {
  await tx.db
    .deleteFrom("problem_link")
    .where("community_id", "=", communityId)
    .where("problem_id", "=", problemId)
    .where("kind", "=", "merged")
    .execute();
}

export interface LinkedProblem {
  readonly id: number;
  readonly kind: ProblemLinkKind;
  /** Whether the link points here from the other. */
  readonly inward: boolean;
  readonly title: string;
  readonly state: string;
}

/** The problems linked with this one, in either direction, 100 at most. */
export async function listLinked(database: Database, communityId: number, problemId: number): Promise<LinkedProblem[]> {
  const { rows } = await sql<LinkedProblem>`
    select p.id, l.kind, l.problem_id <> ${problemId} as inward, coalesce(q.title, p.title, '') as title, p.state
    from problem_link l
    join problem p on p.community_id = l.community_id
      and p.id = case when l.problem_id = ${problemId} then l.other_id else l.problem_id end
    left join question q on q.community_id = p.community_id and q.id = p.question_id
    where l.community_id = ${communityId} and (l.problem_id = ${problemId} or l.other_id = ${problemId})
    order by l.created_at desc, p.id limit 100`.execute(database);
  return rows;
}
