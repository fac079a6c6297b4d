import type { Story } from "./problem.ts";

export const lifeStories: readonly Story[] = [
  {
    group: "home-baristas",
    tags: ["morning"],
    title: "What is the first thing you do in the morning, before the coffee?",
    body: "I fill the kettle, open the window and listen who else is up. The baker's van at ten to five, the neighbour's radio. How does it begin for you?",
    replies: [
      { by: "bram", text: "I find out which child has slept where." },
      { by: "misaki", text: "窓を開ける。 I open the window as well. In winter only a hand's width." },
      { text: "Dog first. The dog does not care about grind size." },
      { by: "frances", text: "My morning is at eight in the evening, before the shift. The window I do, too." },
      { by: "noor", text: "For forty years I warmed up a bus. Now I warm up a cup. It is the better bus." },
    ],
  },
  {
    group: "home-baristas",
    tags: ["books"],
    title: "Books about coffee that are not recipes",
    body: "I have enough recipes for two lives. What did you read about the people, the ships, the farms, the strange history of all this?",
    replies: [
      {
        by: "joao",
        text: "Anything about the frost of 1975 in Paraná. My family moved because of one night. I look for a good book on it myself, so if anybody knows one in any language.",
      },
      {
        text: "Old cookbooks from the library sale. The coffee chapter is always at the end, and it is always insulting.",
      },
      {
        by: "graham",
        text: "Our town library has the minutes of the temperance society, which ran coffee houses against the pubs. They lost, beautifully.",
      },
    ],
  },
  {
    group: "home-baristas",
    tags: ["cups"],
    title: "Show me the cup you would save from a fire",
    body: "Mine has a crack and no handle, and it came from a station buffet that no longer exists. I bought it by leaving too much money on the table. Which is yours?",
    replies: [
      { by: "giulia", text: "My grandmother's, with the gold rim worn off on one side. She was left-handed." },
      { by: "leila", text: "A tea glass. I know. But it is the one." },
      { text: "A school mug that says *Third place in high jump*. I have never jumped." },
      { by: "pavel", text: "A thick brown one from the army canteen. It keeps the heat like an oven." },
    ],
  },
  {
    group: "home-baristas",
    tags: ["guests"],
    title: "Coffee for twenty people without losing your mind?",
    body: "My mother turns seventy, twenty people, and everybody expects *your good coffee*. If I pull twenty espressos I will not see my mother. What would you do?",
    replies: [
      {
        by: "hedda",
        text: "Steeped in big pots, like at the cabin: 60 g to a litre, coarse, hot water on it, four minutes, stir, skim the foam, let it settle, pour through a sieve into thermos jugs. Two litres at a time, it tastes better than it has a right to.",
        solves: true,
        comments: [
          "Three pots, two jugs, and I sat beside my mother all afternoon. Everybody asked for the recipe.",
          "Happy birthday to her.",
        ],
      },
      { text: "Borrow the church urn, put good coffee in, and keep quiet about it." },
      { by: "joao", text: "Cloth filter as big as a hat. My aunt does eighty people with it." },
    ],
  },
  {
    group: "home-baristas",
    tags: ["history", "country"],
    title: "How did your grandparents drink coffee?",
    body: "Mine boiled it with chicory in a blue enamel pot and let it stand on the stove all day. By evening the spoon stood up. And yours?",
    replies: [
      {
        by: "rukmini",
        text: "Brass filter, decoction in the morning, milk from the man with the buffalo. Poured from a height, one metre, never a drop beside.",
      },
      { by: "chidi", text: "Tin of instant, condensed milk, and silence. Nobody spoke until the cup was empty." },
      { by: "dmytro", text: "Ячмінна, barley. The real one was for guests and for the doctor." },
      { by: "ruth", text: "Muckefuck, all week. On Sundays seven beans too many, as she said." },
      {
        by: "minseo",
        text: "My grandmother drank dabang coffee with an egg yolk in it, in Busan in 1968. She says it was modern.",
      },
    ],
  },
  {
    group: "home-baristas",
    tags: ["giving-up"],
    title: "Two weeks without coffee: report",
    body: "For no reason but curiosity. Day 2 headache, day 4 anger at a lamp, day 9 slept like a child, day 14 first espresso again, and I heard colours. Would do it again. Has anybody gone for longer?",
    replies: [
      {
        text: "All of Ramadan during the day, every year. The first cup in the evening is the best cup of the year, and nobody can explain that to somebody who has not done it.",
      },
      { by: "owen", text: "Four days. I count the lamp as self-defence." },
      {
        by: "marisol",
        text: "Lent, once. I found out that I love the smell more than the drink, so I kept roasting and gave it all away.",
      },
    ],
  },
  {
    group: "home-baristas",
    tags: ["smell"],
    title: "What does coffee smell of where you live?",
    body: "Here the roastery by the canal lets it out at four in the afternoon, and the whole quarter smells of toast and rope. It is the only clock I believe. Other places?",
    replies: [
      { by: "kofi", text: "In Kumasi it is smoke and then, over it, something like jam." },
      { by: "sanne", text: "Diesel and coffee, from the boat beside mine, seven sharp." },
      {
        by: "marisol",
        text: "Wet stone, and drying coffee on the roofs, in June. It smells like hay that went to university.",
      },
      { by: "yuki", text: "The neighbour complains. So: of a complaint." },
    ],
  },
  {
    group: "home-baristas",
    tags: ["rules"],
    title: "Do we want to keep rule 1 as strict as it is?",
    body: "Somebody was asked last week to move a question about a leaking machine next door, kindly, and did. I liked that. But a new member asked me whether they may say the *name* of their grinder at all. Shall we write it more clearly?",
    replies: [
      {
        by: "noor",
        text: "My reading: a name in a story is fine. A question about the thing goes next door, where it gets solved faster anyway. I would write exactly that.",
      },
      {
        by: "marit",
        text: "I work for the people who build them, so take this as one voice that has no vote. I like that there is one room in which nobody asks me for a gasket.",
      },
      { by: "frances", text: "Keep it. This is the only place on my phone that does not want anything from me." },
      {
        by: "joao",
        text: "*Beyond what a story needs* says it. Leave it as it is.",
        comments: ["Then I will answer the new member with your sentence.", "Send them a story along with it."],
      },
    ],
  },
  {
    group: "home-baristas",
    tags: ["weather"],
    title: "Does the weather really change your shot, or do we imagine it?",
    body: "Thunderstorm yesterday, everything ran faster. Today dry, everything slow. I keep a diary now. Do you believe in it?",
    replies: [
      {
        by: "chidi",
        text: "Humidity, yes: the beans take up water within hours if the bag is open. Air pressure, no. My diary has 200 lines and says so.",
      },
      { text: "I believe in it on days when it tastes bad." },
      { by: "pavel", text: "I keep one for clocks. Everything that moves follows the weather." },
      { text: "Close the bag. Mine stopped caring about thunder." },
    ],
  },
];
