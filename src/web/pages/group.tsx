import type { PageContext } from "../page-context.ts";
import { type Html, nothing, type SafeHtml } from "../raw.tsx";
import type { Charter, QuestionRow, StateFilter } from "../view-models.ts";

export interface GroupView {
  slug: string;
  name: string;
  purpose: string;
  charter: Charter;
  rules: SafeHtml | null;
  members: number;
  /** null for readers who are not members of the community. */
  joined: boolean | null;
  filter: StateFilter;
  questions: readonly QuestionRow[];
  /** The `before` parameter of the link "Older", or null at the end of the list. */
  older: string | null;
  /** Whether this is not the first part of the list. */
  paged: boolean;
}

/** `/c/{slug}/g/{group}?state=&before=`: one group's purpose, rules and questions. */
export function groupPage(view: GroupView, context: PageContext): Html {
  void view;
  void context;
  return nothing;
}
