import { z } from "zod";
import type { QuestionListed } from "../../community/index.ts";
import { named } from "../openapi/named.ts";
import { stateSchema } from "./question.ts";
import { authorSchema, groupNameSchema, idSchema, momentSchema, nextSchema, pageSchema, showAuthor } from "./small.ts";

const listed = z.object({
  id: idSchema,
  title: z.string(),
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
const snippet = z
  .string()
  .meta({ description: "Plain text of the solution, or of the question where nothing solved it." });

export const listedQuestionSchema = named("ListedQuestion", listed);
export const questionListSchema = named(
  "QuestionList",
  z.object({ questions: z.array(listedQuestionSchema), next: nextSchema }),
);
export const foundQuestionSchema = named("FoundQuestion", listed.extend({ snippet }));
export const searchResultsSchema = named(
  "SearchResults",
  z.object({ results: z.array(foundQuestionSchema), next: nextSchema }),
);
export const suggestionSchema = named(
  "Suggestion",
  listed.extend({ answerId: idSchema.meta({ description: "The confirmed answer." }), snippet }),
);
export const suggestionsSchema = named("Suggestions", z.object({ suggestions: z.array(suggestionSchema) }));

/** A question in a list; `page` is the address of its page. */
export function showListed(question: QuestionListed, page: string) {
  return {
    id: question.id,
    title: question.title,
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
