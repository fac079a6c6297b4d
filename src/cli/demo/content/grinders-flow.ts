import { afterAnswer, only, type Problem } from "./problem.ts";

export const grinderFlowProblems: readonly Problem[] = [
  {
    key: "static-clumps",
    group: "grinders",
    tags: ["static", "clumps"],
    times: 6,
    models: ["Pebble", "Flint"],
    titles: [
      "Grounds fly everywhere, static",
      "{model} makes clumps and the chute sparks",
      "Coffee sticks to everything but the basket",
      "How do you keep the counter clean with a {model}?",
      only([1, 3], "Static is terrible since it got cold"),
    ],
    says: [
      "Since the heating is on, grounds jump out of the cup and cling to the {model}, my sleeves and the cat. About a gram is lost each time.",
      "It comes out in clumps the size of {lentils|peas}, and around the chute there is a beard of fine coffee.",
      "In summer it was fine. Same beans, same setting. Now I need a brush after every coffee.",
    ],
    tried: [
      "Tapped the side while grinding.",
      "An antistatic bag, cut open. It looked silly and did nothing.",
      "Let the beans stand open over night.",
    ],
    right: [
      "One drop of water. Dip the handle of a teaspoon in water, stir the **beans** once with it, wait ten seconds, grind. It is enough to take the charge away and far too little for rust. I have done it for three years, the burrs are as new.",
      "Leave the cup under the chute for fifteen seconds before you move it, most of the charge goes by itself. And raise the humidity: at 45 percent in my kitchen the problem is gone, at 30 it is a snow globe.",
    ],
    half: ["Change the beans, dark ones do that less.", "Clean the chute with a damp cloth. Then dry it very well."],
    gist: ["one drop of water on the beans before grinding", "wait fifteen seconds before taking the cup away"],
    after: [
      afterAnswer([1], "One drop. I do not believe what I see. The counter is clean."),
      afterAnswer([1], "Drop of water, no beard, no clumps. Cat relieved."),
      afterAnswer([1], "Works for {a week|ten days} now without exception."),
      afterAnswer([2], "Fifteen seconds of patience, and a clean counter."),
    ],
  },
  {
    key: "grinder-jam",
    group: "grinders",
    tags: ["jam", "motor"],
    times: 5,
    models: ["Flint", "Pebble"],
    titles: [
      "{model} hums but does not turn",
      only([1], "Grinder stopped with a bang"),
      "Motor hums, burrs stand still",
      only([1], "{model} jammed in the middle of a dose"),
    ],
    says: [
      "In the middle of grinding there was a {clack|bang} and since then it only hums. I switched it off at once.",
      "It hums for a second and switches itself off. When I turn the burrs by hand they do not move at all.",
      "I went much finer while it was standing still, I know, one should not. Now it is stuck.",
    ],
    tried: [
      "Set it coarser, hums all the same.",
      "Shook it upside down, beans fell out, no stone.",
      "Waited until it cooled down.",
    ],
    right: [
      only(
        [1, 2],
        "Unplug. Turn it to the coarsest setting, hopper off, then take out the upper burr (Pebble: quarter turn to the left and lift; Flint: three screws). It will be a **little stone**, roasters miss one now and then. Brush everything, back in, set the zero again. Ten minutes.",
      ),
      only(
        [3],
        "If you went finer while it stood still, the coffee between the burrs is a wedge. Unplug, coarsest setting, turn the lower burr backwards with a wooden spoon handle, brush out. Always adjust finer while it runs.",
      ),
      only(
        [2],
        "When it hums and cuts out without any jam: the start capacitor is weak. It is a part of a few euros, but mains voltage, so that one goes through the workshop.",
      ),
    ],
    half: ["Give it a push with a screwdriver while it hums.", "The motor is burnt, smell it."],
    gist: [
      only([1, 2], "unplug, coarsest setting, upper burr out: there is a stone in it"),
      only([3], "go coarse, turn it backwards by hand, and adjust finer only while it runs"),
    ],
    asksBack: [
      [
        "Can you turn the lower burr by hand when it is unplugged and the upper one is out?",
        "It moves freely then, and something fell out that is not coffee.",
        [1],
      ],
    ],
    after: [
      afterAnswer([1], "A pebble in the {model}, no joke. Runs."),
      afterAnswer([2], "It was the wedge, I learned my lesson."),
      afterAnswer([1], "A stone, round, 4 mm. I keep it in a matchbox."),
    ],
  },
  {
    key: "too-coarse",
    group: "grinders",
    tags: ["zero-point", "setting"],
    times: 5,
    models: ["Pebble"],
    titles: [
      only([1, 3], "Pebble on the finest setting is still too coarse"),
      only([1], "Pebble: {1|2} of 50 and the shot runs in {13..17} seconds"),
      only([1, 3], "No finer setting left"),
      "Is my Pebble out of adjustment?",
    ],
    says: [
      "I am at {1|2} of 50 clicks and the shot is over in {13..17} seconds. There is nowhere left to go.",
      "After cleaning, my old setting 12 is suddenly far too coarse. At 3 it begins to be usable.",
      "It was fine for {a year|two years}, and every month I had to go one click finer. Now I am at the end of the dial.",
    ],
    tried: [
      "More coffee in the basket.",
      "Different beans, same story.",
      "Took it apart again and put it together with care.",
    ],
    right: [
      "The zero has moved. Unplug, empty, hopper off. Turn the dial to 1, lift off the dial ring, and turn the *inner* ring clockwise until you feel the burrs touch, then **four clicks back**. Dial ring on so that it points to 1. My espresso sits between 8 and 14 now.",
      only(
        [2],
        "After cleaning it is almost always the upper burr that does not sit all the way down: grounds in the thread. Out again, brush the thread dry, in, and turn until the red mark meets the notch.",
      ),
    ],
    half: ["Conical burrs of that size wear out in a year.", "The Pebble was never made for espresso if you ask me."],
    gist: [
      "the zero point has moved: inner ring until the burrs touch, four clicks back",
      only([2], "grounds in the thread of the upper burr, brush it and seat it again"),
    ],
    after: [
      afterAnswer([1], "Zero set, 11 is my number now."),
      afterAnswer([2], "There was coffee in the thread. A brush, and setting 12 is 12 again."),
      afterAnswer([1], "Four clicks back from touching, and I have room on both sides."),
    ],
  },
  {
    key: "hopper-bridge",
    group: "grinders",
    tags: ["hopper", "beans"],
    times: 4,
    models: ["Pebble", "Flint"],
    titles: [
      "Beans get stuck in the hopper",
      "{model} grinds air although the hopper is half full",
      only([2], "Dark oily beans do not slide"),
    ],
    says: [
      "The hopper is half full and it grinds air. If I knock on it, the beans drop and it goes on.",
      "With the {dark roast from the market|Naples blend} I have to poke with a chopstick every second dose. Lighter beans never do that.",
      "Doses vary by three grams, and I found out why: the beans hang in the neck.",
    ],
    tried: ["Washed the hopper, better for two days.", "Filled it to the top, for weight."],
    right: [
      "Oily beans glue themselves into a bridge above the neck. Keep only {a day's|two days'} beans in the hopper and wash it once a week with washing-up liquid, dry it completely. On the Flint you can leave the hopper off and weigh each dose in, which is what the small lid is for.",
      "The shutter at the bottom of the hopper was not fully open on mine. It looks open at three quarters. Push until it clicks.",
    ],
    half: ["Put a weight on the beans.", "Freeze the beans, then they are dry."],
    gist: [
      "wash the oil off the hopper and fill in only what you need for a day or two",
      "the shutter under the hopper was not fully open",
    ],
    after: [
      afterAnswer([2], "The shutter! It has a second click."),
      afterAnswer([1], "Hopper washed, only two days' worth in it. Even doses again."),
    ],
  },
  {
    key: "thermal-cut",
    group: "grinders",
    tags: ["motor", "heat"],
    times: 3,
    models: ["Flint", "Pebble"],
    titles: [
      "{model} stops after the fourth dose",
      "Grinder switches off and comes back after half an hour",
      only([2], "Guests, eight coffees, {model} dead for an hour"),
    ],
    says: [
      "After four or five doses in a row it stops and nothing moves. Half an hour later it runs as if nothing had happened.",
      "We had guests, I ground for eight people, and at number six it went silent. Since then it is fine.",
      "It stops in the middle of a dose when I grind for filter, half a minute at a time. Smells a bit warm.",
    ],
    tried: ["Moved it away from the oven.", "Cleaned the slots at the bottom, there was fluff in them."],
    right: [
      "That is the thermal switch in the motor, it protects it. The {model} is made for 30 seconds at a time and then a minute of rest. Six doses in a row need a pause after the third. If it trips **earlier** than that, clean the air slots underneath and check that the burrs do not rub.",
      "Fluff in the slots was it for me. Vacuum cleaner with the brush, and I have not seen it stop since, also with guests.",
    ],
    half: ["Motor on its last legs.", "Put it in the fridge for ten minutes. Worked for my drill."],
    gist: ["thermal switch: half a minute on, a minute off, and keep the air slots free"],
    after: ["Slots cleaned, pause after three, no stop.", "Good to know that it protects itself and does not die."],
  },
  {
    key: "retention",
    group: "grinders",
    tags: ["retention", "freshness"],
    times: 4,
    models: ["Flint"],
    titles: [
      only([2], "First shot in the morning tastes stale"),
      only([1, 3], "How much coffee stays inside the {model}?"),
      only([1], "18 g in, {16.8|17.1} g out"),
      only([2], "Old grounds in the chute"),
    ],
    says: [
      "I weigh 18 g in and get {16.8|17.1} g out. The next time it is 18.6. So yesterday's coffee is in today's cup.",
      "The first one of the day tastes of dust. From the second on it is fine.",
      "When I change beans it takes three coffees until the new ones really arrive.",
    ],
    tried: ["Bellows. Better, but a gram still stays.", "Tilted it forwards on a wedge."],
    right: [
      "Purge: grind **two grams** and throw them away in the morning and when you change beans. It is cheaper than any gadget, and the first cup is the same as the second.",
      "For the Flint: the flap at the chute is stiff when new and holds back up to a gram. Bend it forward with a finger ten times (unplugged), and it hangs loosely afterwards. Mine went from 1.1 g to 0.2.",
    ],
    half: ["A hand grinder has no such thing.", "One gram is nothing, nobody can taste that."],
    gist: [
      "grind two grams and throw them away before the first cup",
      "loosen the stiff flap at the chute of the Flint",
    ],
    after: [
      afterAnswer([1], "Two grams into the compost, and the first cup is good. I am convinced."),
      afterAnswer([2], "Flap loosened, 0.3 g stay. I can live with that."),
    ],
  },
];
