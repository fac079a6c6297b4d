import { afterAnswer, only, type Problem } from "./problem.ts";

export const pressureProblems: readonly Problem[] = [
  {
    key: "low-pressure",
    group: "machines",
    tags: ["pressure", "grind"],
    times: 6,
    models: ["Heron", "Kestrel"],
    titles: [
      only([1, 3, 4], "{model}: the gauge never gets past {3..4} bar"),
      only([1], "No pressure and the coffee runs out in {9..12} seconds"),
      "Pressure gauge stays low, watery espresso",
      only([1, 2], "Why does my {model} only reach half the pressure it used to"),
      only([1, 3, 4], "Shot gushes, needle hardly moves"),
      only([2], "{model} without pressure since I changed beans"),
    ],
    says: [
      "Since {last week|about ten days ago|Sunday} the needle climbs to {3..4} bar and stays there. The coffee comes out pale and fast, {9..12} seconds for a double, and tastes like {tea|warm water with an opinion|cardboard}. The pump sounds the same as always.",
      "My {model} used to sit at 9 bar without any thought. Now it is {4..5} on a good day. Nothing leaks, nothing smells, it just does not push any more. The only thing I changed is the coffee: a {lighter roast|bag from a new roaster}.",
      "{I get|I am getting} 40 grams in the cup after ten seconds, blond from the first drop. The gauge moves a little and gives up. Without the portafilter the water comes out {strong and even|normally}.",
      "New to this, so sorry if it is obvious. The gauge is in the grey zone and never reaches the green one. {Bought the coffee ground|I buy it ready-ground} at the shop. Same thing with two different bags.",
    ],
    tried: [
      "Tamped harder until the table creaked. No difference.",
      "I cleaned the screen and ran two cycles with detergent.",
      "With the blind basket the needle goes straight to {9..10}, so the pump can do it, can't it?",
      "Changed the dose from 16 to 18 grams: a bit better, not good.",
    ],
    right: [
      only(
        [1, 2, 3],
        "The pump is fine: if it reaches 9 bar against the blind basket, it does what it should. Pressure comes from the coffee, not from the machine, and yours lets the water through. **Grind finer**, in small steps, until 18 g in gives about 36 g out in {27..32} seconds. Expect three or four wasted shots on the way.\n\nA lighter roast needs to be noticeably finer than the one before.",
      ),
      only(
        [4],
        "Coffee ground for a shop filter will never build pressure in a single-wall basket. Either grind it yourself, or put in the *pressurised* basket that came in the box (two walls, one tiny hole underneath). With that one, shop coffee works.",
      ),
      only(
        [1, 2, 3],
        "It was the grind for me as well. New beans, two notches finer on the grinder, dose back to what the basket is made for ({17..18} g), and the needle stood at nine again. Tamping harder does nearly nothing once it is level.",
      ),
    ],
    half: [
      "Sounds like a worn pump to me. Mine went the same way after six years.",
      "Try a fuller basket. Twenty grams at least.",
      "Could be scale. When did you last descale?",
    ],
    gist: [
      only([1, 2, 3], "the coffee is too coarse, go finer until a double takes about half a minute"),
      only([1, 2, 3], "test with the blind basket; if that reaches 9 bar, it is the grind and not the pump"),
    ],
    asksBack: [
      [
        "What happens with the blind basket in?",
        "Just tried: straight up to 9 and it stays. So the pump is alive.",
        [1, 2, 3],
      ],
      [
        "How old is the coffee, and who grinds it?",
        "Roasted {two|three} weeks ago, I grind it at home right before.",
        [1, 2, 3],
      ],
    ],
    after: [
      afterAnswer(
        [1, 3],
        "Three notches finer and there it was: 9 bar, {28..31} seconds. I blamed the pump for a week.",
      ),
      "That was it. I had no idea that the coffee makes the pressure.",
      afterAnswer([1, 3], "Confirmed with a fresh bag. Slow, dark, sweet. Thank you."),
    ],
  },
  {
    key: "airlock",
    group: "machines",
    tags: ["pump", "water-tank"],
    times: 6,
    models: ["Wren", "Heron"],
    titles: [
      "{model} pumps loudly but no water comes out",
      only([1], "Pump sounds hollow after the tank ran dry"),
      only([1], "No water at all after refilling the tank"),
      "Loud buzzing and a dry cup",
      only([2], "{model} will not draw water after the holidays"),
    ],
    says: [
      "I let the tank run empty {this morning|yesterday evening, with guests watching}. Refilled it, and now the pump rattles like a moped and nothing comes out. Not from the group, not from the wand.",
      "The machine stood unused for {three weeks|a month} while we were away. It heats up, the pump runs, loud and hollow, and not one drop. The tank is full and seated.",
      "Changed the filter in the tank and since then the {model} makes a lot of noise and no coffee. If I listen closely I hear it gulping air.",
    ],
    tried: [
      "Took the tank out and put it back {three|ten} times. Switched off and on.",
      "Pressed the brew button for a whole minute. Is that bad for the pump?",
      "Checked the hose at the bottom of the tank, it is under water and not kinked.",
    ],
    right: [
      "There is air in the pump. Vibration pumps cannot push air against pressure, so give it an open way out:\n\n1. Tank full, filter out for now.\n2. Open the **steam or hot-water valve** fully, wand over a jug.\n3. Run the pump for ten seconds, pause ten, again. Three to five rounds.\n4. When water spits out of the wand, close the valve and flush the group.\n\nDo not let it run dry for longer than half a minute at a time.",
      only(
        [3],
        "Soak a new filter upside down in a glass until no more bubbles rise, then put it in. Dry filters are full of air and the pump sucks on that. Open the hot-water valve while you restart it and it catches within seconds.",
      ),
      only(
        [1, 2],
        "If opening the valve is not enough: take the tank off, put a syringe (without needle, {50|60} ml) with water on the inlet where the tank sits, press gently while the pump runs. Mine woke up at the first push.",
      ),
    ],
    half: [
      "The pump is probably dead. They do not survive running dry.",
      "Leave it overnight, the air finds its way out. Did for me once.",
      "Descale it, I would say.",
    ],
    gist: [
      "open the steam valve and run the pump in short bursts until the air is out",
      only([3], "soak the tank filter first, it is full of air"),
    ],
    asksBack: [
      ["Is there a filter in the tank, and was it soaked before it went in?", "Ah. There is, and it went in dry.", [3]],
    ],
    after: [
      afterAnswer(
        [1],
        "Steam valve open, third burst, a cough, and water. Two minutes of work after two days of worry.",
      ),
      afterAnswer([2], "It was the dry filter. It sat in a glass for {ten|twenty} minutes and now all is quiet."),
      afterAnswer([1, 3], "Worked. For the next reader: it really does need three or four rounds."),
    ],
  },
  {
    key: "gasket-leak",
    group: "machines",
    tags: ["leak", "gasket"],
    times: 6,
    models: ["Heron", "Kestrel", "Wren"],
    titles: [
      "Water runs down the outside of the portafilter",
      "{model} leaks around the portafilter when brewing",
      "Drips everywhere except into the cup",
      "Portafilter seal gone? Water over the rim",
      only([2], "Handle goes further to the right than before, and it leaks"),
    ],
    says: [
      "During the shot, water comes over the rim of the portafilter and runs down its outside. It began as a drop, now half of it ends up {in the tray|on the worktop}.",
      "My {model} is {age} old. The handle used to stop at six o'clock, now I can turn it nearly to {four|half past four} and it still leaks a little on the left side.",
      "With the blind basket it sprays sideways out of the group. With coffee it is better but not dry. I can see {cracks|a shiny, hard ring} when I look up with a torch.",
    ],
    tried: [
      "Wiped the rim of the basket and the ring in the group.",
      "Turning it tighter helps for two days, and I am afraid of breaking something.",
      "Brushed the group with a bent brush, lots of old grounds came out.",
    ],
    right: [
      "That is the group gasket: rubber, 8.2 mm, it goes hard after a year or two of heat. Unplug, let it cool, take out the screen (one screw), lift the old ring with a bradawl or a small screwdriver, brush the groove **really** clean, press in the new one with the bevel upwards. Fifteen minutes. The handle will stop further left again afterwards.",
      "Clean before you buy: coffee packed into the groove above the gasket lifts it on one side, and it leaks exactly like that. Group brush, blind basket with detergent, five cycles. If it is still wet after that, it is the {gasket, 8.2 mm|ring itself}.",
      "New silicone gasket, and the matter is done for years. Silicone stays soft. The size is on the parts page of each machine: 8.2 mm for Heron and Kestrel, 54 mm inner ring for the Wren.",
    ],
    half: [
      "Turn it tighter, it needs to bed in.",
      "A bit of food-safe grease on the lugs helped mine for a while.",
      "Looks like your basket is bent. Roll it on a table to see.",
    ],
    gist: [
      "the group gasket has gone hard; clean the groove and put in a new one (8.2 mm)",
      "brush out the groove first, and if that does not do it, change the gasket",
    ],
    asksBack: [
      [
        "Where does the handle stop now, compared with when it was new?",
        "At five o'clock now. I am fairly sure it was at six or even half past.",
        [1, 3],
      ],
    ],
    after: [
      afterAnswer([1, 3], "The old ring came out in four pieces. New one in, dry as a bone."),
      afterAnswer(
        [2],
        "It was only dirt. A {teaspoon|disgusting amount} of old coffee behind the ring. No new part needed.",
      ),
      afterAnswer([1, 3], "Silicone ring fitted, handle stops where it used to. Thank you."),
    ],
  },
  {
    key: "high-pressure",
    group: "machines",
    tags: ["pressure", "opv"],
    times: 4,
    models: ["Heron", "Kestrel"],
    titles: [
      "Gauge shows {11..12} bar, is that dangerous?",
      "{model} brews at {11..12} bar, how do I bring it down to 9",
      "Where is the pressure valve on the {model}",
      only([1], "Too much pressure with the blind basket"),
    ],
    says: [
      "With the blind basket the needle goes to {11..12}. Real shots end up between 10 and 11. Everything I read says nine. Coffee is drinkable but {a bit harsh|bitter at the back}.",
      "I bought the {model} second hand, and it has always run high. The previous owner said that all of them do. Do they?",
      "Is it normal that the pressure creeps up over the years? Mine was at 9 when new, I have a photo. Now {11|eleven and a bit}.",
    ],
    tried: [
      "Coarser grind lowers it, but then the shot is over in 20 seconds.",
      "I took the lid off and looked, and put it back on because I did not know what I was looking at.",
      "Nothing yet, I did not want to open it blindly.",
    ],
    right: [
      "Not dangerous, the safety valve sits at 14. It is the expansion valve (OPV), and you can set it. Unplug, lid off: brass hexagon behind the pump with a locknut. Blind basket in, then **a quarter turn anticlockwise at a time**, plug in, measure. Aim for 9.5 on the blind basket; that is about 9 in a real shot. Hold the locknut while you turn.",
      "Dials are not measuring instruments. Before you turn anything, borrow a portafilter with a gauge. Mine read 11 on the dial and 9.4 in the portafilter, so I left it alone and ground coarser.",
    ],
    half: [
      "All of them run at eleven. Ignore it.",
      "Grind coarser until the needle says nine, that is all there is to it.",
    ],
    gist: [
      "set the expansion valve: a quarter turn anticlockwise at a time, 9.5 bar on the blind basket",
      "check with a gauge in the portafilter first, the dial reads high",
    ],
    after: [
      afterAnswer([1], "A turn and a half in all, now 9.5 against the blind basket. Shots are sweeter."),
      afterAnswer([2], "Measured with a borrowed gauge: 9.3. The dial is just wrong. Left everything alone."),
      afterAnswer([1], "Done in {ten|twenty} minutes. The locknut was the hard part."),
    ],
  },
  {
    key: "pump-noise",
    group: "machines",
    tags: ["noise", "pump"],
    times: 4,
    models: ["Wren", "Heron"],
    titles: [
      only([1, 3], "Everything on the shelf rattles when I brew"),
      only([2], "{model} has become very loud"),
      only([1], "Vibration walks the cup off the tray"),
      only([1, 3], "How to make the {model} quieter in a flat with thin walls"),
    ],
    says: [
      "When the pump starts, the cups on top sing and the demitasse walks towards the edge. My neighbour {knows when I get up|has asked whether I am drilling}.",
      "It was never quiet, but for {two|three} weeks it has been a different noise: a metallic buzz on top of the hum. It stops when I press on the {side panel|drip tray}.",
      "We moved, and in the new kitchen the same machine is twice as loud. It stands on a thin wooden worktop.",
    ],
    tried: [
      "Folded a tea towel under it: helps a little, looks sad.",
      "Tightened the screws that I can see from outside.",
      "Moved it away from the wall.",
    ],
    right: [
      "Two things. First look for what touches: hoses against the housing make that metallic buzz. Unplug, lid off, and put a strip of silicone or a cable tie where a hose lies on sheet metal. Second, four soft feet (sorbothane or the rubber ones for washing machines, cut small). After that mine is a purr.",
      only(
        [2],
        "If it stops when you press the drip tray, then it **is** the drip tray: the grid sits on bare metal. Four dots of silicone under the corners, dry overnight, silence.",
      ),
    ],
    half: [
      "That is what vibration pumps sound like. Rotary pumps are quiet, but they are another machine.",
      "Air in the pump can sound like that, prime it.",
    ],
    gist: [
      "a hose touches the housing; pad it, and put soft feet under the machine",
      only([2], "silicone dots under the drip tray grid"),
    ],
    after: [
      afterAnswer(
        [1],
        "A hose lay against the side panel. One cable tie later my neighbour asked if I had stopped drinking coffee.",
      ),
      afterAnswer([2], "Dots of silicone under the grid. I cannot believe how much of the noise that was."),
      afterAnswer([1], "Soft feet did most of it, the rest I can live with."),
    ],
  },
];
