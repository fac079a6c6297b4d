import type { LabelledText } from "../classifier-settings.ts";
import { chatter } from "./chatter.ts";
import { complaint } from "./complaint.ts";
import { praise } from "./praise.ts";
import { problem } from "./problem.ts";
import { question } from "./question.ts";

export const messageKinds = ["problem", "question", "complaint", "praise", "chatter"] as const;
/** What kind of message somebody wrote. */
export type MessageKind = (typeof messageKinds)[number];

/** Languages (ISO 639-1) that the starter examples are written in. */
export const starterLanguages = ["en", "de", "fr", "es"] as const;

const byKind = { problem, question, complaint, praise, chatter };

/** The messages that triage begins with before a community has a history of its own. */
export function starterExamples(): LabelledText[] {
  return messageKinds.flatMap((label) =>
    starterLanguages.flatMap((language) =>
      byKind[label][language]
        .trim()
        .split("\n")
        .map((text) => ({ text, label })),
    ),
  );
}
