import type { GrantableRole } from "../../accounts/index.ts";
import type { GroupSlug } from "./content/index.ts";

// What happens in the demonstration community, as data: `generate/` makes a list of acts, `play-acts.ts` plays it through the rooms'
// verbs. Members, questions and answers go by keys, which the player turns into ids.

/** What somebody does. */
export type Deed =
  | {
      readonly kind: "join";
      readonly name: string;
      readonly about: string;
      readonly locale: string | null;
      readonly email: string | null;
      readonly role: GrantableRole | null;
    }
  | { readonly kind: "open-group"; readonly group: GroupSlug }
  | { readonly kind: "join-group"; readonly group: GroupSlug }
  | {
      readonly kind: "ask";
      readonly question: string;
      readonly group: GroupSlug;
      readonly title: string;
      readonly body: string;
      readonly tags: readonly string[];
    }
  | {
      readonly kind: "edit-question";
      readonly question: string;
      readonly title: string;
      readonly body: string;
      readonly tags: readonly string[];
    }
  | { readonly kind: "answer"; readonly question: string; readonly answer: string; readonly body: string }
  | { readonly kind: "edit-answer"; readonly answer: string; readonly body: string }
  | { readonly kind: "comment"; readonly on: string; readonly body: string }
  | { readonly kind: "confirm"; readonly answer: string }
  | { readonly kind: "reopen"; readonly question: string }
  | { readonly kind: "helped"; readonly answer: string }
  | { readonly kind: "thank"; readonly answer: string; readonly note: string }
  | { readonly kind: "end-asking"; readonly question: string; readonly answer: string }
  | { readonly kind: "link-duplicate"; readonly question: string; readonly other: string }
  | { readonly kind: "remove-question"; readonly question: string; readonly because: string };

export interface Act {
  /** Milliseconds since 1970. */
  readonly at: number;
  /** Who does it, by key. */
  readonly by: string;
  readonly deed: Deed;
}

export const minuteMs = 60_000;
export const hourMs = 60 * minuteMs;
export const dayMs = 24 * hourMs;

/** A pointer to another question within a text: the player puts the address there. Example: `[Title](question:q7)`. */
export const questionPointer = /\(question:(q\d+)\)/g;

/** The key of the question that an act is about. */
export function questionOf({ deed }: Act): string | undefined {
  if ("question" in deed) return deed.question;
  if ("answer" in deed) return deed.answer.replace(/a\d+$/, "");
  return deed.kind === "comment" ? deed.on.replace(/a\d+$/, "") : undefined;
}
