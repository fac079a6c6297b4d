export { addComment, type CommentTarget } from "./add-comment.ts";
export { askQuestion, type NewQuestion } from "./ask-question.ts";
export { confirmAnswer, withdrawConfirmation } from "./confirm-answer.ts";
export { createCommunity, type NewCommunity } from "./create-community.ts";
export { describeTags } from "./describe-tags.ts";
export { editCommunity } from "./edit-community.ts";
export { editAnswer, editComment, editQuestion } from "./edit-post.ts";
export { endAsking } from "./end-asking.ts";
export { type Charter, checkTags, checkTitle, type GroupFields } from "./fields.ts";
export { findExposed } from "./find-exposed.ts";
export type { PostKind } from "./find-post.ts";
export { giveAnswer } from "./give-answer.ts";
export { giveThanks } from "./give-thanks.ts";
export { createGroup, editGroup, joinGroup, leaveGroup } from "./groups.ts";
export { type Judgement, judgeSuggestions } from "./judge-suggestions.ts";
export { type LinkKind, linkQuestions } from "./link-questions.ts";
export { type ListedAhead, listAhead } from "./list-ahead.ts";
export { chooseSearchModel, rebuildSearch, trainSearch } from "./manage-search.ts";
export { markHelped } from "./mark-helped.ts";
export { keepPost, maskPost } from "./mask-personal-data.ts";
export * as field from "./portable/fields.ts";
export { portableWith } from "./portable/portable-community.ts";
export type { PlacedLine, Portable, PortableFile } from "./portable/portable-file.ts";
export { readCommunityRecord } from "./portable/queries/export.ts";
export { countRecords, readAllRecords } from "./portable/read-community.ts";
export {
  type CommunityRecord,
  communityRecord,
  formatVersion,
  type Manifest,
  manifestRecord,
} from "./portable/records.ts";
export { restoreCommunity } from "./portable/restore-community.ts";
export { finishRestore, restoreRecords, type WhichPass } from "./portable/restore-records.ts";
export { tableFile } from "./portable/table-file.ts";
export { provideGroup } from "./provide-group.ts";
export {
  type AnswerListed,
  type AnswerRead,
  type Author,
  answersPerPage,
  type CommentRead,
  type Community,
  countHelpedBy,
  countWholeAnswers,
  findAnswer,
  findComment,
  findCommunity,
  findGroup,
  findImported,
  findPostPlace,
  type Group,
  type ImportItem,
  type ImportKey,
  insertThreads,
  type LinkedQuestion,
  type ListedState,
  type ListPosition,
  listAnswersOf,
  listCommunities,
  listGroups,
  listImportedWithout,
  listQuestions,
  listQuestionsById,
  listTags,
  listThanksTo,
  lockImport,
  type PostPlace,
  type QuestionFilter,
  type QuestionListed,
  type QuestionRead,
  readAnswersToConfirm,
  readQuestion,
  readShownQuestion,
  readTitle,
  rememberImported,
  type ThanksListed,
  type Thread,
  type ThreadAnswer,
  type ThreadPost,
} from "./queries/index.ts";
export { sayLanguage } from "./question-language.ts";
export { questionLanguages, scheduleQuestionLanguages } from "./question-languages-job.ts";
export { answerMissing, groupMissing, questionMissing, questionRemoved } from "./refusals.ts";
export { type PostWords, relinkPost } from "./relink-post.ts";
export { rememberCommunities } from "./remember-communities.ts";
export { mayRemove, removePost, restorePost } from "./remove-post.ts";
export { reopenQuestion } from "./reopen-question.ts";
