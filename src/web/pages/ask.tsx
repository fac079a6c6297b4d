import type { PageContext } from "../page-context.ts";
import { type Html, nothing } from "../raw.tsx";
import type { Charter, FormState, GroupRef } from "../view-models.ts";

export interface AskFields {
  group: string;
  title: string;
  body: string;
  /** As typed: `heating, thermostat`. */
  tags: string;
}

/** A solved answer that may be the one. */
export interface Suggestion {
  questionId: number;
  title: string;
  /** The confirmed answer, or null when only the question is known to be solved. */
  answerId: number | null;
  /** Plain text, about 200 characters of the answer. */
  snippet: string;
  group: GroupRef;
  /** People it was solved for. */
  helped: number;
}

export interface AskView {
  groups: readonly { slug: string; name: string; purpose: string; charter: Charter }[];
  form: FormState<AskFields>;
  /** null when nothing was looked for yet. Without scripts the button "look first" (field `step=look`) fills it. */
  suggestions: readonly Suggestion[] | null;
}

/** `/c/{slug}/ask`, GET and a refused POST. Fields: group, title, body, tags, step (`look` or `send`), csrf. */
export function askPage(view: AskView, context: PageContext): Html {
  void view;
  void context;
  return nothing;
}

/**
 * The answer to `GET /c/{slug}/suggestions?text=` for the browser: a fragment, sent as text/html. `text` is what was
 * typed; it travels along when the reader says "this answers me".
 */
export function suggestionsFragment(suggestions: readonly Suggestion[], text: string, context: PageContext): Html {
  void suggestions;
  void text;
  void context;
  return nothing;
}
