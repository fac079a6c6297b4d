/** View models that several pages share. Plain data: numbers, strings, Dates and sanitised HTML. */

import type { PersonalDataKind } from "../text/index.ts";
import type { OwnProblemView } from "./own-problem-view.ts";
import type { SafeHtml } from "./raw.tsx";

export interface PersonRef {
  /** null for an author who is no longer a member: the name stands, without a link. */
  memberId: number | null;
  name: string;
  staff: boolean;
}

/**
 * - `waiting`: nobody has answered yet
 * - `answered`: there are answers; the asker has not said that one of them solved it
 * - `solved`: the asker confirmed at least one answer
 * - `reopened`: the asker said that it is not solved after all
 * - `duplicate`: the same was asked before, and this one points there
 */
export type QuestionState = "waiting" | "answered" | "solved" | "reopened" | "duplicate";

/** The filter tabs of lists. `waiting` holds reopened ones too. */
export type StateFilter = "all" | "waiting" | "answered" | "solved";

export interface GroupRef {
  slug: string;
  name: string;
}

/** Help groups exist to solve things; interest groups hold talk of brand and product under a ceiling. */
export type Charter = "help" | "interest";

/** One question in a list. */
export interface QuestionRow {
  id: number;
  title: string;
  /** ISO 639: what it is written in. */
  language: string;
  state: QuestionState;
  askedAt: Date;
  asker: PersonRef;
  /** Left out (null) on a group's own page. */
  group: GroupRef | null;
  answers: number;
  /** People it was solved for: the asker, if confirmed, and everybody who said "mine too". */
  helped: number;
  /** Who is on it: whoever answered last, or the owner; null when nobody is. */
  onIt: PersonRef | null;
}

/** A part of a text with places to highlight: offsets, ascending and apart. */
export interface MarkedText {
  text: string;
  marks: readonly { readonly start: number; readonly end: number }[];
  cutBefore: boolean;
  cutAfter: boolean;
}

/** A question that a search found. */
export interface SearchResult {
  row: QuestionRow;
  tags: readonly string[];
  /** null in lists that nobody looked for in words. */
  title: MarkedText | null;
  /** What fits best, and whether it stands in the answer that solved it. */
  passage: (MarkedText & { of: "answer" | "question"; language: string }) | null;
  /** The confirmed answer that helped most. */
  solution: { answerId: number; by: PersonRef } | null;
}

/** One way to narrow a search: how many matches each choice leaves. */
export interface Facet {
  kind: "group" | "tags" | "state" | "language";
  entries: readonly { label: string; count: number; href: string }[];
}

/** What narrows a search, with the address of the search without it. */
export interface SetFilter {
  label: string;
  href: string;
}

/** A question that is linked from another page. */
export interface QuestionLink {
  id: number;
  title: string;
  language: string;
  state: QuestionState;
}

/** What a form shows: the values that were typed, and what is wrong with them. Values are kept when it fails. */
export interface FormState<Fields> {
  values: Fields;
  /** A sentence for each field that was refused. */
  errors: Partial<Record<keyof Fields, string>>;
  /** A sentence for a refusal that belongs to no single field. */
  problem?: string | undefined;
}

/** What looks like personal data in a post, for a reader who may take it out. */
export interface ExposedView {
  kinds: readonly PersonalDataKind[];
  /** Whether the reader wrote it; else its author is told. */
  own: boolean;
}

export interface CommentView {
  id: number;
  author: PersonRef;
  at: Date;
  editedAt: Date | null;
  body: SafeHtml;
  /** ISO 639: what the body is written in. */
  language: string;
  exposed: ExposedView | null;
  can: { edit: boolean; remove: boolean };
}

export interface AnswerView {
  id: number;
  author: PersonRef;
  at: Date;
  editedAt: Date | null;
  body: SafeHtml;
  language: string;
  exposed: ExposedView | null;
  /** When the asker said that this solved it. */
  confirmedAt: Date | null;
  /** People besides the asker who said that it solved theirs. */
  helped: number;
  comments: readonly CommentView[];
  /** What this reader has done about it. */
  readerHelped: boolean;
  readerThanked: boolean;
  can: {
    /** The asker, while it is not confirmed. */
    confirm: boolean;
    /** The asker, while it is confirmed. */
    unconfirm: boolean;
    /** Any member but the asker and the author. */
    helped: boolean;
    thank: boolean;
    comment: boolean;
    edit: boolean;
    remove: boolean;
  };
}

export interface QuestionView {
  id: number;
  title: string;
  /** ISO 639: of title and body. */
  language: string;
  group: GroupRef;
  state: QuestionState;
  asker: PersonRef;
  askedAt: Date;
  editedAt: Date | null;
  body: SafeHtml;
  exposed: ExposedView | null;
  /** The first 160 or so characters of the body as plain text, for search engines. */
  excerpt: string;
  tags: readonly string[];
  comments: readonly CommentView[];
  /** Confirmed first, then by age; those of one page. */
  answers: readonly AnswerView[];
  /** Which page of its answers, from 1; how many stand on one, and how many there are in all. */
  paging: { page: number; perPage: number; all: number };
  /** People it was solved for: the asker, if confirmed, and everybody who said "mine too". */
  helped: number;
  /** Who is on it: those who answered, or the owner. */
  onIt: readonly PersonRef[];
  related: readonly QuestionLink[];
  duplicates: readonly QuestionLink[];
  duplicateOf: QuestionLink | null;
  /** The rules of the group, or null when it has written none. */
  rules: SafeHtml | null;
  readerIsAsker: boolean;
  /** What becomes of it, for whoever asked; null for others, and where nobody has to do anything. */
  own: OwnProblemView | null;
  /** The problem behind it, for those who work at the desk. */
  problemId: number | null;
  /** Whether the reader follows it; null for readers who are not members of the community. */
  follows: boolean | null;
  /** How many of the answers are the reader's own. */
  readerAnswers: number;
  can: {
    answer: boolean;
    comment: boolean;
    edit: boolean;
    remove: boolean;
    /** The asker, while it is solved. */
    reopen: boolean;
    /** Those who look after the community: to say in which language it is. */
    sayLanguage: boolean;
    /** Whoever asked, and care: to speak where nobody else reads it. */
    private: boolean;
  };
  /** A form on this page that was refused: shown open, with what was typed and why. */
  failedForm:
    | null
    | (({ on: "answer" } | { on: "comment"; messageOf: number } | { on: "thanks"; answerId: number }) & {
        form: FormState<{ body: string }>;
      });
}
