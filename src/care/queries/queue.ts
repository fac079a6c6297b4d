import { type RawBuilder, sql } from "kysely";
import { type Database, type Slots, statement } from "../../store/index.ts";
import type { Alarm, ClockName, NextStep, Origin, OverAs, OwnerKind, ProblemState, Rung, Urgency } from "../problem.ts";

// The desk's views: each is one index from the place where the page begins, so that its first page costs the same with a hundred
// problems and with a hundred thousand.

export const queueViews = [
  "all",
  "mine",
  "offered",
  "team",
  "unclaimed",
  "peers",
  "waiting-for-asker",
  "snoozed",
  "due-soon",
  "late",
] as const;
/**
 * `mine`: what I have, or am offered; `offered`: what nobody has taken and I am asked to; `team`: what my teams answer for; `unclaimed`: lies in a team's queue; `peers`: with the members
 * of a group; `due-soon`: a clock has warned; `late`: one has run out.
 */
export type QueueView = (typeof queueViews)[number];

/** A place in a view: what its order goes by, and the id. */
export interface QueuePlace {
  readonly at: Date;
  readonly id: number;
}

export interface QueueWish {
  readonly communityId: number;
  readonly view: QueueView;
  /** Whose "mine", and whose teams. */
  readonly memberId: number;
  /** For `team`: only these; the member's own otherwise. */
  readonly teamIds: readonly number[];
  readonly filter?: QueueFilter | undefined;
  readonly after?: QueuePlace | undefined;
  readonly limit: number;
}

/** What narrows a view. */
export interface QueueFilter {
  readonly urgency?: Urgency | undefined;
  readonly areaId?: number | undefined;
}

/** A problem in a list. */
export interface ProblemListed {
  readonly id: number;
  readonly origin: Origin;
  readonly title: string;
  /** ISO 639: what the question or the message is written in. */
  readonly language: string | null;
  readonly state: ProblemState;
  readonly urgency: Urgency;
  readonly rung: Rung;
  readonly ownerKind: OwnerKind | null;
  readonly ownerId: number | null;
  /** The owner's name: a member's, a group's or a team's. */
  readonly ownerName: string | null;
  readonly claimedAt: Date | null;
  readonly nextActionAt: Date | null;
  readonly nextStep: NextStep | null;
  readonly dueAt: Date | null;
  readonly dueClock: ClockName | null;
  readonly alarm: Alarm;
  readonly openedAt: Date;
  readonly askerSpokeAt: Date;
  readonly reopened: number;
  readonly contestedAt: Date | null;
  readonly overAt: Date | null;
  readonly overAs: OverAs | null;
  readonly questionId: number | null;
  readonly askerId: number;
  readonly askerName: string;
  readonly askerStaff: boolean;
  readonly groupName: string | null;
  readonly groupSlug: string | null;
  readonly areaName: string | null;
  readonly areaSlug: string | null;
}

interface Values {
  communityId: number;
  memberId: number;
  teamIds: number[];
  urgency: string | null;
  areaId: number | null;
  afterAt: Date | "-infinity";
  afterId: number;
  limit: number;
}

/** What follows `from problem p` for each view: the condition, and the column that orders it. */
const conditions: Readonly<Record<Exclude<QueueView, "team">, (slot: Slots<Values>) => RawBuilder<unknown>>> = {
  all: () => sql`true`,
  mine: (slot) => sql`p.owner_kind = 'solver' and p.owner_id = ${slot("memberId")}`,
  offered: (slot) => sql`p.owner_kind = 'solver' and p.owner_id = ${slot("memberId")} and p.claimed_at is null`,
  unclaimed: () => sql`p.owner_kind = 'team'`,
  peers: () => sql`p.owner_kind = 'peers'`,
  "waiting-for-asker": () => sql`p.state = 'waiting-for-asker'`,
  snoozed: () => sql`p.state = 'snoozed'`,
  "due-soon": () => sql`p.alarm = 'warned'`,
  late: () => sql`p.alarm = 'late'`,
};

export function isByDue(view: QueueView): boolean {
  return view === "due-soon" || view === "late";
}

type Select = (database: Database, values: Values) => Promise<ProblemListed[]>;
/** One statement for each view and each set of filters, so that each is planned for the index that fits it. */
const statements = new Map<string, Select>();

function statementFor(view: QueueView, { urgency, areaId }: QueueFilter): Select {
  const name = `${view} ${urgency !== undefined} ${areaId !== undefined}`;
  const known = statements.get(name);
  if (known) return known;
  const made = statement((db, slot: Slots<Values>) => {
    const filters = sql`${urgency === undefined ? sql`true` : sql`p.urgency = ${slot("urgency")}::text`}
      and ${areaId === undefined ? sql`true` : sql`p.area_id = ${slot("areaId")}::bigint`}`;
    const text = listing(page(view, filters, slot), isByDue(view) ? sql`p.due_at` : sql`p.next_action_at`);
    return { compile: () => text.compile(db) };
  });
  statements.set(name, made);
  return made;
}

/** The rows of one page, found by one index; of teams, one each, of which the first are taken. */
function page(view: QueueView, filters: RawBuilder<unknown>, slot: Slots<Values>): RawBuilder<unknown> {
  const order = isByDue(view) ? sql`p.due_at` : sql`p.next_action_at`;
  const from = sql`${filters} and p.over_at is null
    and (${order}, p.id) > (${slot("afterAt")}::timestamptz, ${slot("afterId")}::bigint)
    order by ${order}, p.id limit ${slot("limit")}::int`;
  if (view === "team") {
    return sql`select p.* from unnest(${slot("teamIds")}::bigint[]) as t (id) cross join lateral (
        select p.* from problem p where p.community_id = ${slot("communityId")} and p.team_id = t.id and ${from}) p
      order by ${order}, p.id limit ${slot("limit")}::int`;
  }
  return sql`select p.* from problem p where p.community_id = ${slot("communityId")} and ${conditions[view](slot)} and ${from}`;
}

