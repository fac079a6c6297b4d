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
        "For me, *delivered* and not there was the parcel shop two streets away, without a card. The carrier's app showed the place under *proof of delivery*, the website did not.",
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
