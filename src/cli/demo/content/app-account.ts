import { afterAnswer, only, type Problem } from "./problem.ts";

export const accountProblems: readonly Problem[] = [
  {
    key: "schedule-hour",
    group: "app-account",
    tags: ["schedule", "time-zone"],
    times: 4,
    titles: [
      "Schedule is an hour off",
      only([2], "Kestrel switches on an hour too early"),
      "Schedule ignores the time zone",
      only([3], "Clock change and the morning schedule"),
    ],
    says: [
      "The schedule says 6:30, the machine comes on at {5:30|7:30}. The clock in the app is right.",
      "Since we are back from {Portugal|the Canaries} it wakes up an hour early. Nice of it, but no.",
      "Every clock change the same game: a week of cold coffee until it notices.",
    ],
    tried: [
      "Deleted the schedule and made it again.",
      "Set it to an hour later, so that it fits. It annoys me all the same.",
    ],
    right: [
      only(
        [1, 2],
        "The machine keeps its own time zone, taken from the phone **on the day of pairing**. *Device › Location › Update from phone*, then save the schedule once more so that it is sent again. Both are needed.",
      ),
      only(
        [1, 3],
        "Delete does not send it to the machine, only *save* does. Open the schedule, change any minute, save, change back, save. It has been right since the clock change.",
      ),
    ],
    half: ["Wait until Sunday, it updates the clock once a week.", "Daylight saving should be abolished."],
    gist: ["update Device › Location from the phone and save the schedule again"],
    after: [
      afterAnswer([1], "Location updated, saved again, 6:30 is 6:30.", [1]),
      afterAnswer([2], "It was the second save that I always left out."),
    ],
  },
  {
    key: "history-gone",
    group: "app-account",
    tags: ["history", "phone-change"],
    times: 4,
    titles: [
      only([1, 2], "All my shots are gone after changing phones"),
      only([1, 2], "New phone, empty history"),
      only([1], "Recipes disappeared"),
      only([3], "Where does the app keep the shot history?"),
    ],
    says: [
      "New phone, signed in, machine found. But {two|three} years of shots and all {twelve|twenty} recipes are gone. Please tell me they are somewhere.",
      "I signed in with Apple on the new phone and have an account that is completely empty.",
      "The history ends on the day of the update. Before that: nothing.",
    ],
    tried: ["Signed out and in again.", only([1], "The old phone still shows everything, so they exist.")],
    right: [
      only(
        [1, 2],
        "You have two accounts: *Sign in with Apple* hides your address and makes a new one. Sign out, sign in with the **e-mail address of the old phone**, and everything is there. Later you can join both under *More › Account › Join accounts*.",
      ),
      only(
        [1, 3],
        "If the old phone still has it: open the app there, *More › History › Upload now*, and leave it open until the ring is full. The old versions kept the history only on the phone, everything since 4.0 uploads by itself.",
      ),
    ],
    half: ["They are gone, mine were as well.", "Restore the phone from its backup, then they are back."],
    gist: [
      only([1, 2], "sign in with the e-mail address of the old phone, you have made a second account"),
      only([1, 3], "upload the history from the old phone under More › History"),
    ],
    after: [
      afterAnswer([1], "Two accounts, indeed. All {twelve|twenty} recipes are back."),
      afterAnswer([2], "Uploaded from the old phone, ring full, everything there. What a relief."),
    ],
  },
  {
    key: "code-missing",
    group: "app-account",
    tags: ["sign-in", "e-mail"],
    times: 4,
    titles: [
      only([1, 3], "Sign-in code never arrives"),
      only([1], "No e-mail with the code"),
      only([2], "How to change the e-mail address of my account"),
    ],
    says: [
      "I ask for the code, nothing comes. Not in spam either. Tried {three|four} times today.",
      "My provider closes my old address at the end of the month. How do I change it before I am locked out?",
      "The code arrives, but {15|20} minutes later, when it does not count any more.",
    ],
    tried: [only([1, 3], "Looked into spam, promotions, everywhere."), only([1, 3], "Another browser, another day.")],
    right: [
      only(
        [1, 3],
        "Some providers hold back mails from senders they do not know for ten minutes or more. Put `no-reply@tamberlo.example` into your address book, wait a quarter of an hour, ask for **one** code (each new one cancels the one before), and wait. That last part is what goes wrong most often.",
      ),
      only(
        [2],
        "Change the address while you can still read the old one: *More › Account › E-mail*. One code goes to each of the two addresses. If the old one is dead already, a solver can do it after checking the serial number with you in private.",
      ),
    ],
    half: [only([1, 3], "The mail server must be down."), "Use a different address, works for everybody else."],
    gist: [
      only([1, 3], "ask for one code only, add the sender to your address book, and wait a quarter of an hour"),
      only([2], "change it under More › Account › E-mail while the old address still works"),
    ],
    after: [
      afterAnswer([1], "One code, ten minutes, there it was. I had cancelled four of them myself."),
      afterAnswer([2], "Address changed in time. Thank you."),
    ],
  },
  {
    key: "family-share",
    group: "app-account",
    tags: ["sharing", "family"],
    times: 3,
    models: ["Kestrel"],
    titles: [
      "Two phones with one {model}",
      "How to share the {model} with my partner",
      only([1], "Second phone throws the first one out"),
    ],
    says: [
      "As soon as she connects, I am thrown out, and the other way round. There must be a way for two people in one kitchen.",
      "We share a flat, four people, one {model}. Does everybody need an account?",
      "I would like my son to start it but not to change the recipes. Can that be done?",
    ],
    tried: [only([1, 2], "Same account on both phones. Works, but now her shots are in my history.")],
    right: [
      "*Device › People › Invite*, the other one scans the code with their own account. Up to six. Owner, *may brew*, and *may change recipes* are three separate things, so your son gets the first. Bluetooth is still one at a time, so connect the machine to **Wi-Fi**, then everybody can use it at once.",
    ],
    half: ["One account for all, simply."],
    gist: ["invite them under Device › People and connect the machine by Wi-Fi"],
    after: [
      afterAnswer([1], "Invited, four people, four histories, peace.", [1, 2]),
      afterAnswer([1], "Son may brew, recipes are safe.", [3]),
    ],
  },
  {
    key: "delete-account",
    group: "app-account",
    tags: ["privacy", "data"],
    times: 3,
    titles: [
      only([1], "Delete my account and everything in it"),
      only([2], "What does the app store about me?"),
      only([3], "Use the machine without an account?"),
      only([2], "Getting a copy of my data"),
    ],
    says: [
      "I sold my Kestrel and want everything gone: account, history, location. Where?",
      "Does it record when I drink coffee? Who sees that? I ask because my employer bought the machine.",
      "I only want to set a temperature. Why an account at all?",
    ],
    tried: [only([1], "Looked under privacy, there is a lot of text and no button.")],
    right: [
      only(
        [1],
        "*More › Account › Delete*. It asks twice, and everything is gone after {seven days|a week}, in which you can change your mind. Before that press *Device › Remove*, or the next owner cannot pair. A copy of your data comes from the same page as a file.",
      ),
      only(
        [3],
        "Without an account it works over Bluetooth: choose *continue without* at the very bottom of the first screen. Temperature, volumes and standby all work. History stays on the phone, the schedule stays in the machine.",
      ),
    ],
    fromStaff: [
      only(
        [2],
        "Staff here, from the app team: shots are stored with time, recipe and weight, and nobody but you and those you invite can look at them. In a shared machine everybody sees only their own. I can show you the file that we hold, if you write to me in private.",
      ),
    ],
    half: ["You cannot, they keep it all.", only([1], "Just delete the app.")],
    gist: [
      only([1], "Device › Remove first, then More › Account › Delete"),
      only([3], "choose continue without an account at the bottom of the first screen"),
    ],
    after: [
      afterAnswer([1], "Removed and deleted. Was quick once I knew where."),
      afterAnswer([2], "Continue without: exactly what I wanted."),
      afterAnswer([3], "Looked at the file with her. It is what she says, and shorter than I feared."),
    ],
  },
  {
    key: "units-language",
    group: "app-account",
    tags: ["settings", "language"],
    times: 3,
    titles: [
      only([1], "App suddenly in Italian"),
      only([2], "Fahrenheit instead of Celsius"),
      only([3], "Change the language of the display"),
    ],
    says: [
      "The app speaks Italian since the update. The phone is set to {English|Dutch}. My Italian ends at *ristretto*.",
      "Temperature in Fahrenheit and weights in ounces. I did not ask for that.",
      "App and display speak two different languages, neither of which is mine.",
    ],
    tried: ["Language of the phone changed and changed back."],
    right: [
      only(
        [1, 3],
        "The app follows the *region* of the phone and not its language if the two do not fit. In the app: the gear, third line from the top (a globe), choose by hand. The display of the machine is separate: *Device › Display › Language*.",
      ),
      only([2], "Units: gear, ruler symbol. Celsius and grams for the machine and for the app are two switches."),
    ],
    half: ["Reinstall."],
    gist: [only([1, 3], "choose the language by hand behind the globe symbol; the display has its own setting")],
    after: [
      afterAnswer([1], "Third line, globe. Arrivederci.", [1]),
      afterAnswer([2], "Both switches found. Grams again."),
      afterAnswer([1], "Both speak my language now.", [3]),
    ],
  },
  {
    key: "night-reminders",
    group: "app-account",
    tags: ["notifications"],
    times: 3,
    titles: [
      only([1], "App wakes me at night to descale"),
      only([2, 3], "How to switch off the reminders"),
      only([1], "Message in the night: your water tank is low"),
    ],
    says: [
      "At {three|half past two} in the morning: *water tank low*. I know. I was asleep.",
      "Every day it reminds me to clean. I clean when I clean. How do I stop only that one?",
      "I would like to be told when it is hot and nothing else, ever.",
    ],
    tried: ["Switched all of them off, but then I also miss *ready*."],
    right: [
      only(
        [1, 2],
        "*More › Messages*: each kind has its own switch, and at the very bottom there are **quiet hours**. Set those, and everything waits until the morning.",
      ),
      only(
        [2, 3],
        "Leave *ready* on and the rest off. They are sorted by machine, so with two devices you have to do it twice. That is why it came back for me.",
      ),
    ],
    half: ["Set the phone to silent at night.", "Turn the Wi-Fi of the machine off."],
    gist: ["More › Messages has a switch for each kind, and quiet hours at the bottom"],
    after: [afterAnswer([1], "Quiet hours set, slept through."), afterAnswer([2], "Only *ready* is left. Perfect.")],
  },
];
