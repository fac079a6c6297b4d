import { afterAnswer, only, type Problem } from "./problem.ts";

export const germanMachineProblems: readonly Problem[] = [
  {
    key: "de-entkalken",
    group: "deutsch",
    tags: ["entkalken"],
    times: 4,
    models: ["Wren", "Kestrel"],
    titles: [
      only([1], "Entkalkungslampe geht nicht aus"),
      only([1], "{model} entkalkt, Lampe leuchtet trotzdem"),
      only([1, 3], "Wie setze ich die Entkalkungsanzeige zurück?"),
      only([2], "Entkalken abgebrochen, jetzt blinkt es"),
    ],
    says: [
      "Ich habe meine {model} {gestern|am Sonntag} entkalkt, zweimal gespült, und die orange Lampe leuchtet weiter, als wäre nichts gewesen.",
      "Mitten im Entkalken war der Tank leer. Aufgefüllt, weitergemacht, und jetzt {blinkt sie langsam|blinkt die Lampe} und es kommt kein Kaffee mehr.",
      "Die Maschine ist von meinen Eltern. Laut meinem Vater wurde sie im {Frühjahr|Herbst} entkalkt, die Lampe sieht das anders.",
    ],
    tried: ["Stecker gezogen, über Nacht stehen lassen.", "Das ganze Programm noch einmal, {40|45} Minuten."],
    right: [
      only(
        [1, 2],
        "Die Lampe geht erst aus, wenn das **Spülen** vollständig ist: ein ganzer Liter, durch Brühgruppe *und* Dampfrohr. Filter vorher aus dem Tank nehmen, sonst läuft es zu langsam und der Liter wird nicht gezählt. Tank bis zur Marke füllen, die beiden äußeren Tasten sechs Sekunden halten, laufen lassen.",
      ),
      only(
        [1, 3],
        "Von Hand: ausschalten, Brüh- und Dampftaste gedrückt halten, einschalten, sechs Sekunden weiter halten. Ein langer Ton, Lampe aus. Bitte nur, wenn wirklich entkalkt ist.",
      ),
    ],
    half: ["Einfach ignorieren, meine leuchtet seit Ostern.", "Noch einmal entkalken, diesmal mit Essig."],
    gist: [
      only([1, 2], "Filter raus und einen ganzen Liter spülen, auch durch das Dampfrohr, dann geht die Lampe aus"),
    ],
    asksBack: [["War der Filter beim Entkalken im Tank?", "Ja, der war drin. Soll er raus?", [1, 2]]],
    after: [
      afterAnswer([1], "Filter raus, ein Liter durch, Lampe aus. Danke dir."),
      afterAnswer([2], "Sechs Sekunden, ein Ton, Ruhe."),
    ],
  },
  {
    key: "de-dichtung",
    group: "deutsch",
    tags: ["dichtung", "undicht"],
    times: 4,
    models: ["Heron", "Kestrel"],
    titles: [
      "Siebträger tropft am Rand",
      "{model} undicht am Siebträger",
      "Wasser läuft außen am Siebträger herunter",
      "Dichtung wechseln bei der {model}, wie geht das?",
    ],
    says: [
      "Beim Beziehen läuft Wasser über den Rand und außen am Siebträger herunter. Angefangen hat es mit einem Tropfen, jetzt ist es {ein Schnapsglas|die halbe Tasse}.",
      "Meine {model} ist {age} alt. Den Griff kann ich inzwischen bis fast vier Uhr drehen, und links kommt es trotzdem.",
      "Mit Blindsieb sprüht es seitlich heraus. Die Dichtung sieht von unten glänzend und rissig aus.",
    ],
    tried: ["Fester zugedreht. Hilft zwei Tage.", "Rand abgewischt, Gruppe ausgebürstet."],
    right: [
      "Das ist die Gruppendichtung, 8,2 mm, die wird nach ein, zwei Jahren hart. Stecker ziehen, abkühlen lassen, Duschsieb raus (eine Schraube), alten Ring mit einer Ahle heraushebeln, Nut **gründlich** sauber machen, neuen Ring mit der Fase nach oben eindrücken. Eine Viertelstunde. Silikon hält länger als Gummi.",
      "Vor dem Bestellen putzen: Kaffee in der Nut hebt den Ring auf einer Seite an, das tropft genauso. Bürste, Blindsieb mit Reiniger, fünfmal. Bei mir war es nur das.",
    ],
    half: ["Fester zudrehen, die muss sich setzen.", "Vielleicht ist das Sieb verbogen?"],
    gist: ["die Gruppendichtung (8,2 mm) ist hart geworden: Nut säubern, neue einsetzen"],
    after: [
      afterAnswer([1], "Der alte Ring kam in drei Teilen heraus. Neuer drin, alles trocken."),
      afterAnswer([2], "War nur Dreck. Kein Teil gebraucht, danke."),
    ],
  },
  {
    key: "de-wasser",
    group: "deutsch",
    tags: ["wasser", "filter"],
    times: 4,
    models: ["Heron", "Wren", "Kestrel"],
    titles: [
      only([1], "Sehr hartes Wasser, was macht ihr?"),
      only([1], "{17..21} °dH: Filter oder Flaschenwasser?"),
      only([2], "Teststreifen richtig ablesen"),
      only([3], "Stilles Wasser aus der Flasche für die {model}?"),
    ],
    says: [
      "Wir haben hier {17..21} Grad deutscher Härte. Die einen sagen Filter, die anderen Flasche, mein Schwager sagt, Kalk sei gesund. Was macht ihr?",
      "Der Teststreifen aus der Schachtel hat {drei|vier} rote Felder. In der Anleitung steht *siehe Tabelle*, eine Tabelle gibt es nicht.",
      "Ich nehme seit einem Jahr sehr weiches Flaschenwasser. Jetzt lese ich, dass die Sonde damit nicht misst. Stimmt das?",
    ],
    tried: [only([1], "Tischfilter aus dem Supermarkt, keine Ahnung, wie viel der schafft.")],
    right: [
      only(
        [1, 2],
        "Ein rotes Feld heißt bis 7 °dH, zwei bis 14, drei bis 21, vier darüber. Ab drei: Tankfilter auf Stufe C, alle zwei Monate wechseln, auch wenn er noch gut aussieht, und einmal im Jahr entkalken. Mit einem zweiten Streifen **hinter** dem Filter prüfen: unter 6 soll es sein.",
      ),
      only(
        [3],
        "Ganz ohne Mineralien misst die Sonde in Heron und Kestrel wirklich nicht, dann läuft der Kessel über. Misch einen Teil Leitung mit zwei Teilen weichem Wasser, schmeckt auch besser.",
      ),
    ],
    half: ["Destilliertes Wasser, dann ist Ruhe.", "Alle sechs Wochen entkalken reicht doch."],
    gist: [only([1, 2], "Tankfilter auf Stufe C, hinter dem Filter mit einem zweiten Streifen messen, unter 6 °dH")],
    after: [
      afterAnswer([1], "Fünf Grad hinter dem Filter. Damit kann ich leben, und die Maschine auch."),
      afterAnswer([2], "Eins zu zwei gemischt. Schmeckt tatsächlich besser."),
    ],
  },
  {
    key: "de-pumpe",
    group: "deutsch",
    tags: ["pumpe", "wassertank"],
    times: 3,
    models: ["Wren", "Heron"],
    titles: [
      "Pumpe laut, aber kein Wasser",
      only([2], "{model} zieht nach dem Urlaub kein Wasser"),
      only([1], "Tank war leer, jetzt rattert nur die Pumpe"),
    ],
    says: [
      "Tank {heute früh|gestern} leer gelaufen, aufgefüllt, und jetzt rattert die Pumpe wie ein Moped, und es kommt nichts, weder vorne noch aus dem Dampfrohr.",
      "Nach drei Wochen Urlaub heizt sie, pumpt laut und hohl, aber kein Tropfen. Tank sitzt und ist voll.",
    ],
    tried: ["Tank zehnmal raus und rein.", "Eine Minute laufen lassen. War das dumm?"],
    right: [
      "Luft in der Pumpe. Dampfhahn **ganz auf**, Kännchen darunter, Pumpe zehn Sekunden laufen lassen, zehn Pause, drei bis fünf Mal. Wenn es spuckt, Hahn zu und Gruppe spülen. Nie länger als eine halbe Minute trocken.",
      "Neuer Filter im Tank? Der muss vorher kopfüber im Glas liegen, bis keine Blasen mehr kommen. Trocken eingesetzt saugt die Pumpe nur Luft.",
    ],
    half: ["Die Pumpe ist hin, trocken gelaufen.", "Über Nacht stehen lassen, die Luft geht von allein."],
    gist: ["Dampfhahn ganz auf und die Pumpe in kurzen Stößen laufen lassen, bis die Luft heraus ist"],
    after: [
      afterAnswer([1], "Beim dritten Mal gehustet, dann kam Wasser. Danke."),
      afterAnswer([2], "Es war der trockene Filter."),
    ],
  },
  {
    key: "de-dampf",
    group: "deutsch",
    tags: ["dampf", "milch"],
    times: 3,
    models: ["Wren", "Heron"],
    titles: ["Kaum noch Dampf, Milch bleibt lauwarm", "Dampflanze pfeift nur noch", "Milchschaum wird nichts mehr"],
    says: [
      "Für 150 ml Milch brauche ich inzwischen fast zwei Minuten, früher eine halbe. Der Druck steht wie immer bei {1,1|1,2} bar.",
      "Es pfeift nur noch zu einer Seite, die Milch dreht sich nicht. Ich gebe zu: vor dem Urlaub nicht richtig geputzt.",
    ],
    tried: ["Abgewischt, ausgeblasen, heißes Wasser.", "Länger vorgeheizt."],
    right: [
      "Milch in den Löchern. Düse abschrauben, jedes Loch mit einer Nadel aufstechen, eine halbe Stunde in heißes Wasser mit Milchreiniger. Solange sie ab ist, kurz den Hahn öffnen: Faucht es, dann war es nur die Düse.",
      "Sitzt es höher: Lanze in ein Kännchen mit Reiniger, kurz Dampf, Hahn zu. Beim Abkühlen zieht sie die Lösung in sich hinein. Zehn Minuten, dann zweimal in ein Tuch blasen.",
    ],
    half: ["Der Kessel ist verkalkt.", "Druck auf 1,5 stellen."],
    gist: ["Düse abschrauben, Löcher mit der Nadel öffnen, in Milchreiniger legen"],
    after: [
      afterAnswer([1], "Zwei Löcher waren ganz zu. Jetzt fliegt die Milch fast aus dem Kännchen."),
      afterAnswer([2], "Das Hineinziehen war der Trick, danke."),
    ],
  },
];
