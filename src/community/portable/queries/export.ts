import { type RawBuilder, sql } from "kysely";
import type { Database } from "../../../store/index.ts";
import type { Page } from "../portable-file.ts";
import type { CommunityRecord, RecordName, RecordOf } from "../records.ts";

type ReadPage<Name extends RecordName> = (page: Page<RecordOf<Name>>) => RawBuilder<RecordOf<Name>>;

/** Rows behind a place in an order of one or more columns. */
function behind(columns: RawBuilder<unknown>, values: readonly unknown[] | null): RawBuilder<unknown> {
  return values ? sql`(${columns}) > (${sql.join(values)})` : sql`true`;
}

/** A question q with its conversation c that a visitor may read. */
const isPublic = sql`(c.visibility = 'public' and q.removed_at is null)`;
const ofQuestion = sql`
  join conversation c on c.community_id = q.community_id and c.id = q.id`;
const ofAnswer = sql`
  join question q on q.community_id = a.community_id and q.id = a.question_id ${ofQuestion}`;

const readers: { readonly [Name in RecordName]: ReadPage<Name> } = {
  members: ({ communityId, publicOnly, after, limit }) => sql`
    select m.id, m.name, m.about, case when ${publicOnly} then null else m.locale end as locale,
      case when ${publicOnly} then null else m.theme end as theme, m.staff,
      case when ${publicOnly} then null else p.email end as email,
      coalesce(p.email_verified and not ${publicOnly}, false) as "emailVerified",
      m.joined_at as "joinedAt", m.erased_at as "erasedAt"
    from member m left join person p on p.id = m.person_id
    where m.community_id = ${communityId} and ${behind(sql`m.id`, after && [after.id])}
      and (not ${publicOnly} or ${speaksInPublic(sql`m.community_id`, sql`m.id`)})
    order by m.id limit ${limit}`,

  roles: ({ communityId, publicOnly, after, limit }) => sql`
    select r.member_id as "memberId", r.role, r.granted_at as "grantedAt",
      case when ${publicOnly} then null else r.granted_by end as "grantedBy"
    from member_role r
    where r.community_id = ${communityId} and ${behind(sql`r.member_id, r.role`, after && [after.memberId, after.role])}
      and (not ${publicOnly} or ${speaksInPublic(sql`r.community_id`, sql`r.member_id`)})
    order by r.member_id, r.role limit ${limit}`,

  groups: ({ communityId, after, limit }) => sql`
    select id, slug, name, purpose, rules, charter, created_at as "createdAt", archived_at as "archivedAt",
      solved_from as "solvedFrom"
    from community_group
    where community_id = ${communityId} and ${behind(sql`id`, after && [after.id])} order by id limit ${limit}`,

  "group-members": ({ communityId, after, limit }) => sql`
    select group_id as "groupId", member_id as "memberId", joined_at as "joinedAt"
    from group_member
    where community_id = ${communityId} and ${behind(sql`group_id, member_id`, after && [after.groupId, after.memberId])}
    order by group_id, member_id limit ${limit}`,

  tags: ({ communityId, after, limit }) => sql`
    select name, description, created_at as "createdAt" from tag
    where community_id = ${communityId} and ${behind(sql`name`, after && [after.name])} order by name limit ${limit}`,

  questions: ({ communityId, publicOnly, after, limit }) => sql`
    select q.id, q.message_id as "messageId", q.group_id as "groupId", q.asker_id as "askerId", q.title, m.body, q.tags,
      case when q.language_from = 'unread' then null else q.language end as language, q.language_from = 'person' as "languageChosen",
      c.visibility, q.state, q.created_at as "askedAt", m.edited_at as "editedAt",
      q.last_activity_at as "lastActivityAt", case when ${publicOnly} then null else q.last_answer_by end as "lastAnswerBy",
      q.reopened_at as "reopenedAt", case when ${publicOnly} then ${publicOriginal} else q.duplicate_of end as "duplicateOf",
      q.removed_at as "removedAt", m.removed_because as "removedBecause",
      q.answer_count as answers, q.confirmed_count as confirmed, q.helped_count as helped
    from question q ${ofQuestion} join message m on m.community_id = q.community_id and m.id = q.message_id
    where q.community_id = ${communityId} and ${behind(sql`q.id`, after && [after.id])}
      and (not ${publicOnly} or ${isPublic})
    order by q.id limit ${limit}`,

  answers: ({ communityId, publicOnly, after, limit }) => sql`
    select a.id, a.question_id as "questionId", a.author_id as "authorId", m.body, m.language, a.created_at as "answeredAt",
      m.edited_at as "editedAt", a.removed_at as "removedAt", m.removed_because as "removedBecause"
    from answer a ${ofAnswer} join message m on m.community_id = a.community_id and m.id = a.id
    where a.community_id = ${communityId} and ${behind(sql`a.id`, after && [after.id])}
      and (not ${publicOnly} or (a.removed_at is null and ${isPublic}))
    order by a.id limit ${limit}`,

  comments: ({ communityId, publicOnly, after, limit }) => sql`
    select m.id, q.id as "questionId", a.id as "answerId", m.author_id as "authorId", m.body,
      m.language, m.created_at as "commentedAt", m.edited_at as "editedAt", m.removed_at as "removedAt",
      m.removed_because as "removedBecause"
    from message m join question q on q.community_id = m.community_id and q.id = m.conversation_id ${ofQuestion}
      left join answer a on a.community_id = m.community_id and a.id = m.reply_to_id
    where m.community_id = ${communityId} and ${behind(sql`m.id`, after && [after.id])} and m.reply_to_id is not null
      and (not ${publicOnly} or (m.removed_at is null and a.removed_at is null and ${isPublic}))
    order by m.id limit ${limit}`,

  confirmations: ({ communityId, publicOnly, after, limit }) => sql`
    select a.id as "answerId", a.confirmed_at as "confirmedAt"
    from answer a ${ofAnswer}
    where a.community_id = ${communityId} and ${behind(sql`a.id`, after && [after.answerId])} and a.confirmed_at is not null
      and (not ${publicOnly} or (a.removed_at is null and ${isPublic}))
    order by a.id limit ${limit}`,

  helped: ({ communityId, after, limit }) => sql`
    select answer_id as "answerId", member_id as "memberId", created_at as "helpedAt"
    from answer_helped
    where community_id = ${communityId} and ${behind(sql`answer_id, member_id`, after && [after.answerId, after.memberId])}
    order by answer_id, member_id limit ${limit}`,

  thanks: ({ communityId, after, limit }) => sql`
    select id, message_id as "messageId", from_id as "fromId", to_id as "toId", note, created_at as "thankedAt",
      true as private
    from thanks
    where community_id = ${communityId} and ${behind(sql`id`, after && [after.id])} order by id limit ${limit}`,

  links: ({ communityId, publicOnly, after, limit }) => sql`
    select l.question_id as "questionId", l.other_id as "otherId", l.kind, l.created_at as "linkedAt"
    from question_link l
    where l.community_id = ${communityId}
      and ${behind(sql`l.question_id, l.other_id, l.kind`, after && [after.questionId, after.otherId, after.kind])}
      and (not ${publicOnly} or 2 = (
        select count(*) from question q ${ofQuestion}
        where q.community_id = l.community_id and q.id in (l.question_id, l.other_id) and ${isPublic}))
    order by l.question_id, l.other_id, l.kind limit ${limit}`,

  revisions: ({ communityId, after, limit }) => sql`
    select id, message_id as "messageId", title, body, tags, replaced_at as "replacedAt", replaced_by as "replacedBy"
    from message_revision
    where community_id = ${communityId} and ${behind(sql`message_id, id`, after && [after.messageId, after.id])}
    order by message_id, id limit ${limit}`,

  follows: ({ communityId, after, limit }) => sql`
    select member_id as "memberId", subject, case when subject <> 'tag' then key::bigint end as "followedId",
      case when subject = 'tag' then key end as tag, because, began_at as "beganAt", ended_at as "endedAt"
    from follow
    where community_id = ${communityId}
      and ${behind(sql`member_id, subject, key`, after && [after.memberId, after.subject, after.tag ?? String(after.followedId)])}
    order by member_id, subject, key limit ${limit}`,

  "notification-ways": ({ communityId, after, limit }) => sql`
    select member_id as "memberId", kind, way from notification_preference
    where community_id = ${communityId} and ${behind(sql`member_id, kind`, after && [after.memberId, after.kind])}
    order by member_id, kind limit ${limit}`,

  "digest-hours": ({ communityId, after, limit }) => sql`
    select member_id as "memberId", time_zone as "timeZone", hour from digest_schedule
    where community_id = ${communityId} and ${behind(sql`member_id`, after && [after.memberId])}
    order by member_id limit ${limit}`,

  events: ({ communityId, after, limit, subjects }) => sql`
    select id, at, kind, actor_id as "actorId", subject, subject_id as "subjectId", data
    from event
    where community_id = ${communityId} and ${behind(sql`id`, after && [after.id])}
      and subject = any(${[...subjects]}::text[])
    order by id limit ${limit}`,
};

