import { sql } from "kysely";
import { type Database, type Slots, statement } from "../../store/index.ts";
import { type Author, compilable } from "./lists.ts";

/** A comment under a question or an answer. */
export interface CommentRead {
  readonly id: number;
  readonly author: Author;
  readonly at: Date;
  readonly editedAt: Date | null;
  readonly body: string;
  readonly html: string;
}

/** An answer with its comments, as one reader sees it. */
export interface AnswerRead {
  readonly id: number;
  readonly author: Author;
  readonly at: Date;
  readonly editedAt: Date | null;
  readonly body: string;
  readonly html: string;
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
  readonly state: string;
  readonly reopened: boolean;
}

/** A question with everything that its page and its JSON show. */
export interface QuestionRead {
  readonly id: number;
  readonly messageId: number;
  readonly title: string;
  readonly tags: readonly string[];
  readonly state: "waiting" | "answered" | "solved" | "duplicate";
  readonly reopened: boolean;
  readonly group: { readonly slug: string; readonly name: string; readonly rules: string };
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
}

/** Answers on one page of a question. */
export const answersPerPage = 50;
const mostComments = 500;

interface QuestionFlat {
  id: number;
  messageId: number;
  title: string;
  tags: string[];
  state: QuestionRead["state"] | "removed";
  reopenedAt: Date | null;
  groupSlug: string;
  groupName: string;
  groupRules: string;
  authorId: number;
  authorName: string;
  authorStaff: boolean;
  at: Date;
  editedAt: Date | null;
  lastActivityAt: Date;
  body: string;
  html: string;
  answerCount: number;
  confirmed: number;
  helped: number;
  duplicateOf: number | null;
}

const questionById = statement((db, slot: Slots<{ communityId: number; id: number }>) =>
  compilable<QuestionFlat>(
    db,
    sql`select q.id, q.message_id as "messageId", q.title, q.tags, q.state, q.reopened_at as "reopenedAt",
        g.slug as "groupSlug", g.name as "groupName", g.rules as "groupRules",
        a.id as "authorId", a.name as "authorName", a.staff as "authorStaff",
        q.created_at as at, m.edited_at as "editedAt", q.last_activity_at as "lastActivityAt", m.body, m.html,
        q.answer_count as "answerCount", q.confirmed_count as confirmed, q.helped_count as helped,
        q.duplicate_of as "duplicateOf"
      from question q
      join message m on m.community_id = q.community_id and m.id = q.message_id
      join member a on a.community_id = q.community_id and a.id = q.asker_id
      join community_group g on g.community_id = q.community_id and g.id = q.group_id
      where q.community_id = ${slot("communityId")} and q.id = ${slot("id")}`,
  ),
);

interface PostFlat {
  id: number;
  authorId: number;
  authorName: string;
  authorStaff: boolean;
  at: Date;
  editedAt: Date | null;
  body: string;
  html: string;
}

type AnswerFlat = PostFlat & {
  confirmedAt: Date | null;
  helped: number;
  readerHelped: boolean;
  readerThanked: boolean;
};

const answersOfQuestion = statement(
  (db, slot: Slots<{ communityId: number; id: number; readerId: number; skip: number }>) =>
    compilable<AnswerFlat>(
      db,
      sql`select a.id, u.id as "authorId", u.name as "authorName", u.staff as "authorStaff", a.created_at as at,
          m.edited_at as "editedAt", m.body, m.html, a.confirmed_at as "confirmedAt", a.helped_count as helped,
          h.member_id is not null as "readerHelped", t.id is not null as "readerThanked"
        from answer a
        join message m on m.community_id = a.community_id and m.id = a.id
        join member u on u.community_id = a.community_id and u.id = a.author_id
        left join answer_helped h
          on h.community_id = a.community_id and h.answer_id = a.id and h.member_id = ${slot("readerId")}
        left join thanks t on t.community_id = a.community_id and t.message_id = a.id and t.from_id = ${slot("readerId")}
        where a.community_id = ${slot("communityId")} and a.question_id = ${slot("id")} and a.removed_at is null
        order by (a.confirmed_at is null), a.id
        limit ${answersPerPage} offset ${slot("skip")}`,
    ),
);

type CommentFlat = PostFlat & { replyToId: number };

