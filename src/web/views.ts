import { type Actor, may } from "../accounts/index.ts";
import {
  type AnswerRead,
  answersPerPage,
  type CommentRead,
  type LinkedQuestion,
  mayRemove,
  type QuestionListed,
  type QuestionRead,
} from "../community/index.ts";
import { renderMarkdown } from "../conversation/index.ts";
import { remembered } from "../kernel/index.ts";
import { withoutMarks } from "../search/index.ts";
import type { PersonalDataKind } from "../text/index.ts";
import { type SafeHtml, sanitised } from "./raw.tsx";
import type {
  AnswerView,
  CommentView,
  ExposedView,
  QuestionLink,
  QuestionRow,
  QuestionState,
  QuestionView,
} from "./view-models.ts";

// From what the rooms read to what the pages show: only here are the two shapes known together.

/** Markdown that somebody typed, as it may stand on a page. */
export function showMarkdown(markdown: string): SafeHtml {
  return sanitised(renderMarkdown(markdown));
}

const rulesShown = remembered(500, showMarkdown);

/** A group's rules as they may stand on a page: the same few texts on every question of a group, so what was made of them is kept. */
export function showRules(rules: string): SafeHtml | null {
  return rules === "" ? null : rulesShown(rules);
}

export function questionRow(listed: QuestionListed, options: { readonly withGroup: boolean }): QuestionRow {
  return {
    id: listed.id,
    title: listed.title,
    language: listed.language,
    state: stateOf(listed.state, listed.reopened),
    askedAt: listed.askedAt,
    asker: listed.asker,
    group: options.withGroup ? listed.group : null,
    answers: listed.answers,
    helped: listed.helped,
    onIt: listed.lastAnswerBy,
  };
}

export function stateOf(state: string, reopened: boolean): QuestionState {
  if (state === "waiting" && reopened) return "reopened";
  return state === "removed" ? "waiting" : (state as QuestionState);
}

/** What looks like personal data, by message. */
type Exposed = ReadonlyMap<number, readonly PersonalDataKind[]>;
const nothingExposed: Exposed = new Map();

function exposedView(exposed: Exposed, messageId: number, authorId: number, actor: Actor | null): ExposedView | null {
  const kinds = exposed.get(messageId);
  return kinds ? { kinds, own: actor?.memberId === authorId } : null;
}

/** A question as this reader sees it, with what they may do. */
export function questionView(
  read: QuestionRead<unknown>,
  actor: Actor | null,
  failedForm: QuestionView["failedForm"],
  exposed: Exposed = nothingExposed,
  care: Pick<QuestionView, "own" | "problemId"> = { own: null, problemId: null },
): QuestionView {
  const isAsker = actor !== null && actor.memberId === read.asker.memberId;
  const answered = read.answerCount > 0;
  const ownAnswers = actor ? read.answers.filter((answer) => answer.author.memberId === actor.memberId).length : 0;
  return {
    id: read.id,
    title: read.title,
    language: read.language,
    group: read.group,
    state: stateOf(read.state, read.reopened),
    asker: read.asker,
    askedAt: read.askedAt,
    editedAt: read.editedAt,
    body: sanitised(read.html),
    exposed: exposedView(exposed, read.messageId, read.asker.memberId, actor),
    // Without a sign that it goes on: that would make the whole page a string of two bytes a letter, which costs twice as much to send.
    excerpt: withoutMarks(read.body.slice(0, 600)).slice(0, 160).toWellFormed(),
    tags: read.tags,
    comments: read.comments.map((comment) => commentView(comment, read.language, actor, exposed)),
    answers: read.answers.map((answer) => answerView(answer, read, { actor, isAsker, exposed })),
    paging: { page: read.page, perPage: answersPerPage, all: read.answerCount },
    helped: read.helped,
    onIt: authorsOf(read),
    related: read.related.map(questionLink),
    duplicates: read.duplicates.map(questionLink),
    duplicateOf: read.duplicateOf && questionLink(read.duplicateOf),
    rules: showRules(read.group.rules),
    readerIsAsker: isAsker,
    ...care,
    // Whoever asks or answers follows by themselves, a moment later.
    follows: actor && (read.readerFollows ?? (isAsker || ownAnswers > 0)),
    readerAnswers: ownAnswers,
    can: {
      answer: actor !== null && may(actor, "answer questions"),
      comment: actor !== null && may(actor, "comment"),
      edit: mayEdit(actor, read.asker.memberId),
      remove: actor !== null && mayRemove(actor, { authorId: read.asker.memberId, built: answered }),
      private: actor !== null && read.group.charter === "help" && (isAsker || may(actor, "see problems")),
      sayLanguage: actor !== null && !isAsker && may(actor, "say the language of questions"),
      reopen:
        isAsker && read.state === "solved" && may(actor, "reopen own questions", { ownerId: read.asker.memberId }),
    },
    failedForm,
  };
}

function answerView(
  answer: AnswerRead<unknown>,
  question: QuestionRead<unknown>,
  { actor, isAsker, exposed }: { actor: Actor | null; isAsker: boolean; exposed: Exposed },
): AnswerView {
  const own = actor !== null && actor.memberId === answer.author.memberId;
  const built = answer.confirmedAt !== null || answer.helped > 0;
  const confirmed = answer.confirmedAt !== null && !question.reopened;
  return {
    id: answer.id,
    author: answer.author,
    at: answer.at,
    editedAt: answer.editedAt,
    body: sanitised(answer.html),
    language: answer.language ?? question.language,
    exposed: exposedView(exposed, answer.id, answer.author.memberId, actor),
    confirmedAt: answer.confirmedAt,
    helped: answer.helped,
    comments: answer.comments.map((comment) => commentView(comment, question.language, actor, exposed)),
    readerHelped: answer.readerHelped,
    readerThanked: answer.readerThanked,
    can: {
      confirm: isAsker && !confirmed,
      unconfirm: isAsker && confirmed,
      helped: actor !== null && !isAsker && !own && may(actor, "say an answer helped"),
      thank: actor !== null && !own && !answer.readerThanked && may(actor, "thank people"),
      comment: actor !== null && may(actor, "comment"),
      edit: mayEdit(actor, answer.author.memberId),
      remove: actor !== null && mayRemove(actor, { authorId: answer.author.memberId, built }),
    },
  };
}

function mayEdit(actor: Actor | null, authorId: number): boolean {
  return actor !== null && may(actor, "edit own messages", { ownerId: authorId });
}

function commentView(
  comment: CommentRead<unknown>,
  language: string,
  actor: Actor | null,
  exposed: Exposed,
): CommentView {
  return {
    id: comment.id,
    author: comment.author,
    at: comment.at,
    editedAt: comment.editedAt,
    body: sanitised(comment.html),
    language: comment.language ?? language,
    exposed: exposedView(exposed, comment.id, comment.author.memberId, actor),
    can: {
      edit: mayEdit(actor, comment.author.memberId),
      remove: actor !== null && mayRemove(actor, { authorId: comment.author.memberId, built: false }),
    },
  };
}

/** Those who answered, each once, 8 at most. */
function authorsOf(read: QuestionRead<unknown>): QuestionView["onIt"] {
  const authors = new Map(read.answers.map(({ author }) => [author.memberId, author]));
  return [...authors.values()].slice(0, 8);
}

function questionLink(linked: LinkedQuestion): QuestionLink {
  return {
    id: linked.id,
    title: linked.title,
    language: linked.language,
    state: stateOf(linked.state, linked.reopened),
  };
}
