import { err, ok, type Result, refusal } from "../../kernel/index.ts";

/**
 * What is promised. `questions` may lie for a while, and members answer too; `live` people wait in a line, and leave it.
 */
export type Target =
  | { readonly work: "questions"; readonly withinHours: number; readonly share: number }
  | { readonly work: "live"; readonly withinSeconds: number; readonly share: number };

export const usualTarget: Target = { work: "questions", withinHours: 8, share: 0.8 };

const secondsIn = { second: 1, minute: 60, hour: 3600, day: 86_400 } as const;
const sentence =
  /^(?:a |the )?(first answer|served|picked up)\s+within\s+(\d+(?:\.\d+)?)\s*(second|minute|hour|day)s?\s+for\s+(\d+(?:\.\d+)?)\s*(?:%|percent|per cent)$/i;

/** Reads `first answer within 8 hours for 80 %`, `served within 20 seconds for 80 %`, or `80/20` for the latter. */
export function readTarget(text: string): Result<Target> {
  const [, shortPercent, shortSeconds] = /^(\d{1,2}(?:\.\d+)?)\/(\d+)$/.exec(text.trim()) ?? [];
  const written = shortPercent ? `served within ${shortSeconds} seconds for ${shortPercent} %` : text;
  const [, what = "", amount, unit = "", percent] = sentence.exec(written.trim().replace(/\s+/g, " ")) ?? [];
  const share = Number(percent) / 100;
  const seconds = Number(amount) * secondsIn[unit.toLowerCase() as keyof typeof secondsIn];
  if (!(seconds > 0) || !(share > 0 && share < 1)) return err(unreadable(text));
  if (what.toLowerCase() !== "first answer") return ok({ work: "live", withinSeconds: seconds, share });
  const withinHours = seconds / secondsIn.hour;
  // Past a week a promise says nothing that a week's plan could keep or break.
  return withinHours <= 24 * 7 ? ok({ work: "questions", withinHours, share }) : err(unreadable(text));
}

/** The target as it is typed. */
export function targetInWords(target: Target): string {
  const share = `for ${trim(target.share * 100)} %`;
  if (target.work === "live") return `served within ${trim(target.withinSeconds)} seconds ${share}`;
  return target.withinHours < 1
    ? `first answer within ${trim(target.withinHours * 60)} minutes ${share}`
    : `first answer within ${trim(target.withinHours)} hours ${share}`;
}

function trim(value: number): string {
  return String(Number(value.toFixed(2)));
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
