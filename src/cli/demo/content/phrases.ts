/** Sentences that fit any group, those for a thing on a worktop, and those for apps, orders and parcels. */
export interface Remarks {
  readonly always: readonly string[];
  readonly things: readonly string[];
  readonly matters?: readonly string[];
}

/** What people say around the matter itself: greetings, thanks, pointers. By language. */
export interface Phrases {
  readonly openings: readonly string[];
  readonly closings: readonly string[];
  readonly leads: readonly string[];
  readonly tails: readonly string[];
  /** Around a pointer to an earlier question: `{link}` and `{gist}`. */
  readonly pointers: readonly string[];
  /** A peer who saw the same. */
  readonly seconds: Remarks;
  /** What makes a title that was used before another one. */
  readonly titleTails: readonly string[];
  /** Advice that fits nearly everything, and that nearly never is the answer. */
  readonly guesses: Remarks;
  /** Somebody who comes by much later. */
  readonly late: Remarks;
  readonly thanks: readonly string[];
  readonly warm: readonly string[];
  readonly reopenings: readonly string[];
  readonly edits: readonly string[];
  readonly stillThere: readonly string[];
  readonly replies: readonly string[];
  readonly ages: readonly string[];
}

export const english: Phrases = {
  openings: [
    "Hello all,",
    "Hi everybody.",
    "Good day,",
    "First question here.",
    "Long-time reader, first question.",
    "Greetings from {Gdańsk|Porto|Lagos|Turku|Izmir|Lyon|Kobe|Recife|Leeds|Ghent|Tallinn|Valencia|Bari|Split}.",
    "I searched and found something close, but not this.",
    "Maybe a stupid question:",
    "Not urgent, but it bothers me.",
    "Urgent, since guests come on {Saturday|Sunday}.",
    "I have a {model} ({age} old).",
    "My {model} is {age} old, two coffees a day.",
    "We have had the {model} for {age} and never had trouble.",
    "Sorry for my English.",
    "Writing for my {mother|father|neighbour|partner}, who has the {model}.",
    "Somebody told me that this is the place to ask.",
  ],
  closings: [
    "Any idea?",
    "What would you look at first?",
    "Is that something I can mend myself?",
    "Thanks in advance.",
    "Thank you for reading this far.",
    "What am I missing?",
    "Do I have to worry?",
    "I can send a photo if it helps.",
    "Has anybody had the same?",
    "Patient answers welcome, I am no engineer.",
    "I would rather understand it than replace it.",
    "How did you solve it?",
    "Grateful for every hint.",
    "I have tools and no fear, only no clue.",
  ],
  leads: [
    "Had the same {last winter|in spring|a year ago}.",
    "I know this one.",
    "This comes up now and then.",
    "Been there.",
    "From what you write:",
    "Short answer first:",
    "I went through exactly that.",
    "Good description, that makes it easy.",
    "My guess, and I would bet a coffee on it:",
    "No need to worry.",
    "Before you order anything:",
    "It took me a month to find out, so:",
    "On mine it was this:",
  ],
  tails: [
    "Tell us how it goes.",
    "Say if it works, then the next one finds it.",
    "If not, come back, there is a second thing to try.",
    "Good luck.",
    "Write how it ends, please.",
    "Takes less time than reading this.",
    "Hope that helps.",
    "And unplug it first, always.",
    "That is all I know about it.",
  ],
  pointers: [
    "This was solved here a while ago: {link}. In short: {gist}.",
    "Have a look at {link}, it sounds like yours. What helped there: {gist}.",
    "Same story as {link}: {gist}.",
    "We had that one: {link}. The answer there worked for me, too ({gist}).",
    "{link} has the long version. The short one: {gist}.",
    "See {link}. I would begin with that: {gist}.",
  ],
  seconds: {
    always: [
      "I have this as well and hoped that somebody would ask.",
      "No idea, but I am curious what it turns out to be.",
      "When did it begin, and what changed around that day? It usually is that.",
      "I would write to the workshop directly, they are quick.",
      "Could be two things at once. Change one, test, then the other.",
      "Following this, I will be in the same place next week.",
      "Which version do you have? That may matter here.",
    ],
    things: [
      "Same here, by the way, {two weeks|a month} younger machine. Following along.",
      "Not a solution, only company: mine does it, too.",
      "A photo would help, it is hard to say from words alone.",
      "Does it do that every time or only when it is cold?",
      "Which firmware, and which water? It may matter.",
    ],
  },
  titleTails: [", what now?", ": any idea?", ", is that normal?", ", where do I begin?", ", third time this month"],
  guesses: {
    always: [
      "Go back to how it was before the last thing you changed. Then change one thing at a time.",
      "I had something like it, and it went away by itself, which is no help, I know.",
      "There is a page about this in the booklet, near the end, under the things nobody reads.",
      "Sounds like two problems that look like one.",
      "Write down what you do for three days. The pattern shows on paper.",
    ],
    matters: [
      "I would write to them once more, in two sentences and with a photo. Long letters get long answers.",
      "In my experience Tuesday mornings are the quickest. I have no idea why.",
      "Look into the spam folder. I say that to everybody, and every third person comes back with a red face.",
      "It sorted itself out here while I was still writing the complaint.",
      "A friend of mine had that, and it was a typing error on the second page.",
      "Take a picture of the screen before you change anything, then you can always go back.",
      "Sleep over it. Half of my problems are solved by the version of next week.",
      "Read the small grey text under the button. It hides more than it should.",
    ],
    things: [
      "I would begin with cleaning. It is dull, and it is usually that.",
      "What does it do with other beans? I would rule that out first.",
      "Look at the water. Everybody forgets the water.",
      "Take a video with sound and show it to the workshop. They heard in two seconds what was wrong with mine.",
      "Before anything else: is it standing level? Mine was not, and I looked for a month.",
      "Let it cool down completely and try again in the morning. If it is still there, it is real.",
      "Check the simple things twice. Tank seated, lid closed, portafilter at six o'clock.",
      "My neighbour repairs these. He says nine of ten come in dirty and not broken.",
      "A factory reset is the last thing I would do, not the first.",
      "I would not open it yet. Describe it once more when it happens, minute by minute.",
      "Does it do it when it is cold, too? That would narrow it down.",
      "If it is under warranty, do not touch anything and send it in.",
      "Mine behaves like that when somebody else in the house has used it. Just saying.",
      "Have you tried it on another socket? It sounds silly, and it was it for my sister.",
      "It may be normal. They all have their moods. Compare with a friend's if you can.",
      "Photos of the inside, please, if you dare. Somebody here will see it.",
    ],
  },
  late: {
    always: [
      "Found this by searching, {two|three|five} weeks later. Still right.",
      "Coming back after {a month|six weeks} to say that it has held.",
      "Sent this to my {brother|mother|colleague}, works there as well.",
      "Adding for the next reader: give yourself twice the time that is written here.",
      "It was the second step for me. Do not skip it as I did.",
      "{A month|Two months} on, no relapse.",
      "I saved this. It is the third time that I need it.",
    ],
    things: [
      "For those who come by later: it also works on the older ones.",
      "Just did this on a machine from {2018|2019|2020}. Same result.",
      "Did it with my daughter holding the torch. We are both wiser.",
    ],
  },
  thanks: [
    "You saved my {morning|Sunday|breakfast|week}.",
    "Clear, kind, and right. Thank you.",
    "I had given up. Thank you for taking the time.",
    "Worked at once. I owe you a coffee.",
    "Thank you for not laughing at the question.",
    "My whole {family|office|flat} thanks you.",
    "That was worth more than the booklet.",
    "So patiently explained. Thank you.",
    "The {drawing|list|order} of steps made all the difference.",
    "Thanks from {Gdynia|Malmö|Kraków|Faro|Utrecht|Brno|Cork|Pune|Graz|Thessaloniki}.",
    "I read it three times and then it was easy.",
    "You explained it so that I understand my machine now.",
    "Thank you. I would not have dared without you.",
    "It works, and I know why. Thank you for the why.",
    "Your answer is a year old and still right.",
    "I printed it and hung it beside the machine.",
  ],
  warm: [
    "Thank you.",
    "Thanks, everybody.",
    "Good people here.",
    "I will pass it on.",
    "So quick, too.",
    "What a place.",
    "Case closed, as they say.",
    "On to the next coffee.",
  ],
  reopenings: [
    "I was too quick: after {four|six|nine} days it is back, exactly as before.",
    "It came back this morning. So that was not all of it, I am afraid.",
    "Have to open this again, it held for {a week|two weeks} and now it is the same.",
    "Sorry, it does it again since yesterday. What else could it be?",
  ],
  edits: [
    "**Edit:** it also happens with the {other|second} basket.",
    "**Edit:** firmware 2.{4..8}, bought in {March|May|June}.",
    "**Edit:** I forgot to say that the water is {soft|rather hard} here.",
    "**Edit:** tried it at a friend's place, same thing.",
    "**Edit:** yes, it is unplugged while I write this.",
  ],
  stillThere: [
    "Is there any news on this? It still does it.",
    "Still the same here. I have learned to live with it, but I would rather not.",
    "Just to say that this is not solved yet.",
    "Pushing this up once, then I will be quiet.",
  ],
  replies: [
    "Glad to hear it.",
    "Good. Enjoy the coffee.",
    "Thanks for saying so, that helps the next one.",
    "Then it was that. Good to know for mine.",
    "Lovely. And it stays that way if you do it now and then.",
    "You did the work. Well done.",
  ],
  ages: [
    "half a year",
    "a year",
    "eighteen months",
    "two years",
    "three years",
    "four years",
    "five years",
    "a few months",
  ],
};

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
    "Vorher Stecker ziehen, immer.",
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
      "Über die Suche gefunden, {zwei|drei} Wochen später. Stimmt immer noch.",
      "Nach {vier|sechs} Wochen: hält.",
      "Habe ich meiner {Mutter|Kollegin} geschickt, klappt dort auch.",
    ],
    things: ["Für alle, die später kommen: Geht auch bei den älteren."],
  },
  thanks: [
    "Du hast mir das Wochenende gerettet.",
    "Klar, freundlich, richtig. Danke.",
    "Danke für deine Geduld.",
    "Hat sofort geklappt. Ich schulde dir einen Kaffee.",
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
  replies: ["Freut mich.", "Gut. Lass ihn dir schmecken.", "Danke fürs Bescheidsagen, das hilft der Nächsten."],
  ages: ["ein Jahr", "zwei Jahre", "drei Jahre", "ein halbes Jahr", "vier Jahre"],
};
