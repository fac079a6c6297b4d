import type { PageContext } from "../page-context.ts";
import { type Html, nothing, type SafeHtml } from "../raw.tsx";
import type { FormState, GroupRef, PersonRef, QuestionLink, QuestionState } from "../view-models.ts";

export interface CommentView {
  id: number;
  author: PersonRef;
  at: Date;
  editedAt: Date | null;
  body: SafeHtml;
  can: { edit: boolean; remove: boolean };
}

export interface AnswerView {
  id: number;
  author: PersonRef;
  at: Date;
  editedAt: Date | null;
  body: SafeHtml;
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
  group: GroupRef;
  state: QuestionState;
  asker: PersonRef;
  askedAt: Date;
  editedAt: Date | null;
  body: SafeHtml;
  /** The first 160 or so characters of the body as plain text, for search engines. */
  excerpt: string;
  tags: readonly string[];
  comments: readonly CommentView[];
  /** Confirmed first, then by age. */
  answers: readonly AnswerView[];
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
  /** How many of the answers are the reader's own. */
  readerAnswers: number;
  can: {
    answer: boolean;
    comment: boolean;
    edit: boolean;
    remove: boolean;
    /** The asker, while it is solved. */
    reopen: boolean;
  };
  /** A form on this page that was refused: shown open, with what was typed and why. */
  failedForm:
    | null
    | (({ on: "answer" } | { on: "comment"; messageOf: number } | { on: "thanks"; answerId: number }) & {
        form: FormState<{ body: string }>;
      });
}

/** `/c/{slug}/q/{id}/{title-slug}`: one question with everything that was said about it. */
export function questionPage(view: QuestionView, context: PageContext): Html {
  void view;
  void context;
  return nothing;
}
