import type { KindWords, LineWords } from "../../notifications/index.ts";
import type { newsEn } from "./words-en.ts";

const who = (words: LineWords) => words.who ?? "Jemand";
const clocks: Readonly<Record<string, string>> = {
  "first-answer": "die erste Antwort auf",
  "next-answer": "die nächste Antwort auf",
  solved: "die Lösung von",
};
const clock = ({ through }: LineWords) => clocks[through ?? ""] ?? "die Lösung von";
const onIt = { owner: () => "du daran bist", lead: () => "du das Team leitest, bei dem es liegt" };

/** Die Worte zu Problemen auf Deutsch. */
export const newsDe: Record<keyof typeof newsEn, KindWords> = {
  "problem-message": {
    label: "Jemand schreibt dir zu einem Problem",
    line: (words) => `${who(words)} hat dir zu „${words.title}“ geschrieben`,
    reasons: { asked: () => "es dein Problem ist", owner: () => "du daran bist" },
  },
  "is-it-solved": {
    label: "Du wirst gefragt, ob es gelöst ist",
    line: ({ title, through }) =>
      through === "3"
        ? `„${title}“ bleibt für dich offen; solange es das darf, brauchst du nichts zu tun`
        : through === "2"
          ? `„${title}“ ist noch offen: Ist es inzwischen gelöst?`
          : `Ist „${title}“ gelöst?`,
    reasons: { asked: () => "dir jemand geantwortet hat und nur du sagen kannst, ob es gelöst ist" },
  },
  "still-solved": {
    label: "Du wirst nach 7 und 30 Tagen gefragt, ob es noch gelöst ist",
    line: ({ title, through }) => `Ist „${title}“ nach ${through} Tagen noch gelöst?`,
    reasons: { asked: (days) => `du vor ${days} Tagen gesagt hast, dass es gelöst ist` },
  },
  "cannot-be-solved": {
    label: "Jemand unterschreibt, dass dein Problem nicht gelöst werden kann",
    line: (words) =>
      `${who(words)} hat unterschrieben, dass „${words.title}“ nicht gelöst werden kann, mit Grund und was stattdessen getan wird`,
    reasons: { asked: () => "es dein Problem ist und du widersprechen kannst" },
  },
  "joined-with-another": {
    label: "Dein Problem wird zu einem anderen gelegt",
    line: ({ title }) =>
      `„${title}“ wurde zu einem anderen Problem gelegt, an dem gearbeitet wird; du erfährst, wenn das gelöst ist`,
    reasons: { asked: () => "es dein Problem ist" },
  },
  "original-solved": {
    label: "Das Problem, zu dem deins gelegt wurde, ist gelöst",
    line: ({ title }) => `Was hinter „${title}“ steckte, ist gelöst; sag es, wenn es das bei dir nicht ist`,
    reasons: { asked: () => "deins dazugelegt wurde" },
  },
  "problem-is-known": {
    label: "Dein Problem ist ein bekanntes",
    line: ({ title }) => `„${title}“ ist bekannt und wird behoben; du erfährst, wenn es so weit ist`,
    reasons: { asked: () => "du es gemeldet hast" },
  },
  "known-problem-fixed": {
    label: "Ein bekanntes Problem, das du hast, ist behoben",
    line: ({ title }) => `Was hinter „${title}“ steckte, ist behoben: Ist es bei dir gelöst?`,
    reasons: { asked: () => "du es gemeldet hast" },
  },
  "asked-by-name": {
    label: "Du wirst mit Namen gefragt, weil du so etwas schon gelöst hast",
    line: ({ title }) => `„${title}“ wartet auf jemanden, der sich auskennt: Kannst du helfen?`,
    reasons: {
      solved: (n) => `du ${n} davon gelöst hast`,
      again: () => "du geantwortet hast und es noch nicht gelöst ist",
    },
  },
  "problem-contested": {
    label: "Jemand widerspricht, dass ein Problem nicht gelöst werden kann",
    line: (words) => `${who(words)} widerspricht: „${words.title}“ könne gelöst werden`,
    reasons: { lead: () => "du das Team leitest, bei dem es liegt", signed: () => "du es unterschrieben hast" },
  },
  "handed-over-to-you": {
    label: "Dir wird ein Problem übergeben",
    line: (words) => `${who(words)} hat dir „${words.title}“ übergeben`,
    reasons: { owner: () => "du es von jetzt an hast" },
  },
  "problem-reopened": {
    label: "Ein Problem, das du hast, ist doch nicht gelöst",
    line: ({ title }) => `„${title}“ ist doch nicht gelöst und wieder bei dir`,
    reasons: { owner: () => "du daran bist" },
  },
  "offered-to-you": {
    label: "Dir wird ein Problem angeboten",
    line: ({ title }) => `„${title}“ wird dir angeboten`,
    reasons: {
      "skilled-on-duty": (n) => `du ${n} davon gelöst hast und im Dienst bist`,
      "newcomer-easy": () => "es leicht ist und du neu bist",
      "least-loaded": () => "du die wenigsten hast",
      "team-lead": () => "du das Team leitest und es sonst niemand nehmen konnte",
      "lead-reminded": () => "du das Team leitest und es noch niemand genommen hat",
      turn: () => "du an der Reihe bist",
    },
  },
  "promise-ends-soon": {
    label: "Ein Versprechen wird bald gebrochen",
    line: (words) => `Die Zeit, die für ${clock(words)} „${words.title}“ versprochen ist, ist fast aufgebraucht`,
    reasons: onIt,
  },
  "promise-broken": {
    label: "Ein Versprechen ist gebrochen",
    line: (words) => `Die Zeit, die für ${clock(words)} „${words.title}“ versprochen war, ist abgelaufen`,
    reasons: onIt,
  },
};
