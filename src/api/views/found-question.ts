import * as z from "zod";
import type { Group, QuestionListed } from "../../community/index.ts";
import {
  type Facets,
  type Found,
  type FoundQuestions,
  type Snippet,
  type Suggested,
  type Suggestions,
  shownLine,
  snippetText,
} from "../../search/index.ts";
import { named } from "../openapi/named.ts";
import { listedShape, showListed } from "./listed-question.ts";
import { authorSchema, groupNameSchema, idSchema, nextSchema, showAuthor } from "./small.ts";

const marks = (of: string) =>
  z.array(z.tuple([z.int().nonnegative(), z.int().nonnegative()])).meta({
    description: `Where in \`${of}\` stands what was looked for: begin and end, in UTF-16 units.`,
    examples: [[[4, 8]]],
  });
const count = z.int().nonnegative();

const decision = named(
  "SearchDecision",
  z.object({
    verdict: z.enum(["solved", "may-help", "nothing"]).meta({
      description:
        "`solved`: the first result answers it, surely enough. `may-help`: worth a look. `nothing`: probably not.",
    }),
    probability: z
      .number()
      .min(0)
      .max(1)
      .nullable()
      .meta({ description: "How likely the first result answers; null until something was learned here." }),
  }),
);
const ranking = z
  .enum(["cold", "learned"])
  .meta({ description: "`cold` goes by the words alone, until enough has been learned from confirmed answers." });

const shown = {
  tags: z.array(z.string()),
  snippet: z.string().meta({ description: "The passage that fits best, as plain text." }),
  snippetOf: z.enum(["answer", "question"]).meta({ description: "Whether it stands in the answer that solved it." }),
  highlights: z.object({ title: marks("title"), snippet: marks("snippet") }),
};
const solution = z
  .object({ answerId: idSchema, by: authorSchema })
  .nullable()
  .meta({ description: "The confirmed answer that helped most, of what is solved." });

const foundQuestion = named("FoundQuestion", listedShape.extend({ ...shown, solution }));
const facets = named(
  "SearchFacets",
  z.object({
    matches: count.meta({ description: "How many match in all, of what you may see." }),
    states: z.object({ waiting: count, answered: count, solved: count }),
    groups: z.array(groupNameSchema.extend({ count })),
    tags: z.array(z.object({ tag: z.string(), count })),
    languages: z.array(z.object({ language: z.string(), count })),
  }),
);

export const searchResultsSchema = named(
  "SearchResults",
  z.object({
    results: z.array(foundQuestion),
    next: nextSchema,
    decision,
    ranking,
    didYouMean: z.string().nullable().meta({ description: "Other words that would find more." }),
    unknown: z
      .object({ groups: z.array(z.string()), people: z.array(z.string()) })
      .meta({ description: "Names in the query that nobody has here; then nothing is found." }),
    facets: facets.nullable().meta({ description: "With `facets=true` only." }),
  }),
);

const suggestion = named(
  "Suggestion",
  listedShape.extend({ answerId: idSchema.meta({ description: "The confirmed answer." }), ...shown }),
);
export const suggestionsSchema = named(
  "Suggestions",
  z.object({
    suggestions: z.array(suggestion),
    decision,
    ranking,
    shown: z.string().meta({ description: "Send it back with `judgeSuggestions` when the person has acted." }),
  }),
);

/** A search with its questions as the database lists them now, and the page of each. */
export interface Listed {
  readonly questions: ReadonlyMap<number, QuestionListed>;
  readonly pageOf: (id: number) => string;
}

export function showResults(answer: FoundQuestions, listed: Listed, groups: readonly Group[], next: string | null) {
  return {
    results: answer.found.flatMap((found) =>
      showEach(found, listed, { solution: found.solution && showSolution(found.solution) }),
    ),
    next,
    decision: answer.decision,
    ranking: answer.ranking,
    didYouMean: answer.didYouMean ?? null,
    unknown: answer.unknown,
    facets: answer.facets ? showFacets(answer.facets, groups) : null,
  };
}

export function showSuggestions({ suggested, decision, ranking }: Suggestions, listed: Listed) {
  const suggestions = suggested.flatMap((one) => showEach(one, listed, { answerId: one.answerId }));
  const questionIds = suggestions.map(({ id }) => id);
  return { suggestions, decision, ranking, shown: shownLine({ ...decision, ranking, arm: null, questionIds }) };
}

function showEach<More>(found: Found | Suggested, { questions, pageOf }: Listed, more: More) {
  const question = questions.get(found.questionId);
  if (!question) return [];
  const { title, snippet, snippetOf, tags } = found;
  // Edited a moment ago, the marks may not fit any more.
  const titleMarks = title.text === question.title ? rangesOf(title) : [];
  const shownNow = { ...showListed(question, pageOf(question.id)), tags, snippetOf, ...more };
  return [{ ...shownNow, ...showSnippet(snippet, titleMarks) }];
}

type Range = [number, number];

function showSnippet(snippet: Snippet, title: Range[]) {
  const text = snippetText(snippet);
  // The text may begin with a sign that something was left out.
  const shift = text.indexOf(snippet.text);
  return { snippet: text, highlights: { title, snippet: rangesOf(snippet, shift) } };
}

function rangesOf({ marks: places }: Snippet, shift = 0): Range[] {
  return places.map(({ start, end }) => [start + shift, end + shift]);
}

function showSolution({ answerId, by }: NonNullable<Found["solution"]>) {
  return { answerId, by: showAuthor(by) };
}

function showFacets({ matches, solved, waiting, groups: counted, tags, languages }: Facets, groups: readonly Group[]) {
  const byId = new Map(groups.map((group) => [group.id, group]));
  return {
    matches,
    states: { waiting, answered: Math.max(0, matches - solved - waiting), solved },
    groups: counted.flatMap(({ group, count: times }) => {
      const known = byId.get(group);
      return known ? [{ slug: known.slug, name: known.name, count: times }] : [];
    }),
    tags: [...tags],
    languages: [...languages],
  };
}
