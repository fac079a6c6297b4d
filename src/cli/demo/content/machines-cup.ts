import { afterAnswer, only, type Problem } from "./problem.ts";

export const cupProblems: readonly Problem[] = [
  {
    key: "channeling",
    group: "machines",
    tags: ["technique", "puck"],
    times: 5,
    models: ["Heron", "Kestrel"],
    titles: [
      only([1], "Bottomless portafilter sprays my shirt"),
      "Channeling every single time",
      only([1], "Coffee shoots out sideways"),
      only([2], "Holes in the puck after the shot"),
      only([2], "One side runs blond after {8..12} seconds"),
    ],
    says: [
      "Got a bottomless portafilter for my birthday and since then coffee is {on the wall|on my shirt|in the sugar}. With the spouts I never noticed anything.",
      "The puck has two or three pinholes afterwards, always at the {back|edge}. The shot starts fine and then goes blond on one side.",
      "I weigh everything to a tenth, tamp level, and get three shots out of ten that spray. There is no pattern I can find.",
    ],
    tried: [
      "Tapped the side of the portafilter. Rather worse.",
      "Tamped harder.",
      "A finer grind makes more of it, a coarser one makes sour coffee.",
    ],
    right: [
      "Tapping opens a gap at the wall, so stop that. Stir the grounds in the basket down to the bottom with **thin** needles (0.4 mm, a cork with five acupuncture needles costs nothing), level, tamp once, done. It took me from three bad ones in ten to one in thirty.",
      "Check the headspace: put a coin on the tamped puck, lock in, take out. If the coin is pressed into the coffee, you have too much in there, and the screen breaks the puck before the shot begins. One gram less ended it for me.",
      "Look at the basket from below against light. If the holes on one side are smaller or shut, it will always run on the other side. Soak it in detergent over night; if they stay shut, a new basket is {20|a few} euros.",
    ],
    half: [
      "Use a paper filter under the puck.",
      "Your tamper is too small.",
      "Sell the bottomless one and be happy again, I did.",
    ],
    gist: [
      "stir with thin needles down to the bottom, no tapping, tamp once",
      "one gram less: the screen was pressing into the puck",
    ],
    asksBack: [["How much headspace is there? Try the coin.", "The coin left a clear print. So too full?"]],
    after: [
      afterAnswer([1], "Five needles in a cork. Twelve shots without a spot on the wall."),
      afterAnswer([2], "One gram less, and the coin stays clean. So does the shirt."),
      afterAnswer([3], "Two holes of the basket really were shut."),
    ],
  },
  {
    key: "wet-puck",
    group: "machines",
    tags: ["puck", "technique"],
    times: 4,
    models: ["Wren", "Kestrel"],
    titles: [
      only([1, 3], "Soupy puck, is something broken?"),
      only([2], "Puck sticks to the shower screen"),
      only([1, 3], "Wet mud instead of a dry puck"),
      only([1], "Water stands on the coffee after the shot"),
    ],
    says: [
      "After the shot there is a pool of water on the coffee and the puck falls out as mud. The coffee tastes fine. Is it a sign of something?",
      "Every second puck stays hanging in the group when I take the portafilter out, and then falls on the tray.",
      "My old machine made pucks like biscuits. The {model} makes soup. I knock it out and have to rinse every time.",
    ],
    tried: ["More coffee, then it gets harder to lock in.", "Waited half a minute before taking it out."],
    right: [
      only(
        [1, 3],
        "If the taste is right, nothing is wrong. The puck only tells how much room was left in the basket. One gram more, or the smaller basket, and it comes out dry. The Wren has no valve that lets the pressure off, so with it wait {15..20} seconds, and there will always be some water.",
      ),
      only(
        [2],
        "Hanging in the group means too *full*: the swollen puck touches the screen. Half a gram less. And wipe the screen after each one, old oil glues.",
      ),
    ],
    half: ["The three-way valve is dead.", "Grind finer."],
    gist: [
      only([1, 3], "it only tells how much room is left above the coffee; change the dose by a gram or leave it be"),
    ],
    after: [
      afterAnswer([1], "One gram more, biscuit."),
      afterAnswer([1], "Then I will stop judging my coffee by its puck."),
      afterAnswer([2], "Half a gram less, and it no longer hangs in the group."),
    ],
  },
  {
    key: "backflush",
    group: "machines",
    tags: ["cleaning"],
    times: 5,
    models: ["Heron", "Kestrel"],
    titles: [
      only([2], "How often do you backflush, and with what?"),
      only([1, 2], "Can I backflush a {model}?"),
      only([3], "Bitter and oily taste, cleaning question"),
      only([1], "Shower screen black underneath, how to clean it"),
      only([2], "Is detergent for dishwashers fine for backflushing?"),
    ],
    says: [
      "I have had the {model} for {age} and never cleaned it inside. Today I looked up at the screen with a torch and wish I had not.",
      "Every source says something else: daily, weekly, never. What do you do, and with how much powder?",
      "The coffee has been getting bitter for weeks, a stale, oily bitterness, also with fresh beans.",
    ],
    tried: ["Only ever flushed with water.", "Washing-up liquid. Now there is foam."],
    right: [
      "For Heron and Kestrel: water only after each session, **once a week** half a teaspoon of coffee detergent in the blind basket, five times ten seconds on and ten off, then the same five with clear water. Once a month take the screen out and soak it. Not with washing-up liquid, it foams for days.",
      "Take out the screen as well (one screw), soak it with the basket in hot water with detergent for twenty minutes, and wipe the group with a cloth. Backflushing does not reach the holes. Only the Wren must not be backflushed at all, there the pressure has nowhere to go.",
      only(
        [2],
        "Dishwasher tabs are too aggressive for the seals and taste of perfume. A tin of coffee detergent lasts a household for a year.",
      ),
    ],
    half: ["Never use detergent, it takes the patina away.", "Every day with detergent, like in a bar."],
    gist: [
      "half a teaspoon of coffee detergent once a week, five cycles, then five with water; not on the Wren",
      "soak the screen and the basket, backflushing does not reach their holes",
    ],
    after: [
      afterAnswer([1], "The water came out black, then brown, then clear, and the bitterness is gone."),
      afterAnswer([2], "Soaked the screen. It has holes! I thought it was solid."),
      afterAnswer([1, 3], "Once a week it is. Put it into the calendar."),
    ],
  },
  {
    key: "volume-drift",
    group: "machines",
    tags: ["programming", "flow-meter"],
    times: 4,
    models: ["Kestrel", "Wren"],
    titles: [
      only([1], "Programmed shot gets bigger every week"),
      only([2, 3], "{model} stops too early, programming lost?"),
      only([1], "Volumes vary between {30..33} and {46..50} g"),
      only([2], "How to programme the two buttons"),
      only([3], "Double button gives only half a cup"),
    ],
    says: [
      "The double button was set to 36 g. Now it gives anything between {30..33} and {46..50}. Same beans, same dose, same morning.",
      "Since the last power cut both buttons do the same: a tiny cup. The booklet says hold for three seconds, but then nothing blinks.",
      "It stops after a few drops and I have to press again. If I press it three times I get a coffee.",
    ],
    tried: ["Programmed it anew twice, it forgets.", "Cleaned everything that can be cleaned from outside."],
    right: [
      only(
        [2],
        "Programming: hold the button **with the portafilter and coffee in**, it blinks after five seconds (not three), let go, press again when the cup is as you want it. An empty portafilter teaches it a wrong volume, because water then flows faster.",
      ),
      only(
        [1, 3],
        "If it varies that much, the flow meter has a crumb or scale on its little wheel. Descale once with the filter out; the wheel usually frees itself. If not: it is the white cube behind the tank, four screws, a wheel with two magnets inside. Rinse, and put it back with the arrow pointing to the pump.",
      ),
    ],
    half: ["That is the grind, not the machine.", "Use a scale and press stop yourself like everybody."],
    gist: [
      only([2], "programme it with coffee in the portafilter and hold for five seconds"),
      only([1, 3], "the wheel of the flow meter sticks: descale without the filter"),
    ],
    after: [
      afterAnswer([1], "Five seconds, with coffee in. It has held its 36 g for four days."),
      afterAnswer([2], "There was a grain of scale in the wheel. Now within two grams."),
      afterAnswer([1], "I had taught it with an empty portafilter. Of course."),
    ],
  },
  {
    key: "stuck-portafilter",
    group: "machines",
    tags: ["portafilter", "gasket"],
    times: 3,
    models: ["Heron", "Wren"],
    titles: [
      only([1, 3], "Portafilter is stuck and will not come out"),
      only([1, 3], "Cannot turn the handle any more"),
      only([2], "New gasket, now the handle stops much too early"),
    ],
    says: [
      "I left the portafilter in over the holidays, and now I cannot move it. I do not want to pull the whole machine off the counter.",
      "With the new gasket the handle stops at {eight|half past eight} instead of six and I need both arms to open it.",
      "My strong brother closed it. That was yesterday. It is still closed.",
    ],
    tried: ["A cloth around the handle and some swearing.", "Waited until it was cold."],
    right: [
      only(
        [1, 3],
        "Switch it on and let it get **hot**, then it moves: brass and rubber give way at 90 degrees. One person holds the machine, the other pushes the handle with the flat of the hand, no jerks. Never store it locked in, the gasket dries onto the rim.",
      ),
      only(
        [2],
        "A new gasket beds in over two weeks. Eight o'clock in the beginning is fine. If it is earlier than that, you have the 8.5 mm one in an 8.2 mm group: stamped on its side.",
      ),
    ],
    half: ["A few drops of oil.", "Hit the handle with a rubber mallet, gently."],
    gist: [only([1, 3], "let it get hot, then it opens; and do not store it locked in")],
    after: [
      afterAnswer([1], "Hot, flat hand, open. It hangs on its hook now."),
      afterAnswer([2], "8.5 was stamped on it, indeed. The right one goes to seven and loosens up."),
    ],
  },
  {
    key: "auto-off",
    group: "machines",
    tags: ["standby", "settings"],
    times: 3,
    models: ["Kestrel", "Wren"],
    titles: [
      only([1, 2], "{model} switches itself off in the middle of breakfast"),
      "Can I change the standby time?",
      only([1], "Turns off after half an hour, every time"),
    ],
    says: [
      "After {25|30} minutes it is off. At weekends we make coffees over two hours and always stand in front of a cold machine.",
      "In the middle of a shot it went dark. I thought it was broken, but it was the standby. Who builds it like that?",
      "I would rather it switched off after ten minutes, the children forget it all the time. Is that possible?",
    ],
    tried: [
      "Looked for it in the app, could not find it.",
      "Pressing a button every twenty minutes, which is a hobby of its own.",
    ],
    right: [
      "Kestrel: *hold the power button until the display shows `Stb`*, then plus or minus: 10, 30, 60, 120 minutes or `no`. Wren: switched off, hold *steam* and switch on; the number of blinks is the number of half hours, each press adds one.",
      "EU rules ask for the thirty minutes as it comes, but you may change it: `Stb` in the menu. And since firmware 2.6 it no longer goes off in the middle of a shot, so update while you are at it.",
    ],
    half: ["A timer plug?", "You cannot, that is the law."],
    gist: ["hold the power button until it shows Stb, then choose 10 to 120 minutes"],
    after: [
      afterAnswer([1, 2], "120 minutes at weekends. Breakfast is saved.", [1]),
      afterAnswer([1, 2], "Ten minutes for the children. Quiet evenings, cold machine.", [3]),
      afterAnswer([1, 2], "Updated, and it no longer stops in mid-shot.", [2]),
    ],
  },
  {
    key: "cold-error",
    group: "machines",
    tags: ["error", "e3"],
    times: 3,
    models: ["Kestrel", "Wren"],
    titles: [
      "{model} shows E3 and does nothing",
      only([2], "E3 after transport in winter"),
      "Error E3, what does it mean?",
    ],
    says: [
      "It shows `E3`, beeps twice, and stays cold. The booklet lists E1, E2 and E4.",
      "We brought it from {the parents' house|the old flat} in the car boot, {four|six} hours below zero. Plugged it in, `E3`.",
      "`E3` since this morning, kitchen at {12|13} degrees because the heating is out. Probably not a coincidence?",
    ],
    tried: [
      "Unplugged for an hour.",
      "Filled it with warm water, which felt clever.",
      "Searched the booklet from front to back.",
    ],
    right: [
      only(
        [1, 2],
        "`E3` means that a temperature sensor reads something that cannot be: too cold, or not connected. After transport in the cold: **leave it unplugged in a warm room for a day**, since there may be ice in the pipes and heating ice cracks things. If it stays after that, a plug has come off the sensor, and it wants a look in the workshop.",
      ),
      only(
        [2, 3],
        "Below 5 °C it refuses to heat to protect itself, and shows that. A day in the warm, and mine was fine. Please do not speed it up with a hair dryer.",
      ),
    ],
    half: ["E3 is the pump as far as I know.", "Reset to factory settings helped with my E1."],
    gist: ["too cold for the sensor: a day in a warm room, unplugged, then try again"],
    after: [
      afterAnswer([1, 2], "A day beside the bookshelf and it starts as if nothing had been.", [1, 2]),
      afterAnswer([1, 2], "Heating repaired, E3 gone. Both of us were cold.", [3]),
    ],
  },
];
