import type { Advice, TimeOfDay } from "./options.ts";
import type { TargetLanguage } from "./target.ts";

// What a plan advises, in words. The page, the API and the terminal all say it with these; each language stands once.

/** The words of one language. */
export interface AdviceWords {
  readonly percent: (share: number) => string;
  readonly times: Readonly<Record<TimeOfDay, string>>;
  readonly morePeople: (n: number) => string;
  readonly peopleOn: (n: number, shift: string) => string;
  readonly becomes: (from: string, to: string) => string;
  readonly change: (what: string, shift: string) => string;
  readonly adviceHolds: (share: string) => string;
  readonly adviceHours: (n: number, shift: string) => string;
  readonly adviceShift: (shift: string) => string;
  readonly advicePerson: (n: number) => string;
  readonly adviceNothing: string;
}

const percent = (share: number) => `${Math.round(share * 100)} %`;

export const adviceWords: Readonly<Record<TargetLanguage, AdviceWords>> = {
  en: {
    percent,
    times: {
      early: "a shift early in the morning",
      morning: "a shift in the late morning",
      afternoon: "a shift in the afternoon",
      evening: "an evening shift",
      late: "a late shift",
      night: "a night shift",
      weekend: "a weekend shift",
    },
    morePeople: (n) => (n === 1 ? "another person" : `${n} more people`),
    peopleOn: (n, shift) => (n === 1 ? shift : `${n} people on ${shift}`),
    becomes: (from, to) => `${from} in time becomes ${to}.`,
    change: (what, shift) => `${what} (${shift}):`,
    adviceHolds: (share) => `The target holds with these shifts, ${share} of the time.`,
    adviceHours: (n, shift) =>
      n === 1 ? `Another person changes nothing; ${shift} does.` : `${n} more people change nothing; ${shift} do.`,
    adviceShift: (shift) => `What buys most for its cost is ${shift}.`,
    advicePerson: (n) =>
      n === 1 ? "What buys most for its cost is another person." : `What buys most for the cost is ${n} more people.`,
    adviceNothing: "No single change moves it; it takes several at once.",
  },
  de: {
    percent,
    times: {
      early: "eine Schicht am frühen Morgen",
      morning: "eine Schicht am Vormittag",
      afternoon: "eine Schicht am Nachmittag",
      evening: "eine Abendschicht",
      late: "eine Spätschicht",
      night: "eine Nachtschicht",
      weekend: "eine Schicht am Wochenende",
    },
    morePeople: (n) => (n === 1 ? "eine Person mehr" : `${n} Personen mehr`),
    peopleOn: (n, shift) => (n === 1 ? shift : `${shift} mit ${n} Personen`),
    becomes: (from, to) => `aus ${from} rechtzeitig werden ${to}.`,
    change: (what, shift) => `${what} (${shift}):`,
    adviceHolds: (share) => `Das Ziel hält mit diesen Schichten, in ${share} der Zeit.`,
    adviceHours: (n, shift) =>
      n === 1 ? `Eine Person mehr ändert nichts; ${shift} schon.` : `${n} Personen mehr ändern nichts; ${shift} schon.`,
    adviceShift: (shift) => `Am meisten für ihre Kosten bringt ${shift}.`,
    advicePerson: (n) =>
      n === 1
        ? "Am meisten für ihre Kosten bringt eine Person mehr."
        : `Am meisten für die Kosten bringen ${n} Personen mehr.`,
    adviceNothing: "Keine einzelne Änderung bewegt etwas; es braucht mehrere zugleich.",
  },
};

interface Change {
  readonly people: number;
  readonly when: TimeOfDay | null;
  /** As it is written: `Mon-Sun 18:00-22:00`. */
  readonly shift: string;
  readonly inTime: number;
}

/** What there is to say: which advice, how it is now, and the best that heads and hours can do. */
export interface Advised {
  readonly kind: Advice["kind"];
  readonly inTime: number;
  readonly targetHolds: number;
  readonly person: Change | null;
  readonly shift: Change | null;
}

/** The advice as a headline, and as a sentence for each change; `inDays` writes a shift with the reader's names of the days. */
export function sayAdvice(
  words: AdviceWords,
  { kind, inTime, targetHolds, person, shift }: Advised,
  inDays: (shift: string) => string = (written) => written,
): { readonly headline: string; readonly changes: readonly string[] } {
  const people = person?.people ?? 1;
  const hours = words.peopleOn(people, words.times[shift?.when ?? "evening"]);
  const headline = {
    holds: words.adviceHolds(words.percent(targetHolds)),
    hours: words.adviceHours(people, hours),
    shift: words.adviceShift(hours),
    person: words.advicePerson(people),
    nothing: words.adviceNothing,
  }[kind];
  const say = (what: string, change: Change | null) =>
    change
      ? [
          `${capital(words.change(what, inDays(change.shift)))} ${words.becomes(words.percent(inTime), words.percent(change.inTime))}`,
        ]
      : [];
  return { headline, changes: [...say(words.morePeople(people), person), ...say(hours, shift)] };
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
