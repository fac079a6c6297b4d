import type { RefusalWords } from "./refusal-words.ts";
import { refusalsDeCare } from "./refusals-de-care.ts";

/** What the rooms refuse, in German, by the refusal's code; the rooms' own sentences are English. */
export const refusalsDe: RefusalWords = {
  ...refusalsDeCare,
  "about-invalid": {
    message: "Der Text über dich ist zu lang oder enthält Zeichen, die nicht gehen.",
    next: "Kürze ihn auf höchstens 1.000 Zeichen.",
  },
  "already-set-up": { message: "Kith ist schon eingerichtet.", next: "Melde dich als Verwalterin oder Verwalter an." },
  "answer-missing": { message: "Diese Antwort gibt es nicht.", next: "Geh zur Frage zurück und sieh sie neu an." },
  "asker-confirms": {
    message: "Du hast das gefragt, also kannst du die Antwort bestätigen.",
    next: "Wähle neben der Antwort „Das hat es gelöst“.",
  },
  "body-empty": { message: "Es steht noch kein Text da.", next: "Schreib, was du sagen möchtest." },
  "body-too-large": { message: "Das ist mehr, als eine Nachricht fassen kann.", next: "Kürze oder teile sie." },
  "body-too-long": {
    message: "Der Text ist zu lang; 30.000 Zeichen sind das Höchste.",
    next: "Kürze ihn, oder mach zwei Nachrichten daraus.",
  },
  "changed-meanwhile": {
    message: "Das wurde in einem anderen Fenster geändert, seit du es geöffnet hast.",
    next: "Kopiere, was du geschrieben hast, öffne es neu und ändere es dort.",
  },
  "colour-invalid": {
    message: "Eine Farbe schreibt man als # und sechs Ziffern oder Buchstaben von a bis f.",
    next: "Versuch es mit etwas wie #00565e.",
  },
  "comment-missing": { message: "Diesen Kommentar gibt es nicht.", next: "Sieh die Frage neu an." },
  "community-exists": {
    message: "Diese Adresse hat schon eine andere Gemeinschaft.",
    next: "Wähle eine andere Adresse.",
  },
  "community-missing": { message: "Hier gibt es keine Gemeinschaft.", next: "Prüfe die Adresse." },
  "database-busy": { message: "Gerade ist zu viel auf einmal los.", next: "Versuch es in einem Moment noch einmal." },
  "database-outcome-unknown": {
    message: "Die Verbindung brach ab, während gespeichert wurde.",
    next: "Sieh nach, ob es da ist, bevor du es noch einmal schickst.",
  },
  "database-unavailable": {
    message: "Die Datenbank antwortet gerade nicht; gespeichert wurde nichts.",
    next: "Versuch es in einer Minute noch einmal. Was du geschrieben hast, ist noch da.",
  },
  "email-invalid": { message: "Das ist keine E-Mail-Adresse.", next: "Prüfe, was du geschrieben hast." },
  "email-taken": {
    message: "Mit dieser Adresse gibt es schon ein Konto.",
    next: "Melde dich damit an, oder lass dir einen Link schicken.",
  },
  "form-expired": {
    message: "Dieses Formular war zu lange offen, oder es kam von einer anderen Seite.",
    next: "Geh zurück, lade die Seite neu und schick es noch einmal; was du geschrieben hast, bleibt in deinem Browser.",
  },
  "form-unreadable": {
    message: "Das wurde nicht als Formular geschickt.",
    next: "Benutze das Formular der Seite selbst.",
  },
  "solved-from-invalid": {
    message: "Ab wann etwas als gelöst gilt, ist eine Wahrscheinlichkeit über 0, bis 1.",
    next: "Wähle eine der angebotenen, oder keine.",
  },
  "search-model-missing": {
    message: "Diese Fassung des Gelernten ist nicht mehr aufgehoben.",
    next: "Sieh nach, welche es gibt, und wähle eine davon.",
  },
  "group-exists": { message: "Diese Adresse hat schon eine andere Gruppe.", next: "Wähle eine andere Adresse." },
  "group-missing": { message: "Diese Gruppe gibt es nicht.", next: "Wähle eine Gruppe der Gemeinschaft." },
  "hour-invalid": { message: "Eine Stunde ist eine ganze Zahl von 0 bis 23.", next: "Such eine davon aus." },
  "internal-error": {
    message: "Bei uns ist etwas schiefgegangen.",
    next: "Versuch es gleich noch einmal. Wenn es so bleibt, nenne der Verwaltung die Nummer darunter.",
  },
  "last-admin": {
    message: "Das ist die letzte Verwalterin oder der letzte Verwalter der Gemeinschaft.",
    next: "Gib die Rolle zuerst jemand anderem.",
  },
  "link-over": {
    message: "Dieser Link geht nicht mehr: er wurde benutzt, oder er ist zu alt.",
    next: "Lass dir einen neuen schicken.",
  },
  "mail-missing": { message: "Diese Mail gibt es nicht.", next: "Geh zurück zum Postausgang." },
  "marketer-stands-alone": {
    message: "Wer die Rolle Marketing hat, liest nur mit; sie geht nicht zusammen mit einer anderen.",
    next: "Nimm zuerst die anderen Rollen zurück.",
  },
  "member-missing": { message: "Dieses Mitglied gibt es nicht.", next: "Sieh nach, wer dir geantwortet hat." },
  "member-not-found": { message: "Dieses Mitglied gibt es hier nicht.", next: "Such in der Liste der Mitglieder." },
  "message-missing": { message: "Diese Nachricht gibt es nicht.", next: "Geh zurück und sieh die Seite neu an." },
  "message-not-removed": { message: "Diese Nachricht ist nicht entfernt.", next: "Es ist nichts zu tun." },
  "message-removed": {
    message: "Diese Nachricht wurde entfernt.",
    next: "Wer sie entfernt hat, kann sie wiederherstellen.",
  },
  "name-invalid": {
    message: "Ein Name hat 1 bis 80 Zeichen und keine Steuerzeichen.",
    next: "Wähle einen, unter dem man dich kennt.",
  },
  "name-length": {
    message: "Ein Name hat 1 bis 80 Zeichen.",
    next: "Wähle einen kurzen, den man wiedererkennt.",
  },
  "no-community": {
    message: "Hier gibt es noch keine Gemeinschaft.",
    next: "Wer dieses Kith betreibt, richtet es mit dem Link ein, den npm start ausgibt.",
  },
  "not-allowed": {
    message: "Deine Rollen erlauben das hier nicht.",
    next: "Frag die Verwaltung dieser Gemeinschaft, wenn sie es sollten.",
  },
  "not-allowed-to-remove": {
    message: "Das kannst du nicht entfernen.",
    next: "Was andere beantwortet haben, entfernt nur, wer die Gruppe hütet; schreib ihnen.",
  },
  "not-yours": {
    message: "Das kann nur, wem es gehört.",
    next: "Wer die Gruppe hütet, kann helfen, wo etwas geändert werden muss.",
  },
  "not-allowed-to-mask": {
    message: "Das kannst du nicht verdecken.",
    next: "Wer es geschrieben hat, kann es, und wer hier arbeitet oder die Gruppe hütet; schreib ihnen.",
  },
  "nothing-to-mask": {
    message: "Hier steht nichts Persönliches, das Kith erkennt.",
    next: "Steht doch etwas da, ändere den Text, oder bitte, wer die Gruppe hütet, ihn zu entfernen.",
  },
  "note-too-long": { message: "Die Zeile ist zu lang; 500 Zeichen sind das Höchste.", next: "Kürze sie ein wenig." },
  "nothing-to-follow": {
    message: "Hier ist nichts, dem man folgen könnte.",
    next: "Vielleicht wurde es entfernt; sieh in der Liste nach, in der es stand.",
  },
  "own-answer": { message: "Diese Antwort ist deine eigene.", next: "Andere, denen sie hilft, werden es sagen." },
  "page-missing": { message: "Unter dieser Adresse ist nichts.", next: "Prüfe die Adresse, oder such danach." },
  "password-invalid": {
    message: "Dieses Passwort ist zu kurz oder zu leicht zu erraten.",
    next: "Nimm mindestens 10 Zeichen; ein kurzer Satz ist gut.",
  },
  "password-wrong": { message: "Das bisherige Passwort stimmt nicht.", next: "Versuch es noch einmal." },
  "post-missing": { message: "Das gibt es nicht.", next: "Geh zurück und sieh die Seite neu an." },
  "question-missing": { message: "Diese Frage gibt es nicht.", next: "Such danach, oder geh zurück zur Gruppe." },
  "question-not-solved": {
    message: "Diese Frage wartet noch; sie muss nicht wieder geöffnet werden.",
    next: "Schreib als Kommentar, was neu ist.",
  },
  "arrivals-missing": {
    message: "Es gibt noch nichts, wofür sich planen ließe: kein Tag mit Fragen ist vergangen.",
    next: "Komm morgen wieder, übernimm, was du hast, oder gib eine Datei an.",
  },
  "plan-invalid": {
    message: "Mit dieser Angabe lässt sich nicht planen.",
    next: "Sieh dir das Beispiel beim Feld an.",
  },
  "target-unreadable": {
    message: "Das ist kein Ziel, für das sich planen lässt.",
    next: "Schreib es so: first answer within 8 hours for 80 %.",
  },
  "question-removed": { message: "Diese Frage wurde entfernt.", next: "Such ähnliche, oder stell deine eigene." },
  "reason-missing": {
    message: "Es braucht einen Grund; wer es geschrieben hat, liest ihn.",
    next: "Sag in einem Satz, warum es entfernt wird.",
  },
  "scopes-invalid": { message: "Wähle, was das Token darf.", next: "Mindestens eines ist nötig." },
  "session-not-found": { message: "Diese Anmeldung gibt es nicht mehr.", next: "Sieh dein Konto neu an." },
  "set-up-link-over": {
    message: "Mit diesem Link lässt sich Kith nicht mehr einrichten: er wurde benutzt, oder er ist zu alt.",
    next: "Ist noch nichts eingerichtet, dann starte Kith neu; es gibt einen neuen Link aus.",
  },
  "sign-in-needed": { message: "Du bist nicht angemeldet.", next: "Melde dich an und versuch es noch einmal." },
  "sign-in-refused": {
    message: "E-Mail-Adresse und Passwort passen nicht zusammen.",
    next: "Versuch es noch einmal, oder lass dir einen Link schicken.",
  },
  "slug-invalid": {
    message: "Die Adresse hat kleine Buchstaben, Ziffern und einzelne Bindestriche, höchstens 60.",
    next: "Versuch es mit etwas wie kaffeemaschinen.",
  },
  "stop-link-broken": {
    message: "Dieser Link ist nicht vollständig.",
    next: "Kopiere ihn ganz aus der Mail, oder melde dich an und such aus, was dich erreicht.",
  },
  "language-unknown": {
    message: "So heißt keine Sprache.",
    next: "Sende zwei Buchstaben wie de, en oder ja.",
  },
  "tags-invalid": {
    message: "Fünf Schlagwörter sind das Höchste, jedes mit höchstens 50 Zeichen.",
    next: "Behalte die wenigen, unter denen andere es finden.",
  },
  "thanked-already": { message: "Für diese Antwort hast du schon gedankt.", next: "Es ist nichts weiter zu tun." },
  "time-zone-invalid": {
    message: "So heißt keine Zeitzone.",
    next: "Such eine wie Europe/Berlin aus.",
  },
  "title-length": {
    message: "Der Titel braucht 3 bis 200 Zeichen.",
    next: "Sag in einer Zeile, worum es geht.",
  },
  "token-missing": { message: "Dieses Token gibt es nicht.", next: "Sieh deine Token neu an." },
  "token-not-found": { message: "Dieses Token gibt es nicht.", next: "Sieh deine Token neu an." },
  "too-many-requests": {
    message: "Das war öfter, als hier möglich ist.",
    next: "Versuch es in ein paar Minuten noch einmal.",
  },
  "too-many-tokens": { message: "Du hast schon so viele Token, wie möglich sind.", next: "Widerrufe eines zuerst." },
  "way-invalid": {
    message: "Diese Art von Mitteilung oder diesen Weg gibt es nicht.",
    next: "Lade die Seite neu und such noch einmal aus.",
  },
};
