import type { Result } from "../../kernel/index.ts";

/** How long a link in a mail works: mail may be slow, and people read it on another device. */
export const mailedLinkLastsMinutes = 30;

/** A mail that somebody asked for by giving their address. How it is written and sent is the business of `app.ts`'s other rooms. */
export interface SignInMail {
  readonly communityId: number;
  readonly email: string;
  /**
   * - `sign-in`: the address is known; the link signs in
   * - `sign-up`: it is not, and a name was given; the link makes the account and signs in
   * - `no-account`: it is not, and no name was given; the mail says how to join and has no secret
   */
  readonly kind: "sign-in" | "sign-up" | "no-account";
  /** For the link; works once, for `lastsMinutes`. */
  readonly secret: string | null;
  readonly lastsMinutes: number;
  /** The person's own choice, where known. */
  readonly locale: string | null;
}

export type SendSignInMail = (mail: SignInMail) => Promise<Result<void>>;
