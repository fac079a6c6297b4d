import { afterAnswer, only, type Problem } from "./problem.ts";

export const germanOtherProblems: readonly Problem[] = [
  {
    key: "de-mahlgrad",
    group: "deutsch",
    tags: ["mahlgrad", "mühle"],
    times: 4,
    models: ["Pebble", "Flint"],
    titles: [
      only([1], "{model}: selbst auf der feinsten Stufe zu grob"),
      only([1], "Espresso läuft in {12..15} Sekunden durch, Mühle am Anschlag"),
      only([3], "Mit welchem Mahlgrad fangt ihr an?"),
      only([2], "Nach dem Putzen stimmt der Mahlgrad nicht mehr"),
    ],
    says: [
      "Ich bin bei Stufe {1|2}, und der Doppelte ist nach {12..15} Sekunden fertig. Feiner geht nicht.",
      "Nach dem Reinigen ist meine alte Einstellung auf einmal viel zu grob. Bohnen sind dieselben.",
      "Die {model} ist gestern gekommen, eine halbe Tüte ist schon weg. Womit fange ich an?",
    ],
    tried: [only([1], "Mehr Kaffee ins Sieb."), only([2], "Noch einmal auseinander und wieder zusammen.")],
    right: [
      only(
        [1, 2],
        "Der Nullpunkt ist verrutscht. Stecker raus, leer machen, auf 1 stellen, Skalenring abziehen, inneren Ring im Uhrzeigersinn drehen, bis die Mahlscheiben sich gerade berühren, **vier Klicks zurück**, Skalenring wieder drauf. Espresso liegt dann bei 8 bis 14.",
      ),
      only(
        [2],
        "Fast immer sitzt Mehl im Gewinde der oberen Scheibe. Rausnehmen, trocken ausbürsten, eindrehen, bis die rote Marke an der Kerbe steht. Dann stimmt auch die Skala wieder.",
      ),
      only(
        [3],
        "Nicht nach Zahlen, nach Zeit: 18 rein, 36 raus. Unter 25 Sekunden feiner, über 32 gröber, ein Schritt je Kaffee. Nach jedem Verstellen drei Gramm wegmahlen.",
      ),
    ],
    half: ["Fester tampern.", "Die Scheiben sind nach einem Jahr hin."],
    gist: [
      only([1, 2], "Nullpunkt neu setzen: bis zur Berührung, vier Klicks zurück"),
      only([3], "nach Zeit gehen: unter 25 Sekunden feiner, über 32 gröber"),
    ],
    after: [
      afterAnswer([1], "Vier Klicks zurück, jetzt ist 11 meine Zahl."),
      afterAnswer([2], "Mehl im Gewinde. Ausgebürstet, passt."),
      afterAnswer([3], "Nach Uhr statt nach Zahl, beim dritten Kaffee hat es gestimmt."),
    ],
  },
  {
    key: "de-einschicken",
    group: "deutsch",
    matter: true,
    tags: ["reparatur", "versand"],
    times: 4,
    models: ["Heron", "Kestrel"],
    titles: [
      only([2], "Aus der Schweiz zur Reparatur schicken"),
      only([1], "{model} einschicken, Karton ist weg"),
      only([3], "Wie lange dauert die Werkstatt zurzeit?"),
      only([1], "Reparatur aus Österreich, wer zahlt den Versand?"),
    ],
    says: [
      "Meine {model} wiegt {23|26} Kilo, der Karton ist beim Umzug verschwunden. Wie bekomme ich sie heil zu euch?",
      "Ich wohne in {Bern|Basel|Chur}. Muss ich beim Einschicken Zoll zahlen, und wer füllt die Papiere aus?",
      "Steht seit {zwei|drei} Wochen bei euch, auf der Seite heißt es *Diagnose*. Ich will nicht drängen, aber ich trinke löslichen Kaffee.",
    ],
    tried: [only([1], "Im Baumarkt nach einem Karton gefragt."), only([3], "Die Statusseite jeden Tag angesehen.")],
    right: [],
    fromStaff: [
      only(
        [1],
        "Kreuz im Formular *Versandkiste* an, dann kommt eine Kiste mit Schaum, und der Fahrer holt sie zwei Tage später ab. Kostet bei einer Reparatur nichts, auch aus Österreich. Tank leeren, Dampf ablassen, bis keiner mehr kommt, Dampfrohr mit Klebeband festmachen.",
      ),
      only(
        [2],
        "Aus der Schweiz machen wir die Papiere: *vorübergehende Ausfuhr zur Reparatur*, kein Zoll, keine Steuer. Wichtig ist nur, dass du den Lieferschein innen *und* außen anbringst.",
      ),
      only(
        [3],
        "Zurzeit sind es sieben Werktage ab Eingang. Deine wartet auf ein Heizelement, das am Donnerstag kommt. Ohne dein Ja zum Preis passiert nichts.",
      ),
    ],
    half: [only([1, 2], "Fahr hin, alles andere ist Lotterie."), only([3], "Vier Wochen mindestens.")],
    gist: [
      only([1], "im Formular die Versandkiste ankreuzen, die Papiere macht die Werkstatt"),
      only([3], "etwa sieben Werktage, und nichts ohne dein Ja zum Preis"),
    ],
    after: [
      afterAnswer([1], "Kiste kam am nächsten Tag. Sehr ordentlich."),
      afterAnswer([2], "Ist zurück, neun Tage, kein Zoll. Danke euch."),
      afterAnswer([3], "Donnerstag Teil, Dienstag Maschine. Genau wie angekündigt."),
    ],
  },
  {
    key: "de-puck",
    group: "deutsch",
    tags: ["technik", "kaffeemehl"],
    times: 3,
    models: ["Kestrel", "Heron"],
    titles: [
      only([1], "Bodenloser Siebträger spritzt"),
      only([2], "Löcher im Puck nach dem Bezug"),
      only([2], "Eine Seite läuft sofort hell"),
    ],
    says: [
      "Seit ich den bodenlosen Siebträger habe, ist der Kaffee {an der Wand|auf dem Hemd}. Mit dem alten habe ich nie etwas gemerkt.",
      "Im Puck sind hinterher zwei, drei kleine Löcher, immer {hinten|am Rand}. Gewogen und gerade getampert ist alles.",
    ],
    tried: ["Fester getampert.", "Seitlich geklopft, das war eher schlimmer."],
    right: [
      "Nicht klopfen, das macht einen Spalt am Rand. Mit dünnen Nadeln (0,4 mm, fünf Stück in einem Korken) bis zum Boden durchrühren, glatt streichen, einmal tampern. Danach war bei mir Ruhe.",
      "Leg eine Münze auf den Puck, einspannen, ausspannen. Drückt sie sich ein, ist zu viel drin. Ein Gramm weniger.",
    ],
    half: ["Papierfilter darunter.", "Den bodenlosen wieder weglegen."],
    gist: ["mit dünnen Nadeln bis zum Boden durchrühren und nicht klopfen"],
    after: [
      afterAnswer([1], "Fünf Nadeln im Korken. Hemd bleibt weiß."),
      afterAnswer([2], "Ein Gramm weniger, und die Münze bleibt sauber."),
    ],
  },
  {
    key: "de-sauer",
    group: "deutsch",
    tags: ["geschmack", "temperatur"],
    times: 3,
    models: ["Heron", "Wren", "Kestrel"],
    titles: [
      only([1], "Der erste Espresso ist immer sauer"),
      only([2], "Sauer, egal was ich mache"),
      only([2], "Helle Röstung und die {model}: nur Zitrone"),
    ],
    says: [
      "Der erste nach dem Einschalten ist sauer, der zweite besser, der dritte wunderbar. Zwei wegschütten kann nicht die Lösung sein.",
      "Von der Waage her stimmt alles, 18 rein, 36 raus, {25|27} Sekunden. Trotzdem zieht es mir das Gesicht zusammen.",
    ],
    tried: ["Feiner gemahlen, bis nichts mehr kam.", "Wasser aus der Flasche, kein Unterschied."],
    right: [
      only(
        [1],
        "Der erste ist schlicht kalt. Die Lampe meint den Kessel, die Gruppe braucht 20 bis 25 Minuten, mit eingespanntem Siebträger. Oder zweimal leer durchlaufen lassen. Das war bei mir die ganze Lösung.",
      ),
      only(
        [2],
        "Helle Röstung: heißer (94 °C), feiner, und eins zu zweieinhalb statt eins zu zwei. Immer nur eines davon ändern.",
      ),
    ],
    half: ["Dunklere Bohnen kaufen.", "Gröber mahlen, das ist überextrahiert."],
    gist: [only([1], "20 Minuten mit eingespanntem Siebträger aufheizen, der erste ist einfach kalt")],
    after: [
      afterAnswer([1], "Zwanzig Minuten, und der erste schmeckt wie sonst der dritte."),
      afterAnswer([2], "94 Grad und etwas mehr Wasser. Keine Zitrone mehr."),
    ],
  },
  {
    key: "de-zeitplan",
    group: "deutsch",
    matter: true,
    tags: ["app", "zeitplan"],
    times: 3,
    titles: [
      "Zeitplan geht eine Stunde falsch",
      "Kestrel schaltet sich zu früh ein",
      only([2], "App weckt mich nachts wegen Entkalken"),
    ],
    says: [
      "Eingestellt ist 6:30, an geht sie um 5:30. Die Uhr in der App stimmt.",
      "Seit der Zeitumstellung ist alles um eine Stunde verschoben, und um drei Uhr nachts erinnert sie mich ans Entkalken.",
    ],
    tried: ["Zeitplan gelöscht und neu angelegt."],
    right: [
      "Die Maschine behält die Zeitzone vom Tag der Kopplung. *Gerät › Standort › Vom Telefon übernehmen*, danach den Zeitplan **noch einmal speichern**. Erst dann geht er an die Maschine. Die Nachtruhe steht unter *Mehr › Mitteilungen* ganz unten.",
    ],
    half: ["Bis Sonntag warten, sie stellt sich einmal in der Woche."],
    gist: ["Standort vom Telefon übernehmen und den Zeitplan noch einmal speichern"],
    after: ["Noch einmal speichern, das war es. Und nachts ist Ruhe."],
  },
];
