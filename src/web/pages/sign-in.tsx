import type { PageContext } from "../page-context.ts";
import { type Html, nothing } from "../raw.tsx";
import type { FormState } from "../view-models.ts";

export interface SignInView {
  /** `password` is never given back. The problem sentence says what was wrong, without saying which half. */
  form: FormState<{ email: string; password: "" }>;
  /** A path of this site (url.ts, localPath), travels along as the field `to`. */
  to: string;
  /** Whether people may join on their own. */
  mayJoin: boolean;
}

/** `/sign-in?to=`: POST /sign-in {email, password, to}; POST /sign-in/link {email, to} mails a link. */
export function signInPage(view: SignInView, context: PageContext): Html {
  void view;
  void context;
  return nothing;
}

/** `/sign-in/sent`: after asking for a link; says the same whether the address is known or not. */
export function linkSentPage(view: { email: string; to: string }, context: PageContext): Html {
  void view;
  void context;
  return nothing;
}

/** `GET /sign-in/by-link?token=&to=`: a button, so that mail programs that open links do not use the link up. POSTs {token, to}. */
export function byLinkPage(view: { token: string; to: string }, context: PageContext): Html {
  void view;
  void context;
  return nothing;
}

/** The link was used already or is too old. */
export function oldLinkPage(view: { to: string }, context: PageContext): Html {
  void view;
  void context;
  return nothing;
}
