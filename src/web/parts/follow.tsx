import type { PageContext } from "../page-context.ts";
import { type Html, html } from "../raw.tsx";
import { buttonForm } from "./forms.tsx";

/** What the button is about: how to begin, how to end, and whether the reader follows it now. */
export interface FollowButton {
  readonly what: "question" | "tag" | "group";
  readonly follows: boolean;
  readonly begin: string;
  readonly end: string;
}

/** Follows something, or says that the reader does and ends it. */
export function followButton({ what, follows, begin, end }: FollowButton, context: PageContext): Html {
  const words = context.t.follow;
  if (!follows) return buttonForm(begin, words[what], context, "");
  return html`<p class="hint">${words[`${what}On`]}</p>${buttonForm(end, words.end, context)}`;
}
