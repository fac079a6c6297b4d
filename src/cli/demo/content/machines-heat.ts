import { afterAnswer, only, type Problem } from "./problem.ts";

export const heatProblems: readonly Problem[] = [
  {
    key: "weak-steam",
    group: "machines",
    tags: ["steam", "milk"],
    times: 6,
    models: ["Wren", "Heron", "Kestrel"],
    titles: [
      "Steam has become weak on the {model}",
      "{model}: steam takes two minutes for one jug",
      "Hardly any steam, milk stays lukewarm",
      "Steam wand only whispers",
      only([1], "Steam pressure fine on the gauge, but nothing arrives in the milk"),
    ],
    says: [
      "The steam used to be done with 150 ml in {25..35} seconds, now it takes well over a minute and I get warm milk with soap bubbles. The pressure gauge says {1.1|1.2} bar as always.",
      "Two of the four holes in the tip seem to do nothing. It whistles to one side and the milk does not turn.",
      "Since we are back from holidays the wand only breathes. I did not clean it properly before we left, I admit.",
    ],
    tried: [
      "Wiped the wand and purged it, same.",
      "Soaked the tip in hot water for an hour.",
      "Waited ten minutes longer for it to heat up.",
    ],
    right: [
      "Dried milk in the tip. Unscrew it (counter-clockwise, a cloth and pliers if it sits tight), poke every hole from the outside with a needle, then leave it in **hot water with a teaspoon of milk-cleaner** for half an hour. While it is off, open the valve for a second: if steam roars out of the bare wand, that was all it is.",
      "If the bare wand is weak as well, it sits higher up: fill a jug with cleaner solution, put the wand in, open the valve briefly, close it. When it cools, it sucks the solution up inside. Ten minutes, then blow it out twice into a cloth.",
      "Mine was blocked for the second time this year until I learned the habit: purge *before* and *after*, wipe at once. Milk is sucked up the moment you close the valve too early in the jug.",
    ],
    half: [
      "Probably scale in the boiler. Descale twice.",
      "Turn the steam pressure up, 1.5 bar does no harm.",
      "That is just how it is in winter, cold milk takes longer.",
    ],
    gist: [
      "the holes of the tip are full of dried milk: unscrew, needle, soak in milk-cleaner",
      "let the wand suck up cleaner while it cools, then blow it out",
    ],
    asksBack: [["What does it do with the tip unscrewed?", "Roars like it did on the first day. So it is the tip?"]],
    after: [
      afterAnswer([1], "Needle and half an hour in cleaner. Now it nearly blew the milk out of the jug."),
      afterAnswer([1], "Two holes were completely shut. I am a little ashamed, and have very good foam."),
      afterAnswer([2], "It sat higher up, the sucking trick did it."),
    ],
  },
  {
    key: "wet-steam",
    group: "machines",
    tags: ["steam", "milk"],
    times: 4,
    models: ["Heron"],
    titles: [
      "Water comes out of the wand before the steam",
      "Steam is wet and the milk gets thin",
      "How long until dry steam on the {model}?",
      "Spitting wand waters down my cappuccino",
    ],
    says: [
      "When I open the steam valve I first get a good sip of water, sometimes {20|30} ml, then steam that still spits. The milk gets watery.",
      "The steam lamp is on, I open the valve, and it gurgles for half a minute. By then the lamp is off again.",
      "It began after I had the machine open to {change the gasket|clean it}. Not sure if the two belong together.",
    ],
    tried: [
      "Purging longer, but then the pressure is gone.",
      "Waited for five minutes after the lamp.",
      "Angled the wand in all directions.",
    ],
    right: [
      "A sip of water is condensation and normal: open the valve for three seconds into a cloth **before** the jug, every time. If it goes on gurgling, the boiler is too full. On the Heron the level probe gets a coat of scale and fills too high; unscrew it on top of the boiler (unplugged, cold), wipe it until it shines, done.",
      "Wait for the lamp, purge, wait for the lamp *again*, then steam. The second wait makes the difference: after the purge the pressure has to come back.",
    ],
    half: ["Descale it.", "Your machine is too small for milk, honestly."],
    gist: [
      "purge into a cloth first and wait for the lamp a second time",
      "the level probe is dirty, so the boiler fills too high: wipe it",
    ],
    after: [
      afterAnswer([2], "The second wait it is. Dry steam, real foam."),
      afterAnswer([1], "The probe had a white coat on it. Wiped it, and the gurgling is gone."),
      afterAnswer([1, 2], "Purging three seconds before is all I needed to learn."),
    ],
  },
  {
    key: "sour-cold",
    group: "machines",
    tags: ["taste", "temperature"],
    times: 6,
    models: ["Wren", "Heron", "Kestrel"],
    titles: [
      only([1, 3, 4], "Espresso tastes sour whatever I do"),
      only([2], "First coffee of the day is sour, the third is good"),
      only([3], "Sour shots with a light roast on the {model}"),
      only([1, 3, 4], "Sharp, lemony and not in a good way"),
      only([1, 4], "How do I get rid of the sourness?"),
    ],
    says: [
      "Every shot is sour enough to make my face move. {17..18} g in, {35..38} g out in {24..27} seconds, so by the numbers it should be fine.",
      "The first one after switching on is sour, the second better, the third is lovely. I do not want to throw two coffees away each morning.",
      "I switched to a light Ethiopian and everything tastes of unripe grapefruit. With the old dark roast the machine did well.",
      "Am I a bad taster or is it sour? My wife says sour. I trust her nose more than mine.",
    ],
    tried: [
      "Finer, until it choked. Then sour and bitter at once.",
      "Longer ratio, 1 to 2.5. Better but thin.",
      "Different water from a bottle: no difference.",
    ],
    right: [
      only(
        [2],
        "If the third is good, then the first is **cold**. The lamp says that the boiler is hot; the group and the portafilter need far longer. Leave it on for {20..25} minutes with the portafilter locked in, or pull two empty shots through it before the first coffee. That alone cures most of the sourness I meet.",
      ),
      only(
        [3],
        "Light roasts want three things: hotter ({94|95} °C if yours can be set), finer, and more water through them, 1 : 2.5 instead of 1 : 2. Change one at a time, in that order.",
      ),
      only(
        [1, 4],
        "Sour means too little got out of the coffee. Your numbers look right but the puck may run through on one side. Stir the grounds with a needle before tamping and taste again before you change anything else.",
      ),
    ],
    half: [
      "Buy darker beans, life is short.",
      "Grind coarser, it is over-extracted.",
      "Your water is too soft I guess.",
    ],
    gist: [
      only([2], "let it warm up for 20 minutes with the portafilter in, the first shot was simply cold"),
      only([3], "hotter and 1 : 2.5 for light roasts"),
      only([1, 4], "stir the grounds before tamping, it ran through on one side"),
    ],
    asksBack: [
      ["How long is it switched on before the first one?", "Until the lamp goes out, so four or five minutes?", [2]],
      ["Which temperature is set?", "{91|92}, as it came.", [1, 3, 4]],
    ],
    after: [
      afterAnswer([1], "Twenty minutes with the handle in. The first shot is now as good as the third used to be."),
      afterAnswer([2], "94 degrees and a little more water. No more grapefruit."),
      afterAnswer([1], "Two empty shots first, and it is round from the first one on."),
      afterAnswer([3], "Stirred, tamped, tasted: round. It had been running through on the left all the time."),
    ],
  },
  {
    key: "cooling-flush",
    group: "machines",
    tags: ["temperature", "heron", "heat-exchanger"],
    times: 3,
    titles: [
      "Heron: first water boils and spits out of the group",
      only([1, 2], "Burnt taste when the Heron has been on for an hour"),
      "How much do I have to flush on a heat exchanger?",
    ],
    says: [
      "After it has idled for an hour, the first water out of the group hisses and spits steam. The shot after that tastes burnt. The next one is fine.",
      "At weekends the Heron is on all morning. Whoever comes last gets the burnt one. There must be a system to it.",
      "I moved from a single boiler to a Heron and do not understand the temperature at all. Sometimes perfect, sometimes ash.",
    ],
    tried: [
      "Let some water run, but I never know how much is enough.",
      "Lowered the steam pressure a bit, then the milk takes forever.",
    ],
    right: [
      "That is how a heat exchanger behaves: the water waiting in it gets far too hot while nothing moves. Flush **until the hissing stops, and then two seconds more** (about {120..150} ml after an hour). Then lock in and brew within half a minute. Between two coffees in a row you flush nothing.",
      "I went by sound and never looked back: hiss, hiss, quiet, count to two, stop. A cheap thermometer strip on the group tells the same: brew at 93 to 94.",
    ],
    half: ["Switch it off between the coffees.", "Something is wrong with the thermostat, it should not do that."],
    gist: ["flush until the hissing stops and two seconds more, then brew within half a minute"],
    after: [
      "Hiss, quiet, two, stop. The late sleepers get good coffee now.",
      "So simple once somebody says it. 130 ml after an hour, exactly.",
    ],
  },
  {
    key: "trips-fuse",
    group: "machines",
    tags: ["electrical", "safety"],
    times: 4,
    models: ["Heron", "Kestrel", "Wren"],
    titles: [
      only([1], "{model} trips the fuse when it heats"),
      only([2], "RCD goes off after about {3..6} minutes"),
      only([3], "Breaker trips as soon as I switch the {model} on"),
      only([1, 3], "All the lights go out when I make coffee"),
    ],
    says: [
      "I switch it on, it heats for {3..6} minutes, click, half the flat is dark. On another socket the same. It began {on Monday|after the damp weekend|from one day to the next}.",
      "The residual current breaker trips, not the fuse. It happens even with the pump off, only the heating runs. The {model} is {age} old.",
      "It stood in an unheated {cellar|holiday house} over the winter. First time on, and bang, dark.",
    ],
    tried: [
      "Other sockets, other circuit, no extension lead.",
      "Nothing, I pulled the plug and wrote here, as the rules say.",
      "Let it dry on the radiator for two days.",
    ],
    right: [],
    fromStaff: [
      "Thank you for pulling the plug; leave it out, please. A breaker that trips *while heating* is nearly always a heating element whose seal has let moisture in. We measure it in the workshop: above 2 megaohm it may be dried, below that the element is changed. This is nothing to open at home. I send you the form for the pick-up in private; typical time is {6..9} working days.",
      "Staff here. Please do not dry and retry: each try makes the leak to earth worse. It comes to us, we test insulation first and tell you the price before we touch anything. Inside the warranty it costs nothing.",
    ],
    half: [
      "Mine did that when it was damp and a day in the sun cured it. But I am not an electrician.",
      "Could be the element or a chafed wire. Either way, do not touch it while plugged in.",
      "Try a stronger fuse.",
    ],
    gist: ["leave it unplugged and let the workshop measure the element; this one is not for home"],
    asksBack: [
      [
        "Is it the breaker for the room or the residual current one (with the test button)?",
        "The one with the test button.",
        [1],
      ],
    ],
    after: [
      "It came back with a new element and a note with both readings. Eight days, door to door.",
      "Element was at 0.3 megaohm. Repaired under warranty, works.",
      "Back from the workshop, fuse stays in. I am glad that I did not keep trying.",
    ],
  },
  {
    key: "warm-up",
    group: "machines",
    tags: ["temperature", "kestrel", "schedule"],
    times: 3,
    titles: [
      only([1, 2], "How long does a Kestrel really need to warm up?"),
      only([1], "Kestrel says ready after 6 minutes, is it?"),
      only([3], "Warm-up time and electricity, Kestrel"),
    ],
    says: [
      "The display says ready after six minutes, but the cup is clearly better after half an hour. What is true?",
      "I would like to know when to let the schedule start. I drink at 6:40 and not a minute later.",
      "How much electricity does it cost to leave it on from 6 to 9? My flatmate wants a figure.",
    ],
    tried: ["Felt the portafilter: lukewarm at ready.", "Measured with a kitchen thermometer, which I do not trust."],
    right: [
      only(
        [1, 2],
        "Ready means that the *boilers* are at temperature. The group is four kilos of brass and follows slowly: mine needs 24 minutes until nothing changes any more. Set the schedule 25 minutes ahead. With two empty shots you can shorten it to 12.",
      ),
      only(
        [3],
        "I had a meter on it: heating up takes 0.23 kWh, holding takes 0.09 kWh an hour. So 6 to 9 is about half a kilowatt hour. Scheduling it for 6:15 to 8 is a bit less and the coffee is the same.",
      ),
    ],
    half: ["Six minutes is fine, people imagine things.", "Leave it on all day, heating up costs more than holding."],
    gist: [only([1, 2], "the boilers are ready after 6 minutes and the group after about 25")],
    after: [
      afterAnswer([1], "Schedule set to 6:15. At 6:40 it is perfect."),
      afterAnswer([2], "0.23 and 0.09 it is, my meter says nearly the same. Flatmate satisfied."),
    ],
  },
];
