import { sql } from "kysely";
import type { Database, Transaction } from "../../store/index.ts";
import type { GateMetrics } from "../gate.ts";

/** How the last learning ended. */
export type LearningOutcome = "learned" | "unchanged" | "too-few" | "failed";

/** Which model ranks: the newest, one that an administrator put back, or none. */
export type ModelChoice = "newest" | "chosen" | "off";

/** A learning that this process has taken on. */
export interface ClaimedLearning {
  readonly communityId: number;
  readonly begunAt: Date;
  readonly upTo: number;
  readonly checkpoint: Buffer | null;
  /** Of what the newest model was learned from. */
  readonly lastHash: string | null;
}

/** Has every community learn; one that is learning goes on. */
export async function askAllToLearn(tx: Transaction): Promise<void> {
  await sql`
    insert into search_learning (community_id, state, asked_at) select id, 'asked', ${tx.now} from community
    on conflict (community_id) do update set state = 'asked', asked_at = excluded.asked_at
    where search_learning.state = 'idle'`.execute(tx.db);
}

/** Has one community learn; one that is learning goes on. */
export async function askToLearn(tx: Transaction, communityId: number): Promise<void> {
  await sql`
    insert into search_learning (community_id, state, asked_at) values (${communityId}, 'asked', ${tx.now})
    on conflict (community_id) do update set state = 'asked', asked_at = excluded.asked_at
    where search_learning.state = 'idle'`.execute(tx.db);
}

/**
 * Takes on the learning that waits longest, or whose holder has not been seen since `deadSince`; only one is under way at a time.
 * One that was begun before is gone on with. Undefined where there is none to take.
 */
export async function claimLearning(
  tx: Transaction,
  claim: { readonly holder: string; readonly deadSince: Date; readonly communityId: number | null },
): Promise<ClaimedLearning | undefined> {
  await sql`select pg_advisory_xact_lock(hashtext('search-learning'))`.execute(tx.db);
  const { rows } = await sql<ClaimedLearning>`
    update search_learning l set state = 'running', holder = ${claim.holder}, seen_at = ${tx.now}, failure = null,
      begun_at = coalesce(l.begun_at, ${tx.now}),
      up_to = coalesce(l.up_to, (select coalesce(max(id), 0) from question q where q.community_id = l.community_id))
    where l.community_id = (
        select community_id from search_learning
        where (state = 'asked' or state = 'running' and seen_at < ${claim.deadSince})
          and (${claim.communityId}::bigint is null or community_id = ${claim.communityId}::bigint)
        order by begun_at nulls last, asked_at, community_id limit 1)
      and not exists (select from search_learning where state = 'running' and seen_at >= ${claim.deadSince})
    returning community_id as "communityId", begun_at as "begunAt", up_to as "upTo", checkpoint,
      (select data_hash from search_model m where m.community_id = l.community_id order by id desc limit 1) as "lastHash"`.execute(
    tx.db,
  );
  return rows[0];
}

/** Whose learning it is. */
interface Held {
  readonly communityId: number;
  readonly holder: string;
}

/** Shows that the learning goes on, and how far it is; false where another process has taken it. */
export async function showLearning(
  tx: Transaction,
  { communityId, holder }: Held,
  at: { readonly part: string; readonly done: number; readonly of: number } | null,
): Promise<boolean> {
  const { rows } = await sql`
    update search_learning set seen_at = ${tx.now}, part = coalesce(${at?.part ?? null}, part),
      done = coalesce(${at?.done ?? null}::int, done), of = coalesce(${at?.of ?? null}::int, of)
    where community_id = ${communityId} and holder = ${holder} and state = 'running' returning 1 as held`.execute(
    tx.db,
  );
  return rows.length > 0;
}

/** Keeps from where a learning can go on. */
export async function keepCheckpoint(tx: Transaction, { communityId, holder }: Held, bytes: Buffer): Promise<void> {
  await sql`
    update search_learning set checkpoint = ${bytes}, seen_at = ${tx.now}
    where community_id = ${communityId} and holder = ${holder} and state = 'running'`.execute(tx.db);
}

/** Leaves a learning for whoever comes next, who goes on behind its checkpoint. */
export async function leaveLearning(tx: Transaction, { communityId, holder }: Held): Promise<void> {
  await sql`
    update search_learning set state = 'asked', holder = null
    where community_id = ${communityId} and holder = ${holder} and state = 'running'`.execute(tx.db);
}

/** Ends a learning; false where another process has taken it. */
export async function endLearning(
  tx: Transaction,
  { communityId, holder }: Held,
  end: { readonly outcome: LearningOutcome; readonly clusters: number | null; readonly failure: string | null },
): Promise<boolean> {
  const { rows } = await sql`
    update search_learning set state = 'idle', holder = null, begun_at = null, up_to = null, checkpoint = null,
      part = null, done = null, of = null, ended_at = ${tx.now}, outcome = ${end.outcome},
      clusters = coalesce(${end.clusters}::int, clusters), failure = ${end.failure}
    where community_id = ${communityId} and holder = ${holder} and state = 'running' returning 1 as held`.execute(
    tx.db,
  );
  return rows.length > 0;
}

/** A model as it is kept, without its bytes. */
export interface NewModel extends GateMetrics {
  readonly dataHash: string;
  readonly documents: number;
  readonly clusters: number;
  readonly phrasings: number;
  readonly helps: boolean;
  readonly threshold: number;
  /** The embedding service's model, where its likeness was worth a feature. */
  readonly embeddings: string | null;
}

