import * as z from "zod";
import type { QuestionListed } from "../../community/index.ts";
import { named } from "../openapi/named.ts";
import { stateSchema } from "./question.ts";
import { authorSchema, groupNameSchema, idSchema, momentSchema, nextSchema, pageSchema, showAuthor } from "./small.ts";

export const listedShape = z.object({
  id: idSchema,
  title: z.string(),
  language: z.string().meta({ description: "ISO 639: what it is written in.", examples: ["de"] }),
  state: stateSchema,
  reopened: z.boolean(),
  group: groupNameSchema,
  asker: authorSchema,
  createdAt: momentSchema,
  lastActivityAt: momentSchema,
  answerCount: z.int().nonnegative(),
  helped: z.int().nonnegative().meta({ description: "People it was solved for." }),
  lastAnswerBy: authorSchema.nullable(),
  page: pageSchema,
});
export const listedQuestionSchema = named("ListedQuestion", listedShape);
export const questionListSchema = named(
  "QuestionList",
  z.object({ questions: z.array(listedQuestionSchema), next: nextSchema }),
);
/** A question in a list; `page` is the address of its page. */
export function showListed(question: QuestionListed, page: string) {
  return {
    id: question.id,
    title: question.title,
    language: question.language,
    state: question.state,
    reopened: question.reopened,
    group: { slug: question.group.slug, name: question.group.name },
    asker: showAuthor(question.asker),
    createdAt: question.askedAt,
    lastActivityAt: question.lastActivityAt,
    answerCount: question.answers,
    helped: question.helped,
    lastAnswerBy: question.lastAnswerBy && showAuthor(question.lastAnswerBy),
    page,
  };
}
