import type { KindWords, LineWords } from "../kinds/kind.ts";
import type { enQuestions } from "./questions-en.ts";

const who = (words: LineWords) => words.who ?? "Jemand";
const answered = { answered: () => "du diese Frage beantwortet hast" };

/** Die Worte zu Fragen auf Deutsch. */
export const deQuestions: Record<keyof typeof enQuestions, KindWords> = {
  "answer-to-your-question": {
    label: "Jemand beantwortet deine Frage",
    line: (words) => `${who(words)} hat „${words.title}“ beantwortet`,
    reasons: { asked: () => "du diese Frage gestellt hast" },
  },
  mentioned: {
    label: "Jemand erwähnt dich",
    line: (words) => `${who(words)} hat dich bei „${words.title}“ erwähnt`,
    reasons: { mentioned: () => "du dort erwähnt bist" },
  },
  "comment-on-your-post": {
    label: "Jemand kommentiert, was du geschrieben hast",
    line: (words) => `${who(words)} hat „${words.title}“ kommentiert`,
    reasons: {
      asked: () => "du diese Frage gestellt hast",
      wrote: () => "du geschrieben hast, was kommentiert wurde",
      commented: () => "du dort auch kommentiert hast",
    },
  },
  "question-reopened": {
    label: "Eine Frage, die du beantwortet hast, ist wieder offen",
    line: (words) => `${who(words)} sagt, dass „${words.title}“ doch nicht gelöst ist`,
    reasons: answered,
  },
  "your-answer-was-confirmed": {
    label: "Eine Antwort von dir war die Lösung",
    line: (words) => `Deine Antwort hat „${words.title}“ gelöst`,
    reasons: answered,
  },
  "your-answer-helped": {
    label: "Eine Antwort von dir hat noch jemandem geholfen",
    line: (words) => `${who(words)} sagt, dass deine Antwort auf „${words.title}“ auch dort geholfen hat`,
    reasons: answered,
  },
  thanks: {
    label: "Jemand dankt dir",
    line: (words) => `${who(words)} dankt dir für deine Antwort auf „${words.title}“`,
    reasons: answered,
  },
  "your-post-was-masked": {
    label: "Etwas Persönliches, das du geschrieben hast, ist verdeckt",
    line: (words) =>
      `${who(words)} hat Persönliches verdeckt, das du in „${words.title}“ geschrieben hast; es ist für immer weg`,
    reasons: { wrote: () => "du es geschrieben hast" },
  },
  "followed-question": {
    label: "Es gibt Neues zu einer Frage, der du folgst",
    line: (words) => `Neues zu „${words.title}“${words.who === null ? "" : ` von ${words.who}`}`,
    reasons: {
      follows: () => "du dieser Frage folgst",
      ...answered,
      asked: () => "du diese Frage gestellt hast",
    },
  },
  "followed-tag": {
    label: "Jemand stellt eine Frage mit einem Schlagwort, dem du folgst",
    line: (words) => `${who(words)} hat gefragt: „${words.title}“`,
    reasons: { follows: (through) => `du dem Schlagwort „${through}“ folgst` },
  },
  "followed-group": {
    label: "Jemand stellt eine Frage in einer Gruppe, der du folgst",
    line: (words) => `${who(words)} hat gefragt: „${words.title}“`,
    reasons: { follows: (through) => `du der Gruppe „${through}“ folgst` },
  },
};
