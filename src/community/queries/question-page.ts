import { sql } from "kysely";
import { type Database, type Slots, statement } from "../../store/index.ts";
import type { LanguageFrom } from "./languages.ts";
import { type Author, compilable } from "./lists.ts";

/** A comment under a question or an answer. */
export interface CommentRead {
  readonly id: number;
  readonly author: Author;
  readonly at: Date;
  readonly editedAt: Date | null;
  readonly body: string;
  readonly html: string;
  /** ISO 639; null where its words do not tell, as if in the question's. */
  readonly language: string | null;
}

/** An answer with its comments, as one reader sees it. */
export interface AnswerRead extends CommentRead {
  readonly confirmedAt: Date | null;
  /** Members besides the asker who said that it solved theirs. */
  readonly helped: number;
  readonly readerHelped: boolean;
  readonly readerThanked: boolean;
  readonly comments: readonly CommentRead[];
}

export interface LinkedQuestion {
  readonly id: number;
  readonly title: string;
  readonly language: string;
  readonly state: string;
  readonly reopened: boolean;
}

/** A question with everything that its page and its JSON show. */
export interface QuestionRead {
  readonly id: number;
  readonly messageId: number;
  readonly title: string;
  /** ISO 639: of title and body. */
  readonly language: string;
  readonly languageFrom: LanguageFrom;
  readonly tags: readonly string[];
  readonly state: "waiting" | "answered" | "solved" | "duplicate";
  readonly reopened: boolean;
  readonly group: {
    readonly slug: string;
    readonly name: string;
    readonly rules: string;
    readonly charter: "help" | "interest";
  };
  readonly asker: Author;
  readonly askedAt: Date;
  readonly editedAt: Date | null;
  readonly lastActivityAt: Date;
  readonly body: string;
  readonly html: string;
  readonly answerCount: number;
  /** People it was solved for. */
  readonly helped: number;
  readonly comments: readonly CommentRead[];
  /** Confirmed ones first, then by age; 50 a page. */
  readonly answers: readonly AnswerRead[];
  readonly related: readonly LinkedQuestion[];
  readonly duplicates: readonly LinkedQuestion[];
  readonly duplicateOf: LinkedQuestion | null;
  /** Whether the reader follows it; null where they have neither begun nor ended that. */
  readonly readerFollows: boolean | null;
  /** Whether the reader was told something of it that they have not read. */
  readonly readerHasNews: boolean;
}

/** Answers on one page of a question. */
export const answersPerPage = 50;
const mostComments = 500;
const mostLinks = 40;

