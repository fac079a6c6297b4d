import type { PageContext } from "../page-context.ts";
import { type Html, nothing } from "../raw.tsx";
import type { Charter, QuestionRow } from "../view-models.ts";

export interface HomeGroup {
  slug: string;
  name: string;
  purpose: string;
  charter: Charter;
  /** How many of its questions wait; null when that was not counted. */
  waiting: number | null;
}

export interface HomeView {
  groups: readonly HomeGroup[];
  /** About eight of each. */
  waiting: readonly QuestionRow[];
  solved: readonly QuestionRow[];
  tags: readonly string[];
}

/** `/c/{slug}`: a community's home. */
export function homePage(view: HomeView, context: PageContext): Html {
  void view;
  void context;
  return nothing;
}
