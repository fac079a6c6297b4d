import { sql } from "kysely";
import type { Database } from "../../store/index.ts";
import { listing, type ProblemListed } from "./queue.ts";

/** A word that stands in more titles than this says too little for all of them to be put in order. */
const mostWithWords = 1000;

/** Problems by number, asker, question or words of their own title, each found by an index of its own. */
export async function selectFound(
  database: Database,
  wanted: {
    readonly communityId: number;
    /** 0 for none. */
    readonly id: number;
    readonly askerIds: readonly number[];
    readonly questionIds: readonly number[];
    readonly text: string;
    readonly limit: number;
  },
): Promise<ProblemListed[]> {
  const { communityId, limit } = wanted;
  const rows = sql`
    with hit (id, place) as (
      (select id, 0 from problem where community_id = ${communityId} and id = ${wanted.id})
      union all
      (select newest.id, 1 from unnest(${[...wanted.askerIds]}::bigint[]) as asker (id) cross join lateral (
          select p.id from problem p where p.community_id = ${communityId} and p.asker_id = asker.id
          order by p.id desc limit ${limit}::int) as newest)
      union all
      (select p.id, 1 + q.rank from unnest(${[...wanted.questionIds]}::bigint[]) with ordinality as q (id, rank)
        join problem p on p.community_id = ${communityId} and p.question_id = q.id)
      union all
      (select id, 1 from (
          select id, over_at from problem where community_id = ${communityId}
            and to_tsvector('simple', title) @@ plainto_tsquery('simple', ${wanted.text}) and title is not null
          limit ${mostWithWords}::int) as worded
        order by over_at is not null, id desc limit ${limit}::int)
    ), best as (select id, min(place) as place from hit group by id)
    select p.*, best.place from problem p join best on best.id = p.id and p.community_id = ${communityId}
    order by best.place, p.over_at is not null, p.id desc limit ${limit}::int`;
  const found = await listing(rows, sql`p.place, p.over_at is not null, p.id desc`).execute(database);
  return found.rows;
}
