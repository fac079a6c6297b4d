import { afterAnswer, only, type Problem } from "./problem.ts";

export const connectionProblems: readonly Problem[] = [
  {
    key: "wifi-24",
    group: "app-account",
    tags: ["wifi", "kestrel"],
    times: 6,
    titles: [
      only([1], "Kestrel does not find my Wi-Fi"),
      only([1], "Machine sees the neighbour's network but not ours"),
      "Wi-Fi set-up stops at step 3",
      only([2], "Cannot connect the Kestrel to the new router"),
      only([3], "Set-up says wrong password, and it is not wrong"),
    ],
    says: [
      "At step 3 it searches and searches. The list shows {two|three} networks of the neighbours and not mine. The phone stands right beside it with full bars.",
      "New router since {Friday|last week}, one name for everything. Before that the Kestrel was connected for a year without a word.",
      "It claims that the password is wrong. I have typed it {five|seven} times, with my daughter dictating.",
    ],
    tried: [
      "Reset the machine to factory settings.",
      "Moved the router next to the coffee machine, which the household did not appreciate.",
      "App {4.1|4.3}, newest firmware.",
    ],
    right: [
      only(
        [1, 2],
        "The Kestrel only speaks **2.4 GHz**. Many routers put both bands under one name and send it the wrong way. Open the router's page, switch on a guest network with 2.4 GHz only, connect the Kestrel to that. It does not need to be in the same network as your phone.",
      ),
      only(
        [1],
        "If the network is not even in the list: channel 12 or 13. Set the router to 1, 6 or 11. Ours was on 13, and nothing older than two years could see it.",
      ),
      only(
        [3],
        "It takes no password with special characters beyond `! # - _`. I had a euro sign in mine. New password, connected at once.",
      ),
    ],
    half: [
      "Have you tried holding the phone closer?",
      "An access point in the kitchen would help.",
      "WPA3, switch it off. Might be.",
    ],
    gist: [
      only([1, 2], "it needs 2.4 GHz: switch on a guest network with that band only"),
      only([1], "set the router to channel 1, 6 or 11"),
    ],
    asksBack: [["Does your router use one name for 2.4 and 5 GHz?", "One name, it calls that *smart connect*.", [1]]],
    after: [
      afterAnswer([1], "Guest network on 2.4, connected in ten seconds."),
      afterAnswer([2], "Channel 13. Set to 6 and there it is."),
      afterAnswer([3], "The euro sign in the password! Who would think of that."),
    ],
  },
  {
    key: "machine-offline",
    group: "app-account",
    tags: ["wifi", "offline"],
    times: 4,
    models: ["Kestrel"],
    titles: [
      "App says that the {model} is offline, but it is on",
      only([1], "{model} goes offline every night"),
      only([2], "Offline after power cut"),
    ],
    says: [
      "Every morning the app says *offline*. If I pull the plug of the {model} and put it back, it is there again for the day.",
      "There was a power cut {last night|on Tuesday}. Since then offline, although the little lamp is on.",
      "It works at home, but from outside it is always offline. It used to work.",
    ],
    tried: ["Deleted the app and installed it again.", "Restarted the router.", "Waited for a day."],
    right: [
      only(
        [2],
        "After a power cut the machine is quicker than the router, finds no network, and gives up after five tries. Unplug it for ten seconds **when the router is back**. Firmware 2.7 keeps trying, so update when it is online.",
      ),
      only(
        [1],
        "Every night at the same time: your router switches Wi-Fi off or changes channel at night. Either leave it on or exempt the machine; in mine it is called *night rest*.",
      ),
      only(
        [3],
        "From outside it needs *remote access* in the app under *More › Privacy*. The update before last switched it off for everybody and asked again, and most of us tapped it away.",
      ),
    ],
    half: ["Their servers are down more often than they say.", "Sign out and in again."],
    gist: [
      only([2], "unplug the machine for ten seconds once the router is back up"),
      only([3], "switch remote access on again under More › Privacy"),
    ],
    after: [
      afterAnswer([2], "Night rest of the router. I had set that up myself, years ago."),
      afterAnswer([3], "Remote access was off. On, works."),
      afterAnswer([1], "Ten seconds without power, after the router. Online."),
    ],
  },
  {
    key: "update-stuck",
    group: "app-account",
    tags: ["firmware", "update"],
    times: 5,
    models: ["Kestrel", "Flint"],
    titles: [
      only([1], "Firmware update stuck at {60|64|73} percent"),
      only([1], "{model} update hangs, do I dare to pull the plug?"),
      only([2], "Update fails again and again"),
      only([3], "After a failed update the display stays dark"),
    ],
    says: [
      "It stands at {60|64|73} percent for an hour. It says *do not switch off*. I would like to have coffee at some point this week.",
      "Third try. It loads, restarts, and shows the old version. No message why.",
      "The update stopped when my phone went to sleep. Now the display is dark and one lamp blinks {red|slowly}.",
    ],
    tried: [
      only([1], "Left it over night. Same number."),
      only([1, 2], "Phone beside the machine, screen kept on."),
      only([1, 2], "Another phone, same place."),
    ],
    right: [
      only(
        [1, 2],
        "You may pull the plug: it keeps the old version in a second place and starts with that. Wait a minute, plug in, then **keep the app open and the screen on** for the whole eight minutes. On iPhones with power saving the transfer is cut as soon as the screen goes dark. That is what 60-something percent is.",
      ),
      only(
        [3],
        "Dark display and one blinking lamp is the rescue mode. Hold both outer buttons for ten seconds, the lamp turns white, and the app offers *Restore firmware*. Takes five minutes, settings stay.",
      ),
    ],
    half: ["Never unplug during an update! You will brick it.", "Wait for the next version, it will sort itself out."],
    gist: [
      only([1, 2], "pull the plug, wait a minute, and keep the screen of the phone on for the eight minutes"),
      only([3], "hold both outer buttons until the lamp is white, then Restore firmware"),
    ],
    after: [
      afterAnswer([1], "Screen kept on, eight minutes, done."),
      afterAnswer([2], "Rescue mode worked, and all my recipes are still there."),
      afterAnswer([1], "Pulled the plug with closed eyes. It lives, and it is up to date."),
    ],
  },
  {
    key: "android-nearby",
    group: "app-account",
    tags: ["bluetooth", "android", "flint"],
    times: 4,
    titles: [
      "App does not find the Flint on Android",
      "Android phone finds no device at all",
      only([2], "Bluetooth is on, app says it is off"),
    ],
    says: [
      "The app searches for the Flint for ever. My wife's iPhone finds it in two seconds.",
      "New phone with Android {14|15}. The app says *switch Bluetooth on*. It is on, my headphones are playing.",
      "It worked until the phone updated itself at night. Now an empty list.",
    ],
    tried: ["Bluetooth off and on, aeroplane mode, restart.", "Cleared the storage of the app."],
    right: [
      "Android asks for *Nearby devices*, and if you said no once, it never asks again. Long press on the app icon › App info › Permissions › **Nearby devices: allow**. On Android 11 and older it is called *Location*, and Location has to be switched on as well while pairing.",
      only(
        [1, 3],
        "Some phones put the app to sleep: App info › Battery › *unrestricted*. After that mine stays connected while I answer the door.",
      ),
    ],
    half: [
      "Buy an iPhone, sorry.",
      "The Flint can only be connected to one phone at a time, is yours connected to hers?",
    ],
    gist: [
      "allow Nearby devices in the permissions of the app",
      only([1, 3], "set the battery of the app to unrestricted"),
    ],
    asksBack: [
      [
        "Is it connected to another phone at the same moment? It only takes one.",
        "Checked, Bluetooth on the other one is off.",
        [1],
      ],
    ],
    after: [
      afterAnswer([1], "Nearby devices was on *deny*. Found in two seconds."),
      "Permission given, and battery unrestricted. Works.",
    ],
  },
];
