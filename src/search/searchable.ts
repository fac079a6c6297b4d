import type { SearchDocument } from "./document.ts";
import { indexedText } from "./plain-text.ts";
import type { SearchableRow } from "./queries/index.ts";

/** A question as the index takes it. Everything in the view is for every reader of the community: audience 0. */
export function documentOf(row: SearchableRow): SearchDocument {
  return {
    key: row.questionId,
    title: row.title,
    body: indexedText(row.body),
    tags: row.tags,
    answers: row.solutions.map(indexedText),
    aliases: row.phrasings,
    audience: 0,
    group: row.groupId,
    author: row.askerId,
    solved: row.state === "solved",
    day: row.day,
    language: row.language,
    helped: row.helped,
  };
}
