import type { Story } from "./problem.ts";

export const roastingStories: readonly Story[] = [
  {
    group: "roasting",
    tags: ["pan", "beginner"],
    title: "First roast in a pan: half charcoal, half peas",
    body: "Cast iron, 150 g of a washed Guatemalan, stirring until my arm fell off. Some beans are black, some are green. The kitchen is grey. Where do I begin to mend this?",
    replies: [
      {
        by: "hedda",
        text: "Half the amount, 80 g, so that each bean meets the pan. Medium heat, lid on for the first three minutes and shake, lid off when they turn yellow, then stir without a break. First crack should come at nine or ten minutes. If it comes at six, it is too hot, and that is what makes the two colours.",
        solves: true,
        comments: [
          "80 g, nine and a half minutes, all one colour. I am proud of a bowl of beans.",
          "Let them rest for three days before you judge.",
        ],
      },
      { by: "kofi", text: "Thin steel instead of cast iron. Iron stores too much heat, you cannot brake it." },
      {
        by: "marisol",
        text: "My mother sings while stirring. When the song is over, it is done. It is a song of eleven minutes.",
      },
    ],
  },
  {
    group: "roasting",
    tags: ["smoke", "neighbours"],
    title: "How do you roast without the neighbours calling somebody?",
    body: "Third floor, one window, two smoke detectors. Yesterday a very polite man from the second floor rang and asked whether I was in danger.",
    replies: [
      {
        by: "yuki",
        text: "On the balcony, when it is raining. Everybody has their windows shut. And a bag of beans for the second floor, once a month.",
      },
      {
        text: "Popcorn maker under the hood with a piece of aluminium duct. Stop before second crack, that is where the smoke begins.",
      },
      { by: "graham", text: "Please do not take the battery out of the detector. I have seen what comes of that." },
    ],
  },
  {
    group: "roasting",
    tags: ["popcorn-maker"],
    title: "Popcorn maker runs away at first crack",
    body: "From yellow to first crack in two minutes, and after that there is no holding it. Everything I make tastes of toast. It has no switch but on and off.",
    replies: [
      {
        text: "Extension cord of 25 metres, unrolled. No joke: it loses enough voltage. But do feel whether it gets warm, and never roll it up.",
        comments: ["It gets a bit warm. I do not like that.", "Then stop. Fewer beans do the same more slowly."],
      },
      {
        by: "kofi",
        text: "Put in *more* beans, not fewer, up to where they only just turn. More mass, slower rise. And stir with a wooden spoon for the first minute.",
        solves: true,
      },
      { by: "ivo", text: "No extension cord please, in no length. That is how fires begin. More beans." },
    ],
  },
  {
    group: "roasting",
    tags: ["first-crack"],
    title: "I never hear first crack. Am I deaf to it?",
    body: "The fan is loud, the beans rattle, the children are children. Suddenly everything is dark. How do you know?",
    replies: [
      {
        by: "joao",
        text: "By smell. Hay, bread, and then for a moment it smells sharp, like vinegar on toast. That is the moment. My uncle is half deaf and roasts a hundred kilos a day.",
      },
      { by: "yuki", text: "The steam stops, the chaff flies. Look at the chaff." },
      { by: "marisol", text: "A stethoscope on the outside of the drum. I wish I were joking." },
    ],
  },
  {
    group: "roasting",
    tags: ["rest", "freshness"],
    title: "How long do you let it rest?",
    body: "I read three days, I read three weeks. My last one tasted of peanut shell on day two and of apricot on day twelve. Is that a rule?",
    replies: [
      {
        by: "hedda",
        text: "Light: ten to fourteen days. Dark: four. I write the date on the jar and am forbidden to open it by my own handwriting.",
      },
      { text: "Try it every day and write down one word. It is the cheapest course in roasting." },
      { by: "kofi", text: "For filter I do not wait so long. Espresso needs it." },
    ],
  },
  {
    group: "roasting",
    tags: ["green-coffee", "storage"],
    title: "Green beans from last year smell of sack. Throw away?",
    body: "Two kilos of Sumatra forgotten behind the skis. They look fine and smell of jute and a little of cellar.",
    replies: [
      {
        by: "joao",
        text: "Past crop. Roast a bit darker, drink with milk. No shame in it. If they smell of *mould*, away with them at once.",
      },
      {
        text: "Practise on them. I learned to hear first crack on old beans, nobody was sad about them.",
        solves: true,
      },
    ],
  },
  {
    group: "roasting",
    tags: ["cooling"],
    title: "Two colanders and a hair dryer: how do you cool?",
    body: "It goes on roasting in the bowl, I see it get darker while I run to the window. What do you do in the last minute?",
    replies: [
      {
        by: "hedda",
        text: "Two metal colanders, pouring from one to the other, outside. Two minutes, and the chaff flies away as well.",
        solves: true,
      },
      { text: "Cold baking sheets from the freezer. Spread out, shake." },
      { by: "marisol", text: "A straw tray and wind. It has worked for two hundred years." },
    ],
  },
  {
    group: "roasting",
    tags: ["curve", "notes"],
    title: "What do you write down for each roast?",
    body: "I have a beautiful notebook and do not know what to put in it. What has turned out to be useful after a year?",
    replies: [
      {
        text: "Weight in, weight out. The loss in percent tells me more than any colour: 13 light, 15 middle, 17 too far.",
      },
      {
        by: "yuki",
        text: "Weather, minutes to yellow, minutes to first crack, when I stopped, one word two weeks later. Five columns. More I never read again.",
      },
      {
        by: "rukmini",
        text: "What was on the radio. It helps me to remember all the rest.",
        comments: ["I have added a column for the radio.", "You will see."],
      },
    ],
  },
];
