import type { Story } from "./problem.ts";

/** What lies open today: the first things that somebody sees who signs in with one of the printed links. */
export const currentStories: readonly Story[] = [
  {
    group: "machines",
    by: "ines",
    tags: ["kestrel", "steam"],
    title: "Kestrel: steam is fine on the first cup and weak on the second",
    body: "The first cappuccino of the morning is perfect. If I make a second one right after it, the steam is weak and wet, and the gauge drops from 1.3 to 0.7 bar. After five minutes it is back. Two years old, filtered water, descaled in spring.\n\nI cleaned the tip with a needle, which helped with the first cup and not with the second.",
    hoursAgo: 26,
    asksBack: [["Which power setting is it on? Menu, `Pwr`.", "It says `Lo`. I have never touched that, I think."]],
    replies: [
      {
        by: "pavel",
        text: "Could be the heating element of the steam boiler getting old. Does the warm-up take longer than it used to?",
        afterHours: 4,
      },
      {
        by: "sanne",
        text: "`Lo` is your answer, I believe. On *low power* it heats only one boiler at a time, and after a shot the coffee boiler comes first. I need it on my boat. On a normal socket set it to `Hi` and both heat at once. A second jug needs about 40 seconds then.",
        afterHours: 9,
      },
    ],
  },
  {
    group: "machines",
    tags: ["heron", "noise"],
    title: "Heron clicks every ten seconds when it is idle",
    body: "A dry click from the left side, regular as a clock, even with nothing running. It heats and brews as it should. It began on Saturday. Is that the pressure switch, and does it have to worry me?",
    hoursAgo: 31,
    replies: [],
  },
  {
    group: "machines",
    tags: ["kestrel", "preinfusion"],
    title: "Preinfusion on the Kestrel: water stops completely after 3 seconds",
    body: "With preinfusion at 4 seconds the pump stops after three, and then nothing happens until I press again. Without preinfusion it works. Firmware 2.8, half a year old.\n\nTried 2, 4 and 6 seconds and a factory reset.",
    hoursAgo: 50,
    asksBack: [["Does it do that with the blind basket as well?", "Yes, exactly the same."]],
    replies: [],
  },
  {
    group: "grinders",
    tags: ["flint", "firmware"],
    title: "Flint display frozen on the weight of yesterday",
    body: "It shows 18.1 since yesterday evening and reacts to nothing, but it grinds when I press the fork. Unplugging for a minute did not change it.",
    hoursAgo: 20,
    replies: [
      {
        by: "pavel",
        text: "Leave it unplugged for ten minutes, not one. There is a capacitor that keeps the display alive.",
        afterHours: 6,
      },
    ],
  },
  {
    group: "orders-repair",
    tags: ["repair", "kestrel"],
    title: "Kestrel came back from repair with a new noise",
    body: "Leak repaired, thank you, it is dry. But now there is a hum while it is on, all the time, that was not there before. A little like a fridge. Do I have to send 26 kilos again for that?",
    hoursAgo: 28,
    replies: [
      {
        by: "owen",
        text: "Look whether the tank sits on its felt. After my repair the felt was missing, and it hummed like that.",
        afterHours: 5,
      },
    ],
  },
  {
    group: "app-account",
    tags: ["schedule", "app-4-3"],
    title: "4.3: schedule for weekends only cannot be saved",
    body: "If I tick only Saturday and Sunday, *Save* stays grey. With a weekday in addition it works. App 4.3.2, Android 15.",
    hoursAgo: 6,
    replies: [
      {
        by: "beatriz",
        text: "I can reproduce it: Kestrel, 4.3.2, both systems. Until it is mended, make two schedules, one for Saturday and one for Sunday. That can be saved.",
        afterHours: 1.5,
      },
    ],
  },
  {
    group: "deutsch",
    tags: ["heron", "druck"],
    title: "Heron: Manometer steht nach dem Ausschalten auf 4 bar",
    body: "Nach dem Ausschalten bleibt der Zeiger bei 4 bar stehen und fällt erst nach zehn Minuten. Früher war er sofort auf null. Kaffee ist wie immer. Muss ich etwas tun?",
    hoursAgo: 17,
    replies: [
      {
        by: "ruth",
        text: "Meine macht das auch seit dem Winter, und es ist nichts passiert. Genau weiß ich es aber nicht.",
        afterHours: 3,
      },
    ],
  },
];

/** What a steward took away, with the reason that its author was told. */
export const removedStories: readonly Story[] = [
  {
    group: "orders-repair",
    tags: ["parts"],
    title: "Spare Wren portafilter to give away for 25 euros",
    body: "54 mm, hardly used, because I have moved on to a Heron. Write to me if you want it, I am in the east of the city.",
    replies: [],
    removedBecause:
      "Rule 3: no buying and selling among members in this group. The swap shelf of your local repair café is a good place for it.",
  },
  {
    group: "orders-repair",
    tags: ["delivery"],
    title: "Order 40-118-2207, please send it to my new address",
    body: "Name, street, flat number and the telephone of my neighbour: [taken out]. Please ring twice.",
    replies: [],
    removedBecause:
      "Rule 1: an order number and an address stood here for everybody to read. Piotr has them and writes to you in private.",
  },
  {
    group: "home-baristas",
    tags: ["machine"],
    title: "Heron or Kestrel for two flat whites a day?",
    body: "We are thinking about a new machine, and I would like to hear opinions. Is the dual boiler worth it?",
    replies: [
      {
        by: "noor",
        text: "A good question for *Espresso machines*, next door. In here we leave the machines outside, so I am moving you along.",
        afterHours: 2,
      },
    ],
    removedBecause:
      "Rule 1 of this group: no product talk. You are welcome to ask it in Espresso machines, where many will answer.",
  },
  {
    group: "app-account",
    tags: ["sign-in"],
    title: "My sign-in code is 449 201, why is it refused?",
    body: "I typed it three times, 449 201, for my address at the big provider with the blue letter. What is wrong with it?",
    replies: [],
    removedBecause:
      "Rule 2: a sign-in code and a hint to your address stood here. Nothing was lost; please ask again without them.",
  },
  {
    group: "grinders",
    tags: ["flint"],
    title: "Whoever grinds with a blade grinder should be locked up",
    body: "I said what I said, and I mean the man from yesterday in particular.",
    replies: [],
    removedBecause: "Rule 4, and common kindness: this was about a member and not about a grinder.",
  },
  {
    group: "machines",
    tags: ["heron"],
    title: "test",
    body: "does this work",
    replies: [],
    removedBecause: "A test, and it works. Removed so that nobody has to read it twice.",
  },
  {
    group: "latte-art",
    tags: ["milk"],
    title: "Which jug with a pointed spout do you recommend?",
    body: "Names and shops, please, I want to buy one today.",
    replies: [],
    removedBecause:
      "Rule 4: a pitcher is a pitcher, no names and shops here. Ask about the technique and you will get a page of answers.",
  },
  {
    group: "deutsch",
    tags: ["heron"],
    title: "Netzteil selbst überbrücken, Anleitung",
    body: "So macht man das: [entfernt]. Bei mir lief es danach wieder, meistens.",
    replies: [
      {
        by: "stefan",
        text: "Bitte nicht nachmachen. Das ist lebensgefährlich, und ich sage das als einer, der davon lebt.",
        afterHours: 1,
      },
    ],
    removedBecause: "Regel 5: Basteln an der Netzspannung. Das ist gefährlich für alle, die es nachmachen.",
  },
];
