import type { MailTexts } from "./en.ts";

/** Die Texte der Mails auf Deutsch. */
export const de: MailTexts = {
  signIn: ({ community, link, minutes }) => ({
    subject: `Dein Anmelde-Link für ${community}`,
    body: `Hallo,

mit diesem Link meldest du dich bei ${community} an:

${link}

Er gilt einmal und ${minutes} Minuten lang.
Wenn du ihn nicht angefordert hast, brauchst du nichts zu tun: Es passiert nichts.`,
  }),
  signUp: ({ community, link, minutes }) => ({
    subject: `Willkommen bei ${community}: bestätige deine Adresse`,
    body: `Hallo,

mit diesem Link bestätigst du deine Adresse und trittst ${community} bei:

${link}

Er gilt einmal und ${minutes} Minuten lang.
Wenn du ihn nicht angefordert hast, brauchst du nichts zu tun: Es wird kein Konto angelegt.`,
  }),
  noAccount: ({ community, link }) => ({
    subject: `Noch kein Konto bei ${community}`,
    body: `Hallo,

für diese Adresse wurde ein Anmelde-Link angefordert. Bei ${community} gibt es noch kein Konto mit ihr.
Auf dieser Seite kannst du beitreten:

${link}

Wenn du das nicht warst, brauchst du nichts zu tun.`,
  }),
  askedForLink: (community) =>
    `Du bekommst diese Mail, weil deine Adresse gerade auf der Anmeldeseite von ${community} eingegeben wurde.`,
  news: {
    hello: (name) => `Hallo ${name},`,
    severalSubject: (title, n) => `${n}-mal Neues zu „${title}“`,
    digestSubject: (community, n) => `Dein Tag in ${community}: ${n === 1 ? "eine Nachricht" : `${n} Nachrichten`}`,
    because: (reason) => `Du bekommst diese Mail, weil ${reason}.`,
    digestReason: (community) => `das deine Tagesübersicht aus ${community} ist`,
    stop: "Mails dieser Art abstellen (ein Klick, ohne Anmeldung)",
    settings: "Aussuchen, was dich erreicht und wie",
  },
};
