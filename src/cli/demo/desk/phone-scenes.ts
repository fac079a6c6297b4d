import {
  addNote,
  contestProblem,
  linkProblems,
  mergeProblem,
  returnToLadder,
  signCannotSolve,
  snoozeProblem,
  withdrawProblem,
} from "../../../care/index.ts";
import { dayMs, hourMs, minuteMs } from "../act.ts";
import type { Play, Words } from "./play.ts";

/** One problem for each way in which a problem can stand at the desk. */
export function playPhone(play: Play): void {
  playStages(play);
  playEndings(play);
  playTogether(play);
}

/** Offered, taken, waiting for the asker, put off, late, with a team's lead. */
function playStages({ now, at, rang, takes, answers, of }: Play): void {
  rang(
    "offered",
    20 * minuteMs,
    "graham",
    ["high", "orders"],
    [
      "The courier left my Heron with a neighbour who is away",
      "He rang: the card says number 14, and nobody opens there. The school fête is on Saturday, and he pours.",
    ],
  );
  rang(
    "claimed",
    90 * minuteMs,
    "elif",
    ["normal", "machines"],
    [
      "Kestrel trips the fuse when the boiler heats",
      "She called from the kitchen of her café. It trips after about two minutes.",
    ],
  );
  takes("claimed", 60 * minuteMs, "marit");
  at(50 * minuteMs, (tx, cast) =>
    addNote(tx, cast.named("marit"), of("claimed"), "Sounds like the heating element. Ask for its number."),
  );
  rang(
    "waiting",
    30 * hourMs,
    "noor",
    ["normal", "app"],
    ["The app asks for a code that never arrives", "Her provider seems to hold our mails back."],
  );
  takes("waiting", 5 * hourMs, "lucia");
  answers("waiting", 4 * hourMs, "lucia", "I have sent the code again, by another way. Does it arrive now?");
  rang(
    "snoozed",
    3 * dayMs,
    "graham",
    ["low", "machines"],
    ["A new drip tray for the first Wren", "The old one is rusty. No hurry, he says."],
  );
  takes("snoozed", 26 * hourMs, "kwame");
  answers("snoozed", 25 * hourMs, "kwame", "The next trays come in on Thursday; I keep one for you.");
  at(24 * hourMs, (tx, cast) => snoozeProblem(tx, cast.named("kwame"), of("snoozed"), new Date(now + 40 * hourMs)));
  rang(
    "late",
    9 * dayMs,
    "frances",
    ["urgent", "orders"],
    ["Charged twice for one grinder", "Her bank says that only we can give it back."],
  );
  takes("late", 2 * hourMs, "piotr");
  rang(
    "lead",
    2 * dayMs,
    "dmytro",
    ["high", "app"],
    ["Two machines in one household, and the app shows one", "They share an account. Removing it did not help."],
  );
  takes("lead", 26 * hourMs, "lucia");
  at(25 * hourMs, (tx, cast) => returnToLadder(tx, cast.named("lucia"), of("lead")));
}

/** Those that are over, or were: contested, signed, confirmed, withdrawn. */
function playEndings({ at, rang, takes, answers, confirms, of }: Play): void {
  rang(
    "contested",
    12 * dayMs,
    "graham",
    ["normal", "machines"],
    ["The thermostat of my first Wren", "It was bought in 2009; he would rather mend it than buy another."],
  );
  takes("contested", 10 * dayMs + 3 * hourMs, "marit");
  const gone = "Nobody makes this thermostat any more, and ours are used up.";
  const instead = "You get a fifth off another machine, and we take the old one apart for its parts.";
  at(10 * dayMs, (tx, cast) => signCannotSolve(tx, cast.named("marit"), of("contested"), { because: gone, instead }));
  at(2 * dayMs, (tx, cast) =>
    contestProblem(tx, cast.named("graham"), of("contested"), "Another brand's fits, as I read here."),
  );
  rang(
    "signed",
    15 * dayMs,
    "marisol",
    ["low", "app"],
    ["The app on a phone from 2014", "It does not install. She has no other phone."],
  );
  takes("signed", 13 * dayMs + 2 * hourMs, "lucia");
  const old = "Phones of that age cannot keep the connection that the pairing needs.";
  const byHand = "The machine works without the app: I have mailed you how to set everything by its dial.";
  at(13 * dayMs, (tx, cast) =>
    signCannotSolve(tx, cast.named("lucia"), of("signed"), { because: old, instead: byHand }),
  );
  rang(
    "confirmed",
    20 * dayMs,
    "noor",
    ["normal", "orders"],
    ["A parcel with somebody else's order in it", "She has a grinder too many, and no gaskets."],
  );
  takes("confirmed", 19 * dayMs, "piotr");
  answers("confirmed", 19 * dayMs - hourMs, "piotr", "A courier takes it back today and brings yours.");
  confirms("confirmed", 18 * dayMs, "noor");
  rang("withdrawn", 8 * dayMs, "owen", ["low", "orders"], ["Where is the invoice?", "For his tax adviser."]);
  at(7 * dayMs, (tx, cast) => withdrawProblem(tx, cast.named("owen"), of("withdrawn")));
}

/** Those that belong together: merged, known, reported, related. */
function playTogether({ at, rang, takes, answers, marksKnown, of }: Play): void {
  rang(
    "original",
    5 * dayMs,
    "giulia",
    ["high", "machines"],
    ["Steam wand whistles since the last batch of tips", "The third call about it this week."],
  );
  rang("merged", 4 * dayMs, "bram", ["normal", "machines"], ["A whistle while steaming", "Since he changed the tip."]);
  takes("original", 70 * minuteMs, "marit");
  answers("original", 65 * minuteMs, "marit", "The new tips have a burr inside. A better one is on its way to you.");
  at(60 * minuteMs, (tx, cast) => mergeProblem(tx, cast.named("marit"), of("merged"), of("original")));
  rang(
    "report",
    2 * hourMs,
    "noor",
    ["normal", "machines"],
    [
      "Steam makes a noise like a kettle",
      "A new tip since last month. The milk is fine, the cat has moved out of the kitchen.",
    ],
  );
  const known: Words = [
    "Steam tips of the last batch whistle",
    "They have a burr inside. Turn the steam down by a third until the new tip is there.",
  ];
  marksKnown("original", 58 * minuteMs, "marit", known, ["report"]);
  at(55 * minuteMs, (tx, cast) =>
    linkProblems(tx, cast.named("marit"), { id: of("claimed"), otherId: of("original"), kind: "related" }),
  );
}
