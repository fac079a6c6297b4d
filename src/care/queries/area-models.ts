import { sql } from "kysely";
import type { Database, Transaction } from "../../store/index.ts";

/** A text with the subject area that people confirmed for it. */
export interface AreaExample {
  readonly text: string;
  readonly areaId: number;
}

/**
 * The texts whose area people confirmed, the newest first. What somebody said of a message or a problem counts before the tags of a
 * question; of each text what was said last.
 */
export async function readAreaExamples(database: Database, communityId: number, limit: number): Promise<AreaExample[]> {
  const { rows } = await sql<AreaExample>`
    with said as (
      select l.message_id, left(m.body, 4000) as text, l.area_id, l.taught_at as at, 0 as rank
      from triage_lesson l join message m on m.community_id = l.community_id and m.id = l.message_id
      where l.community_id = ${communityId} and l.area_id is not null and m.removed_at is null
      union all
      select p.message_id, concat_ws(E'\n', q.title, left(m.body, 4000)), p.area_id, s.at, 0
      from problem p
      join problem_step s on s.community_id = p.community_id and s.problem_id = p.id and s.reason = 'sorted'
        and s.by_id is not null and (s.data->>'areaId')::bigint = p.area_id
        and s.data->>'wasAreaId' is distinct from s.data->>'areaId'
      join message m on m.community_id = p.community_id and m.id = p.message_id and m.removed_at is null
      left join question q on q.community_id = p.community_id and q.id = p.question_id
      where p.community_id = ${communityId} and p.area_id is not null
      union all
      select q.message_id, concat_ws(E'\n', q.title, left(m.body, 4000)), a.id, q.created_at, 1
      from question q
      join message m on m.community_id = q.community_id and m.id = q.message_id
      join lateral (select id from subject_area a where a.community_id = q.community_id and a.tags && q.tags
        order by id limit 1) a on true
      where q.community_id = ${communityId} and q.state <> 'removed'
    ), once as (
      select distinct on (message_id) message_id, text, area_id, at from said order by message_id, rank, at desc
    )
    select text, area_id as "areaId" from once order by at desc, message_id desc limit ${limit}`.execute(database);
  return rows;
}

/** Communities that have subject areas. */
export async function listCommunitiesWithAreas(database: Database): Promise<number[]> {
  const rows = await database
    .selectFrom("subject_area")
    .select("community_id as id")
    .distinct()
    .orderBy("community_id")
    .execute();
  return rows.map(({ id }) => id);
}

/** A version of what was learned of the areas, with its figures. */
export interface AreaModel {
  readonly version: number;
  readonly trainedAt: Date;
  readonly dataHash: string;
  readonly examples: number;
  readonly areas: number;
  readonly heldBack: number;
  readonly answered: number;
  readonly rightAnswers: number;
  readonly rightByWords: number;
  /** Whether it was right often enough to be used. */
  readonly used: boolean;
}

/** The versions that are kept, the newest first; the newest one decides whether a model is used. */
export async function listAreaModels(database: Database, communityId: number): Promise<AreaModel[]> {
  return database
    .selectFrom("area_model")
    .select(["version", "trained_at as trainedAt", "data_hash as dataHash", "examples", "areas"])
    .select(["held_back as heldBack", "answered", "right_answers as rightAnswers", "right_by_words as rightByWords"])
    .select((eb) => eb("file", "is not", null).$castTo<boolean>().as("used"))
    .where("community_id", "=", communityId)
    .orderBy("version", "desc")
    .limit(20)
    .execute();
}

/** The version in force, 0 where names and tags alone decide. */
export async function findAreaVersion(database: Database, communityId: number): Promise<number> {
  const newest = await database
    .selectFrom("area_model")
    .select(["version", (eb) => eb("file", "is not", null).as("used")])
    .where("community_id", "=", communityId)
    .orderBy("version", "desc")
    .limit(1)
    .executeTakeFirst();
  return newest?.used ? newest.version : 0;
}

export async function readAreaFile(
  database: Database,
  communityId: number,
  version: number,
): Promise<Uint8Array | undefined> {
  const row = await database
    .selectFrom("area_model")
    .select("file")
    .where("community_id", "=", communityId)
    .where("version", "=", version)
    .executeTakeFirst();
  return row?.file ?? undefined;
}

/** Puts a version away and lets go of the oldest; false where the newest one was made of the same already. */
export async function insertAreaModel(
  tx: Transaction,
  communityId: number,
  model: Omit<AreaModel, "version" | "trainedAt" | "used"> & { readonly file: Uint8Array | null },
  kept: number,
): Promise<boolean> {
  await sql`select pg_advisory_xact_lock(hashtextextended('area models', ${communityId}))`.execute(tx.db);
  const [last] = await listAreaModels(tx.db, communityId);
  if (last?.dataHash === model.dataHash) return false;
  const { version } = await tx.db
    .insertInto("area_model")
    .values((eb) => ({
      community_id: communityId,
      version: eb
        .selectFrom("area_model")
        .select(({ fn, val }) => eb(fn.coalesce(fn.max("version"), val(0)), "+", 1).as("next"))
        .where("community_id", "=", communityId),
      trained_at: tx.now,
      data_hash: model.dataHash,
      examples: model.examples,
      areas: model.areas,
      held_back: model.heldBack,
      answered: model.answered,
      right_answers: model.rightAnswers,
      right_by_words: model.rightByWords,
      file: model.file === null ? null : Buffer.from(model.file),
    }))
    .returning("version")
    .executeTakeFirstOrThrow();
  await tx.db
    .deleteFrom("area_model")
    .where("community_id", "=", communityId)
    .where("version", "<=", version - kept)
    .execute();
  return true;
}

/** How sure the model was of the area that a problem still has; null where tags, words or people said it. */
export async function readAreaSureness(
  database: Database,
  problem: { readonly communityId: number; readonly messageId: number | null; readonly areaId: number | null },
): Promise<number | null> {
  if (problem.messageId === null || problem.areaId === null) return null;
  const row = await database
    .selectFrom("triage")
    .select("area_probability as probability")
    .where("community_id", "=", problem.communityId)
    .where("message_id", "=", problem.messageId)
    .where("area_id", "=", problem.areaId)
    .executeTakeFirst();
  return row?.probability ?? null;
}
