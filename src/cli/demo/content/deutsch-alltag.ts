import type { Problem } from "./problem.ts";

export const germanOtherProblems: readonly Problem[] = [
  {
    key: "de-mahlgrad",
    group: "deutsch",
    tags: ["mahlgrad", "mühle"],
    times: 4,
    models: ["Pebble", "Flint"],
    titles: [
      "{model}: selbst auf der feinsten Stufe zu grob",
      "Espresso läuft in {12..15} Sekunden durch, Mühle am Anschlag",
      "Mit welchem Mahlgrad fangt ihr an?",
      "Nach dem Putzen stimmt der Mahlgrad nicht mehr",
    ],
    says: [
      "Ich bin bei Stufe {1|2}, und der Doppelte ist nach {12..16} Sekunden fertig. Feiner geht nicht.",
      "Nach dem Reinigen ist meine alte Einstellung auf einmal viel zu grob. Bohnen sind dieselben.",
      "Die {model} ist gestern gekommen, eine halbe Tüte ist schon weg. Womit fange ich an?",
    ],
    tried: ["Mehr Kaffee ins Sieb.", "Noch einmal auseinander und wieder zusammen."],
    right: [
      "Der Nullpunkt ist verrutscht. Stecker raus, leer machen, auf 1 stellen, Skalenring abziehen, inneren Ring im Uhrzeigersinn drehen, bis die Mahlscheiben sich gerade berühren, **vier Klicks zurück**, Skalenring wieder drauf. Espresso liegt dann bei 8 bis 14.",
      "Fast immer sitzt Mehl im Gewinde der oberen Scheibe. Rausnehmen, trocken ausbürsten, eindrehen, bis die rote Marke an der Kerbe steht. Dann stimmt auch die Skala wieder.",
      "Nicht nach Zahlen, nach Zeit: 18 rein, 36 raus. Unter 25 Sekunden feiner, über 32 gröber, ein Schritt je Kaffee. Nach jedem Verstellen drei Gramm wegmahlen.",
    ],
    half: ["Fester tampern.", "Die Scheiben sind nach einem Jahr hin."],
    gist: [
      "Nullpunkt neu setzen: bis zur Berührung, vier Klicks zurück",
      "nach Zeit gehen: unter 25 Sekunden feiner, über 32 gröber",
    ],
    after: ["Vier Klicks zurück, jetzt ist 11 meine Zahl.", "Mehl im Gewinde. Ausgebürstet, passt."],
  },
  {
    key: "de-einschicken",
    group: "deutsch",
    tags: ["reparatur", "versand"],
    times: 4,
    models: ["Heron", "Kestrel"],
    titles: [
      "{model} einschicken, Karton ist weg",
      "Wie lange dauert die Werkstatt zurzeit?",
      "Reparatur aus Österreich, wer zahlt den Versand?",
    ],
    says: [
      "Meine {model} wiegt {23|26} Kilo, der Karton ist beim Umzug verschwunden. Wie bekomme ich sie heil zu euch?",
      "Ich wohne in {Bern|Basel|Chur}. Muss ich beim Einschicken Zoll zahlen, und wer füllt die Papiere aus?",
      "Steht seit {zwei|drei} Wochen bei euch, auf der Seite heißt es *Diagnose*. Ich will nicht drängen, aber ich trinke löslichen Kaffee.",
    ],
    tried: ["Im Baumarkt nach einem Karton gefragt.", "Die Statusseite jeden Tag angesehen."],
    right: [
      "Aus der Schweiz machen wir die Papiere: *vorübergehende Ausfuhr zur Reparatur*, kein Zoll, keine Steuer. Wichtig ist nur, dass du den Lieferschein innen *und* außen anbringst.",
    ],
    fromStaff: [
      "Kreuz im Formular *Versandkiste* an, dann kommt eine Kiste mit Schaum, und der Fahrer holt sie zwei Tage später ab. Kostet bei einer Reparatur nichts, auch aus Österreich. Tank leeren, Dampf ablassen, bis keiner mehr kommt, Dampfrohr mit Klebeband festmachen.",
      "Aus der Schweiz zur Reparatur schicken",
      "Zurzeit sind es sieben Werktage ab Eingang. Deine wartet auf ein Heizelement, das am Donnerstag kommt. Ohne dein Ja zum Preis passiert nichts.",
    ],
    half: ["Fahr hin, alles andere ist Lotterie.", "Vier Wochen mindestens."],
    gist: [
      "im Formular die Versandkiste ankreuzen, die Papiere macht die Werkstatt",
      "etwa sieben Werktage, und nichts ohne dein Ja zum Preis",
    ],
    after: [
      "Kiste kam am nächsten Tag. Sehr ordentlich.",
      "Ist zurück, neun Tage, kein Zoll. Danke euch.",
      "Donnerstag Teil, Dienstag Maschine. Genau wie angekündigt.",
    ],
  },
  {
    key: "de-puck",
    group: "deutsch",
    tags: ["technik", "kaffeemehl"],
    times: 3,
    models: ["Kestrel", "Heron"],
    titles: ["Bodenloser Siebträger spritzt", "Löcher im Puck nach dem Bezug", "Eine Seite läuft sofort hell"],
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
    after: ["Fünf Nadeln im Korken. Hemd bleibt weiß.", "Ein Gramm weniger, und die Münze bleibt sauber."],
  },
  {
    key: "de-sauer",
    group: "deutsch",
    tags: ["geschmack", "temperatur"],
    times: 3,
    models: ["Heron", "Wren", "Kestrel"],
    titles: [
      "Der erste Espresso ist immer sauer",
      "Sauer, egal was ich mache",
      "Helle Röstung und die {model}: nur Zitrone",
    ],
    says: [
      "Der erste nach dem Einschalten ist sauer, der zweite besser, der dritte wunderbar. Zwei wegschütten kann nicht die Lösung sein.",
      "Von der Waage her stimmt alles, 18 rein, 36 raus, {25|27} Sekunden. Trotzdem zieht es mir das Gesicht zusammen.",
    ],
    tried: ["Feiner gemahlen, bis nichts mehr kam.", "Wasser aus der Flasche, kein Unterschied."],
    right: [
      "Der erste ist schlicht kalt. Die Lampe meint den Kessel, die Gruppe braucht 20 bis 25 Minuten, mit eingespanntem Siebträger. Oder zweimal leer durchlaufen lassen. Das war bei mir die ganze Lösung.",
      "Helle Röstung: heißer (94 °C), feiner, und eins zu zweieinhalb statt eins zu zwei. Immer nur eines davon ändern.",
    ],
    half: ["Dunklere Bohnen kaufen.", "Gröber mahlen, das ist überextrahiert."],
    gist: ["20 Minuten mit eingespanntem Siebträger aufheizen, der erste ist einfach kalt"],
    after: [
      "Zwanzig Minuten, und der erste schmeckt wie sonst der dritte.",
      "94 Grad und etwas mehr Wasser. Keine Zitrone mehr.",
    ],
  },
  {
    key: "de-zeitplan",
    group: "deutsch",
    tags: ["app", "zeitplan"],
    times: 3,
    titles: [
      "Zeitplan geht eine Stunde falsch",
      "Kestrel schaltet sich zu früh ein",
      "App weckt mich nachts wegen Entkalken",
    ],
    says: [
      "Eingestellt ist 6:30, an geht sie um {5:30|7:30}. Die Uhr in der App stimmt.",
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
