import type { SignInWords } from "./words.ts";

/** The words of mails, in English. */
export const en = {
  signIn: ({ community, link, minutes }: SignInWords) => ({
    subject: `Your sign-in link for ${community}`,
    body: `Hello,

open this link to sign in to ${community}:

${link}

It works once, within ${minutes} minutes.
If you did not ask for it, you can leave this mail alone: nothing happens.`,
  }),
  signUp: ({ community, link, minutes }: SignInWords) => ({
    subject: `Welcome to ${community}: confirm your address`,
    body: `Hello,

open this link to confirm your address and to join ${community}:

${link}

It works once, within ${minutes} minutes.
If you did not ask for it, you can leave this mail alone: there will be no account.`,
  }),
  noAccount: ({ community, link }: SignInWords) => ({
    subject: `No account at ${community} yet`,
    body: `Hello,

somebody asked for a sign-in link for this address. There is no account with it at ${community} yet.
To join, open this page:

${link}

If it was not you, you can leave this mail alone.`,
  }),
  askedForLink: (community: string) =>
    `You get this mail because your address was typed in at the sign-in page of ${community}, just now.`,
  news: {
    hello: (name: string) => `Hello ${name},`,
    severalSubject: (title: string, n: number) => `${n} times news on “${title}”`,
    digestSubject: (community: string, n: number) =>
      `Your day in ${community}: ${n === 1 ? "one thing" : `${n} things`}`,
    because: (reason: string) => `You get this mail because ${reason}.`,
    digestReason: (community: string) => `this is your digest of the day from ${community}`,
    stop: "Stop mails of this kind (one press, no sign-in)",
    settings: "Choose what reaches you, and how",
  },
};

export type MailTexts = typeof en;
