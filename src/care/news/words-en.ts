import type { KindWords, LineWords } from "../../notifications/index.ts";

const who = (words: LineWords) => words.who ?? "Somebody";
const clocks: Readonly<Record<string, string>> = {
  "first-answer": "the first answer",
  "next-answer": "the next answer",
  solved: "the solution",
};
const clock = ({ through }: LineWords) => clocks[through ?? ""] ?? "the solution";
const onIt = { owner: () => "you are on it", lead: () => "you lead the team that has it" };

/** The words of what is told of problems, in English. `through` is what differs: a number, a clock, how gently to ask. */
export const newsEn = {
  "problem-message": {
    label: "Somebody writes to you about a problem",
    line: (words) => `${who(words)} wrote to you about “${words.title}”`,
    reasons: { asked: () => "it is your problem", owner: () => "you are on it" },
  },
  "is-it-solved": {
    label: "You are asked whether it is solved",
    line: ({ title, through }) =>
      through === "3"
        ? `“${title}” stays open for you; nothing is needed as long as it may`
        : through === "2"
          ? `“${title}” is still open: is it solved by now?`
          : `Is “${title}” solved?`,
    reasons: { asked: () => "somebody answered you, and only you can say whether it is solved" },
  },
  "still-solved": {
    label: "You are asked after 7 and 30 days whether it is still solved",
    line: ({ title, through }) => `Is “${title}” still solved, ${through} days on?`,
    reasons: { asked: (days) => `you said ${days} days ago that it is solved` },
  },
  "cannot-be-solved": {
    label: "Somebody signs that your problem cannot be solved",
    line: (words) => `${who(words)} signed that “${words.title}” cannot be solved, with why and what is done about it`,
    reasons: { asked: () => "it is your problem, and you can contest it" },
  },
  "joined-with-another": {
    label: "Your problem is joined with another one",
    line: ({ title }) =>
      `“${title}” was joined with another problem that is worked on; you are told when that is solved`,
    reasons: { asked: () => "it is your problem" },
  },
  "original-solved": {
    label: "The problem that yours was joined with is solved",
    line: ({ title }) => `What was behind “${title}” is solved; say so if it is not solved for you`,
    reasons: { asked: () => "yours was joined with it" },
  },
  "problem-is-known": {
    label: "Your problem turns out to be a known one",
    line: ({ title }) => `“${title}” is known, and being worked on; you are told when it is fixed`,
    reasons: { asked: () => "you reported it" },
  },
  "known-problem-fixed": {
    label: "A known problem that you have is fixed",
    line: ({ title }) => `What was behind “${title}” is fixed: is it solved for you?`,
    reasons: { asked: () => "you reported it" },
  },
  "asked-by-name": {
    label: "You are asked by name, because you have solved such things",
    line: ({ title }) => `“${title}” waits for somebody who knows it: can you help?`,
    reasons: { solved: (n) => `you solved ${n} like it`, again: () => "you answered it, and it is not solved yet" },
  },
  "problem-contested": {
    label: "Somebody contests that their problem cannot be solved",
    line: (words) => `${who(words)} contests that “${words.title}” cannot be solved`,
    reasons: { lead: () => "you lead the team that has it", signed: () => "you signed it" },
  },
  "handed-over-to-you": {
    label: "A problem is handed over to you",
    line: (words) => `${who(words)} handed “${words.title}” over to you`,
    reasons: { owner: () => "you have it from now on" },
  },
  "problem-reopened": {
    label: "A problem that you have is not solved after all",
    line: ({ title }) => `“${title}” is not solved after all, and is with you again`,
    reasons: { owner: () => "you are on it" },
  },
  "offered-to-you": {
    label: "A problem is offered to you",
    line: ({ title }) => `“${title}” is offered to you`,
    reasons: {
      "skilled-on-duty": (n) => `you solved ${n} like it and are on duty`,
      "newcomer-easy": () => "it is easy, and you are new here",
      "least-loaded": () => "you have the fewest",
      "team-lead": () => "you lead the team, and nobody else could take it",
      "lead-reminded": () => "you lead the team, and nobody has taken it yet",
      turn: () => "it is your turn",
    },
  },
  "promise-ends-soon": {
    label: "A promise is about to be broken",
    line: (words) => `The time promised for ${clock(words)} to “${words.title}” is nearly used up`,
    reasons: onIt,
  },
  "promise-broken": {
    label: "A promise has been broken",
    line: (words) => `The time promised for ${clock(words)} to “${words.title}” has run out`,
    reasons: onIt,
  },
} as const satisfies Record<string, KindWords>;
