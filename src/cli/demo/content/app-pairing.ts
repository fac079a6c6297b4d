import type { Problem } from "./problem.ts";

/** The incident three months ago: version 4.2 of the app broke pairing. `generate/incident.ts` tells its story. */
export const pairing: Problem = {
  key: "pairing-4-2",
  group: "app-account",
  tags: ["pairing", "bluetooth", "app-4-2"],
  times: 25,
  models: ["Kestrel", "Flint"],
  titles: [
    "Since the update to 4.2 the {model} does not pair any more",
    "Pairing fails with app 4.2",
    "App 4.2: device found, then *pairing failed*",
    "{model} lost after app update",
    "4.2 broke my {model}?",
    "Cannot connect after today's update",
    "Pairing spins for ever, app 4.2, {model}",
    "Bluetooth pairing gone since this morning",
    "Update, and now no connection to the {model}",
    "{model} says paired, app says not paired",
    "Is anybody else unable to pair since 4.2?",
    "Error 17 while pairing",
    "{model} blinks blue and the app does not see it",
    "New phone and 4.2: pairing impossible",
    "The app forgot my {model}",
    "Pairing code is refused every time",
    "How do I go back to app 4.1?",
    "4.2, iPhone, {model}: connection lost every time",
    "Android, app 4.2, cannot add the {model}",
    "It paired for two years, until yesterday",
  ],
  says: [
    "The app updated itself {last night|this morning|yesterday} to 4.2, and since then: *Device found*, circle, *pairing failed (17)*. Before that I had not thought about pairing for {a year|two years}.",
    "It finds the {model}, asks for the code, I type the code from the display, and it says that the code is wrong. {Eight|Ten|Six} times now.",
    "The lamp on the {model} blinks blue as it should. The app sees nothing. With my partner's phone, which still has 4.1, it works at once.",
    "{iPhone 13|Pixel 7|Galaxy A54|iPhone SE}, app 4.2, {model} with firmware {2.4|2.5|2.6}. The connection comes up for a second and drops. The morning schedule is gone, too, so no coffee at {six|half past six}.",
    "Nothing was changed except the app. The phone says *connected*, the app says *no device*. They cannot both be right.",
    "I deleted the {model} from the app to start from scratch, and now I cannot add it at all. Should not have done that, I suppose.",
    "Since the update I only get error 17. I cannot find a list of errors anywhere, and the booklet does not know the number.",
  ],
  tried: [
    "Restarted phone and machine, several times.",
    "Deleted and installed the app. Still 4.2, still 17.",
    "Aeroplane mode on and off, the usual dance.",
    "Factory reset, now the recipes are gone as well.",
    "Another phone with 4.2: the same.",
    "Nothing yet, I wanted to read here first.",
  ],
  right: [
    "Found it, and it worked on three machines here (my own Kestrel, my neighbour's, and a Flint). 4.2 asks for a new kind of key, and the old one that the **phone** remembers is in the way. Deleting the app does not help, because the phone keeps the key:\n\n1. Phone: *Settings › Bluetooth*, tap the little i or gear beside the device, **Forget this device**. If it is in there twice, forget both.\n2. Machine: hold the two outer buttons (Flint: the dial) for **ten seconds**, until the lamp blinks *white*, not blue.\n3. Only now open the app and add the device. Do not pair in the settings of the phone.\n\nSchedules and recipes come back by themselves if you had an account.",
  ],
  half: [
    "Same here, {iPhone 12|Pixel 6|Galaxy S22}. Watching this one.",
    "Here too since this morning. I thought it was my phone.",
    "I went back to 4.1 from a backup and it works, but that is no solution.",
    "Factory reset of the machine did it for me once, long ago. But it deletes your recipes.",
    "Wait for a fix, I would not touch anything.",
  ],
  gist: [
    "forget the device in the phone's Bluetooth settings, hold both outer buttons for ten seconds until it blinks white, and only then add it in the app",
    "the phone still holds the old key: forget the device there first, then ten seconds on the buttons",
    "forget it in the phone, white lamp, add it in the app, in this order",
  ],
  after: [
    "White lamp, added, schedule is back. Thank you so much.",
    "It was in the list of the phone twice. Forgot both, ten seconds, works.",
    "Worked on the first try. Please put this on the front page.",
    "That solved it. Coffee at six again.",
    "Yes! Flint is back as well.",
  ],
};

/** The same in the German group. */
export const pairingInGerman: Problem = {
  key: "de-pairing-4-2",
  group: "deutsch",
  matter: true,
  tags: ["kopplung", "app-4-2"],
  times: 3,
  models: ["Kestrel", "Flint"],
  titles: ["Seit App 4.2 koppelt die {model} nicht mehr", "Update auf 4.2, {model} weg", "Fehler 17 beim Koppeln"],
  says: [
    "Die App hat sich über Nacht aktualisiert, und seitdem: *Gerät gefunden*, Kreis, *Kopplung fehlgeschlagen (17)*. Zwei Jahre lang musste ich daran nicht denken.",
    "Die {model} blinkt blau, wie sie soll, die App sieht nichts. Mit dem Telefon meiner Frau, noch auf 4.1, geht es sofort.",
    "Ich habe das Gerät in der App gelöscht, um neu anzufangen, und jetzt bekomme ich es gar nicht mehr hinein. Zeitplan weg, kein Kaffee um sechs.",
  ],
  tried: [
    "Telefon und Maschine neu gestartet, mehrmals.",
    "App gelöscht und neu installiert.",
    "Noch nichts, erst einmal hier gelesen.",
  ],
  right: [
    "Der Schlüssel, den das **Telefon** noch hat, steht im Weg. In den Bluetooth-Einstellungen des Telefons *dieses Gerät ignorieren*, dann an der Maschine die beiden äußeren Tasten zehn Sekunden halten, bis es weiß blinkt, und erst dann in der App hinzufügen. Bei mir hat es so auf Anhieb geklappt.",
  ],
  half: ["Hier genauso seit heute früh.", "Ich würde auf ein Update warten."],
  gist: [
    "Gerät in den Bluetooth-Einstellungen des Telefons ignorieren, zehn Sekunden auf die äußeren Tasten, erst dann in der App hinzufügen",
  ],
  after: [
    "Weiße Lampe, hinzugefügt, Zeitplan ist wieder da. Danke.",
    "Stand zweimal in der Liste. Beide weg, und es geht.",
  ],
};
