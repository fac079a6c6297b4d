import type { KindWords, LineWords } from "../kinds/kind.ts";

const who = (words: LineWords) => words.who ?? "Somebody";
const answered = { answered: () => "you answered this question" };

/** The words of what is told of questions, in English. */
export const enQuestions = {
  "answer-to-your-question": {
    label: "Somebody answers your question",
    line: (words) => `${who(words)} answered “${words.title}”`,
    reasons: { asked: () => "you asked this question" },
  },
  mentioned: {
    label: "Somebody mentions you",
    line: (words) => `${who(words)} mentioned you at “${words.title}”`,
    reasons: { mentioned: () => "you were mentioned there" },
  },
  "comment-on-your-post": {
    label: "Somebody comments on what you wrote",
    line: (words) => `${who(words)} commented on “${words.title}”`,
    reasons: {
      asked: () => "you asked this question",
      wrote: () => "you wrote what was commented on",
      commented: () => "you commented there, too",
    },
  },
  "question-reopened": {
    label: "A question that you answered is open again",
    line: (words) => `${who(words)} says that “${words.title}” is not solved after all`,
    reasons: answered,
  },
  "your-answer-was-confirmed": {
    label: "An answer of yours solved it",
    line: (words) => `Your answer solved “${words.title}”`,
    reasons: answered,
  },
  "your-answer-helped": {
    label: "An answer of yours helped somebody else, too",
    line: (words) => `${who(words)} says that your answer to “${words.title}” solved it for them, too`,
    reasons: answered,
  },
  thanks: {
    label: "Somebody thanks you",
    line: (words) => `${who(words)} thanks you for your answer to “${words.title}”`,
    reasons: answered,
  },
  "your-post-was-masked": {
    label: "Personal data that you posted is masked",
    line: (words) => `${who(words)} masked personal data that you wrote in “${words.title}”; it is gone for good`,
    reasons: { wrote: () => "you wrote it" },
  },
  "followed-question": {
    label: "There is news on a question that you follow",
    line: (words) => `News on “${words.title}”${words.who === null ? "" : `, by ${words.who}`}`,
    reasons: { follows: () => "you follow this question", ...answered, asked: () => "you asked this question" },
  },
  "followed-tag": {
    label: "Somebody asks a question with a tag that you follow",
    line: (words) => `${who(words)} asked “${words.title}”`,
    reasons: { follows: (through) => `you follow the tag “${through}”` },
  },
  "followed-group": {
    label: "Somebody asks a question in a group that you follow",
    line: (words) => `${who(words)} asked “${words.title}”`,
    reasons: { follows: (through) => `you follow the group “${through}”` },
  },
} as const satisfies Record<string, KindWords>;
