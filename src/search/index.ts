export type { Decision, Verdict } from "./decision.ts";
export type { SearchDocument } from "./document.ts";
export { embeddingJob, embeddingReader, scheduleEmbeddings } from "./embedding/fetch-places.ts";
export { type Embeddings, openEmbeddings } from "./embedding/open-embeddings.ts";
export { type EmbeddingsState, readEmbeddings } from "./embedding/read-embeddings.ts";
export { EmbeddingFailure, embeddingService } from "./embedding/service.ts";
export { type SearchAnswer, SearchEngine, type SearchHit, type SearchRequest } from "./engine.ts";
export { evaluateSearch, type SearchEvaluation } from "./evaluate.ts";
export type { DecisionEvaluation } from "./evaluate-decision.ts";
export type { CorpusLine, LinkLine, QueryLine } from "./evaluation-lines.ts";
export type { Facets } from "./facet-counts.ts";
export type { Reader, Wanted } from "./filter.ts";
export { type IndexFolderFacts, indexFolderOf, inspectIndexFolder } from "./inspect-folder.ts";
export type { LearnSettings } from "./learn.ts";
export type { LearnProgress } from "./learn-vectors.ts";
export { fetchBefore, type LearningJob, learningJob, scheduleLearning } from "./learning/learning-job.ts";
export { learnNow, type ModelWish, putInForce } from "./learning/put-in-force.ts";
export { type LearnedState, readLearned } from "./learning/read-learned.ts";
export { type Accepted, readQuality, type WeekOfQuality } from "./learning/read-quality.ts";
export { type Trained, type TrainingOptions, trainNext } from "./learning/train-community.ts";
export type { TrainingProgress } from "./learning/training-messages.ts";
export { openSearch, type SearchOptions } from "./open-search.ts";
export type { ParsedQuery } from "./parse-query.ts";
export type { ModelAbout } from "./persistence.ts";
export { plainText, snippetText, withoutMarks } from "./plain-text.ts";
export { askToLearn } from "./queries/index.ts";
export type { QueryText } from "./query-terms.ts";
export type { LearnedModel } from "./ranking.ts";
export { rebuildNow, wordsJob } from "./rebuild.ts";
export { rememberAlias } from "./remember-alias.ts";
export type {
  FindRequest,
  Found,
  FoundQuestions,
  Search,
  SearchMode,
  SearchStatus,
  Suggested,
  Suggestions,
  SuggestRequest,
  UnknownNames,
} from "./search-door.ts";
export type { HostStatus, IndexStatus } from "./search-messages.ts";
export { patientSearchReader, searchReader } from "./search-reader.ts";
export { readShownLine, type ShownSuggestions, shownLine } from "./shown.ts";
export type { Snippet } from "./snippet.ts";
export {
  liftChoices,
  operatorsIn,
  operatorText,
  type TypedState,
  withOperator,
  withoutOperator,
  withWords,
} from "./typed-query.ts";
