import type { Database, Transaction } from "../../store/index.ts";
import type { Urgency } from "../problem.ts";
import type { QueueView } from "./queue.ts";

// What those who work at the desk keep: macros for all of them, views for oneself.

/** Words that are said again and again. */
export interface Macro {
  readonly id: number;
  readonly name: string;
  /** Markdown, with variables such as `{asker}`. */
  readonly body: string;
}

/** A community's macros by name; 200 at most. */
export async function listMacros(database: Database, communityId: number): Promise<Macro[]> {
  return database
    .selectFrom("macro")
    .select(["id", "name", "body"])
    .where("community_id", "=", communityId)
    .orderBy("name")
    .limit(200)
    .execute();
}

/** Makes a macro, or changes the one with this name; returns its id. */
export async function upsertMacro(
  tx: Transaction,
  communityId: number,
  macro: { readonly name: string; readonly body: string; readonly byId: number },
): Promise<number> {
  const set = { body: macro.body, changed_at: tx.now, changed_by: macro.byId };
  const row = await tx.db
    .insertInto("macro")
    .values({ community_id: communityId, name: macro.name, ...set })
    .onConflict((conflict) => conflict.columns(["community_id", "name"]).doUpdateSet(set))
    .returning("id")
    .executeTakeFirstOrThrow();
  return row.id;
}

/** True where there was one. */
export async function deleteMacro(tx: Transaction, communityId: number, id: number): Promise<boolean> {
  const rows = await tx.db
    .deleteFrom("macro")
    .where("community_id", "=", communityId)
    .where("id", "=", id)
    .returning("id")
    .execute();
  return rows.length > 0;
}

/** A view of the queue with filters, under a name. */
export interface SavedView {
  readonly id: number;
  readonly name: string;
  readonly view: QueueView;
  readonly urgency: Urgency | null;
  /** A subject area's slug. */
  readonly area: string | null;
}

/** A member's own views by name; 50 at most. */
export async function listSavedViews(database: Database, communityId: number, memberId: number): Promise<SavedView[]> {
  const rows = await database
    .selectFrom("saved_view as v")
    .leftJoin("subject_area as a", (join) =>
      join.onRef("a.community_id", "=", "v.community_id").onRef("a.id", "=", "v.area_id"),
    )
    .select(["v.id", "v.name", "v.view", "v.urgency", "a.slug as area"])
    .where("v.community_id", "=", communityId)
    .where("v.member_id", "=", memberId)
    .orderBy("v.name")
    .limit(50)
    .execute();
  return rows as SavedView[];
}

/** Keeps a view, or changes the one with this name; returns its id. */
export async function upsertSavedView(
  tx: Transaction,
  { communityId, memberId }: { readonly communityId: number; readonly memberId: number },
  kept: {
    readonly name: string;
    readonly view: QueueView;
    readonly urgency: Urgency | null;
    readonly areaId: number | null;
  },
): Promise<number> {
  const set = { view: kept.view, urgency: kept.urgency, area_id: kept.areaId };
  const row = await tx.db
    .insertInto("saved_view")
    .values({ community_id: communityId, member_id: memberId, name: kept.name, ...set })
    .onConflict((conflict) => conflict.columns(["community_id", "member_id", "name"]).doUpdateSet(set))
    .returning("id")
    .executeTakeFirstOrThrow();
  return row.id;
}

/** True where there was one. */
export async function deleteSavedView(
  tx: Transaction,
  { communityId, memberId }: { readonly communityId: number; readonly memberId: number },
  id: number,
): Promise<boolean> {
  const rows = await tx.db
    .deleteFrom("saved_view")
    .where("community_id", "=", communityId)
    .where("member_id", "=", memberId)
    .where("id", "=", id)
    .returning("id")
    .execute();
  return rows.length > 0;
}
