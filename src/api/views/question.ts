import * as z from "zod";
import { type AnswerRead, answersPerPage, type CommentRead, type QuestionRead } from "../../community/index.ts";
import { named } from "../openapi/named.ts";
import {
  authorSchema,
  groupNameSchema,
  idSchema,
  linkedQuestionSchema,
  momentSchema,
  pageSchema,
  showAuthor,
  showLinked,
} from "./small.ts";

const texts = {
  body: z.string().meta({ description: "Markdown, as it was written.", examples: ["It flickers *since today*."] }),
  html: z.string().meta({ description: "The same as HTML that is safe to show." }),
  language: z
    .string()
    .nullable()
    .meta({ description: "ISO 639: what it is written in; null where its words do not tell." }),
};

export const commentSchema = named(
  "Comment",
  z.object({
    id: idSchema,
    author: authorSchema,
    createdAt: momentSchema,
    editedAt: momentSchema.nullable(),
    ...texts,
  }),
);

export const answerSchema = named(
  "Answer",
  z.object({
    id: idSchema,
    author: authorSchema,
    createdAt: momentSchema,
    editedAt: momentSchema.nullable(),
    ...texts,
    confirmed: z.boolean().meta({ description: "Whether whoever asked said that this solved it." }),
    confirmedAt: momentSchema.nullable(),
    helped: z.int().nonnegative().meta({ description: "Members besides the asker who said that it solved theirs." }),
    youSaidItHelped: z.boolean(),
    youThanked: z.boolean(),
    comments: z.array(commentSchema),
  }),
);

export const stateSchema = z.enum(["waiting", "answered", "solved", "duplicate", "removed"]);

export const questionSchema = named(
  "Question",
  z.object({
    id: idSchema,
    title: z.string(),
    state: stateSchema.meta({ description: "`solved` means that whoever asked confirmed an answer." }),
    reopened: z.boolean().meta({ description: "It was solved, and whoever asked said that it is not after all." }),
    tags: z.array(z.string()),
    group: groupNameSchema,
    asker: authorSchema,
    createdAt: momentSchema,
    editedAt: momentSchema.nullable(),
    lastActivityAt: momentSchema,
    ...texts,
    answerCount: z.int().nonnegative(),
    helped: z.int().nonnegative().meta({ description: "People it was solved for." }),
    comments: z.array(commentSchema),
    answers: z.array(answerSchema).meta({
      description: `Confirmed ones first, then by age; ${answersPerPage} a page.`,
    }),
    answerPages: z.int().nonnegative().meta({ description: "How many pages of answers there are." }),
    related: z.array(linkedQuestionSchema),
    duplicates: z.array(linkedQuestionSchema),
    duplicateOf: linkedQuestionSchema.nullable(),
    page: pageSchema,
  }),
);

function showComment(comment: CommentRead) {
  return {
    id: comment.id,
    author: showAuthor(comment.author),
    createdAt: comment.at,
    editedAt: comment.editedAt,
    body: comment.body,
    html: comment.html,
    language: comment.language,
  };
}

function showAnswer(answer: AnswerRead) {
  return {
    id: answer.id,
    author: showAuthor(answer.author),
    createdAt: answer.at,
    editedAt: answer.editedAt,
    body: answer.body,
    html: answer.html,
    language: answer.language,
    confirmed: answer.confirmedAt !== null,
    confirmedAt: answer.confirmedAt,
    helped: answer.helped,
    youSaidItHelped: answer.readerHelped,
    youThanked: answer.readerThanked,
    comments: answer.comments.map(showComment),
  };
}

/** A question as its JSON shows it; `page` is the address of its page. */
export function showQuestion(question: QuestionRead, page: string) {
  return {
    id: question.id,
    title: question.title,
    state: question.state,
    reopened: question.reopened,
    tags: question.tags,
    group: { slug: question.group.slug, name: question.group.name },
    asker: showAuthor(question.asker),
    createdAt: question.askedAt,
    editedAt: question.editedAt,
    lastActivityAt: question.lastActivityAt,
    body: question.body,
    html: question.html,
    language: question.language,
    answerCount: question.answerCount,
    helped: question.helped,
    comments: question.comments.map(showComment),
    answers: question.answers.map(showAnswer),
    answerPages: Math.ceil(question.answerCount / answersPerPage),
    related: question.related.map(showLinked),
    duplicates: question.duplicates.map(showLinked),
    duplicateOf: question.duplicateOf && showLinked(question.duplicateOf),
    page,
  };
}
