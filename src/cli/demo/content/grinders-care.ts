import { afterAnswer, only, type Problem } from "./problem.ts";

export const grinderCareProblems: readonly Problem[] = [
  {
    key: "scale-drift",
    group: "grinders",
    tags: ["flint", "scale"],
    times: 5,
    titles: [
      "Flint weighs wrong, up to half a gram",
      "Built-in scale of the Flint drifts",
      only([1], "Flint stops at 17.2 when I set 18"),
      only([3], "Flint scale shows minus 0.4 with nothing on it"),
      "Recalibrating the Flint scale?",
    ],
    says: [
      "Set to 18.0, my pocket scale says {17.3|17.4|18.6}. It was exact in the first weeks.",
      "With the cup on it, it never comes to rest: 0.1, 0.3, minus 0.2. So it starts late or stops early.",
      "Every morning it begins at minus 0.4 g. After the third dose it is right.",
    ],
    tried: [
      "Tared it every time.",
      "Cleaned under the cup holder.",
      "Took it off the worktop where the dishwasher runs.",
    ],
    right: [
      only(
        [1, 3],
        "It wants a calibration: menu, *Scale › Calibrate*, empty, confirm, put **exactly 100 g** on it (a full glass of water on a pocket scale does it: note the weight), confirm. And leave it on for ten minutes beforehand, the sensor drifts while it warms up. That is your minus 0.4.",
      ),
      only(
        [1, 2],
        "Look under the cup fork: there is a transport screw with a red ring. Half of the people with this trouble still have it in. It weighs, but never right.",
      ),
      only(
        [1],
        "The power lead of mine was touching the fork from behind. A cable weighs three tenths if it feels like it.",
      ),
    ],
    half: ["All built-in scales are toys.", "Grind by time instead."],
    gist: [
      only([1, 3], "let it warm up for ten minutes and calibrate with 100 g"),
      only([1, 2], "take out the transport screw with the red ring under the fork"),
    ],
    asksBack: [["Is the red transport screw out?", "Which screw? … Oh.", [2]]],
    after: [
      afterAnswer([2], "The red screw. A year. I have had it for a year."),
      afterAnswer([1], "Calibrated with 100 g after warming up, within 0.1 now."),
      afterAnswer([3], "It was the cable, ha."),
    ],
  },
  {
    key: "dial-slips",
    group: "grinders",
    tags: ["setting"],
    times: 3,
    models: ["Flint", "Pebble"],
    titles: [
      "Setting moves by itself while grinding",
      "Dial creeps coarser from day to day",
      "{model} does not hold its setting",
    ],
    says: [
      "I set it, the shot is right, and two days later it runs {5..8} seconds faster. The dial stands a little further than I left it.",
      "The ring has become so loose that it turns from the vibration alone.",
      "I marked it with a pencil: after a week it had moved by {two|three} lines.",
    ],
    tried: ["Adhesive tape, which is not a solution for adults.", "Beans are the same, from the same bag."],
    right: [
      "There is a small **brake screw** at the side of the dial (1.5 mm hex, under a rubber plug). An eighth of a turn clockwise until the dial moves with some resistance. Not more, or it scratches.",
      "The spring under the click ball of the dial tires. Take the ring off, stretch the spring by a millimetre, put it back with a touch of grease. Clicks like new.",
    ],
    half: ["That is the beans ageing, not the dial. Go a bit finer each day.", "Hot burrs expand, normal."],
    gist: ["tighten the brake screw at the side of the dial by an eighth of a turn"],
    after: [
      afterAnswer([1], "Brake screw found under the plug, an eighth, holds."),
      afterAnswer([2], "Stretched the spring. It clicks like a safe."),
    ],
  },
  {
    key: "new-burrs",
    group: "grinders",
    tags: ["burrs"],
    times: 3,
    models: ["Flint", "Pebble"],
    titles: [
      only([1], "New burrs, everything runs differently"),
      only([1], "How long do burrs need to bed in?"),
      only([2, 3], "When do I have to change the burrs?"),
    ],
    says: [
      "Fitted new burrs last week. Same setting gives {18..20} seconds instead of 28, and it changes from day to day.",
      "After {three|four} years of two coffees a day, how do I see that the burrs are worn? They feel sharp to me.",
      "Shots have been getting muddier, more fines, more bitter. The burrs are original, {age} old.",
    ],
    tried: [
      only([1], "Went finer, then coarser, then lost track."),
      only([2, 3], "Ran my nail over them: it catches, a little."),
    ],
    right: [
      only(
        [1],
        "New burrs have a fine ridge that wears off over the first {three|four} kilos. Until then you will adjust every few days. Either put some cheap beans through (in portions, pauses in between) or accept it for a month. It settles.",
      ),
      only(
        [2, 3],
        "Steel burrs of that size last about 500 kg; two coffees a day are 13 kg a year. They are **not** worn after four years unless a stone went through. Muddy and bitter is far more often dirt: open, brush, wipe the oil off with a dry cloth.",
      ),
    ],
    half: ["Every two years, to be safe.", "You can sharpen them on a stone."],
    gist: [
      only([1], "new burrs settle over three or four kilos of beans"),
      only([2, 3], "two coffees a day do not wear burrs out in four years: clean them first"),
    ],
    after: [
      afterAnswer([1], "Two kilos in, and it already moves less. Patience then."),
      afterAnswer([2], "Cleaned them instead of buying. The mud is gone."),
    ],
  },
  {
    key: "grinder-cleaning",
    group: "grinders",
    tags: ["cleaning"],
    times: 4,
    models: ["Pebble", "Flint"],
    titles: [
      only([2, 3], "How often do you clean the {model}?"),
      only([2], "Rice to clean a grinder, yes or no?"),
      only([1], "Rancid smell from the grinder"),
      only([2, 3], "Cleaning tablets or brush?"),
    ],
    says: [
      "It smells like an old frying pan when I open the hopper. The coffee is beginning to taste of it.",
      "My aunt cleans hers with rice. I do not dare. What do you use?",
      "I have never opened it in {age}, and I am afraid that I will not get it back together.",
    ],
    tried: ["A dry brush from above as far as it goes.", "Air from a bicycle pump. Do not do that indoors."],
    right: [
      only(
        [2, 3],
        "Not rice: it is harder than beans, gets between the burrs as starch and may trip the motor protection. Once a month unplug, upper burr out, **brush and a dry cloth**, wooden skewer for the chute. No water on burrs. Count the clicks to zero before you begin and you find your setting again at once.",
      ),
      only(
        [1, 2],
        "Tablets are fine in between: 30 g through at a medium setting, then 20 g of beans to rinse. The rancid smell sits in the hopper, though, and that one you may wash.",
      ),
    ],
    half: ["Rice, uncooked, a handful. My family has done it for years.", "Never clean it, it seasons."],
    gist: ["no rice; once a month the upper burr out, brush and dry cloth, and wash the hopper"],
    after: [
      afterAnswer([2], "It was the hopper that smelled. Washed, and all is well. The burrs were nearly clean.", [1]),
      afterAnswer([1], "Took it apart for the first time. It really is only three screws.", [3]),
      afterAnswer([1, 2], "No rice, then. Brush and cloth, and it was easy.", [2]),
    ],
  },
  {
    key: "squeal",
    group: "grinders",
    tags: ["noise", "burrs"],
    times: 3,
    models: ["Flint"],
    titles: ["Flint squeals when it starts", "High metallic sound at fine settings", "Chirping burrs"],
    says: [
      "For the first second it squeals, then it is quiet. Only at settings below {6|7}.",
      "Empty it chirps, with beans it is fine. Are the burrs touching?",
      "A new sound since I moved it: like a fork on a plate, on and off, once per turn.",
    ],
    tried: ["One turn coarser and it is gone, but then my espresso runs.", "Opened and cleaned it."],
    right: [
      only(
        [3],
        "They touch. Once per turn means that the upper carrier is not level: coffee under one of the three pads. Take it out, wipe the three pads and where they sit, tighten the screws **crosswise and in two rounds**. If it still chirps at 3 or finer, reset the zero so that the chirp begins at 0.",
      ),
      only(
        [1, 2],
        "A chirp below your working range is harmless, that is how you find zero in the first place. In the working range it is not.",
      ),
    ],
    half: ["Drop of oil on the axle.", "Normal, they all sing a bit."],
    gist: [only([3], "coffee under one of the three pads: wipe them and tighten crosswise")],
    after: [
      afterAnswer([1], "A crumb under one pad. The whole grinder sounds different now."),
      afterAnswer([1, 2], "Zero set anew, quiet from 1 upwards."),
    ],
  },
  {
    key: "espresso-to-filter",
    group: "grinders",
    tags: ["setting", "filter"],
    times: 4,
    models: ["Flint", "Pebble"],
    titles: [
      only([1], "Which setting to begin with for espresso?"),
      only([2], "Switching between filter and espresso every day"),
      only([3], "Starting point on the {model} for a moka pot?"),
      only([1], "How do you find the setting with a new bag?"),
    ],
    says: [
      "The {model} arrived yesterday. I have wasted half a bag and do not have a system. Where do you begin?",
      "At home one drinks filter, the other espresso. Each time I switch back it takes two coffees until it is right again.",
      "Is there a table for {model} settings? Espresso, moka, filter, press. Something to start from.",
    ],
    tried: ["Turned it by feel.", "Wrote numbers on a sticky note, they only half repeat."],
    right: [
      only(
        [1, 3],
        "Find the zero (burrs just touching, by sound) and count from there: espresso about **10 to 14** on the Pebble or one whole turn on the Flint, moka twice that, filter three times, press four. Then only look at the clock: 18 in, 36 out. Under 25 seconds go finer, over 32 coarser. One step, one coffee.",
      ),
      only(
        [2],
        "Going back from coarse to fine: run it while turning, then grind three grams and throw them away. Without the purge you drink the coarse rest and believe that the setting is wrong.",
      ),
    ],
    half: ["Set 5. Works for me.", "Two grinders. There is no other way."],
    gist: [
      only([1, 3], "count from the zero point and then go by the clock: under 25 seconds finer, over 32 coarser"),
      only([2], "grind three grams away after each change"),
    ],
    asksBack: [["What dose, and how long does it run at the moment?", "18 g, and {15..17} seconds.", [1]]],
    after: [
      afterAnswer([1], "Counted from zero, third coffee was right. And I have a system.", [1]),
      afterAnswer([2], "The three grams were what I missed."),
      afterAnswer([1], "Works on my {model} exactly as you wrote."),
    ],
  },
];