/** The original of a duplicate q, where a visitor may read that one too. */
const publicOriginal = sql`(
  select o.id from question o join conversation oc on oc.community_id = o.community_id and oc.id = o.id
  where o.community_id = q.community_id and o.id = q.duplicate_of and oc.visibility = 'public' and o.removed_at is null)`;

/** Whether a member has asked, answered or commented where a visitor may read it. */
function speaksInPublic(communityId: RawBuilder<unknown>, memberId: RawBuilder<unknown>): RawBuilder<unknown> {
  const asked = sql`
    select from question q ${ofQuestion}
    where q.community_id = ${communityId} and q.asker_id = ${memberId} and ${isPublic}`;
  const answered = sql`
    select from answer s join question q on q.community_id = s.community_id and q.id = s.question_id ${ofQuestion}
    where s.community_id = ${communityId} and s.author_id = ${memberId} and s.removed_at is null and ${isPublic}`;
  const commented = sql`
    select from message s join question q on q.community_id = s.community_id and q.id = s.conversation_id ${ofQuestion}
    where s.community_id = ${communityId} and s.author_id = ${memberId} and s.reply_to_id is not null and s.removed_at is null
      and ${isPublic}`;
  return sql`(exists (${asked}) or exists (${answered}) or exists (${commented}))`;
}

/** One page of a file, in the order of its key. */
export async function readRecords<Name extends RecordName>(
  database: Database,
  name: Name,
  page: Page<RecordOf<Name>>,
): Promise<RecordOf<Name>[]> {
  return (await readers[name](page).execute(database)).rows;
}

/** The line of a community itself in its export. */
export async function readCommunityRecord(database: Database, communityId: number): Promise<CommunityRecord> {
  return database
    .selectFrom("community")
    .select(["id", "slug", "name", "description", "locale", "colour_accent as colourAccent"])
    .select(["colour_paper as colourPaper", "created_at as createdAt"])
    .where("id", "=", communityId)
    .executeTakeFirstOrThrow();
}

/** How many rows some tables have for a community, for the progress of an export. */
export async function countRows(database: Database, communityId: number, tables: readonly string[]): Promise<number> {
  const counts = tables.map(
    (table) => sql`(select count(*) from ${sql.table(table)} where community_id = ${communityId})`,
  );
  const { rows } = await sql<{ rows: number }>`select ${sql.join(counts, sql` + `)} as rows`.execute(database);
  return rows[0]?.rows ?? 0;
}
