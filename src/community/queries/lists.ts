import { type RawBuilder, sql } from "kysely";
import { type Database, type Slots, statement } from "../../store/index.ts";

/** Somebody's name as pages show it. */
export interface Author {
  readonly memberId: number;
  readonly name: string;
  readonly staff: boolean;
}

/** One question in a list. */
export interface QuestionListed {
  readonly id: number;
  readonly title: string;
  /** ISO 639: what the question is written in. */
  readonly language: string;
  readonly state: "waiting" | "answered" | "solved" | "duplicate" | "removed";
  readonly reopened: boolean;
  readonly askedAt: Date;
  readonly lastActivityAt: Date;
  readonly asker: Author;
  readonly group: { readonly slug: string; readonly name: string };
  readonly answers: number;
  /** People it was solved for: the asker, if confirmed, and those who said that it solved theirs. */
  readonly helped: number;
  /** Whoever answered last. */
  readonly lastAnswerBy: Author | null;
}

export type ListedState = "waiting" | "answered" | "solved";

/** Which questions: every part narrows the list. */
export interface QuestionFilter {
  readonly communityId: number;
  /** A group's slug; of a group that is not there, nothing is listed. */
  readonly group?: string | undefined;
  readonly state?: ListedState | undefined;
  readonly tag?: string | undefined;
  readonly askerId?: number | undefined;
  /** Questions older than this place in the list. */
  readonly before?: ListPosition | undefined;
  /** How many, 100 at most. */
  readonly limit?: number;
}

/** A place in a list that is ordered by last activity. */
export interface ListPosition {
  readonly at: Date;
  readonly id: number;
}

interface ListValues {
  communityId: number;
  group: string;
  state: string;
  tag: string;
  askerId: number;
  beforeAt: Date | "infinity";
  beforeId: number;
  limit: number;
}

type Shape = Pick<QuestionFilter, "group" | "state" | "tag" | "askerId">;

/** What a row of a list is made of, flat as PostgreSQL gives it. */
interface FlatRow {
  id: number;
  title: string;
  language: string;
  state: string;
  reopenedAt: Date | null;
  askedAt: Date;
  lastActivityAt: Date;
  answers: number;
  confirmed: number;
  helped: number;
  askerId: number;
  askerName: string;
  askerStaff: boolean;
  groupSlug: string;
  groupName: string;
  lastId: number | null;
  lastName: string | null;
  lastStaff: boolean | null;
}

/** The columns of a listed question: of q, the question, g, its group, and what `peopleJoins` adds. */
const listedColumns = sql`
  q.id, q.title, q.language, q.state, q.reopened_at as "reopenedAt", q.created_at as "askedAt", q.last_activity_at as "lastActivityAt",
  q.answer_count as answers, q.confirmed_count as confirmed, q.helped_count as helped,
  a.id as "askerId", a.name as "askerName", a.staff as "askerStaff", g.slug as "groupSlug", g.name as "groupName",
  l.id as "lastId", l.name as "lastName", l.staff as "lastStaff"`;

const groupJoin = sql`join community_group g on g.community_id = q.community_id and g.id = q.group_id`;

const peopleJoins = sql`
  join member a on a.community_id = q.community_id and a.id = q.asker_id
  left join member l on l.community_id = q.community_id and l.id = q.last_answer_by`;

const byShape = new Map<string, (db: Database, values: ListValues) => Promise<FlatRow[]>>();

/** One prepared statement for each combination of filters, so that each has its own plan and index. */
function statementFor(shape: Shape) {
  const key = `${shape.group !== undefined}${shape.state !== undefined}${shape.tag !== undefined}${shape.askerId !== undefined}`;
  const known = byShape.get(key);
  if (known) return known;
  const made = statement((db, slot: Slots<ListValues>) => {
    const tagged = shape.tag !== undefined;
    // A list by tag walks the tag's own index, which holds the activity as well.
    const from = tagged
      ? sql`question_tag t join question q on q.community_id = t.community_id and q.id = t.question_id`
      : sql`question q`;
    const place = tagged ? sql`t.last_activity_at, t.question_id` : sql`q.last_activity_at, q.id`;
    const order = tagged ? sql`t.last_activity_at desc, t.question_id desc` : sql`q.last_activity_at desc, q.id desc`;
    const conditions: RawBuilder<unknown>[] = [
      tagged
        ? sql`t.community_id = ${slot("communityId")} and t.tag = ${slot("tag")}`
        : sql`q.community_id = ${slot("communityId")}`,
      sql`(${place}) < (${slot("beforeAt")}::timestamptz, ${slot("beforeId")}::bigint)`,
      shape.state === undefined ? sql`q.removed_at is null` : sql`q.state = ${slot("state")}`,
    ];
    const grouped = shape.group !== undefined;
    if (grouped) conditions.push(sql`q.group_id = g.id`);
    if (shape.askerId !== undefined) conditions.push(sql`q.asker_id = ${slot("askerId")}`);
    const rows = sql`(
          select q.* from ${from} where ${sql.join(conditions, sql` and `)} order by ${order} limit ${slot("limit")}
        ) q`;
    const inGroups = grouped
      ? sql`(select id, slug, name from community_group where community_id = ${slot("communityId")} and slug = ${slot("group")}) g
        cross join lateral ${rows}`
      : sql`${rows} ${groupJoin}`;
    return compilable<FlatRow>(
      db,
      sql`select ${listedColumns} from ${inGroups} ${peopleJoins} order by q.last_activity_at desc, q.id desc`,
    );
  });
  byShape.set(key, made);
  return made;
}

