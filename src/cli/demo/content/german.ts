import type { Phrases } from "./phrases.ts";

export const german: Phrases = {
  openings: [
    "Hallo zusammen,",
    "Guten Morgen,",
    "Moin,",
    "Servus,",
    "Grüezi mitenand,",
    "erste Frage hier.",
    "Ich lese schon lange mit.",
    "Gesucht habe ich, aber nicht ganz das gefunden.",
    "Vielleicht eine dumme Frage:",
    "Ich schreibe für meine {Mutter|Nachbarin|Schwester}.",
    "Eilt nicht, ärgert mich aber.",
  ],
  closings: [
    "Hat jemand eine Idee?",
    "Was würdet ihr zuerst prüfen?",
    "Kann ich das selbst richten?",
    "Danke schon einmal.",
    "Was übersehe ich?",
    "Ein Foto kann ich nachreichen.",
    "Kennt das jemand?",
    "Für jeden Hinweis dankbar.",
  ],
  leads: [
    "Hatte ich {letzten Winter|im Frühjahr|vor einem Jahr} auch.",
    "Das kenne ich.",
    "Kurz vorweg:",
    "Kein Grund zur Sorge.",
    "Bevor du etwas bestellst:",
    "Bei mir war es das:",
    "Gut beschrieben, das macht es leicht.",
  ],
  tails: [
    "Sag Bescheid, wie es ausgeht.",
    "Viel Erfolg.",
    "Wenn nicht, melde dich, dann gibt es noch etwas Zweites.",

    "Schreib bitte, ob es geholfen hat.",
  ],
  pointers: [
    "Das hatten wir schon einmal: {link}. Kurz gesagt: {gist}.",
    "Schau in {link}, klingt genauso. Geholfen hat dort: {gist}.",
    "Gleiche Geschichte wie {link}: {gist}.",
  ],
  seconds: {
    always: [
      "Hier genauso. Ich lese mit.",
      "Seit wann, und was hat sich um den Tag herum geändert? Meistens ist es das.",
      "Ich würde direkt der Werkstatt schreiben, die sind fix.",
    ],
    things: [
      "Keine Lösung, nur Gesellschaft: Meine macht das auch.",
      "Macht sie das immer oder nur, wenn sie kalt ist?",
      "Ein Foto würde helfen.",
    ],
  },
  titleTails: [", und jetzt?", ": Ideen?", ", ist das normal?", ", wo fange ich an?"],
  guesses: {
    always: [
      "Mach die letzte Änderung rückgängig, und dann immer nur eine Sache auf einmal.",
      "Schreib drei Tage lang auf, wann es passiert. Auf Papier sieht man das Muster.",
    ],
    matters: [
      "Ich würde noch einmal kurz schreiben, mit Foto. Lange Briefe bekommen lange Antworten.",
      "Schau in den Spam-Ordner. Das sage ich allen, und jeder Dritte wird rot.",
      "Mach ein Bild vom Schirm, bevor du etwas änderst, dann findest du zurück.",
      "Schlaf eine Nacht darüber, morgen sieht es anders aus.",
    ],
    things: [
      "Ich würde mit Putzen anfangen. Langweilig, aber meistens ist es das.",
      "Schau nach dem Wasser. Das Wasser vergessen alle.",
      "Steht sie gerade? Meine stand schief, und ich habe einen Monat gesucht.",
      "Einmal ganz abkühlen lassen und morgen früh noch einmal probieren.",
      "Nimm ein Video mit Ton auf. Die Werkstatt hört so etwas in zwei Sekunden.",
      "Wenn noch Garantie darauf ist: nichts anfassen, einschicken.",
    ],
  },
  late: {
    always: [
      "Über die Suche gefunden, Wochen später. Stimmt immer noch.",
      "Nach {vier|sechs} Wochen: hält.",
      "Habe ich meiner {Mutter|Kollegin} geschickt, klappt dort auch.",
    ],
    things: ["Für alle, die später kommen: Geht auch bei den älteren."],
  },
  thanks: [
    "Du hast mir das Wochenende gerettet.",
    "Klar, freundlich, richtig. Danke.",
    "Danke für deine Geduld.",
    "Das hat geholfen. Ich schulde dir einen Kaffee.",
    "Danke, dass du nicht gelacht hast.",
    "Ausgedruckt und neben die Maschine gehängt.",
  ],
  warm: ["Danke euch.", "Gute Leute hier.", "Und so schnell.", "Ich gebe es weiter."],
  reopenings: [
    "Zu früh gefreut: Nach {vier|sechs|neun} Tagen ist es wieder da.",
    "Heute früh wieder dasselbe. Das war wohl noch nicht alles.",
  ],
  edits: ["**Nachtrag:** Das Wasser hier ist {weich|ziemlich hart}.", "**Nachtrag:** bei einer Freundin dasselbe."],
  stillThere: ["Gibt es hier etwas Neues? Bei mir ist es noch so.", "Nur zur Info: Gelöst ist das noch nicht."],
  replies: {
    always: ["Freut mich.", "Danke fürs Bescheidsagen, das hilft der Nächsten."],
    things: ["Gut. Lass ihn dir schmecken."],
  },
  ages: ["ein Jahr", "zwei Jahre", "drei Jahre", "ein halbes Jahr", "vier Jahre"],
};
