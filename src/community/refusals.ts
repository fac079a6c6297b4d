import { refusal } from "../kernel/index.ts";

/** Refusals that several verbs of this room give. */
export const questionMissing = refusal(
  "missing",
  "question-missing",
  "This question does not exist.",
  "Search for it, or go back to the group's questions.",
);
export const questionRemoved = refusal(
  "gone",
  "question-removed",
  "This question was removed.",
  "Look for others like it, or ask your own.",
);
export const answerMissing = refusal(
  "missing",
  "answer-missing",
  "This answer does not exist.",
  "Go back to the question and look at it anew.",
);
export const groupMissing = refusal(
  "missing",
  "group-missing",
  "This group does not exist.",
  "Choose one of the community's groups.",
  { group: "Choose a group." },
);
