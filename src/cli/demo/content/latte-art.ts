import type { Story } from "./problem.ts";

export const latteArtStories: readonly Story[] = [
  {
    group: "latte-art",
    tags: ["milk", "foam"],
    title: "My foam is always too stiff. What am I hearing wrong?",
    body: "I can make meringue. I cannot make paint. People say *listen to it*, so: mine goes tsss-tsss-tsss for ten seconds and then growls. Whole milk, from the fridge, 150 ml.",
    replies: [
      {
        by: "misaki",
        text: "Ten seconds of air are too many for 150 ml. Three, and only until the milk feels like your hand (37 °C). After that the tip goes a few millimetres deeper and you only let it turn. *Turning* makes paint. Air only makes foam.",
        solves: true,
        comments: ["Three seconds. THREE. It shone like enamel.", "よかった! Now tap, swirl, pour within ten seconds."],
      },
      { by: "giulia", text: "Stop watching the foam and watch the whirl. If it turns like bath water, you are there." },
      { text: "Practise with water and one drop of washing-up liquid. It froths like milk and costs nothing." },
    ],
  },
  {
    group: "latte-art",
    tags: ["heart"],
    title: "First heart that somebody else recognised",
    body: "My flatmate said *oh, a heart*, without being asked. Before that: an onion, a lung, and Africa. Six weeks, one a day. What comes next?",
    replies: [
      {
        text: "Congratulations. Next: two hearts on top of each other, that is a tulip. Same hand, only you stop once in between.",
      },
      {
        by: "minseo",
        text: "Stay with hearts until five in a row are the same size. I went on too early and had to come back.",
      },
      { by: "leila", text: "I miss my Africas. They were better than my hearts." },
    ],
  },
  {
    group: "latte-art",
    tags: ["oat-milk"],
    title: "Oat milk collapses before I can pour",
    body: "From the jug it looks right, in the cup it breaks into bubbles within seconds. Barista edition, fridge cold. With cow's milk I have no trouble.",
    replies: [
      {
        by: "frances",
        text: "Shake the carton like mad before you open it, oats settle. Less air, two seconds, and stop at 55 degrees instead of 62. Hotter, and it falls apart.",
        solves: true,
      },
      { by: "elif", text: "And pour at once. Cow waits for you, oats do not." },
      {
        text: "It was the coffee in my case: a sour, light espresso makes it curdle. With a darker one it stays.",
        comments: ["I had not thought of the coffee. Both of you are right, I think.", "Then we share it."],
      },
    ],
  },
  {
    group: "latte-art",
    tags: ["pitcher"],
    title: "Does the spout really matter, or is it me?",
    body: "I have a round spout and every leaf gets thick. Before I blame metal: is it technique?",
    replies: [
      {
        by: "misaki",
        text: "For hearts and tulips round is better. For thin leaves a pointed one helps, but the hand helps more: closer to the surface, slower, wiggle from the wrist and not from the elbow.",
      },
      { text: "I made thin leaves with a measuring jug from the kitchen. It took me a year, though." },
    ],
  },
  {
    group: "latte-art",
    tags: ["failures"],
    title: "The failures thread: show what it was meant to be",
    body: "I begin. It was meant to be a rosetta. It is a fish that has seen something. Describe yours, since the pictures of all of us look the same anyway.",
    replies: [
      { by: "giulia", text: "A swan. It is a shoe. A good shoe, Italian." },
      { by: "owen", text: "A tulip. Three people independently said *tooth*." },
      { by: "minseo", text: "백조. 또 오리. A swan, and a duck again. Second year." },
      { text: "A heart. My daughter asked which country it was." },
      {
        by: "frances",
        text: "A leaf, at half past four in the morning, and it was perfect, and I drank it without looking.",
      },
    ],
  },
  {
    group: "latte-art",
    tags: ["small-cup"],
    title: "Pouring into a cortado glass: how do you get anything on it?",
    body: "90 ml glass, no room to tilt. All I get is a white dot in the middle, like an eye.",
    replies: [
      {
        by: "leila",
        text: "Begin with the glass already tilted so far that the coffee nearly runs out, and only 60 ml of milk in the jug. Drop low at once, there is no time to mix. Straighten it while you pour.",
        solves: true,
      },
      { text: "The eye is fine. I draw the lashes with a toothpick and say that it was intended." },
    ],
  },
  {
    group: "latte-art",
    tags: ["swan"],
    title: "Where does the neck of the swan begin?",
    body: "Body fine, wings fine, and then I pull the neck through the middle and cut everything in half. Where do you start it?",
    replies: [
      {
        by: "minseo",
        text: "At the *side* of the body, not behind it. Go along the edge, stop, lift, a small heart for the head. Never cross the middle.",
        comments: [
          "Along the edge! Mine has a neck now. It looks down a bit.",
          "Mine looked down for a year. Lift a little earlier.",
        ],
      },
      {
        by: "misaki",
        text: "And leave yourself milk. Nearly everybody runs dry at the neck. A third of the jug belongs to the swan's last second.",
      },
    ],
  },
  {
    group: "latte-art",
    tags: ["temperature"],
    title: "Thermometer or hand?",
    body: "My hand says done at 50 one day and at 68 on the next. How long did it take you to trust yours?",
    replies: [
      {
        by: "elif",
        text: "Thermometer for two weeks, with the hand on the jug all the time. Then only the hand. When it becomes too hot to hold, count one, off.",
      },
      {
        by: "chidi",
        text: "Sound works better for me: the pitch falls when it is done. Skin depends on what you did before.",
      },
      { text: "A sticker on the jug. Nobody knows." },
    ],
  },
  {
    group: "latte-art",
    tags: ["contrast"],
    title: "Pale coffee, pale milk, no contrast",
    body: "I love light roasts, but my leaves look like fog on snow. Is there a trick, or do I need a darker coffee?",
    replies: [
      {
        text: "Make the base darker: pour the first third from high up and in circles, so the crema mixes in evenly and stays brown. Then come down low. It is the white splash at the beginning that turns all to fog.",
        solves: true,
      },
      { by: "giulia", text: "A dusting of cocoa under it, before the milk. Yes, it is cheating. It is pretty." },
    ],
  },
  {
    group: "latte-art",
    tags: ["left-handed"],
    title: "Left-handed pourers, do you mirror everything?",
    body: "Every video is for right hands. I have tried in front of a mirror, which is as confusing as it sounds.",
    replies: [
      {
        by: "frances",
        text: "Left-handed, and I simply hold the cup in the right and turn it so that the handle points to me. Then the leaf grows away from you, and left and right are the same thing.",
      },
      { text: "Film yourself and flip it. You see more mistakes than you want to." },
    ],
  },
];
