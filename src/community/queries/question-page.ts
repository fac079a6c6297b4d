import type { Database } from "../../store/index.ts";
import type { LanguageFrom } from "./languages.ts";
import type { Author } from "./lists.ts";
import {
  answersPerPage,
  type LinkFlat,
  type PageValues,
  type PostFlat,
  postsForReaders,
  postsForVisitors,
  postsShownToVisitors,
} from "./question-posts.ts";

export { answersPerPage } from "./question-posts.ts";

/** A comment under a question or an answer; `Source` is null where only what is shown was read. */
export interface CommentRead<Source = string> {
  readonly id: number;
  readonly author: Author;
  readonly at: Date;
  readonly editedAt: Date | null;
  /** The Markdown that it was written in. */
  readonly body: Source;
  readonly html: string;
  /** ISO 639; null where its words do not tell, as if in the question's. */
  readonly language: string | null;
}

/** An answer with its comments, as one reader sees it. */
export interface AnswerRead<Source = string> extends CommentRead<Source> {
  readonly confirmedAt: Date | null;
  /** Members besides the asker who said that it solved theirs. */
  readonly helped: number;
  readonly readerHelped: boolean;
  readonly readerThanked: boolean;
  readonly comments: readonly CommentRead<Source>[];
}

export interface LinkedQuestion {
  readonly id: number;
  readonly title: string;
  readonly language: string;
  readonly state: string;
  readonly reopened: boolean;
}

/** A question with everything that its page and its JSON show. */
export interface QuestionRead<Source = string> {
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
  readonly comments: readonly CommentRead<Source>[];
  /** Which page of its answers was read, from 1. */
  readonly page: number;
  /** Confirmed ones first, then by age; 50 a page. */
  readonly answers: readonly AnswerRead<Source>[];
  readonly related: readonly LinkedQuestion[];
  readonly duplicates: readonly LinkedQuestion[];
  readonly duplicateOf: LinkedQuestion | null;
  /** Whether the reader follows it; null where they have neither begun nor ended that. */
  readonly readerFollows: boolean | null;
  /** Whether the reader was told something of it that they have not read. */
  readonly readerHasNews: boolean;
}

interface QuestionWanted {
  readonly communityId: number;
  readonly id: number;
  readonly readerId: number | null;
  readonly page?: number;
}

/**
 * A question as `readerId` sees it (null: a visitor); `page` counts from 1 over the answers. Null where there is none, "removed"
 * where it was taken away.
 */
export async function readQuestion(
  database: Database,
  wanted: QuestionWanted,
): Promise<QuestionRead | "removed" | null> {
  const read = wanted.readerId === null ? postsForVisitors : postsForReaders;
  return pageOf(wanted, await read(database, valuesOf(wanted)));
}

/** The same for its page, which shows visitors what was made of the Markdown of answers and comments, never that itself. */
export async function readShownQuestion(
  database: Database,
  wanted: QuestionWanted,
): Promise<QuestionRead<string | null> | "removed" | null> {
  if (wanted.readerId !== null) return readQuestion(database, wanted);
  return pageOf(wanted, await postsShownToVisitors(database, valuesOf(wanted)));
}

function valuesOf({ communityId, id, readerId, page = 1 }: QuestionWanted): PageValues {
  return { communityId, id, readerId: readerId ?? 0, skip: (page - 1) * answersPerPage };
}

function pageOf<Source extends string | null>(
  { id, page = 1 }: QuestionWanted,
  posts: readonly PostFlat<Source>[],
): QuestionRead<Source> | "removed" | null {
  const opening = posts.find((post) => post.question !== null);
  const question = opening?.question;
  if (!opening || !question) return null;
  if (question.state === "removed") return "removed";
  const links = inOrder(question.links ?? []);
  const comments = Map.groupBy(posts, ({ replyToId }) => replyToId);
  const commentsOf = (post: PostFlat<Source>) => (comments.get(post.id) ?? []).map(commentOf);
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
    body: opening.body ?? "",
    html: opening.html,
    answerCount: question.answerCount,
    helped: question.helped + (question.confirmed > 0 ? 1 : 0),
    page,
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
function confirmedFirst(a: PostFlat<unknown>, b: PostFlat<unknown>): number {
  return Number(a.confirmedAt === null) - Number(b.confirmedAt === null) || a.id - b.id;
}

/** Each once, by what they are to the question. */
function inOrder(links: readonly LinkFlat[]): LinkFlat[] {
  const once = new Map(links.map((link) => [`${link.link} ${link.id}`, link]));
  return [...once.values()].sort((a, b) => (a.link < b.link ? -1 : a.link > b.link ? 1 : a.id - b.id));
}

function wordsOf<Source>({ body, html, language }: PostFlat<Source>) {
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

function commentOf<Source>(post: PostFlat<Source>): CommentRead<Source> {
  return { id: post.id, author: authorOf(post), at: post.at, editedAt: post.editedAt, ...wordsOf(post) };
}
