import type { Database, Transaction } from "../../store/index.ts";
import type { MessageKind } from "../triage.ts";

/** The version of what a community's triage learned; null while it judges with the model that Kith starts with. */
export async function findModelVersion(database: Database, communityId: number): Promise<number | null> {
  const newest = await database
    .selectFrom("triage_model")
    .select(["version", (eb) => eb("file", "is not", null).as("used")])
    .where("community_id", "=", communityId)
    .orderBy("version", "desc")
    .limit(1)
    .executeTakeFirst();
  return newest?.used ? newest.version : null;
}

/** A version's file; undefined where it was cleared away meanwhile. */
export async function readModelFile(
  database: Database,
  communityId: number,
  version: number,
): Promise<Uint8Array | undefined> {
  const row = await database
    .selectFrom("triage_model")
    .select("file")
    .where("community_id", "=", communityId)
    .where("version", "=", version)
    .executeTakeFirst();
  return row?.file ?? undefined;
}

/** Communities whose people taught something since their triage last learned. */
export async function listCommunitiesToTeach(database: Database): Promise<number[]> {
  const rows = await database
    .selectFrom("community as c")
    .select("c.id")
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom("triage_lesson as l")
          .select("l.id")
          .whereRef("l.community_id", "=", "c.id")
          .where("l.id", ">", (eb) =>
            eb
              .selectFrom("triage_model as m")
              .select(({ fn, val }) => fn.coalesce(fn.max("m.last_lesson_id"), val(0)).as("last"))
              .whereRef("m.community_id", "=", "c.id"),
          ),
      ),
    )
    .orderBy("c.id")
    .execute();
  return rows.map(({ id }) => id);
}

/** What people said last of each message that still stands, the newest first. */
export async function readLessons(
  database: Database,
  communityId: number,
  limit: number,
): Promise<{ id: number; text: string; kind: MessageKind }[]> {
  const rows = await database
    .selectFrom("triage_lesson as l")
    .innerJoin("message as m", (join) =>
      join.onRef("m.community_id", "=", "l.community_id").onRef("m.id", "=", "l.message_id"),
    )
    .select(["l.id", "m.body as text", "l.kind"])
    .where("l.community_id", "=", communityId)
    .where("m.removed_at", "is", null)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom("triage_lesson as later")
            .select("later.id")
            .whereRef("later.community_id", "=", "l.community_id")
            .whereRef("later.message_id", "=", "l.message_id")
            .whereRef("later.id", ">", "l.id"),
        ),
      ),
    )
    .orderBy("l.id", "desc")
    .limit(limit)
    .execute();
  return rows.map((row) => ({ ...row, kind: row.kind as MessageKind }));
}

export interface NewModel {
  readonly lastLessonId: number;
  readonly lessons: number;
  readonly heldBack: number;
  readonly rightBefore: number;
  readonly rightAfter: number;
  readonly file: Uint8Array | null;
}

/** Puts a version away and lets go of the oldest; returns its number. */
export async function insertModel(
  tx: Transaction,
  communityId: number,
  model: NewModel,
  kept: number,
): Promise<number> {
  const { version } = await tx.db
    .insertInto("triage_model")
    .values((eb) => ({
      community_id: communityId,
      version: eb
        .selectFrom("triage_model")
        .select(({ fn, val }) => eb(fn.coalesce(fn.max("version"), val(0)), "+", 1).as("next"))
        .where("community_id", "=", communityId),
      trained_at: tx.now,
      last_lesson_id: model.lastLessonId,
      lessons: model.lessons,
      held_back: model.heldBack,
      right_before: model.rightBefore,
      right_after: model.rightAfter,
      file: model.file === null ? null : Buffer.from(model.file),
    }))
    .returning("version")
    .executeTakeFirstOrThrow();
  await tx.db
    .deleteFrom("triage_model")
    .where("community_id", "=", communityId)
    .where("version", "<=", version - kept)
    .execute();
  return version;
}