/** A post of the page: the question, an answer or a comment. What a kind has not is null. */
interface PostFlat {
  id: number;
  /** null for the question and its answers. */
  replyToId: number | null;
  authorId: number;
  authorName: string;
  authorStaff: boolean;
  at: Date;
  editedAt: Date | null;
  body: string;
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
  state: QuestionRead["state"] | "removed";
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

type LinkFlat = Omit<LinkedQuestion, "reopened"> & {
  reopenedAt: string | null;
  link: "related" | "duplicate" | "duplicate-of";
};

interface PageValues {
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

/**
 * The question, a page of its answers and its comments in one statement: each way to the database and back costs more than the rows
 * that it brings. What removed posts said is left out, except that a removed question tells that it is one.
 */
function pageStatement(db: Database, slot: Slots<PageValues>, reader: typeof ofNobody) {
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
  return compilable<PostFlat>(
    db,
    sql`
      with a as materialized (
        select id, created_at, confirmed_at, helped_count from answer
        where community_id = ${slot("communityId")} and question_id = ${slot("id")} and removed_at is null
        order by (confirmed_at is null), id limit ${answersPerPage} offset ${slot("skip")}
      )
      select m.id, m.reply_to_id as "replyToId", u.id as "authorId", u.name as "authorName", u.staff as "authorStaff",
        coalesce(a.created_at, m.created_at) as at, m.edited_at as "editedAt", m.body, m.html, m.language,
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
        and (m.id = q.message_id or (m.removed_at is null and (m.reply_to_id is not null or a.id is not null)))
      order by (m.reply_to_id is not null), m.id limit ${1 + answersPerPage + mostComments}`,
  );
}

const postsForVisitors = statement((db, slot: Slots<PageValues>) => pageStatement(db, slot, ofNobody));
const postsForReaders = statement((db, slot: Slots<PageValues>) => pageStatement(db, slot, ofReader(slot)));

/**
 * A question as `readerId` sees it (null: a visitor); `page` counts from 1 over the answers. Null where there is none, "removed"
 * where it was taken away.
 */
export async function readQuestion(
  database: Database,
  wanted: {
    readonly communityId: number;
    readonly id: number;
    readonly readerId: number | null;
    readonly page?: number;
  },
): Promise<QuestionRead | "removed" | null> {
  const { communityId, id, readerId } = wanted;
  const skip = ((wanted.page ?? 1) - 1) * answersPerPage;
  const posts =
    readerId === null
      ? await postsForVisitors(database, { communityId, id, readerId: 0, skip })
      : await postsForReaders(database, { communityId, id, readerId, skip });
  const opening = posts.find((post) => post.question !== null);
  const question = opening?.question;
  if (!opening || !question) return null;
  if (question.state === "removed") return "removed";
  const links = inOrder(question.links ?? []);
  const comments = Map.groupBy(posts, ({ replyToId }) => replyToId);
  const commentsOf = (post: PostFlat) => (comments.get(post.id) ?? []).map(commentOf);
  return {
    id,
    messageId: opening.id,
    title: question.title,
    language: question.language,
    languageFrom: question.languageFrom,
    tags: question.tags,
    state: question.state,
    reopened: question.reopenedAt !== null,
    group: {
      slug: question.groupSlug,
      name: question.groupName,
      rules: question.groupRules,
      charter: question.groupCharter,
    },
    asker: authorOf(opening),
    askedAt: new Date(question.askedAt),
    editedAt: opening.editedAt,
    lastActivityAt: new Date(question.lastActivityAt),
    body: opening.body,
    html: opening.html,
    answerCount: question.answerCount,
    helped: question.helped + (question.confirmed > 0 ? 1 : 0),
    comments: commentsOf(opening),
    answers: posts
      .filter(({ helped }) => helped !== null)
      .sort(confirmedFirst)
      .map((answer) => ({
        id: answer.id,
        author: authorOf(answer),
        at: answer.at,
        editedAt: answer.editedAt,
        ...wordsOf(answer),
        confirmedAt: answer.confirmedAt,
        helped: answer.helped ?? 0,
        readerHelped: answer.readerHelped === true,
        readerThanked: answer.readerThanked === true,
        comments: commentsOf(answer),
      })),
    related: links.filter(({ link }) => link === "related").map(toLinked),
    duplicates: links.filter(({ link }) => link === "duplicate").map(toLinked),
    duplicateOf: links.filter(({ id: linked }) => linked === question.duplicateOf).map(toLinked)[0] ?? null,
    readerFollows: question.followed ?? null,
    readerHasNews: question.news === true,
  };
}

/** The order of a page; the statement finds them by age. */
function confirmedFirst(a: PostFlat, b: PostFlat): number {
  return Number(a.confirmedAt === null) - Number(b.confirmedAt === null) || a.id - b.id;
}

/** Each once, by what they are to the question. */
function inOrder(links: readonly LinkFlat[]): LinkFlat[] {
  const once = new Map(links.map((link) => [`${link.link} ${link.id}`, link]));
  return [...once.values()].sort((a, b) => (a.link < b.link ? -1 : a.link > b.link ? 1 : a.id - b.id));
}

function wordsOf({ body, html, language }: PostFlat) {
  return { body, html, language };
}

function authorOf(post: { authorId: number; authorName: string; authorStaff: boolean }): Author {
  return { memberId: post.authorId, name: post.authorName, staff: post.authorStaff };
}

function toLinked(link: LinkFlat): LinkedQuestion {
  return {
    id: link.id,
    title: link.title,
    language: link.language,
    state: link.state,
    reopened: link.reopenedAt !== null,
  };
}

function commentOf(post: PostFlat): CommentRead {
  return { id: post.id, author: authorOf(post), at: post.at, editedAt: post.editedAt, ...wordsOf(post) };
}
