import { fixKnown, handOverShift, setOwnLimits, sortProblem, splitProblem } from "../../../care/index.ts";
import { dayMs, hourMs, minuteMs } from "../act.ts";
import type { Play } from "./play.ts";

/** What the desk takes apart, hands over, asks about again, and tells to everybody whom it concerns. */
export function playShifts(play: Play): void {
  playTwoAtOnce(play);
  playChecks(play);
  playCodes(play);
  playHandOver(play);
}

/** Two things in one conversation, which the desk takes apart. */
function playTwoAtOnce({ rang, takes, answers, writes, at, of, lastWordIn, name }: Play): void {
  rang(
    "hopper",
    3 * dayMs - 4 * hourMs,
    "elif",
    ["normal", "machines"],
    [
      "A crack in the hopper of my Pebble",
      "She rang: it runs from the rim down to the screw. It still grinds, and beans still stay in.",
    ],
  );
  takes("hopper", 2 * dayMs, "kwame");
  answers(
    "hopper",
    2 * dayMs - 0.2 * hourMs,
    "kwame",
    "Do not tighten that screw any more, it is what broke it. Can you send me a photo of the rim from above?",
  );
  writes(
    "hopper",
    1.2 * dayMs,
    "elif",
    "The photo is with you by mail. Besides, since the last update the app says that my Kestrel sleeps while it stands here and steams. Is that the same thing?",
  );
  at(8 * hourMs, async (tx, cast) => {
    const kwame = cast.named("kwame");
    const wish = { messageId: lastWordIn("hopper"), title: "The app takes a hot Kestrel for asleep" };
    const apart = await splitProblem(tx, kwame, of("hopper"), wish);
    if (!apart.ok) return apart;
    name("asleep", apart.value.id);
    return sortProblem(tx, kwame, apart.value.id, { area: "app" });
  });
  takes("asleep", 7 * hourMs, "lucia");
  answers(
    "asleep",
    6.8 * hourMs,
    "lucia",
    "No, that one is ours: the app asks only every ten minutes since 4.3.2. Pull the list down once, and it looks at once. The next version does so by itself.",
  );
  takes("hopper", 6.2 * hourMs, "kwame");
  answers(
    "hopper",
    6 * hourMs,
    "kwame",
    "Thank you for the photo. That is a flaw of the mould, and a new hopper is on its way. Lucía looks at the app.",
  );
}

/** "Is it still solved?" after 7 and 30 days: yes, with a word; no; and a silence that is counted. */
function playChecks({ rang, takes, answers, answersCheck, confirms }: Play): void {
  rang(
    "lid",
    43 * dayMs,
    "graham",
    ["low", "machines"],
    ["The lid of the tank does not close any more", "He rang: since it fell, it stands open by a finger."],
  );
  takes("lid", 42 * dayMs, "kwame");
  answers("lid", 42 * dayMs - 0.3 * hourMs, "kwame", "The hinge is a part of its own. It is in the post, with a pin.");
  confirms("lid", 39 * dayMs, "graham");
  answersCheck("lid", 31 * dayMs, "graham", { answer: "solved", remark: "Closes with one finger." });
  answersCheck("lid", 8 * dayMs, "graham", {
    answer: "solved",
    remark: "I have stopped thinking about it, which is the best I can say of a lid.",
  });
  answersCheck("confirmed", 10 * dayMs, "noor", { answer: "solved", remark: "The gaskets are in, and dry." });
  rang(
    "drips",
    12 * dayMs,
    "elif",
    ["normal", "machines"],
    ["The wand drips after every jug", "She rang from the café: a saucer below it is full by noon."],
  );
  takes("drips", 11.6 * dayMs, "marit");
  answers(
    "drips",
    11.5 * dayMs,
    "marit",
    "Turn the knob to the stop twice while it is hot; that seats the seal again.",
  );
  confirms("drips", 9 * dayMs, "elif");
  answersCheck("drips", 30 * hourMs, "elif", {
    answer: "not-solved",
    remark: "It held for six days. Now it drips again, though less.",
  });
}

/** A known problem that was fixed: each of those affected was told. */
function playCodes({ rang, takes, answers, marksKnown, at, of, confirms }: Play): void {
  rang(
    "codes",
    19 * dayMs,
    "ruth",
    ["high", "app"],
    ["Sign-in codes come after an hour", "She rang: by then they have run out."],
  );
  rang(
    "codes-too",
    18 * dayMs,
    "stefan",
    ["normal", "app"],
    ["No code for the app", "He rang: he asked for five, and got all five at night."],
  );
  takes("codes", 18 * dayMs - hourMs, "lucia");
  answers("codes", 18 * dayMs - 1.2 * hourMs, "lucia", "Our mails wait in a queue at two providers. We are on it.");
  marksKnown(
    "codes",
    18 * dayMs - 1.5 * hourMs,
    "lucia",
    ["Sign-in codes arrive late", "Two providers hold our mails back. Whoever is signed in stays signed in."],
    ["codes-too"],
  );
  at(16 * dayMs, (tx, cast) =>
    fixKnown(tx, cast.named("lucia"), of("codes"), "Codes leave by another way now, and arrive within a minute."),
  );
  confirms("codes", 15 * dayMs, "ruth");
  confirms("codes-too", 14 * dayMs, "stefan");
}

/** Who is away, and what Kwame hands over at the end of his day. */
function playHandOver({ now, at, rang, takes, answers, of }: Play): void {
  at(2 * dayMs, (tx, cast) => setOwnLimits(tx, cast.named("jonas"), { awayUntil: new Date(now + 4 * dayMs) }));
  at(30 * dayMs, (tx, cast) => setOwnLimits(tx, cast.named("kwame"), { mostOpen: 10 }));
  rang(
    "burr",
    5 * hourMs,
    "chidi",
    ["normal", "machines"],
    ["A burr carrier that wobbles by a hair", "He rang: he measured it with a dial gauge, twice."],
  );
  takes("burr", 4.5 * hourMs, "kwame");
  answers("burr", 4.2 * hourMs, "kwame", "A hair is too much. I ask Marit for a gauge of ours, to measure alike.");
  at(35 * minuteMs, (tx, cast) =>
    handOverShift(tx, cast.named("kwame"), {
      to: { kind: "solver", id: cast.named("marit").memberId },
      note: "I leave for the dentist's now, and am off tomorrow.",
      problems: [
        {
          id: of("burr"),
          note: "Chidi measured **0.04 mm**, and I believe him: he sent a film of the gauge. If ours says so too, he gets a new carrier.",
        },
        { id: of("hopper"), note: "" },
      ],
    }),
  );
}