const commentsOfQuestion = statement((db, slot: Slots<{ communityId: number; id: number }>) =>
  compilable<CommentFlat>(
    db,
    sql`select m.id, u.id as "authorId", u.name as "authorName", u.staff as "authorStaff", m.created_at as at,
        m.edited_at as "editedAt", m.body, m.html, m.reply_to_id as "replyToId"
      from message m
      join member u on u.community_id = m.community_id and u.id = m.author_id
      where m.community_id = ${slot("communityId")} and m.conversation_id = ${slot("id")}
        and m.reply_to_id is not null and m.removed_at is null
      order by m.id limit ${mostComments}`,
  ),
);

type LinkFlat = Omit<LinkedQuestion, "reopened"> & {
  reopenedAt: Date | null;
  link: "related" | "duplicate" | "duplicate-of";
};

/** Links in both directions; "duplicate" are those that say of themselves to be the same as this one. */
const linksOfQuestion = statement((db, slot: Slots<{ communityId: number; id: number }>) =>
  compilable<LinkFlat>(
    db,
    sql`select o.id, o.title, o.state, o.reopened_at as "reopenedAt", l.link from (
        select other_id as id, case kind when 'duplicate' then 'duplicate-of' else kind end as link from question_link
        where community_id = ${slot("communityId")} and question_id = ${slot("id")}
        union
        select question_id, kind from question_link
        where community_id = ${slot("communityId")} and other_id = ${slot("id")}
      ) l join question o on o.community_id = ${slot("communityId")} and o.id = l.id and o.removed_at is null
      order by l.link, o.id limit 40`,
  ),
);

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
  const { communityId, id } = wanted;
  const skip = ((wanted.page ?? 1) - 1) * answersPerPage;
  const [questions, answers, comments, links] = await Promise.all([
    questionById(database, { communityId, id }),
    answersOfQuestion(database, { communityId, id, readerId: wanted.readerId ?? 0, skip }),
    commentsOfQuestion(database, { communityId, id }),
    linksOfQuestion(database, { communityId, id }),
  ]);
  const question = questions[0];
  if (!question) return null;
  if (question.state === "removed") return "removed";
  const commentsOf = groupComments(comments);
  return {
    id,
    messageId: question.messageId,
    title: question.title,
    tags: question.tags,
    state: question.state,
    reopened: question.reopenedAt !== null,
    group: { slug: question.groupSlug, name: question.groupName, rules: question.groupRules },
    asker: authorOf(question),
    askedAt: question.at,
    editedAt: question.editedAt,
    lastActivityAt: question.lastActivityAt,
    body: question.body,
    html: question.html,
    answerCount: question.answerCount,
    helped: question.helped + (question.confirmed > 0 ? 1 : 0),
    comments: commentsOf.get(question.messageId) ?? [],
    answers: answers.map((answer) => ({
      id: answer.id,
      author: authorOf(answer),
      at: answer.at,
      editedAt: answer.editedAt,
      body: answer.body,
      html: answer.html,
      confirmedAt: answer.confirmedAt,
      helped: answer.helped,
      readerHelped: answer.readerHelped,
      readerThanked: answer.readerThanked,
      comments: commentsOf.get(answer.id) ?? [],
    })),
    related: links.filter(({ link }) => link === "related").map(toLinked),
    duplicates: links.filter(({ link }) => link === "duplicate").map(toLinked),
    duplicateOf: links.filter(({ id: linked }) => linked === question.duplicateOf).map(toLinked)[0] ?? null,
  };
}

function authorOf(post: { authorId: number; authorName: string; authorStaff: boolean }): Author {
  return { memberId: post.authorId, name: post.authorName, staff: post.authorStaff };
}

function toLinked(link: LinkFlat): LinkedQuestion {
  return { id: link.id, title: link.title, state: link.state, reopened: link.reopenedAt !== null };
}

function groupComments(comments: readonly CommentFlat[]): Map<number, CommentRead[]> {
  const groups = new Map<number, CommentRead[]>();
  for (const comment of comments) {
    const read = {
      id: comment.id,
      author: authorOf(comment),
      at: comment.at,
      editedAt: comment.editedAt,
      body: comment.body,
      html: comment.html,
    };
    const group = groups.get(comment.replyToId);
    if (group) group.push(read);
    else groups.set(comment.replyToId, [read]);
  }
  return groups;
}

const titleById = statement((db, slot: Slots<{ communityId: number; id: number }>) =>
  db
    .selectFrom("question")
    .select("title")
    .where("community_id", "=", slot("communityId"))
    .where("id", "=", slot("id"))
    .where("removed_at", "is", null),
);

/** A question's title, for its address; null where there is none to read. */
export async function readTitle(database: Database, communityId: number, id: number): Promise<string | null> {
  return (await titleById(database, { communityId, id }))[0]?.title ?? null;
}
