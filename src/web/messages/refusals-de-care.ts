import type { RefusalWords } from "./refusal-words.ts";

/** What the care room refuses, in German. */
export const refusalsDeCare: RefusalWords = {
  "answered-meanwhile": {
    message: "Jemand anderes hat geantwortet, seit du nachgesehen hast.",
    next: "Lies die Antwort; schick deine dann, wenn sie noch hilft. Sie ist noch nicht gesendet.",
  },
  "macro-missing": { message: "Diesen Textbaustein gibt es nicht.", next: "Sieh die Liste der Textbausteine neu an." },
  "macro-variable-unknown": {
    message: "Ein Wort in geschweiften Klammern steht für nichts.",
    next: "Was dort stehen kann: {asker}, {solver}, {title}, {community}, {link}.",
  },
  "nothing-selected": {
    message: "Nichts war ausgewählt.",
    next: "Hak erst ein Problem an, dann sag, was geschehen soll.",
  },
  "undo-too-late": {
    message: "Das lässt sich nicht mehr zurücknehmen: seither ist etwas anderes geschehen.",
    next: "Sieh das Problem an, wie es jetzt ist.",
  },
  "view-missing": { message: "Diese Ansicht gibt es nicht.", next: "Wähle eine deiner eigenen." },
  "hours-missing": {
    message: "Zu dieser Zeit hast du keine Sitzung.",
    next: "Sieh die Seite neu an: vielleicht ging die Sitzung weiter, oder sie ist gelöscht.",
  },
  "correction-missing": { message: "Diese Änderung von dir gibt es nicht.", next: "Sieh die Seite neu an." },
  "hours-forgotten": {
    message: "Was du vor mehr als einem Tag gelöscht hast, ist vergessen.",
    next: "Es kann nicht wiederkommen.",
  },
  "hours-invalid": {
    message: "Eine Sitzung endet, nachdem sie begann, binnen eines Tages und nicht in der Zukunft.",
    next: "Sieh beide Zeiten an.",
  },
  "week-invalid": { message: "Das ist kein Tag.", next: "Schreib einen Tag der Woche wie 2026-01-14." },
  "area-missing": { message: "Dieses Fachgebiet gibt es nicht.", next: "Wähle eines der Gemeinschaft." },
  "calendar-missing": { message: "Diesen Kalender gibt es nicht.", next: "Wähle einen, oder lege einen an." },
  "calendar-without-hours": {
    message: "Dieser Kalender hat keine Arbeitszeit, also könnte nie etwas fällig sein.",
    next: "Füge mindestens eine Zeitspanne hinzu.",
  },
  "check-missing": { message: "Das hat niemand gefragt.", next: "Sieh bei deinen Problemen nach, was gefragt ist." },
  "check-token-over": {
    message: "Dieser Link ist abgelaufen.",
    next: "Melde dich an und sag auf der Seite der Frage, ob es gelöst ist.",
  },
  "claims-idle": {
    message: "Du hast mehrere Probleme, zu denen du den Fragenden noch nichts gesagt hast.",
    next: "Sag zu einem etwas oder gib eines zurück; dann kannst du ein anderes nehmen.",
  },
  "holidays-invalid": {
    message: "Feiertage sind höchstens 400 Tage, jeder wie 2026-12-25.",
    next: "Lass die weg, die vorbei sind.",
  },
  "into-its-duplicate": {
    message: "Das andere Problem ist schon ein Duplikat von diesem.",
    next: "Arbeite an diesem; wer das andere hat, erfährt, wenn es gelöst ist.",
  },
  "message-elsewhere": {
    message: "Diese Nachricht gehört nicht zum Gespräch des Problems.",
    next: "Wähle eine seiner Nachrichten.",
  },
  "message-not-judged": {
    message: "Zu dieser Nachricht wurde nichts gefragt.",
    next: "Wähle eine aus der Liste der Nachrichten, die einzuordnen sind.",
  },
  "not-a-solver": {
    message: "Dieses Mitglied ist nicht im Löserteam und kann kein Problem vom Schreibtisch haben.",
    next: "Wähle jemanden aus dem Löserteam.",
  },
  "areas-too-little": {
    message: "Es gibt noch zu wenig, woraus sich lernen ließe.",
    next: "Es braucht 40 Texte in zwei Fachgebieten, mindestens fünf in jedem: Gib Fragen Schlagworte, oder ordne Probleme am Schreibtisch ein.",
  },
  "areas-unchanged": {
    message: "Seit zuletzt gelernt wurde, hat niemand etwas über die Fachgebiete bestätigt.",
    next: "Ordne am Schreibtisch ein Problem ein, oder gib einer Frage Schlagworte; dann gibt es Neues zu lernen.",
  },
  "receiver-away": {
    message: "Wer es bekommen soll, ist nicht da und sähe es nicht rechtzeitig.",
    next: "Wähle jemanden, der da ist, oder ein Team; wo man wählt, steht bei denen, die fehlen, bis wann.",
  },
  "original-over": {
    message: "Das andere Problem ist vorbei, dort könnte aus diesem nichts mehr werden.",
    next: "Wähle eines, das nicht vorbei ist, oder antworte mit dem, was das andere gelöst hat.",
  },
  "own-problem": {
    message: "Dieses Problem ist dein eigenes.",
    next: "Jemand anderes muss es lösen, damit die Bestätigung etwas bedeutet.",
  },
  "picks-too-many": {
    message: "Du hast heute schon genug Probleme außer der Reihe genommen.",
    next: "Nimm, was dir angeboten wird oder was in der Reihe deines Teams als Nächstes kommt.",
  },
  "problem-missing": { message: "Dieses Problem gibt es nicht.", next: "Geh zur Liste zurück und sieh sie neu an." },
  "problem-not-over": {
    message: "Dieses Problem ist nicht vorbei, es gibt also nichts wieder zu öffnen.",
    next: "Schreib ins Gespräch, was neu ist.",
  },
  "problem-over": {
    message: "Dieses Problem ist vorbei.",
    next: "Wer gefragt hat, kann es wieder öffnen; für Neues öffne ein neues.",
  },
  "problem-taken": {
    message: "Dieses Problem hat jemand anderes genommen.",
    next: "Nimm das nächste, oder bitte um Übergabe.",
  },
  "problem-title-needed": { message: "Das Problem braucht einen Titel.", next: "Sag in einer Zeile, worum es geht." },
  "problem-with-itself": {
    message: "Ein Problem kann nicht mit sich selbst verbunden werden.",
    next: "Wähle ein anderes.",
  },
  "remark-too-long": {
    message: "Eine Bemerkung hat höchstens 2.000 Zeichen.",
    next: "Kürze sie, oder schreib sie als Kommentar.",
  },
  "service-level-missing": { message: "Diese Zusage gibt es nicht.", next: "Sieh in der Liste der Zusagen nach." },
  "snooze-out-of-bounds": {
    message: "So lange oder so oft kann das nicht aufgeschoben werden.",
    next: "Wähle eine frühere Zeit, oder sag zuerst, wie es steht.",
  },
  "span-invalid": {
    message: "Eine Zeitspanne beginnt vor ihrem Ende, an einem Tag von 1 (Montag) bis 7.",
    next: "Mach aus einer Spanne über Mitternacht zwei.",
  },
  "area-slug-taken": {
    message: "Ein anderes Fachgebiet hat diese Adresse schon.",
    next: "Wähle eine andere, oder ändere jenes.",
  },
  "care-set-up-already": {
    message: "Die Betreuung hat hier schon einen Kalender.",
    next: "Ändere, was eingestellt ist, oder ergänze es.",
  },
  "service-level-empty": { message: "Damit ist nichts zugesagt.", next: "Gib mindestens eine der Zeiten an." },
  "service-level-taken": {
    message: "Für diese Gruppe und diese Dringlichkeit gibt es schon eine Zusage.",
    next: "Ändere jene.",
  },
  "setting-in-use": {
    message: "Teams, Zusagen oder Probleme richten sich danach, also lässt es sich nicht entfernen.",
    next: "Ändere es, oder lass sie sich erst nach etwas anderem richten.",
  },
  "setting-name-taken": { message: "Diesen Namen gibt es schon.", next: "Wähle einen anderen, oder ändere jenes." },
  "setting-undo-too-late": {
    message: "Das lässt sich nicht mehr zurücknehmen: Es wurde neu gesetzt, oder zehn Minuten sind vorbei.",
    next: "Sieh es an, wie es jetzt ist, und ändere es dort.",
  },
  "team-missing": { message: "Dieses Team gibt es nicht.", next: "Wähle eines der Teams der Gemeinschaft." },
  "team-too-large": { message: "Ein Team hat höchstens 200 Mitglieder.", next: "Mach zwei Teams daraus." },
  "time-zone-unknown": { message: "Diese Zeitzone gibt es nicht.", next: "Wähle eine wie Europe/Vienna." },
  "words-needed": { message: "Hier fehlen Worte, oder es sind zu viele.", next: "Schreib 1 bis 2.000 Zeichen." },
  "private-already": {
    message: "Zu diesem Problem gibt es keine öffentliche Frage; alles darin ist schon privat.",
    next: "Antworte dort, wo es steht.",
  },
  "not-known": {
    message: "Das ist kein bekanntes Problem, an dem gearbeitet wird.",
    next: "Sieh in die Liste der bekannten Probleme, oder kennzeichne es als eines.",
  },
  "known-title-invalid": {
    message: "Ein bekanntes Problem braucht einen Titel mit höchstens 200 Zeichen.",
    next: "Sag in einer Zeile, was nicht geht; alle lesen es.",
  },
  "known-body-too-long": {
    message: "Was bekannt ist, passt in 2.000 Zeichen.",
    next: "Sag, was nicht geht und was so lange hilft.",
  },
  "stands-on-its-question": {
    message: "Dieses Problem ist eine Frage; was dazu gesagt wird, steht auf ihrer Seite.",
    next: "Geh zur Frage.",
  },
  "nothing-private": {
    message: "Hier wurde nichts privat gesagt, also gibt es nichts, was alle erfahren könnten.",
    next: "Beantworte die Frage auf ihrer Seite.",
  },
};
