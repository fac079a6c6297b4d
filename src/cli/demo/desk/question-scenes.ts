import { answerPublicly, readProblem, signCannotSolve } from "../../../care/index.ts";
import { giveAnswer } from "../../../community/index.ts";
import { dayMs, hourMs } from "../act.ts";
import type { Play } from "./play.ts";

/** Questions that take care's longer ways: on privately, to somebody by name, to where nothing can be done. */
export function playQuestions(play: Play): void {
  playFoundParcel(play);
  playTingle(play);
  playAskedByName(play);
  playUnsolvable(play);
}

/** A question that went on privately and came back with an answer for everybody. */
function playFoundParcel({ asked, takes, saysPrivately, at, of, confirmsAnswer, said }: Play): void {
  asked(
    "parcel",
    6 * dayMs,
    "henning",
    ["orders-repair", ["delivery", "parts"]],
    [
      "Tracking says handed over, and nobody handed me anything",
      "A set of gaskets for my Heron. The page says *handed over on Tuesday, 14:20*. I was at home all day, and so was the dog, who announces every parcel in the street.\n\nWhom do I ask, the courier or you?",
    ],
  );
  takes("parcel", 6 * dayMs - 2 * hourMs, "piotr");
  saysPrivately(
    "parcel",
    6 * dayMs - 2.2 * hourMs,
    "piotr",
    "You ask us. What is the number of the order, and which name is on the bell? Only you and we at Tamberlo read this part.",
  );
  saysPrivately(
    "parcel",
    6 * dayMs - 4 * hourMs,
    "henning",
    "Order 40-231-9907. Back building, second floor; the bell says Sørensen and, in pencil, Lund.",
  );
  saysPrivately(
    "parcel",
    5 * dayMs,
    "piotr",
    "It lies with the locksmith next door, who signed as Lund. He keeps it on the counter for you until seven.",
  );
  saysPrivately(
    "parcel",
    4 * dayMs,
    "henning",
    "Fetched. I had two keys made while I was there, so nobody lost anything. The dog is still offended.",
  );
  const outcome =
    "Found: a neighbour had signed for it. Where a parcel counts as *handed over* and is nowhere, ask here, and we look at the signature, which the tracking page does not show. The order number goes into the private part that we open for you, never into the question.";
  at(4 * dayMs - 2 * hourMs, (tx, cast) =>
    said("parcel", answerPublicly(tx, cast.named("piotr"), of("parcel"), { body: outcome, locale: "en" })),
  );
  confirmsAnswer("parcel", 3 * dayMs, "henning");
}

/** One that goes on privately right now: it waits for the workshop. */
function playTingle({ asked, takes, answers, saysPrivately }: Play): void {
  asked(
    "tingle",
    2 * dayMs + 5 * hourMs,
    "bram",
    ["machines", ["kestrel"]],
    [
      "A tingle in the fingers when I touch the drip tray",
      "Only when my other hand is on the tap, and only a little, like a small battery on the tongue. It is unplugged now. Is that the Kestrel, or the wiring of this old house?",
    ],
  );
  takes("tingle", 2 * dayMs + 4 * hourMs, "marit");
  answers(
    "tingle",
    2 * dayMs + 3.8 * hourMs,
    "marit",
    "Leave it unplugged, please, and do not let anybody make a last cup with it. A machine must not do that in any house, old or new. I fetch it and measure; for that I need your address, so we go on privately.",
  );
  saysPrivately(
    "tingle",
    26 * hourMs,
    "marit",
    "May a courier come tomorrow, at our cost? I need the number on the plate below the drip tray, and where it stands.",
  );
  saysPrivately(
    "tingle",
    2.5 * hourMs,
    "bram",
    "TB-20-118834. Second floor without a lift, I am sorry. After nine suits us; the small one sleeps until then.",
  );
}

/** One whom the ladder asked by name answered; another has been asked and not answered yet. */
function playAskedByName({ asked, at, of, questionOf, said, confirmsAnswer }: Play): void {
  asked(
    "drops",
    6 * dayMs + 8 * hourMs,
    "misaki",
    ["machines", ["heron", "steam"]],
    [
      "Heron: hot water comes in drops, steam is strong",
      "For tea I use the hot water of the wand. Since last week it only drips, while steam comes as it always did. I cleaned the tip and the filter of the tank. What lies between the two?",
    ],
  );
  at(5 * dayMs + 9 * hourMs, async (tx, cast) => {
    const owner = (await readProblem(tx.db, cast.named("ana").communityId, of("drops")))?.problem;
    // Where the ladder found nobody to ask by name, somebody who reads along answers all the same.
    const named = owner?.ownerKind === "member" && owner.ownerId !== null ? cast.member(owner.ownerId) : null;
    const body =
      "Between the two sits the little valve that opens for water only. It has a sieve of its own, as big as a lentil. Unplug it, let it go cold, take the left panel off (two screws), and unscrew the brass nut at the end of the thin pipe: the sieve is behind it. Mine was full of scale and looked like a biscuit. Ten minutes in citric acid, and tea was tea again.";
    return said("drops", giveAnswer(tx, named ?? cast.named("tomasz"), { questionId: questionOf("drops"), body }));
  });
  confirmsAnswer("drops", 4 * dayMs, "misaki");
  asked(
    "pulses",
    1.2 * dayMs,
    "leila",
    ["machines", ["kestrel", "pump"]],
    [
      "Kestrel: the pump pulses like a heartbeat during the first ten seconds",
      "Then it becomes even. The coffee tastes as before. Fresh water, descaled in summer, nothing under it but the worktop.",
    ],
  );
}

/** One of a public question that cannot be solved, and what is done about it. */
function playUnsolvable({ asked, takes, at, of }: Play): void {
  asked(
    "gasket",
    13 * dayMs,
    "marisol",
    ["machines", ["wren", "gasket"]],
    [
      "A gasket for a Wren from 2011: none fits",
      "I bought 54 and 53 mm. One falls through, one does not turn. My neighbours wait for their Sunday cup. Where do I get the right one?",
    ],
  );
  takes("gasket", 13 * dayMs - 3 * hourMs, "kwame");
  at(13 * dayMs - 8 * hourMs, (tx, cast) =>
    signCannotSolve(tx, cast.named("kwame"), of("gasket"), {
      because:
        "The first Wren has a group of 53.4 mm, and the mould of its gasket broke in 2019. Nobody makes another.",
      instead: "Send us the old one, and the workshop cuts two by hand, for nothing. They last about a year each.",
    }),
  );
}