/** Raw SQL as something that `statement` compiles. */
export function compilable<Row>(db: Database, text: RawBuilder<unknown>) {
  return { compile: () => (text as RawBuilder<Row>).compile(db) };
}

/** Questions by last activity, newest first. */
export async function listQuestions(database: Database, filter: QuestionFilter): Promise<QuestionListed[]> {
  const rows = await statementFor(filter)(database, {
    communityId: filter.communityId,
    group: filter.group ?? "",
    state: filter.state ?? "",
    tag: filter.tag ?? "",
    askerId: filter.askerId ?? 0,
    beforeAt: filter.before?.at ?? "infinity",
    beforeId: filter.before?.id ?? 0,
    limit: Math.min(filter.limit ?? 30, 100),
  });
  return rows.map(toListed);
}

function toListed(row: FlatRow): QuestionListed {
  return {
    id: row.id,
    title: row.title,
    language: row.language,
    state: row.state as QuestionListed["state"],
    reopened: row.reopenedAt !== null,
    askedAt: row.askedAt,
    lastActivityAt: row.lastActivityAt,
    asker: { memberId: row.askerId, name: row.askerName, staff: row.askerStaff },
    group: { slug: row.groupSlug, name: row.groupName },
    answers: row.answers,
    helped: row.helped + (row.confirmed > 0 ? 1 : 0),
    lastAnswerBy:
      row.lastId === null ? null : { memberId: row.lastId, name: row.lastName ?? "", staff: row.lastStaff === true },
  };
}

const questionsByIds = statement((db, slot: Slots<{ communityId: number; ids: number[] }>) =>
  compilable<FlatRow>(
    db,
    sql`select ${listedColumns} from question q ${groupJoin} ${peopleJoins}
      where q.community_id = ${slot("communityId")} and q.id = any(${slot("ids")}::bigint[]) and q.removed_at is null limit 100`,
  ),
);

/** The questions with these ids (100 at most) in the order of the ids; ids of none, or of removed ones, are left out. */
export async function listQuestionsById(
  database: Database,
  communityId: number,
  ids: readonly number[],
): Promise<QuestionListed[]> {
  if (ids.length === 0) return [];
  const rows = await questionsByIds(database, { communityId, ids: [...ids] });
  const listed = new Map(rows.map((row) => [row.id, toListed(row)]));
  return ids.flatMap((id) => listed.get(id) ?? []);
}

interface TagsWanted {
  readonly communityId: number;
  readonly name: string | null;
  readonly after: string | null;
  readonly limit: number;
}

const tagsOfCommunity = statement((db, slot: Slots<TagsWanted>) =>
  db
    .selectFrom("tag")
    .select(["name", "description"])
    .where("community_id", "=", slot("communityId"))
    .where(sql<boolean>`(${slot("name")}::text is null or name = ${slot("name")})`)
    .where(sql<boolean>`(${slot("after")}::text is null or name > ${slot("after")})`)
    .orderBy("name")
    .limit(slot("limit")),
);

/** The community's tags by name, 500 at most: those behind the name `after`, or the one that has the name `name`. */
export async function listTags(
  database: Database,
  communityId: number,
  { name = null, after = null, limit = 500 }: { name?: string | null; after?: string | null; limit?: number } = {},
): Promise<{ name: string; description: string }[]> {
  return tagsOfCommunity(database, { communityId, name, after, limit: Math.min(limit, 500) });
}

/** A member's answers, newest first, with their questions: 50 at most. */
export interface AnswerListed {
  readonly id: number;
  readonly questionId: number;
  readonly questionTitle: string;
  readonly at: Date;
  readonly confirmed: boolean;
  /** People it solved it for: the asker, if confirmed, and those who said so. */
  readonly helped: number;
}

const answersOfMember = statement(
  (db, slot: Slots<{ communityId: number; authorId: number; before: number; limit: number }>) =>
    compilable<AnswerListed>(
      db,
      sql`select a.id, a.question_id as "questionId", q.title as "questionTitle", a.created_at as at,
        a.confirmed_at is not null as confirmed, a.helped_count + (a.confirmed_at is not null)::int as helped
      from answer a join question q on q.community_id = a.community_id and q.id = a.question_id
      where a.community_id = ${slot("communityId")} and a.author_id = ${slot("authorId")}
        and a.removed_at is null and q.removed_at is null and a.id < ${slot("before")}::bigint
      order by a.id desc limit ${slot("limit")}`,
    ),
);

export async function listAnswersOf(
  database: Database,
  communityId: number,
  authorId: number,
  wish: { readonly before?: number | null; readonly limit?: number } = {},
): Promise<AnswerListed[]> {
  const before = wish.before ?? Number.MAX_SAFE_INTEGER;
  return answersOfMember(database, { communityId, authorId, before, limit: Math.min(wish.limit ?? 20, 50) });
}

const helpedByMember = statement((db, slot: Slots<{ communityId: number; authorId: number }>) =>
  compilable<{ helped: number }>(
    db,
    sql`select coalesce(sum(helped_count + (confirmed_at is not null)::int), 0)::int as helped from answer
      where community_id = ${slot("communityId")} and author_id = ${slot("authorId")} and removed_at is null`,
  ),
);

/** How many times people said that an answer of this member solved it for them. */
export async function countHelpedBy(database: Database, communityId: number, authorId: number): Promise<number> {
  return (await helpedByMember(database, { communityId, authorId }))[0]?.helped ?? 0;
}
