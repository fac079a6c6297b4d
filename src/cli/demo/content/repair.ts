import { afterAnswer, only, type Problem } from "./problem.ts";

export const repairProblems: readonly Problem[] = [
  {
    key: "pack-repair",
    group: "orders-repair",
    tags: ["repair", "packing"],
    times: 5,
    models: ["Heron", "Kestrel", "Wren"],
    titles: [
      only([1, 2], "How do I pack a {model} for the workshop?"),
      only([1], "Sending the {model} in, original box is gone"),
      only([2], "Do I have to empty the boiler before sending it?"),
      only([3], "What goes along into the repair parcel?"),
    ],
    says: [
      "The {model} weighs {11|23|26} kilos and I have no box any more. How do I get it to you in one piece?",
      "The form says *empty the machine*. The tank is easy, but how do I get the water out of the boiler?",
      "Do you need the portafilter, the tank, the tray? And should I clean it first? It feels rude to send it dirty.",
    ],
    tried: [only([1], "Asked in the shop on the corner for a box. Bananas do not have the right format.")],
    right: [
      only(
        [3],
        "Send one portafilter and the tank with it, keep tray, baskets and cups. A wipe with a cloth is enough, they clean it anyway. Put a note with the three things that bother you into the tank: the mechanics read that before they read the form.",
      ),
      only(
        [1],
        "Mine went in a moving box with two duvets and arrived well. But fix the steam wand with tape, that is what breaks.",
      ),
    ],
    fromStaff: [
      only(
        [1, 2],
        "Ask for the *return crate* on the form: we send a crate with foam, you put it in, the carrier takes it along two days later. It costs nothing with a repair. Empty the tank, and let steam out **until no more comes**, lying towels under it. What is left in the boiler may stay.",
      ),
    ],
    half: ["Wrap it in newspaper, that will do.", "Drive there, everything else is a lottery."],
    gist: [
      only([1, 2], "ask for the return crate on the form, empty the tank and let off the steam"),
      only([3], "send portafilter and tank along and a note with what is wrong"),
    ],
    after: [
      afterAnswer([3], "The crate came on the next day. Very civilised."),
      "Arrived in one piece, they wrote today.",
      afterAnswer([2], "Note in the tank, duvets around it, tape on the wand. Arrived."),
    ],
  },
  {
    key: "repair-wait",
    group: "orders-repair",
    tags: ["repair", "waiting-time"],
    times: 5,
    models: ["Kestrel", "Heron", "Flint"],
    titles: [
      only([2], "How long does a repair take at the moment?"),
      only([1], "{model} in the workshop since {two|three} weeks, no word"),
      only([1], "Repair status says *diagnosis* for ten days"),
      only([3], "Can I ask what is being done to my {model}?"),
    ],
    says: [
      "It arrived with you on the {3rd|9th}, since then the page says *diagnosis*. I do not want to press. But I drink instant coffee.",
      "How long did yours take, from pick-up to back on the counter? I would like to plan.",
      "Nobody asked me whether I want the repair at the price. Does that come, or do they just do it?",
    ],
    tried: ["Looked at the status page every day, twice."],
    right: [
      only(
        [2, 3],
        "Mine was nine working days door to door. On the sixth there was a mail with the price and a photo of the culprit, I clicked yes, three days later it was here.",
      ),
    ],
    fromStaff: [
      only(
        [1],
        "Workshop here. At the moment it is {six|seven|eight} working days from arrival, in the weeks after the holidays more. Yours waits for a part that comes on Thursday; the page does not show that, which is a fair complaint and I have passed it on. Nothing is done without your yes to the price.",
      ),
    ],
    half: ["Four weeks at least in my experience.", "Call them. Whoever calls is first."],
    gist: ["six to nine working days at the moment, and nothing is repaired before you agree to the price"],
    after: [
      afterAnswer([2], "Part came on Thursday as announced, machine came on Tuesday."),
      afterAnswer([1], "Price by mail, yes clicked, back in the kitchen. Nine days."),
      afterAnswer([1], "Good to have a number. I can wait if I know what for."),
    ],
  },
  {
    key: "second-hand-warranty",
    group: "orders-repair",
    tags: ["warranty", "second-hand"],
    times: 4,
    models: ["Heron", "Kestrel", "Flint"],
    titles: [
      only([1], "Bought a used {model}, is there still warranty?"),
      only([1, 3], "Does the warranty move to the second owner?"),
      only([2], "No receipt for my {model}"),
    ],
    says: [
      "Found a {model} on the classifieds, {fourteen|sixteen} months old. The first owner lost the receipt. Is there any warranty left?",
      "I got it as a present and have no paper at all. It leaks.",
      "Does it matter that it was bought in another country? It comes from {Spain|Denmark|Greece}.",
    ],
    tried: [only([1], "Registered the serial number, it says *already registered*.")],
    right: [
      only(
        [3],
        "Bought anywhere in Europe is fine. Mine came from Porto, was repaired under warranty in Gdynia, and is now in Turku.",
      ),
    ],
    fromStaff: [
      only(
        [1, 2],
        "The warranty belongs to the machine and not to the person: two years from the first sale, which we see from the serial number. A receipt helps and is not needed. For the *already registered*: the first owner presses *Device › Remove*, or you send me the number in private and I move it over.",
      ),
    ],
    half: ["No receipt, no warranty, everywhere the same.", "Only the seller is liable, ask there."],
    gist: [only([1, 2], "two years from the first sale by serial number, receipt or not, second owner or not")],
    after: [
      afterAnswer([2], "Eight months left, says the workshop. Better than I thought."),
      afterAnswer([2], "Serial number moved over. It is mine now.", [1]),
      afterAnswer([1], "Good to know. Then it goes on the road next week."),
    ],
  },
  {
    key: "transport-damage",
    group: "orders-repair",
    tags: ["delivery", "damage"],
    times: 4,
    models: ["Heron", "Kestrel", "Wren"],
    titles: [
      only([1], "{model} arrived with a dent"),
      only([2], "Box damaged, machine rattles"),
      only([3], "Broken steam knob on arrival"),
    ],
    says: [
      "The box had a hole, and behind the hole the side panel has a dent as big as a {thumb|coin}. It heats and brews.",
      "Unpacked it, and something rattles inside. I have not plugged it in.",
      "The steam knob was in two halves at the bottom of the box. Everything else looks perfect.",
    ],
    tried: ["Took pictures of everything, with and without box."],
    right: [
      only(
        [1],
        "I had a dent, chose the panel. Two bolts, ten minutes, and the old one hangs in the cellar as a tray.",
      ),
    ],
    fromStaff: [
      only(
        [1, 2],
        "Please do not plug it in if it rattles; otherwise use it as you like. Photos of box and dent are enough for us, you need not prove who did it. You choose: a new panel (two bolts, I send it with a drawing), an exchange of the whole machine, or we knock off something and you keep the dent. All three are fine with us.",
      ),
      only(
        [3],
        "A new knob goes into the letter box today; it is a standard part and needs only a screwdriver. Keep the pieces, we would like to see how it broke.",
      ),
    ],
    half: ["You have to report that to the driver or it is lost.", only([1], "A dent is character.")],
    gist: [only([1, 2], "send photos; panel, exchange or a sum back, you choose, and do not plug it in if it rattles")],
    after: [
      afterAnswer([1, 2], "New panel came in three days. Two bolts, as promised.", [1]),
      afterAnswer([2], "They exchanged it. The second one is perfect.", [2]),
      afterAnswer([3], "A new knob was in the letter box. Screwed on, steams."),
    ],
  },
  {
    key: "old-part",
    group: "orders-repair",
    tags: ["parts", "discontinued"],
    times: 3,
    titles: [
      "Control board for a Wren of {2015|2016}",
      "Parts for the first Wren still made?",
      "Is my eleven year old Wren beyond repair?",
    ],
    says: [
      "The board of my first Wren ({2015|2016}) is dead, says the repair café. The part is not on the page. It has made two coffees a day for all these years, I do not want to throw it away.",
      "Steam button without function, the board is corroded. Can anybody get the board for the old Wren?",
    ],
    tried: ["Asked at three repair shops. They shook their heads in three languages."],
    right: [
      "Graham's repair café list helped me: there is a workshop in Ghent that rebuilds the old Wren board with new relays. Five weeks, and it runs.",
    ],
    half: ["Look for a broken one with another fault and make one out of two.", "It is eleven years old, let it go."],
    gist: ["the board is not made any more; a workshop in Ghent rebuilds it"],
    plainNo:
      "Workshop here, and I would rather say it straight: the board of the first Wren has not been made since 2019, and we have none left. We cannot repair this one. What we do: we keep your machine for parts if you want, and you get the drawing of the board, so that somebody else may rebuild it.",
    after: ["Five weeks in Ghent, and it steams again. Eleven years and counting."],
  },
];