/** The columns of listed problems around their rows, which have the columns of `problem`. */
export function listing(rows: RawBuilder<unknown>, order: RawBuilder<unknown>) {
  return sql<ProblemListed>`
    select p.id, p.origin, coalesce(q.title, p.title, '') as title,
      coalesce(q.language, p.language) as language, p.state, p.urgency, p.rung, p.owner_kind as "ownerKind",
      p.owner_id as "ownerId", coalesce(om.name, og.name, ot.name) as "ownerName", p.claimed_at as "claimedAt",
      p.next_action_at as "nextActionAt", p.next_step as "nextStep", p.due_at as "dueAt", p.due_clock as "dueClock", p.alarm,
      p.opened_at as "openedAt", p.asker_spoke_at as "askerSpokeAt", p.reopened, p.contested_at as "contestedAt",
      p.over_at as "overAt", p.over_as as "overAs", p.question_id as "questionId", a.id as "askerId", a.name as "askerName",
      a.staff as "askerStaff", g.name as "groupName", g.slug as "groupSlug", s.name as "areaName", s.slug as "areaSlug"
    from (${rows}) p
    join member a on a.community_id = p.community_id and a.id = p.asker_id
    left join question q on q.community_id = p.community_id and q.id = p.question_id
    left join community_group g on g.community_id = p.community_id and g.id = p.group_id
    left join subject_area s on s.community_id = p.community_id and s.id = p.area_id
    left join member om on p.owner_kind in ('member', 'solver') and om.community_id = p.community_id and om.id = p.owner_id
    left join community_group og on p.owner_kind = 'peers' and og.community_id = p.community_id and og.id = p.owner_id
    left join team ot on p.owner_kind = 'team' and ot.community_id = p.community_id and ot.id = p.owner_id
    order by ${order}, p.id`;
}

/** A page of a view, what comes first in it first. */
export async function selectQueue(database: Database, wish: QueueWish): Promise<ProblemListed[]> {
  const { communityId, memberId, teamIds, filter = {}, after, limit } = wish;
  return statementFor(wish.view, filter)(database, {
    ...{ communityId, memberId, limit, teamIds: [...teamIds] },
    ...{ urgency: filter.urgency ?? null, areaId: filter.areaId ?? null },
    ...{ afterAt: after?.at ?? "-infinity", afterId: after?.id ?? 0 },
  });
}

/** One problem, as lists show it. */
export async function selectListed(
  database: Database,
  communityId: number,
  id: number,
): Promise<ProblemListed | undefined> {
  const rows = sql`select p.* from problem p where p.community_id = ${communityId} and p.id = ${id}`;
  return (await listing(rows, sql`p.id`).execute(database)).rows[0];
}

/** These problems, as lists show them, in the order of their ids; 100 at most. */
export async function selectListedOf(
  database: Database,
  communityId: number,
  ids: readonly number[],
): Promise<ProblemListed[]> {
  if (ids.length === 0) return [];
  const rows = sql`select p.* from problem p where p.community_id = ${communityId} and p.id = any(${[...ids]}::bigint[]) limit 100`;
  return (await listing(rows, sql`p.id`).execute(database)).rows;
}

/** A member's problems, newest first: what a person's history shows. */
export async function selectProblemsOf(
  database: Database,
  wanted: { communityId: number; askerId: number; beforeId?: number | undefined; limit: number },
): Promise<ProblemListed[]> {
  const rows = sql`
    select p.* from problem p where p.community_id = ${wanted.communityId} and p.asker_id = ${wanted.askerId}
      and p.id < ${wanted.beforeId ?? Number.MAX_SAFE_INTEGER} order by p.id desc limit ${wanted.limit}::int`;
  return (await listing(rows, sql`p.id desc`).execute(database)).rows;
}

/** How many problems each view holds, counted up to 1,000: pages say "1,000 or more". */
export async function countQueue(
  database: Database,
  wanted: { communityId: number; memberId: number; teamIds: readonly number[] },
): Promise<Record<QueueView, number>> {
  const count = (condition: RawBuilder<unknown>) =>
    sql`(select count(*)::int from (select from problem p
      where p.community_id = ${wanted.communityId} and p.over_at is null and ${condition} limit 1000) as counted)`;
  const { rows } = await sql<Record<QueueView, number>>`
    select ${count(sql`true`)} as all,
      ${count(sql`p.owner_kind = 'solver' and p.owner_id = ${wanted.memberId}`)} as mine,
      ${count(sql`p.owner_kind = 'solver' and p.owner_id = ${wanted.memberId} and p.claimed_at is null`)} as offered,
      ${count(sql`p.team_id = any(${[...wanted.teamIds]}::bigint[])`)} as team,
      ${count(sql`p.owner_kind = 'team'`)} as unclaimed, ${count(sql`p.owner_kind = 'peers'`)} as peers,
      ${count(sql`p.state = 'waiting-for-asker'`)} as "waiting-for-asker", ${count(sql`p.state = 'snoozed'`)} as snoozed,
      ${count(sql`p.alarm = 'warned'`)} as "due-soon", ${count(sql`p.alarm = 'late'`)} as late`.execute(database);
  const [row] = rows;
  if (!row) throw new Error("a select without a table gives one row");
  return row;
}
