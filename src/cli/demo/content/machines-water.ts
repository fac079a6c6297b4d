import { afterAnswer, only, type Problem } from "./problem.ts";

export const waterProblems: readonly Problem[] = [
  {
    key: "descale-light",
    group: "machines",
    tags: ["descaling"],
    times: 6,
    models: ["Wren", "Kestrel"],
    titles: [
      only([1], "Descale light will not go out"),
      only([1], "{model}: descaled {twice|three times}, lamp still on"),
      only([1, 3], "How to reset the descaling reminder on the {model}"),
      only([1], "Orange lamp after descaling"),
      only([2], "Descaling program stopped in the middle, now the lamp blinks"),
    ],
    says: [
      "I descaled with the {packet that came with it|proper stuff}, rinsed with a full tank, and the orange lamp is still on as if nothing had happened.",
      "The programme stopped when the tank was empty. I refilled it and pressed the button, and now the lamp {blinks slowly|blinks} and it does not make coffee at all.",
      "We got a {model} from my sister. The lamp was on from the first day, she says she descaled it in {spring|summer}.",
    ],
    tried: [
      "Switched it off over night, unplugged.",
      "Ran the whole thing a second time, {40|45} minutes of my life.",
      "Pressed all the buttons in turn.",
    ],
    right: [
      only(
        [1, 2],
        "The lamp goes out only after the *rinse* is complete, and the rinse wants a full litre through **both** the group and the wand. If it was cut short: fill the tank to the mark, hold the two outer buttons for six seconds until both blink, let it run through without touching anything. On the Wren open the steam valve when the pump pauses.",
      ),
      only(
        [1, 3],
        "Reset by hand: machine off, hold *brew* and *steam* together, switch on, keep holding for six seconds. One long beep, lamp out. Only do it if it really was descaled.",
      ),
      only(
        [1, 2],
        "The tank must not run empty during the programme, and the counter is picky about it. Take the filter out as well. With the filter in, the flow is too slow and it never counts the litre as done.",
      ),
    ],
    half: [
      "Pull the plug for an hour, that resets everything.",
      "The sensor is faulty, send it in.",
      "Ignore it, mine has been on since {March|last year}.",
    ],
    gist: [
      only([1, 2], "finish the rinse: a full litre through group and wand, filter out, then the lamp goes"),
      only([1, 3], "hold brew and steam while switching on for six seconds"),
    ],
    asksBack: [["Was the filter in the tank while you did it?", "Yes. Should it not be?", [1, 2]]],
    after: [
      afterAnswer([1, 3], "Filter out, one more rinse, lamp off. So it was the litre all along."),
      afterAnswer([2], "Six seconds, one beep, done."),
      afterAnswer([1], "It wanted the steam valve open at the pause. Not in the booklet, or I did not see it."),
    ],
  },
  {
    key: "descale-taste",
    group: "machines",
    tags: ["descaling", "taste"],
    times: 3,
    models: ["Wren", "Heron"],
    titles: [
      only([1, 2], "Coffee tastes of lemon after descaling"),
      only([1, 3], "Chemical taste two days after descaling"),
      only([2], "How often do I have to rinse after citric acid?"),
    ],
    says: [
      "Two days and {four|five} tanks after descaling there is still something sour in the cup that was not there before. Hot water from the wand tastes of it as well.",
      "I used plain citric acid instead of the packet. The taste stays. Did I ruin something?",
      "It smells like a swimming bath when I open the steam valve. The coffee itself is nearly fine.",
    ],
    tried: ["Three tanks of fresh water through the group.", "Cleaned the tank with soap, and rinsed it."],
    right: [
      only(
        [1, 3],
        "It sits in the steam wand and in the **tank seal**. Take the seal at the bottom of the tank out, rinse it, rinse the spout. Then one tank through the wand, not the group: 20 seconds on, 20 off, so that the pipe gets hot in between. After that it was gone for me.",
      ),
      only(
        [1, 2],
        "Citric acid did no harm if the water was cold or lukewarm when you mixed it. Fill the tank with water and a level teaspoon of baking soda, run half of it through group and wand, wait ten minutes, rinse with a full tank of fresh water. It takes the rest of the acid away.",
      ),
    ],
    half: ["Give it another week.", "Run a few cheap coffees through, that eats the taste."],
    gist: [
      only([1, 3], "rinse through the steam wand and clean the tank seal, that is where it hides"),
      only([1, 2], "half a tank with a teaspoon of baking soda, then a full rinse"),
    ],
    after: [
      afterAnswer([1], "It was in the little seal under the tank. Who thinks of that."),
      afterAnswer([2], "Baking soda did it, the first coffee after was clean."),
    ],
  },
  {
    key: "hard-water",
    group: "machines",
    tags: ["water", "filter"],
    times: 5,
    models: ["Heron", "Kestrel", "Wren"],
    titles: [
      only([1], "Very hard water: filter, bottle or just descale?"),
      only([1, 3], "Which water for the {model}?"),
      only([1], "{18..24} °dH from the tap, what should I do"),
      only([3], "Bottled water with low minerals, good or bad for the boiler?"),
      only([2], "How do I read the test strip?"),
    ],
    says: [
      "We have {18..24} degrees of hardness here. I read that I should filter, that I should not filter, and that I should mix two bottled waters. What do people with such water do in real life?",
      "The strip in the box shows {three|four} red squares. The booklet only says *consult the table*, and there is no table.",
      "I use bottled water with hardly any minerals, to be safe. Now somebody told me that the level probe will not work with it.",
    ],
    tried: [
      "Descaling every six weeks, which cannot be the idea.",
      "A jug filter from the supermarket. No idea how much it does.",
    ],
    right: [
      only(
        [1, 2],
        "Red squares on our strip: one is up to 7 °dH, two to 14, three to 21, four above. At three or four put the tank filter in (setting C) and change it every two months, whether it looks clean or not; then descale once a year. Check with a second strip **after** the filter: below 6 is what you want.",
      ),
      only(
        [3],
        "Water without minerals is a bad idea in Heron and Kestrel: the probe measures by conductivity, so the boiler overfills, and the coffee tastes flat. Mix: one part tap, two parts of the soft bottle. You want about 4 to 6 °dH and some alkalinity.",
      ),
      only(
        [1],
        "A jug filter is fine as long as you change the cartridge on time. Mine takes 22 down to 5 in the first weeks and to 14 at the end. So I measure on the first of each month and that is all.",
      ),
    ],
    half: ["Distilled water, then you never have to descale.", "Hard water gives body. I never filter."],
    gist: [
      only([1, 2], "tank filter at setting C, a strip after the filter should say below 6, descale once a year"),
      only([3], "never water without minerals: mix one part tap with two parts soft"),
    ],
    after: [
      afterAnswer([1, 3], "Second strip says 5 after the filter. Good, that I can follow."),
      afterAnswer([2], "Mixed one to two. Tastes better, too, which I did not expect."),
      afterAnswer([1], "So simple with the squares explained. Somebody should print that on the box.", [2]),
    ],
  },
  {
    key: "tank-error",
    group: "machines",
    tags: ["water-tank", "sensor"],
    times: 5,
    models: ["Wren", "Kestrel"],
    titles: [
      "{model} says fill tank, but it is full",
      "Tank is full and seated, {model} does not believe me",
      "Water tank message keeps coming back",
      "Empty-tank lamp blinks with two litres in it",
    ],
    says: [
      "Tank full, pushed in until it clicks, and it still wants water. If I lift it a little and let it drop, it works for {one coffee|a minute}.",
      "Since I {washed the tank in the dishwasher|scrubbed the tank} the {model} claims that it is empty. Always. With every level.",
      "The message comes only in the mornings. By noon it has vanished. I thought it was a ghost, now I think it is temperature.",
    ],
    tried: [
      "Dried the contacts, except that there are none.",
      "Took it out, put it in, all {ten|twenty} times.",
      "Filled it to the very top.",
    ],
    right: [
      "There is a small **float with a magnet** in a cage at the back of the tank. Scale makes it stick at the bottom, and a dishwasher can make it swell. Take the cage out (two clips), soak the float in vinegar for ten minutes, see that it slides by itself, put it back with the dark side down. Dark side up also gives you this message.",
      only(
        [1, 3],
        "Slide a paper card between tank and housing: if the message goes when you push the tank *forward*, the little sensor behind it sits too far back. Two dots of felt behind the tank have kept mine quiet for a year.",
      ),
    ],
    half: ["The sensor is broken, that is a repair.", "Water too soft, it cannot measure it."],
    gist: ["the float with the magnet in the tank sticks: vinegar, and put it back dark side down"],
    asksBack: [
      [
        "Does the little float in the cage move when you tilt the tank?",
        "It does not. It hangs at the bottom like a stone.",
        [1, 2],
      ],
    ],
    after: [
      afterAnswer([1], "The float was in upside down, by my own hand. Turned it, all is well."),
      afterAnswer([1], "Vinegar, ten minutes, it slides again."),
      afterAnswer([2], "Two dots of felt! I had already looked up the price of a sensor."),
    ],
  },
  {
    key: "drip-tray",
    group: "machines",
    tags: ["drip-tray", "valve"],
    times: 3,
    models: ["Kestrel", "Heron"],
    titles: [
      only([1], "Drip tray is full after two coffees"),
      only([1], "Where does all that water in the tray come from?"),
      only([2], "Water runs into the tray during the shot"),
      only([2, 3], "{model}: something hisses into the drip tray"),
    ],
    says: [
      "I empty the tray every day, more than a cup of water. I make {two|three} coffees. It cannot all be from flushing.",
      "During the shot there is a thin stream from the small pipe at the back into the tray. The coffee takes ages then and the pressure sags.",
      "After each shot it says *pfff* and spits brown water into the tray. Is that how it is meant to be?",
    ],
    tried: ["Measured: 180 ml for two coffees.", "Cleaned the tray, obviously."],
    right: [
      only(
        [2],
        "A stream **during** the shot is a crumb in the three-way valve. Backflush with detergent, ten short cycles; in most cases the crumb leaves. If not, the valve is screwed to the group with two bolts and can be opened and rinsed (unplugged, cold).",
      ),
      only(
        [1],
        "A thin stream while it heats is the expansion valve, 50 ml in a warm-up is fine. Steady dripping all day means its seal is dirty: take the hose off the OPV over a cup to be sure which of the two it is.",
      ),
      only(
        [3],
        "The *pfff* **after** the shot is right: the three-way valve lets the pressure off the puck, that is about 15 ml each time, and brown because it was coffee a second before. Rinse the little pipe now and then, and all is well.",
      ),
    ],
    half: ["All machines do that, nothing to be done.", "You flush too much."],
    gist: [
      only([2], "backflush with detergent: there is a crumb in the three-way valve"),
      only([3], "15 ml after each shot is normal, a stream during the shot is not"),
    ],
    after: [
      afterAnswer([1], "After the ninth cycle the stream stopped and the pressure is back."),
      afterAnswer([3], "So the pfff is fine. Then all is fine here, thank you."),
      afterAnswer([2], "It was the expansion valve, the hose told. Seal cleaned, tray stays dry."),
      afterAnswer([1], "Opened the valve: a bit of bean skin, no bigger than a lentil."),
    ],
  },
  {
    key: "white-flakes",
    group: "machines",
    tags: ["water", "descaling"],
    times: 3,
    models: ["Heron", "Wren"],
    titles: [
      "White flakes in the hot water",
      "Little white bits in my tea from the {model}",
      only([2], "Flakes from the wand after descaling"),
    ],
    says: [
      "When I take hot water for tea there are white flakes in it, thin like fish scales. In coffee I cannot see them, but they must be there.",
      "Since the descaling last week bits come out of the wand. More each day. Did it get worse instead of better?",
      "It is soft water here, so it cannot be scale, can it? They float and crunch between the teeth.",
    ],
    tried: [
      "Two tanks through the wand. The first full of flakes, the second fewer.",
      "Let a glass stand, they sink after a while.",
    ],
    right: [
      "That is scale that descaling has loosened and not dissolved, harmless but unpleasant. Descale a **second** time right after, weaker (half dose), and leave it in the boiler for twenty minutes before rinsing. Then tanks through the wand until a white cup stays clean. It usually takes two or three.",
      only(
        [1, 3],
        "Put a drop of vinegar on a flake: if it fizzes, it is scale. If it does not, it is a worn white seal from the valve, and then have the valve looked at.",
      ),
    ],
    half: ["Harmless, minerals are healthy.", "That is the lining of the boiler coming off, I would stop drinking it."],
    gist: ["loosened scale: descale once more with half the dose, then rinse through the wand"],
    after: [
      afterAnswer([1, 2], "Fizzes. Second descaling, three tanks, white cup stays clean.", [1, 3]),
      afterAnswer([1], "Half dose and twenty minutes did it."),
    ],
  },
];
