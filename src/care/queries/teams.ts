import { sql } from "kysely";
import type { Database, Transaction } from "../../store/index.ts";
import type { TeamRow } from "./people.ts";

/** What is set of a team. */
export interface TeamFields {
  readonly name: string;
  readonly leadId: number | null;
  readonly calendarId: number | null;
  /** Solvers; none means all solvers of the community. */
  readonly memberIds: readonly number[];
}

export interface Team extends TeamRow {
  readonly members: readonly { readonly memberId: number; readonly name: string }[];
}

/** The community's teams by name with their members; 100 teams at most. */
export async function listTeams(database: Database, communityId: number): Promise<Team[]> {
  const { rows } = await sql<Team>`
    select t.id, t.name, t.lead_id as "leadId", t.calendar_id as "calendarId", t.is_default as "isDefault",
      coalesce((select json_agg(json_build_object('memberId', m.id, 'name', m.name) order by m.name, m.id)
        from team_member tm join member m on m.community_id = tm.community_id and m.id = tm.member_id
        where tm.community_id = t.community_id and tm.team_id = t.id), '[]') as members
    from team t where t.community_id = ${communityId} order by t.name limit 100`.execute(database);
  return rows;
}

export async function findTeamNamed(database: Database, communityId: number, name: string): Promise<number | null> {
  const row = await database
    .selectFrom("team")
    .select("id")
    .where("community_id", "=", communityId)
    .where("name", "=", name)
    .executeTakeFirst();
  return row?.id ?? null;
}

/** Makes a team without its members, under this id where one is given; returns its id. */
export async function insertTeam(tx: Transaction, communityId: number, team: TeamFields, id?: number): Promise<number> {
  const set = columnsOf(team);
  const row = await tx.db
    .insertInto("team")
    .values({ community_id: communityId, ...(id === undefined ? {} : { id }), ...set, created_at: tx.now })
    .onConflict((conflict) => conflict.columns(["community_id", "name"]).doUpdateSet(set))
    .returning("id")
    .executeTakeFirstOrThrow();
  return row.id;
}

export async function updateTeam(tx: Transaction, communityId: number, id: number, team: TeamFields): Promise<void> {
  await tx.db
    .updateTable("team")
    .set(columnsOf(team))
    .where("community_id", "=", communityId)
    .where("id", "=", id)
    .execute();
}

function columnsOf({ name, leadId, calendarId }: TeamFields) {
  return { name, lead_id: leadId, calendar_id: calendarId };
}

export async function replaceTeamMembers(
  tx: Transaction,
  communityId: number,
  teamId: number,
  memberIds: readonly number[],
): Promise<void> {
  await tx.db
    .deleteFrom("team_member")
    .where("community_id", "=", communityId)
    .where("team_id", "=", teamId)
    .where(sql<boolean>`member_id <> all(${[...memberIds]}::bigint[])`)
    .execute();
  if (memberIds.length === 0) return;
  await tx.db
    .insertInto("team_member")
    .values(
      memberIds.map((memberId) => ({
        community_id: communityId,
        team_id: teamId,
        member_id: memberId,
        joined_at: tx.now,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** The members of a team, 200 at most. */
export async function listTeamMemberIds(database: Database, communityId: number, teamId: number): Promise<number[]> {
  const rows = await database
    .selectFrom("team_member")
    .select("member_id as id")
    .where("community_id", "=", communityId)
    .where("team_id", "=", teamId)
    .orderBy("member_id")
    .limit(200)
    .execute();
  return rows.map(({ id }) => id);
}

/** Removes a team that has never had a problem nor answers for an area; false for others, and for the one that has what no other has. */
export async function deleteTeam(tx: Transaction, communityId: number, id: number): Promise<boolean> {
  const { rows } = await sql<{ id: number }>`
    delete from team t where t.community_id = ${communityId} and t.id = ${id} and not t.is_default
      and not exists (select from problem p where p.community_id = t.community_id and p.team_id = t.id)
      and not exists (select from subject_area a where a.community_id = t.community_id and a.team_id = t.id)
    returning t.id`.execute(tx.db);
  return rows.length > 0;
}
