import type { SendSignInMail } from "../accounts/index.ts";
import { permitRequested } from "../guard/index.ts";
import { ok } from "../kernel/index.ts";
import type { Store } from "../store/index.ts";
import { readCommunityName } from "./queries/outbox.ts";
import { sendMail } from "./send-mail.ts";
import { mailTexts } from "./texts/index.ts";

/** Full addresses of pages, which the faces know; `community` is its slug. */
export interface SignInAddresses {
  /** The page that signs in with a mailed secret. */
  signInLink(community: string, secret: string): string;
  /** The page where somebody joins. */
  signUp(community: string): string;
}

/** Writes the mails of signing in, for `openAccounts`. */
export function signInMails(store: Pick<Store, "transact">, addresses: SignInAddresses): SendSignInMail {
  return ({ communityId, email, kind, secret, lastsMinutes, locale }) =>
    store.transact(async (tx) => {
      const community = await readCommunityName(tx, communityId);
      const texts = mailTexts(locale ?? community.locale);
      const link = secret ? addresses.signInLink(community.slug, secret) : addresses.signUp(community.slug);
      const words = { community: community.name, link, minutes: lastsMinutes };
      const text = { "sign-in": texts.signIn, "sign-up": texts.signUp, "no-account": texts.noAccount }[kind](words);
      const permit = await permitRequested(tx, {
        communityId,
        memberId: null,
        basis: "sign-in-link",
        reason: texts.askedForLink(community.name),
      });
      await sendMail(tx, permit, { communityId, recipient: email, ...text });
      return ok(undefined);
    });
}
