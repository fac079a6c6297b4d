import { sql } from "kysely";
import type { Database } from "../../store/index.ts";

/** What came of what was shown in one week, by whether "this is solved" was said. */
export interface JudgedRow {
  /** Its Monday, UTC. */
  readonly week: Date;
  readonly saidSolved: boolean;
  readonly accepted: number;
  /** None of them helped, or the question was asked all the same. */
  readonly rejected: number;
}

/** Judgements by week since a moment, oldest first. */
export async function countJudged(database: Database, communityId: number, since: Date): Promise<JudgedRow[]> {
  const { rows } = await sql<JudgedRow>`
    select date_trunc('week', at, 'UTC') as week, data->>'verdict' = 'solved' as "saidSolved",
      count(*) filter (where data->>'outcome' = 'accepted') as accepted,
      count(*) filter (where data->>'outcome' <> 'accepted') as rejected
    from event
    where community_id = ${communityId} and kind = 'suggestions.judged' and at >= ${since}
    group by 1, 2 order by 1, 2 limit 1000`.execute(database);
  return rows;
}
