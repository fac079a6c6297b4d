import { err, ok, type Result, refusal } from "../../kernel/index.ts";

/**
 * What is promised. `questions` may lie for a while, and members answer too; `live` people wait in a line, and leave it.
 */
export type Target =
  | { readonly work: "questions"; readonly withinHours: number; readonly share: number }
  | { readonly work: "live"; readonly withinSeconds: number; readonly share: number };

export const usualTarget: Target = { work: "questions", withinHours: 8, share: 0.8 };

const secondsIn = { second: 1, minute: 60, hour: 3600, day: 86_400 } as const;
type Unit = keyof typeof secondsIn;

interface TargetWords {
  readonly firstAnswer: string;
  readonly served: string;
  readonly within: string;
  readonly for: string;
  readonly units: Readonly<Record<Unit, { readonly one: string; readonly other: string }>>;
}

/** A target is typed and shown in these languages. */
const targetWords = {
  en: {
    ...{ firstAnswer: "first answer", served: "served", within: "within", for: "for" },
    units: {
      second: { one: "second", other: "seconds" },
      minute: { one: "minute", other: "minutes" },
      hour: { one: "hour", other: "hours" },
      day: { one: "day", other: "days" },
    },
  },
  de: {
    ...{ firstAnswer: "erste Antwort", served: "bedient", within: "binnen", for: "für" },
    units: {
      second: { one: "Sekunde", other: "Sekunden" },
      minute: { one: "Minute", other: "Minuten" },
      hour: { one: "Stunde", other: "Stunden" },
      day: { one: "Tag", other: "Tagen" },
    },
  },
} as const satisfies Readonly<Record<string, TargetWords>>;
export type TargetLanguage = keyof typeof targetWords;

const sentence =
  /^(?:(?:a|the|eine|die) )?(first answer|erste antwort|served|picked up|bedient|angenommen)\s+(?:within|binnen|innerhalb von|in)\s+(\d+(?:[.,]\d+)?)\s*(\p{L}+)\s+(?:for|für)\s+(\d+(?:[.,]\d+)?)\s*(?:%|percent|per cent|prozent)$/iu;

/**
 * Reads `first answer within 8 hours for 80 %`, `served within 20 seconds for 80 %`, `erste Antwort binnen 8 Stunden für 80 %`, or
 * `80/20` for people who wait in a line.
 */
export function readTarget(text: string): Result<Target> {
  const [, shortPercent, shortSeconds] = /^(\d{1,2}(?:\.\d+)?)\/(\d+)$/.exec(text.trim()) ?? [];
  const written = shortPercent ? `served within ${shortSeconds} seconds for ${shortPercent} %` : text;
  const [, what = "", amount = "", unit = "", percent = ""] = sentence.exec(written.trim().replace(/\s+/g, " ")) ?? [];
  const share = numberOf(percent) / 100;
  const seconds = numberOf(amount) * (secondsIn[unitOf(unit) ?? "second"] ?? Number.NaN);
  if (!(seconds > 0) || !(share > 0 && share < 1) || unitOf(unit) === null) return err(unreadable(text));
  if (!/answer|antwort/i.test(what)) return ok({ work: "live", withinSeconds: seconds, share });
  const withinHours = seconds / secondsIn.hour;
  // Past a week a promise says nothing that a week's plan could keep or break.
  return withinHours <= 24 * 7 ? ok({ work: "questions", withinHours, share }) : err(unreadable(text));
}

function numberOf(text: string): number {
  return text === "" ? Number.NaN : Number(text.replace(",", "."));
}

function unitOf(word: string): Unit | null {
  const names = Object.keys(secondsIn) as Unit[];
  const isOne = (unit: Unit) =>
    Object.values(targetWords).some(({ units }) =>
      [units[unit].one, units[unit].other].some((name) => name.toLowerCase() === word.toLowerCase()),
    );
  return names.find(isOne) ?? null;
}

/** The target as it is typed in a language. */
export function targetInWords(target: Target, language: TargetLanguage = "en"): string {
  const words = targetWords[language];
  const figure = (value: number) => {
    const text = String(Number(value.toFixed(2)));
    return language === "de" ? text.replace(".", ",") : text;
  };
  const say = (what: string, value: number, unit: Unit) =>
    `${what} ${words.within} ${figure(value)} ${value === 1 ? words.units[unit].one : words.units[unit].other} ${words.for} ${figure(target.share * 100)} %`;
  if (target.work === "live") return say(words.served, target.withinSeconds, "second");
  return target.withinHours < 1
    ? say(words.firstAnswer, target.withinHours * 60, "minute")
    : say(words.firstAnswer, target.withinHours, "hour");
}

function unreadable(text: string) {
  return refusal(
    "invalid",
    "target-unreadable",
    `“${text.slice(0, 80)}” is no target that can be planned for.`,
    "Write it as: first answer within 8 hours for 80 %, or for live work: served within 20 seconds for 80 %.",
    { target: "Write it as: first answer within 8 hours for 80 %." },
  );
}
