import { type RawBuilder, sql } from "kysely";
import { type Database, type Slots, statement } from "../../store/index.ts";
import type { LanguageFrom } from "./languages.ts";
import { compilable } from "./lists.ts";

/** Answers on one page of a question. */
export const answersPerPage = 50;
const mostComments = 500;
const mostLinks = 40;

/** A post of the page: the question, an answer or a comment. What a kind has not is null. */
export interface PostFlat<Source> {
  id: number;
  /** null for the question and its answers. */
  replyToId: number | null;
  authorId: number;
  authorName: string;
  authorStaff: boolean;
  at: Date;
  editedAt: Date | null;
  /** Of the question itself it is always read. */
  body: Source;
  html: string;
  language: string | null;
  confirmedAt: Date | null;
  /** null for whatever is no answer. */
  helped: number | null;
  /** null for whatever is no answer; neither is read for visitors. */
  readerHelped?: boolean | null;
  readerThanked?: boolean | null;
  /** Only in the question's own row. */
  question: QuestionFlat | null;
}

/** What the question's row holds besides its post, as JSON: moments are text. */
interface QuestionFlat {
  title: string;
  language: string;
  languageFrom: LanguageFrom;
  tags: string[];
  state: "waiting" | "answered" | "solved" | "duplicate" | "removed";
  reopenedAt: string | null;
  groupSlug: string;
  groupName: string;
  groupRules: string;
  groupCharter: "help" | "interest";
  askedAt: string;
  lastActivityAt: string;
  answerCount: number;
  confirmed: number;
  helped: number;
  duplicateOf: number | null;
  /** Neither is read for visitors. */
  followed?: boolean | null;
  news?: boolean;
  /** Links in both directions, some twice; "duplicate" are those that say of themselves to be the same as this one. */
  links: LinkFlat[] | null;
}

export interface LinkFlat {
  id: number;
  title: string;
  language: string;
  state: string;
  reopenedAt: string | null;
  link: "related" | "duplicate" | "duplicate-of";
}

export interface PageValues {
  communityId: number;
  id: number;
  readerId: number;
  skip: number;
}

/** What the page shows of a reader's own: whether answers solved theirs and have their thanks, whether they follow, what is news to them. */
function ofReader(slot: Slots<PageValues>) {
  const [communityId, id, readerId] = [slot("communityId"), slot("id"), slot("readerId")];
  return {
    answers: sql`,
        a.id = any (array(
          select h.answer_id from answer_helped h
          where h.community_id = ${communityId} and h.member_id = ${readerId} and h.answer_id = any (array(select a.id from a)))) as "readerHelped",
        a.id = any (array(
          select t.message_id from thanks t
          where t.community_id = ${communityId} and t.from_id = ${readerId} and t.message_id = any (array(select a.id from a)))) as "readerThanked"`,
    // What notifications keep is read along: a statement of its own would cost more than all of it.
    question: sql`, 'followed', (
            select ended_at is null from follow
            where community_id = ${communityId} and member_id = ${readerId} and subject = 'question' and key = q.id::text),
          'news', exists (
            select from notification
            where community_id = ${communityId} and member_id = ${readerId} and subject = 'question' and subject_id = ${id} and read_at is null)`,
  };
}

const ofNobody = { answers: sql``, question: sql`` };
const source = sql`m.body`;
const sourceOfQuestion = sql`case when m.id = q.message_id then m.body end as body`;

/**
 * The question, a page of its answers and its comments in one statement: each way to the database and back costs more than the rows
 * that it brings. What removed posts said is left out, except that a removed question tells that it is one.
 */
function pageStatement<Source>(
  db: Database,
  slot: Slots<PageValues>,
  reader: typeof ofNobody,
  body: RawBuilder<unknown>,
) {
  // In both directions: two questions may each name the other. Of too many the related ones are left out first.
  const links = sql`(
    select json_agg(json_build_object('id', o.id, 'title', o.title, 'language', o.language, 'state', o.state, 'reopenedAt', o.reopened_at, 'link', l.link))
    from (
      select case when question_id = ${slot("id")} then other_id else question_id end as id,
        case when question_id = ${slot("id")} and kind = 'duplicate' then 'duplicate-of' else kind end as link
      from question_link
      where community_id = ${slot("communityId")} and (question_id = ${slot("id")} or other_id = ${slot("id")})
      order by link, id limit ${mostLinks}
    ) l join question o on o.community_id = ${slot("communityId")} and o.id = l.id and o.removed_at is null)`;
  return compilable<PostFlat<Source>>(
    db,
    sql`
      with a as materialized (
        select id, created_at, confirmed_at, helped_count from answer
        where community_id = ${slot("communityId")} and question_id = ${slot("id")} and removed_at is null
        order by (confirmed_at is null), id limit ${answersPerPage} offset ${slot("skip")}
      )
      select m.id, m.reply_to_id as "replyToId", u.id as "authorId", u.name as "authorName", u.staff as "authorStaff",
        coalesce(a.created_at, m.created_at) as at, m.edited_at as "editedAt", ${body}, m.html, m.language,
        a.confirmed_at as "confirmedAt", a.helped_count as helped${reader.answers},
        case when m.id = q.message_id then json_build_object('title', q.title, 'language', q.language, 'languageFrom', q.language_from, 'tags', q.tags, 'state', q.state,
          'reopenedAt', q.reopened_at, 'groupSlug', g.slug, 'groupName', g.name, 'groupRules', g.rules, 'groupCharter', g.charter,
          'askedAt', q.created_at, 'lastActivityAt', q.last_activity_at, 'answerCount', q.answer_count,
          'confirmed', q.confirmed_count, 'helped', q.helped_count, 'duplicateOf', q.duplicate_of, 'links', ${links}${reader.question})
        end as question
      from question q
      join community_group g on g.community_id = q.community_id and g.id = q.group_id
      join message m on m.community_id = q.community_id and m.conversation_id = q.id
      join member u on u.community_id = m.community_id and u.id = m.author_id
      left join a on a.id = m.id
      where q.community_id = ${slot("communityId")} and q.id = ${slot("id")}
        and (m.id = q.message_id or (m.removed_at is null and (a.id is not null or m.reply_to_id = q.message_id or m.reply_to_id in (select id from a))))
      order by (m.reply_to_id is not null), m.id limit ${1 + answersPerPage + mostComments}`,
  );
}

export const postsForVisitors = statement((db, slot: Slots<PageValues>) =>
  pageStatement<string>(db, slot, ofNobody, source),
);
export const postsForReaders = statement((db, slot: Slots<PageValues>) =>
  pageStatement<string>(db, slot, ofReader(slot), source),
);
export const postsShownToVisitors = statement((db, slot: Slots<PageValues>) =>
  pageStatement<string | null>(db, slot, ofNobody, sourceOfQuestion),
);
