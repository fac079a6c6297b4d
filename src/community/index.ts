export { addComment, type CommentTarget } from "./add-comment.ts";
export { askQuestion, type NewQuestion } from "./ask-question.ts";
export { confirmAnswer, withdrawConfirmation } from "./confirm-answer.ts";
export { createCommunity, type NewCommunity } from "./create-community.ts";
export { editAnswer, editComment, editQuestion } from "./edit-post.ts";
export { endAsking } from "./end-asking.ts";
export { giveAnswer } from "./give-answer.ts";
export { giveThanks } from "./give-thanks.ts";
export { type Charter, createGroup, editGroup, type GroupFields, joinGroup, leaveGroup } from "./groups.ts";
export { markHelped } from "./mark-helped.ts";
export {
  type AnswerListed,
  type AnswerRead,
  type Author,
  answersPerPage,
  countHelpedBy,
  type CommentRead,
  type Community,
  findAnswer,
  findComment,
  findCommunity,
  findGroup,
  type Group,
  type LinkedQuestion,
  type ListedState,
  type ListPosition,
  listAnswersOf,
  listCommunities,
  listGroups,
  listQuestions,
  listQuestionsById,
  listTags,
  listThanksTo,
  type QuestionFilter,
  type QuestionListed,
  type QuestionRead,
  readQuestion,
  readTitle,
  type ThanksListed,
} from "./queries/index.ts";
export { answerMissing, groupMissing, questionMissing, questionRemoved } from "./refusals.ts";
export { mayRemove, type PostKind, removePost, restorePost } from "./remove-post.ts";
export { reopenQuestion } from "./reopen-question.ts";
