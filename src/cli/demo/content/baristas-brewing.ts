import type { Story } from "./problem.ts";

export const brewingStories: readonly Story[] = [
  {
    group: "home-baristas",
    tags: ["tasting"],
    title: "How did you learn to taste the difference between sour and bitter?",
    body: "I nod when people say *bright* or *astringent*, and I have no idea. To me there is good coffee and bad coffee, and bad coffee makes a face. Is there a way to practise this without a course that costs a week's wages?",
    replies: [
      {
        text: "Four glasses: water with lemon juice, water with tonic, water with a strong black tea that stood for ten minutes, plain water. Sip them in turn. Sour makes you salivate at the sides, bitter sits at the back, astringent is the tea: your tongue feels like felt. After that I heard what coffee was saying.",
        solves: true,
        comments: [
          "Did it on Sunday with my sister. The tea was the revelation, I had called that bitter all my life.",
          "Now try the same coffee at three grinds, side by side. That is the second lesson.",
        ],
      },
      {
        by: "giulia",
        text: "My grandmother's method: think of a fruit, any fruit, and say it aloud before anybody else does. You are never wrong, and after a month you are sometimes right.",
      },
      { by: "frances", text: "Let it cool. Hot coffee only tastes hot. At lukewarm there is no hiding." },
      {
        text: "Two cups of two different coffees side by side beat any description. You do not have to know what it is, only which is more.",
      },
    ],
  },
  {
    group: "home-baristas",
    tags: ["filter", "recipe"],
    title: "Your filter recipe for a grey Sunday",
    body: "One cup, no hurry, rain outside. What do you brew, and how? I do 15 g to 250, one bloom, one long pour, and I am bored with it.",
    replies: [
      {
        by: "misaki",
        text: "13 g, 200 ml, five small pours of 40, each when the bed is nearly dry. 92 degrees. It takes four minutes, and you do nothing else in them. That is the point.",
      },
      {
        by: "yuki",
        text: "Nel drip. 25 g coarse, 80 degrees, drop by drop, 120 ml. Like a liqueur. It cannot be hurried, which is why I do it on Sundays only.",
      },
      {
        text: "Same recipe as yours but half of the water over ice in the server. Even when it is grey. Especially then.",
      },
      {
        by: "joao",
        text: "Café de coador as my uncle makes it: boil water with the sugar, pour it through the cloth. You will all hate it, and I will drink it.",
        comments: ["I made it. I did not hate it.", "He will hear of this."],
      },
    ],
  },
  {
    group: "home-baristas",
    tags: ["decaf"],
    title: "Decaf that does not taste of wet cardboard: does it exist?",
    body: "Doctor's orders, six months without caffeine. I have tried three from the shop and they all taste of the box they came in. Please give me hope.",
    replies: [
      {
        by: "frances",
        text: "It exists. Look for the process on the bag: sugar cane or mountain water. Fresh, two weeks off roast at most, since decaf ages twice as fast. Grind a little coarser than usual, because it is brittle. I drink it at 4 am on the ward and nobody has complained.",
        solves: true,
        comments: [
          "Sugar cane, from Huila. I sat down and was quiet. Thank you, Frances.",
          "Six months will go by like nothing.",
        ],
      },
      { text: "Keep it in the freezer in small bags. It makes more difference than with normal coffee." },
      { text: "Half chicory. No, do come back, try it once." },
    ],
  },
  {
    group: "home-baristas",
    tags: ["storage", "freezer"],
    title: "Freezing coffee: how do you do it at home?",
    body: "I get two kilos from my brother every Christmas and the last half kilo is sad by March. Who freezes, in what, and do you thaw it before grinding?",
    replies: [
      {
        text: "Jars of a single dose, filled to the rim, lids tight, minus 18. Grind it frozen, straight from the jar. I have coffee from last summer, and it is last summer in there.",
        solves: true,
      },
      {
        by: "aylin",
        text: "Bags of 250 g with the air pressed out, and let a bag thaw over night **unopened**. If you open it cold, it drinks the water from the air.",
      },
      { text: "Grinding it frozen needs a different setting for me, a touch coarser. Otherwise no drama." },
      { text: "I write the date on it and the reason why I kept it. Half of the fun is finding them." },
    ],
  },
  {
    group: "home-baristas",
    tags: ["turkish", "cezve"],
    title: "Cezve on an induction hob, anybody?",
    body: "New flat, induction. My copper cezve is not even noticed by it. Am I at the end of thirty years of Turkish coffee?",
    replies: [
      {
        by: "aylin",
        text: "A small steel plate for induction, the kind for moka pots, on the lowest setting. Or sand: a pan of fine sand on the plate, cezve in the sand. That takes a quarter of an hour to heat up, and it is better than gas ever was.",
        solves: true,
        comments: [
          "Sand! My mother did that on the balcony. Why did I not think of it.",
          "Because you had gas, and gas makes us lazy.",
        ],
      },
      { by: "elif", text: "A camping stove on the windowsill for the first cup of the day. Do not tell my landlord." },
      { by: "leila", text: "An electric one from the bazaar. It is ugly, and it foams beautifully." },
    ],
  },
  {
    group: "home-baristas",
    tags: ["ratio", "espresso"],
    title: "One to one, one to two, one to three: what is in your cup, and why?",
    body: "Everybody around me does 1 : 2 as if it were a law. Yesterday I stopped by accident at 1 : 1.3, and it was the best thing all month. What do you drink when nobody is watching?",
    replies: [
      { by: "kofi", text: "Dark: 1 to 1.5. Light: 1 to 3. In between I do not buy." },
      {
        text: "I go by colour and stop when it turns to straw. Then I weigh it, and it is always 1 to 2.2. So much for freedom.",
      },
      { by: "ines", text: "1 to 1 in milk, so that it still tastes of something, 1 to 2.5 without." },
      { text: "There is no law, there was one book and everybody read it." },
      { by: "tomasz", text: "1 to 2 and I am not ashamed." },
    ],
  },
  {
    group: "home-baristas",
    tags: ["cold-brew", "summer"],
    title: "Cold brew: fridge or worktop, coarse or fine?",
    body: "It is too hot here for anything else. My first try stood for 24 hours and tasted of the shed. What did I do wrong?",
    replies: [
      {
        text: "Too long and too warm. 60 g to a litre, as coarse as it goes, 14 hours **in the fridge**. Through a cloth twice. Clean as a whistle.",
        solves: true,
      },
      { by: "minseo", text: "Slow drip over ice takes four hours and a lot of patience. But it smells like flowers." },
      { text: "Flash brew instead: hot on ice. You keep the acids, and it is ready before you melt." },
    ],
  },
  {
    group: "home-baristas",
    tags: ["family"],
    title: "My father puts salt into his coffee. Is that a thing?",
    body: "He is from the coast and says everybody did. A pinch in the pot. I laughed, tried it, and stopped laughing.",
    replies: [
      {
        by: "hedda",
        text: "Along our coast as well. The water was soft and flat in the ships, salt gave it a body. A few grains in the cup take the bitterness away, you would not know it is there.",
      },
      {
        text: "My grandfather used egg. One egg in the grounds, boil, strain. Clearest coffee I ever had. I have not dared to make it myself.",
      },
      { by: "leila", text: "Cardamom. Salt is for the sea." },
    ],
  },
  {
    group: "home-baristas",
    tags: ["water"],
    title: "Does anybody mix their own water? Was it worth it?",
    body: "I read about magnesium and bicarbonate until two in the morning and ordered a scale that weighs hundredths. Before I become somebody who mixes water: does one taste it?",
    replies: [
      {
        by: "rukmini",
        text: "Yes, and then no. The first week I thought I had found God. After a month I mixed one part tap with two parts bottle and nobody in the house could tell it from my potion.",
      },
      {
        text: "Worth it once, to know what you are missing. Brew the same coffee with three waters on one afternoon. Then decide if you want that every day.",
      },
      { text: "My kettle has never been so clean. That alone." },
    ],
  },
];
