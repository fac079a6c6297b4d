import type { Story } from "./problem.ts";

/** Conversations of the help groups that happened once. */
export const helpStories: readonly Story[] = [
  {
    group: "machines",
    tags: ["heron", "altitude"],
    title: "Does a Heron work at 3,400 metres?",
    body: "I live in Cusco, water boils at 88 degrees here. The Heron boils over in the heat exchanger all the time and every shot is burnt. Has anybody set one up for the mountains?",
    by: "marisol",
    replies: [
      {
        by: "marit",
        text: "You are the first who asks, and I had to borrow a book. At your altitude the steam boiler must run at a lower pressure for the same temperature: begin with 0.7 bar on the gauge instead of 1.1. The screw is on the pressure switch on the left, a quarter turn clockwise is about 0.1 bar (unplugged, lid off). Then flush as usual.",
        afterHours: 22,
        comments: [
          "0.7 was not enough, 0.6 is right. No more boiling over. The milk needs a minute, I have the time.",
          "0.6 it is, then. I have written it into our book, with your name.",
        ],
        solves: true,
      },
      { by: "hedda", text: "At the cabin (1,100 m) I have mine at 1.0. So it fits the direction.", afterHours: 30 },
    ],
  },
  {
    group: "machines",
    tags: ["kestrel", "houseboat", "voltage"],
    by: "sanne",
    title: "Kestrel on a houseboat with a 2,000 watt inverter",
    body: "When both boilers heat at once, the inverter gives up. On shore power it is fine. Can I tell it to heat one after the other?",
    replies: [
      {
        by: "ivo",
        text: "Do not run it at the limit of the inverter, they get hot. Is there a setting for reduced power? On machines for offices there usually is.",
        afterHours: 3,
      },
      {
        by: "marit",
        text: "There is. Menu, `Pwr`, choose `Lo`. Coffee boiler first, steam boiler after, never both: 1,350 watts at most. Warm-up takes 15 minutes instead of 6.",
        afterHours: 18,
        solves: true,
        comments: [
          "`Lo` it is. Coffee in the middle of the lake this morning, with the engine off.",
          "I would like to see that.",
        ],
      },
    ],
  },
  {
    group: "machines",
    tags: ["wren", "children"],
    by: "bram",
    title: "My toddler has put a coin into the Wren's steam valve",
    body: "Five cents, edge on, through the gap beside the knob. I can see it. I cannot reach it. The knob turns only half way now. He is very proud.",
    replies: [
      {
        by: "graham",
        text: "Unplugged, cold, knob off (it pulls straight out). Then double-sided tape round a chopstick. Press, wait, pull. It is how I get everything out of everything at school.",
        afterHours: 1,
        solves: true,
        comments: [
          "Tape and chopstick. Out. He has been given the coin back, which may have been a mistake.",
          "A piece of felt in that gap, then. He will come back.",
        ],
      },
      {
        by: "owen",
        text: "A magnet will not do, five cents are copper on steel, but weak. I tried with mine, do not ask.",
        afterHours: 2,
      },
    ],
  },
  {
    group: "machines",
    tags: ["heron", "second-hand"],
    title: "Inherited a Heron that has stood still for four years",
    body: "My uncle's. It stood in a cellar, dry. I would like to wake it up without breaking it. In which order do I do what?",
    asksBack: [
      ["Was the water let out before it was put away?", "I do not know. The tank is empty and has a brown rim."],
    ],
    replies: [
      {
        by: "tomasz",
        text: "1. Look before you plug in: cable, mouse traces, green spots on copper. 2. New gasket and tank seal at once, they are stone by now. 3. Fill, steam valve open, plug in, run the pump in bursts until water comes from the wand, **then** let it heat. 4. First descaling with half the dose, second with the full one. 5. If the breaker goes at any point, stop, and it is a case for the workshop.",
        afterHours: 9,
        solves: true,
        comments: [
          "Done in this order, took a Saturday. First espresso out of it at six in the evening. My uncle would have said it was too short.",
          "Then it was right. They always say that.",
        ],
      },
      {
        by: "marit",
        text: "I would add: send me the number on the plate underneath. Herons before 2018 have a safety valve that we exchange for nothing.",
        afterHours: 26,
      },
    ],
  },
  {
    group: "grinders",
    tags: ["flint", "left-hand"],
    title: "Can the Flint be turned round for left-handers?",
    body: "The cup fork is on the right and I am not. It sounds petty. It is every morning.",
    replies: [
      {
        by: "kwame",
        text: "Not petty at all. The fork sits on two bolts and the bracket is symmetrical: take it off, turn it round, bolts on the other side. The cable of the scale is long enough, I tried it today on my bench.",
        afterHours: 7,
        solves: true,
        comments: ["Ten minutes. Why is that not in the booklet?", "It will be. Page 9, and you are the reason."],
      },
    ],
  },
  {
    group: "grinders",
    tags: ["pebble", "spice"],
    title: "Someone ground pepper in my Pebble",
    body: "Family visit. A kind person wanted to help with the cooking. Now my espresso is *very* interesting. How do I get it out?",
    replies: [
      {
        by: "aylin",
        text: "Upper burr out, brush everything, then run 50 g of the cheapest beans, brush again, 50 g more. After that wipe the burrs with a cloth and a drop of high-proof alcohol. Took me two days with cumin.",
        afterHours: 2,
        solves: true,
      },
      { by: "frances", text: "Leave it as it is and open a café.", afterHours: 3 },
      {
        text: "Dry bread crumbs took the smell out of mine. Only dry ones!",
        afterHours: 8,
        comments: [
          "Alcohol and 100 g of beans. A hint of pepper is left, and I am beginning to like it.",
          "That is how it starts.",
        ],
      },
    ],
  },
  {
    group: "app-account",
    tags: ["accessibility", "screen-reader"],
    title: "App with a screen reader: the start button has no name",
    body: "I am blind and use VoiceOver. Until 4.1 the big button said *brew*. Since 4.3 it says *button*. I have found it by its place, but my mother has not.",
    replies: [
      {
        by: "lucia",
        text: "You are right, and it is our fault: a new drawing of the button lost its label. I have repaired it this morning, 4.3.1 goes out tonight, and there is a test now that listens to every button. Thank you for saying it.",
        afterHours: 5,
        solves: true,
        comments: [
          "4.3.1 says *brew* and even *brewing, 20 seconds*. Better than before.",
          "The seconds were Amara's idea. Tell us the next thing that annoys you, please.",
        ],
      },
      {
        by: "amara",
        text: "Could it say how long the shot runs as well? I help two blind members of my choir, they count aloud.",
        afterHours: 7,
      },
    ],
  },
  {
    group: "app-account",
    tags: ["privacy"],
    title: "Why does the app want my location?",
    body: "It asks for my location when I start it for the first time. For a coffee machine? I said no and it works all the same. So what for?",
    replies: [
      {
        by: "lucia",
        text: "Two reasons: Android up to 11 couples Bluetooth search to location, so without it the list stays empty. And the time zone for schedules. We do not store a place, only the zone. If you say no, you choose the zone by hand and nothing else is missing.",
        afterHours: 20,
        solves: true,
      },
      {
        by: "beatriz",
        text: "I looked at what it sends, because I do not believe anybody: `Europe/Lisbon`, no coordinates. It is as Lucía says.",
        afterHours: 31,
        comments: ["Thank you for looking. Now I believe it, too.", "Always look."],
      },
    ],
  },
  {
    group: "orders-repair",
    tags: ["repair", "thanks"],
    by: "owen",
    title: "Workshop sent a drawing along. Is that usual?",
    body: "My Heron came back from repair with a pencil drawing of the valve that had been broken, on squared paper, with arrows. It is on my wall. Who draws these?",
    replies: [
      {
        by: "marit",
        text: "I do. If you know what it looks like inside, you will hear it earlier next time.",
        afterHours: 14,
      },
      { by: "henning", text: "I have one as well. Of a pump. I thought I was the only one.", afterHours: 20 },
      { by: "ivo", text: "That is worth more than the repair.", afterHours: 27 },
    ],
  },
  {
    group: "orders-repair",
    tags: ["parts", "right-to-repair"],
    title: "Is there a drawing with all parts of the Kestrel?",
    body: "Our repair café has one on the table every second month. A drawing with part numbers would save us hours of guessing.",
    by: "graham",
    replies: [
      {
        by: "piotr",
        text: "Yes, it was only for dealers until now. I asked, and from today it is on the parts page for everybody, one PDF for each model. The boards are left out because of mains voltage.",
        afterHours: 44,
        solves: true,
        comments: [
          "It hangs on our wall since Saturday. Two Kestrels and a Wren are alive because of it.",
          "Send us a photo of the wall.",
        ],
      },
      { by: "chidi", text: "That is how it should be. Thank you, Piotr.", afterHours: 47 },
    ],
  },
  {
    group: "deutsch",
    tags: ["heron", "camping"],
    title: "Heron im Wohnmobil, geht das?",
    body: "Wir fahren im Sommer drei Monate. Meine Frau sagt: entweder die Heron oder ich. Ich würde gern beide mitnehmen. Was muss ich beim Transport beachten?",
    replies: [
      {
        by: "stefan",
        text: "Kessel leer dampfen, sonst schwappt es in die Elektrik. Auf eine Gummimatte, Spanngurt um den Korpus, **nicht** um die Gruppe. Und vorher schauen, was die Sicherung am Stellplatz hergibt: 6 Ampere sind zu wenig.",
        afterHours: 5,
        solves: true,
        comments: [
          "Beide sind mitgekommen. Gruß aus den Dolomiten, der Kaffee ist gut, die Frau auch.",
          "So muss das sein. Gute Fahrt.",
        ],
      },
      { by: "ruth", text: "Handmühle nicht vergessen. Die Frau auch nicht.", afterHours: 8 },
    ],
  },
  {
    group: "deutsch",
    tags: ["wren", "büro"],
    title: "Wren im Büro mit zwölf Leuten, überlebt sie das?",
    body: "Der Vorschlag kam nicht von mir. Zwölf Leute, etwa 25 Kaffee am Tag. Ich soll sagen, ob das geht.",
    replies: [
      {
        by: "jonas",
        text: "Ehrlich: nein. Sie ist für sechs bis acht am Tag gebaut, bei 25 ist die Pumpe nach einem Jahr hin, und die Garantie gilt im Büro nicht. Filterkaffee in einer guten Kanne macht zwölf Leute glücklicher.",
        afterHours: 15,
        solves: true,
      },
      {
        by: "lea",
        text: "Wir haben es zwei Jahre gemacht, mit Dienstplan fürs Entkalken. Am Ende mochte niemand mehr niemanden.",
        afterHours: 19,
        comments: [
          "Dann wird es die Kanne. Danke für die klaren Worte.",
          "Und kauft guten Kaffee dafür, das ist der halbe Weg.",
        ],
      },
    ],
  },
];
