import type { GroupSlug } from "./problem.ts";

export interface DemoGroup {
  readonly slug: GroupSlug;
  readonly name: string;
  readonly charter: "help" | "interest";
  readonly purpose: string;
  /** As its members wrote them. */
  readonly rules: string;
}

export const community = {
  slug: "tamberlo",
  name: "Tamberlo",
  description:
    "People with a Tamberlo machine or grinder at home help one another with it, and talk about coffee. The people who build them are here, too, and wear a label.",
  locale: "en",
};

export const groups: readonly DemoGroup[] = [
  {
    slug: "machines",
    name: "Espresso machines",
    charter: "help",
    purpose: "Wren, Heron and Kestrel: heat, water, pressure, steam, leaks, cleaning, and coffee that tastes wrong.",
    rules: `We are here because something on the counter will not do what it should before the first cup of the day. So:

1. Say which machine you have, how old it is, and what water goes in. Two lines save two days.
2. Anything that smells burnt or trips the fuse: **pull the plug first, then write**. We do not guess about mains voltage. A solver takes these.
3. When it works again, say which answer did it. The next person finds yours.
4. "Buy another one" is not an answer.
5. Nobody is too new for this group. We have all run a pump dry.`,
  },
  {
    slug: "grinders",
    name: "Grinders",
    charter: "help",
    purpose: "Pebble and Flint: settings, burrs, static, jams, cleaning and the built-in scale.",
    rules: `1. Setting numbers mean little from one grinder to the next. Give dose, time and yield instead.
2. Unplug it before you put a finger, a brush or a spoon anywhere near the burrs. We have one member who did not.
3. Photos help. Photos of the burrs help most.
4. Other people's grinders are fine to mention, and nobody here gets points for hating them.`,
  },
  {
    slug: "app-account",
    name: "App and account",
    charter: "help",
    purpose: "Pairing, updates, schedules, history, sign-in, and what the app keeps about you.",
    rules: `1. Phone, system version, app version, machine firmware. They are all on one screen: *More › About*.
2. Never post your e-mail address, a serial number or a sign-in code here. If somebody has to see it, a solver asks you in private.
3. An answer from last spring may be wrong today. Say with which version it worked.
4. If an update broke it for you, search before you ask: there is a good chance that you are number twenty.`,
  },
  {
    slug: "orders-repair",
    name: "Orders and repair",
    charter: "help",
    purpose: "Parcels, parts, warranty, packing, and what happens in the workshop.",
    rules: `1. Keep order numbers, addresses and phone numbers out of the question. Solvers look them up another way.
2. Members can tell you how it went for them. Only the workshop can tell you how it goes for yours: their answers carry the staff label.
3. No buying and selling among members in here. We tried it and it went badly twice.
4. If it cannot be repaired, we want to hear that said plainly, and why.`,
  },
  {
    slug: "deutsch",
    name: "Auf Deutsch",
    charter: "help",
    purpose: "Hilfe auf Deutsch, zu allem: Maschinen, Mühlen, App und Werkstatt.",
    rules: `1. Hier wird geduzt. Wer lieber siezt, wird zurückgesiezt.
2. Gerät, Alter, Wasserhärte: Das erspart die erste Rückfrage.
3. Wenn es auf Englisch schon gelöst ist: kurz auf Deutsch zusammenfassen und verlinken. Nicht alle lesen gern Englisch.
4. Gelöst ist es, wenn die Person, die gefragt hat, es sagt. Nicht vorher.
5. Strom, Rauch, verschmorter Geruch: Stecker ziehen, dann schreiben.`,
  },
  {
    slug: "home-baristas",
    name: "Home baristas",
    charter: "interest",
    purpose: "What we brew, taste, read and get wrong. The coffee, not the machines.",
    rules: `This room is about coffee and the people who drink it.

1. **No product talk.** Not ours, not Tamberlo's, not anybody's, beyond what a story needs. If something is broken, the help groups are next door, and quick.
2. People from the company are welcome when they talk as people who drink coffee. We asked them to leave the catalogue outside, and they do.
3. No sourcing contests. "I found it at the supermarket" is a fine sentence.
4. Taste is not a test. You may call it lemony without proving it.`,
  },
  {
    slug: "latte-art",
    name: "Latte art",
    charter: "interest",
    purpose: "Milk, pitchers, hearts, tulips, and things that were meant to be swans.",
    rules: `1. Show the failures. They teach more than the swan.
2. Say what milk it was. Oat, soy and cow behave like three different sports.
3. Be as kind about a stranger's blob as you were about your own.
4. No product talk: technique first, and a pitcher is a pitcher.`,
  },
  {
    slug: "roasting",
    name: "Roasting at home",
    charter: "interest",
    purpose: "Pans, popcorn makers, drums, green coffee and the smell in the curtains.",
    rules: `1. Fire first: never leave a roast alone, keep a lid and an extinguisher near, and open a window.
2. Share the curve if you have one, and the smell if you have not.
3. Green coffee group orders are arranged elsewhere; here we only talk about how it turned out.
4. No machines for sale, no brand talk. Most of us roast in a pan.`,
  },
];
