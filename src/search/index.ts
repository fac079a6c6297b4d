export { type Found, plainText, type SearchQuery, type Suggested, searchQuestions, suggestAnswers } from "./find.ts";
export { searchReader } from "./search-reader.ts";
