import { sql } from "kysely";
import type { Database, Transaction } from "../../store/index.ts";

/** A vector as it is kept: one signed byte an axis. */
type Place = Int8Array;

const asPlace = (bytes: Buffer): Place => new Int8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength).slice();
const asBytes = (place: Place): Buffer => Buffer.from(place.buffer, place.byteOffset, place.byteLength);

/** Notes that these questions may say something else now. */
export async function markStale(tx: Transaction, communityId: number, questionIds: readonly number[]): Promise<void> {
  await sql`
    insert into question_vector (community_id, question_id, stale_at)
    select community_id, id, ${tx.now}::timestamptz from question
    where community_id = ${communityId} and id = any(${[...questionIds]}::bigint[])
    on conflict (community_id, question_id) do update set stale_at = excluded.stale_at`.execute(tx.db);
}

/** Notes all public questions of which this model has said nothing yet, in all communities; lets go of other models' phrases. */
export async function markMissing(tx: Transaction, model: string): Promise<void> {
  await sql`
    insert into question_vector (community_id, question_id, stale_at)
    select q.community_id, q.id, ${tx.now}::timestamptz
    from question q
    join conversation v on v.community_id = q.community_id and v.id = q.id and v.visibility = 'public'
    left join question_vector p on p.community_id = q.community_id and p.question_id = q.id
    where q.removed_at is null and p.model is distinct from ${model} and p.stale_at is null
    on conflict (community_id, question_id) do update set stale_at = excluded.stale_at`.execute(tx.db);
  await sql`delete from phrase_vector where model <> ${model}`.execute(tx.db);
}

/** A question whose vector may be another one now. */
export interface StaleRow {
  readonly communityId: number;
  readonly questionId: number;
  readonly staleAt: Date;
  readonly model: string | null;
  readonly textHash: string | null;
  /** False where only some may read it, or nobody. */
  readonly isPublic: boolean;
  readonly title: string;
  readonly body: string;
  readonly locale: string;
}

export async function listStale(database: Database, limit: number): Promise<StaleRow[]> {
  const { rows } = await sql<StaleRow>`
    select p.community_id as "communityId", p.question_id as "questionId", p.stale_at as "staleAt", p.model,
      p.text_hash as "textHash", (v.visibility = 'public' and q.removed_at is null) as "isPublic", q.title,
      left(m.body, 6000) as body, c.locale
    from question_vector p
    join question q on q.community_id = p.community_id and q.id = p.question_id
    join conversation v on v.community_id = q.community_id and v.id = q.id
    join message m on m.community_id = q.community_id and m.id = q.message_id
    join community c on c.id = q.community_id
    where p.stale_at is not null
    order by p.community_id, p.question_id limit ${limit}`.execute(database);
  return rows;
}

/** What became of a stale row; `place` is null where its text is the same as before. */
export interface FreshRow extends Pick<StaleRow, "communityId" | "questionId" | "staleAt"> {
  readonly textHash: string;
  readonly place: Place | null;
}

/** Keeps vectors; a question that changed meanwhile stays stale. */
export async function keepPlaces(tx: Transaction, model: string, rows: readonly FreshRow[]): Promise<void> {
  for (const { communityId, questionId, staleAt, textHash, place } of rows) {
    const fresh = place === null ? {} : { model, text_hash: textHash, vector: asBytes(place) };
    await tx.db
      .updateTable("question_vector")
      .set({ ...fresh, stale_at: null })
      .where("community_id", "=", communityId)
      .where("question_id", "=", questionId)
      .where("stale_at", "=", staleAt)
      .execute();
  }
}

/** Lets go of what is not public any more. */
export async function dropPlaces(tx: Transaction, communityId: number, questionIds: readonly number[]): Promise<void> {
  await sql`
    delete from question_vector
    where community_id = ${communityId} and question_id = any(${[...questionIds]}::bigint[])`.execute(tx.db);
}

export interface PhraseRow {
  readonly communityId: number;
  readonly text: string;
  readonly textHash: string;
  readonly locale: string;
}

/** Words that lessons ask with and of which the model has said nothing yet: titles of questions with other phrasings, and those. */
export async function listMissingPhrases(database: Database, model: string, limit: number): Promise<PhraseRow[]> {
  const { rows } = await sql<PhraseRow>`
    select w.community_id as "communityId", w.text, md5(w.text) as "textHash", c.locale
    from (
      select d.community_id, d.title as text from question d
      join conversation v on v.community_id = d.community_id and v.id = d.id and v.visibility = 'public'
      where d.removed_at is null and (d.duplicate_of is not null
        or exists (select from question o where o.community_id = d.community_id and o.duplicate_of = d.id)
        or exists (select from question_alias a where a.community_id = d.community_id and a.question_id = d.id))
      union
      select a.community_id, a.text from question_alias a
      join question q on q.community_id = a.community_id and q.id = a.question_id and q.removed_at is null
    ) w
    join community c on c.id = w.community_id
    where not exists (
      select from phrase_vector p
      where p.community_id = w.community_id and p.text_hash = md5(w.text) and p.model = ${model})
    limit ${limit}`.execute(database);
  return rows;
}

export async function keepPhrases(
  tx: Transaction,
  model: string,
  rows: readonly { readonly communityId: number; readonly textHash: string; readonly place: Place }[],
): Promise<void> {
  if (rows.length === 0) return;
  await tx.db
    .insertInto("phrase_vector")
    .values(
      rows.map(({ communityId, textHash, place }) => {
        return { community_id: communityId, text_hash: textHash, model, vector: asBytes(place) };
      }),
    )
    .onConflict((conflict) =>
      conflict.columns(["community_id", "text_hash"]).doUpdateSet((eb) => ({
        model: eb.ref("excluded.model"),
        vector: eb.ref("excluded.vector"),
      })),
    )
    .execute();
}

/** Where the model puts these questions; null takes all of the community. */
export async function readQuestionPlaces(
  database: Database,
  wanted: { readonly communityId: number; readonly model: string; readonly ids: readonly number[] | null },
): Promise<Map<number, Place>> {
  const { communityId, model, ids } = wanted;
  const { rows } = await sql<{ id: number; vector: Buffer }>`
    select question_id as id, vector from question_vector
    where community_id = ${communityId} and model = ${model}
      and (${ids === null} or question_id = any(${[...(ids ?? [])]}::bigint[]))`.execute(database);
  return new Map(rows.map(({ id, vector }) => [id, asPlace(vector)]));
}

/** Where the model puts a community's phrases, by hash. */
export async function readPhrasePlaces(
  database: Database,
  communityId: number,
  model: string,
): Promise<Map<string, Place>> {
  const { rows } = await sql<{ hash: string; vector: Buffer }>`
    select text_hash as hash, vector from phrase_vector
    where community_id = ${communityId} and model = ${model}`.execute(database);
  return new Map(rows.map(({ hash, vector }) => [hash, asPlace(vector)]));
}

/** Of how many of a community's public questions the model's vector is kept. */
export async function countPlaces(
  database: Database,
  communityId: number,
  model: string,
): Promise<{ readonly kept: number; readonly questions: number }> {
  const { rows } = await sql<{ kept: number; questions: number }>`
    select count(*) filter (where p.model = ${model})::int as kept, count(*)::int as questions
    from question q
    join conversation v on v.community_id = q.community_id and v.id = q.id and v.visibility = 'public'
    left join question_vector p on p.community_id = q.community_id and p.question_id = q.id
    where q.community_id = ${communityId} and q.removed_at is null`.execute(database);
  return rows[0] ?? { kept: 0, questions: 0 };
}