/** Keeps a model; returns its version. */
export async function insertModel(
  tx: Transaction,
  communityId: number,
  model: NewModel,
  content: Uint8Array,
): Promise<number> {
  const { id } = await tx.db
    .insertInto("search_model")
    .values({
      community_id: communityId,
      learned_at: tx.now,
      data_hash: model.dataHash,
      documents: model.documents,
      clusters: model.clusters,
      phrasings: model.phrasings,
      lessons: model.lessons,
      cold_merit: model.coldMerit,
      learned_merit: model.learnedMerit,
      cold_first: model.coldFirst,
      learned_first: model.learnedFirst,
      helps: model.helps,
      threshold: model.threshold,
      embeddings: model.embeddings,
      content: Buffer.from(content),
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

/** Puts a model in force, or none. */
export async function chooseModel(
  tx: Transaction,
  communityId: number,
  choice: ModelChoice,
  modelId: number | null,
): Promise<void> {
  await sql`
    insert into search_learning (community_id, choice, model_id) values (${communityId}, ${choice}, ${modelId})
    on conflict (community_id) do update set choice = excluded.choice, model_id = excluded.model_id`.execute(tx.db);
}

/** Lets go of all models but the newest few and the one in force. */
export async function dropOldModels(tx: Transaction, communityId: number, kept: number): Promise<void> {
  await sql`
    delete from search_model m
    where community_id = ${communityId}
      and id not in (select id from search_model where community_id = ${communityId} order by id desc limit ${kept})
      and not exists (select from search_learning l where l.community_id = ${communityId} and l.model_id = m.id)`.execute(
    tx.db,
  );
}

/** The choice and the model in force; null where nothing was ever asked. */
export async function readChoice(
  database: Database,
  communityId: number,
): Promise<{ readonly choice: ModelChoice; readonly modelId: number | null } | null> {
  const { rows } = await sql<{ choice: ModelChoice; modelId: number | null }>`
    select choice, model_id as "modelId" from search_learning where community_id = ${communityId}`.execute(database);
  return rows[0] ?? null;
}

/** The newest model's version. */
export async function readNewestModel(database: Database, communityId: number): Promise<number | null> {
  const { rows } = await sql<{ id: number }>`
    select id from search_model where community_id = ${communityId} order by id desc limit 1`.execute(database);
  return rows[0]?.id ?? null;
}

/** Whether a model is there to be put back. */
export async function hasModel(database: Database, communityId: number, id: number): Promise<boolean> {
  const { rows } = await sql`
    select from search_model where community_id = ${communityId} and id = ${id}`.execute(database);
  return rows.length > 0;
}

/** The models in force, of all communities. */
export async function listModelsInForce(
  database: Database,
): Promise<{ readonly communityId: number; readonly modelId: number }[]> {
  const { rows } = await sql<{ communityId: number; modelId: number }>`
    select community_id as "communityId", model_id as "modelId" from search_learning
    where model_id is not null order by community_id limit 10000`.execute(database);
  return rows;
}

/** A model's bytes. */
export async function readModelContent(database: Database, communityId: number, id: number): Promise<Buffer | null> {
  const { rows } = await sql<{ content: Buffer }>`
    select content from search_model where community_id = ${communityId} and id = ${id}`.execute(database);
  return rows[0]?.content ?? null;
}

/** A model as an administrator sees it. */
export interface ModelRow extends NewModel {
  readonly id: number;
  readonly learnedAt: Date;
  readonly bytes: number;
}

/** A community's models, newest first. */
export async function listModels(database: Database, communityId: number): Promise<ModelRow[]> {
  const { rows } = await sql<ModelRow>`
    select id, learned_at as "learnedAt", data_hash as "dataHash", documents, clusters, phrasings, lessons,
      cold_merit as "coldMerit", learned_merit as "learnedMerit", cold_first as "coldFirst",
      learned_first as "learnedFirst", helps, threshold, embeddings, octet_length(content) as bytes
    from search_model where community_id = ${communityId} order by id desc limit 50`.execute(database);
  return rows;
}

/** Where a community's learning stands. */
export interface LearningRow {
  readonly choice: ModelChoice;
  readonly modelId: number | null;
  readonly state: "idle" | "asked" | "running";
  readonly askedAt: Date | null;
  readonly begunAt: Date | null;
  readonly seenAt: Date | null;
  readonly part: string | null;
  readonly done: number | null;
  readonly of: number | null;
  readonly endedAt: Date | null;
  readonly outcome: LearningOutcome | null;
  readonly clusters: number | null;
  readonly failure: string | null;
}

export async function readLearning(database: Database, communityId: number): Promise<LearningRow | null> {
  const { rows } = await sql<LearningRow>`
    select choice, model_id as "modelId", state, asked_at as "askedAt", begun_at as "begunAt", seen_at as "seenAt",
      part, done, of, ended_at as "endedAt", outcome, clusters, failure
    from search_learning where community_id = ${communityId}`.execute(database);
  return rows[0] ?? null;
}

/** Whether any community waits to learn, or is learning. */
export async function isLearningWanted(database: Database): Promise<boolean> {
  const { rows } = await sql`select from search_learning where state <> 'idle' limit 1`.execute(database);
  return rows.length > 0;
}
