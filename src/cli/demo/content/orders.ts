import { afterAnswer, only, type Problem } from "./problem.ts";

export const orderProblems: readonly Problem[] = [
  {
    key: "parcel-still",
    group: "orders-repair",
    tags: ["parcel", "delivery"],
    times: 6,
    titles: [
      only([1], "Parcel has not moved for {four|five|six} days"),
      only([1], "Tracking says *in transit* since last week"),
      "Where is my parcel?",
      only([1], "Parts sent, nothing arrives"),
      only([2], "Delivered, says the carrier. Not here, say I"),
      only([3], "Stuck in customs since the {4th|12th}"),
    ],
    says: [
      "A gasket set, ordered {nine|eleven} days ago. The tracking has said *handed over* ever since. How long do you usually wait before you ask?",
      "According to the carrier it was delivered on {Tuesday|Friday} at 11:40. I was at home. The neighbours have nothing.",
      "It sits in customs since the {4th|12th}, and nobody asks me for anything. Is that normal for {Norway|Switzerland|the UK}?",
    ],
    tried: ["Called the carrier, 25 minutes of music.", only([2], "Asked on all four floors.")],
    right: [
      only(
        [2],
        "*Delivered* and not there turned out to be the parcel shop two streets away here, without a card. The carrier's app showed the place under *proof of delivery*, the website did not.",
      ),
    ],
    fromStaff: [
      only(
        [1],
        "After five working days without a scan we send it again and look for the first one ourselves; you do not have to. I have found yours by the date and your name here and the new parcel leaves today. If both arrive, put the second on the shelf and tell me, I send a label.",
      ),
      only(
        [3],
        "Customs: for parts they want the word *spare part, not electrical* in the papers. It was missing. I have sent it to them this morning, such parcels move within two days.",
      ),
    ],
    half: [
      "Mine took three weeks, be patient.",
      "Ask for your money back.",
      only([3], "Customs always takes a month."),
    ],
    gist: [
      only([1], "after five working days without a scan they send it again; a solver looks it up by name and date"),
      only([2], "look under proof of delivery in the carrier's own app, it may be in a parcel shop"),
    ],
    after: [
      afterAnswer([2], "The second one came after two days. The first one too, a week later. Label used.", [1]),
      afterAnswer([1], "It was in the kiosk at the corner. Without a card, of course.", [2]),
      afterAnswer([3], "Customs let it go on the next day.", [3]),
    ],
  },
  {
    key: "wrong-part",
    group: "orders-repair",
    tags: ["parts", "gasket"],
    times: 4,
    titles: [
      only([1], "Ordered 8.2, got 8.5"),
      only([1], "Wrong part in the bag"),
      only([3], "Which gasket fits which year?"),
      only([2], "The tray in the parcel is for the other model"),
    ],
    says: [
      "The bag says 8.2 mm, the ring says 8.5. It does not go in, not with love and not with force.",
      "I ordered a drip tray for the Wren, and it is four millimetres too wide. Is there more than one Wren?",
      "There are three part numbers for what looks like the same screw. Which one do I need for a Heron of {2020|2021}?",
    ],
    tried: ["Measured with a caliper, three times."],
    right: [
      only(
        [2],
        "There are two Wrens. Look at the plate underneath: a number that begins with `W1` is the narrow one (until autumn 2022), `W2` the wide one. The parts page sorts by that, but only if you enter the number.",
      ),
      only(
        [3],
        "The last two digits are the year: `-18` fits Herons up to 2018, `-19` everything after. The third number is the same screw in brass, for the steam tap.",
      ),
    ],
    fromStaff: [
      only(
        [1],
        "A batch of bags was packed wrongly, yours is one of them. The right one is on its way, keep the other: it fits the older Heron of a friend, perhaps. Sorry for that.",
      ),
    ],
    half: [
      only([1], "You can sand it down."),
      only([1], "Press harder, it will give."),
      "Send them a photo beside a ruler, they answer within a day.",
    ],
    gist: [
      only([2], "look at the plate underneath, W1 is the narrow Wren and W2 the wide one"),
      only([1], "a batch was packed wrongly, they send the right one"),
    ],
    after: [
      afterAnswer([1], "W1 indeed. The right tray has arrived and fits."),
      afterAnswer([3], "8.2 came today, in it is."),
      afterAnswer([2], "Ends in 19. Ordered, and it fits."),
    ],
  },
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
    key: "invoice",
    group: "orders-repair",
    tags: ["invoice"],
    times: 3,
    titles: [
      only([1], "Invoice with the company's name"),
      only([3], "VAT missing on the invoice"),
      only([2], "How to get the invoice again?"),
    ],
    says: [
      "We bought a Heron for the {office|practice|studio}, and the invoice is in my own name. The bookkeeper has sent it back to me, twice.",
      "The mail with the invoice is gone, and the accountant wants it by Friday.",
      "The VAT number is missing. Is it possible to write it anew?",
    ],
    tried: [only([2], "Searched the mailbox for every word I could think of.")],
    right: [
      only(
        [1, 3],
        "I had the same: the button is called *Correct*, at the very end of the page. The new one has the same number with a B behind it, and the accountant was happy.",
      ),
    ],
    fromStaff: [
      "Under *Orders › Documents* in the account you can get it again at any time, and change name and VAT number within {90|60} days; after that I do it by hand, write to me in private with the new data. Not in here, please.",
    ],
    half: [only([1], "The name on an invoice cannot be changed by law."), only([1, 3], "Write it on with a pen.")],
    gist: ["Orders › Documents › Correct, within 60 to 90 days"],
    after: [
      afterAnswer([1, 2], "Corrected, number with a B. The bookkeeper smiles.", [1, 3]),
      afterAnswer([1, 2], "Found under Documents. It was there all the time.", [2]),
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
  {
    key: "address-change",
    group: "orders-repair",
    tags: ["order", "address"],
    times: 3,
    titles: [
      only([1], "Typo in the delivery address"),
      only([2], "Moving house before the parcel comes"),
      only([3], "Change the order, please, wrong colour"),
    ],
    says: [
      "I ordered {ten minutes|an hour} ago and typed the wrong house number. The page offers only *cancel*.",
      "We move on the 28th and the crate from the workshop comes on the 29th. Can that be turned round?",
      "I ordered the green one and meant the grey one. It was late.",
    ],
    tried: ["Replied to the order mail, it bounced."],
    right: [
      "As long as it says *received* you can change address and colour under *Orders › Change*, the button is behind the three dots. Once it says *packed*, the carrier can redirect it: their mail has a link for that, and it is free.",
    ],
    fromStaff: [
      only(
        [1, 3],
        "Done for you, from the warehouse. Found it by your name and the hour. For the next time: the three dots beside *cancel*.",
      ),
    ],
    half: [only([1, 3], "Cancel and order again."), only([2], "Put a note on the old door.")],
    gist: ["Orders › three dots › Change while it says received; afterwards the carrier's link redirects it"],
    after: [
      afterAnswer([1], "Three dots. Changed.", [1, 3]),
      afterAnswer([1], "Redirected with the link, came to the new flat as the first visitor.", [2]),
      afterAnswer([2], "Thank you, that was quick."),
    ],
  },
];
