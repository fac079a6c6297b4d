import type { GroupSlug } from "./problem.ts";

/** Somebody with a part to play: staff, stewards, and the members who answer often. */
export interface Person {
  readonly key: string;
  readonly name: string;
  readonly about: string;
  readonly role?: "solver" | "steward" | "analyst" | "marketer" | "admin";
  /** Where they answer. */
  readonly groups: readonly GroupSlug[];
  /** Months before now at which they come. */
  readonly monthsAgo: number;
  /** How often they answer beside the others of their groups. */
  readonly keen: number;
  /** Signs in: some by the links that the demonstration prints. */
  readonly email?: string;
}

export const staff: readonly Person[] = [
  {
    key: "ana",
    name: "Ana Kovač",
    about: "I keep this place running at Tamberlo: accounts, groups, the machine under it.",
    role: "admin",
    groups: [],
    monthsAgo: 8.2,
    keen: 0,
    email: "ana@tamberlo.example",
  },
  {
    key: "marit",
    name: "Marit Solheim",
    about: "Workshop, Bergen. I take Herons and Kestrels apart for a living. Tea in the morning, do not tell anyone.",
    role: "solver",
    groups: ["machines", "orders-repair"],
    monthsAgo: 8.2,
    keen: 3,
    email: "marit@tamberlo.example",
  },
  {
    key: "kwame",
    name: "Kwame Boateng",
    about: "Grinders since 2014: burrs, motors, and the scale in the Flint.",
    role: "solver",
    groups: ["grinders", "machines"],
    monthsAgo: 8.1,
    keen: 3,
    email: "kwame@tamberlo.example",
  },
  {
    key: "lucia",
    name: "Lucía Fernández",
    about: "I work on the app. When pairing breaks, it was probably us.",
    role: "solver",
    groups: ["app-account"],
    monthsAgo: 8.1,
    keen: 4,
    email: "lucia@tamberlo.example",
  },
  {
    key: "piotr",
    name: "Piotr Wójcik",
    about: "Parcels, parts and repairs at Tamberlo, Gdynia.",
    role: "solver",
    groups: ["orders-repair"],
    monthsAgo: 8,
    keen: 4,
    email: "piotr@tamberlo.example",
  },
  {
    key: "jonas",
    name: "Jonas Brandt",
    about: "Werkstatt und Kundendienst, Bremen. Ich lese hier von Montag bis Freitag mit.",
    role: "solver",
    groups: ["deutsch", "machines"],
    monthsAgo: 7.6,
    keen: 3,
    email: "jonas@tamberlo.example",
  },
  {
    key: "hanna",
    name: "Hanna Virtanen",
    about: "I count things at Tamberlo, and say how sure I am.",
    role: "analyst",
    groups: [],
    monthsAgo: 7.9,
    keen: 0,
    email: "hanna@tamberlo.example",
  },
  {
    key: "callum",
    name: "Callum Reid",
    about: "Marketing at Tamberlo. I read the sums here and keep quiet.",
    role: "marketer",
    groups: [],
    monthsAgo: 7.9,
    keen: 0,
    email: "callum@tamberlo.example",
  },
];

export const stewards: readonly Person[] = [
  {
    key: "noor",
    name: "Noor Haddad",
    about: "Retired bus driver, steward since the beginning. Heron from the first hundred. I tidy up here.",
    role: "steward",
    groups: ["machines", "home-baristas", "app-account"],
    monthsAgo: 8,
    keen: 1.5,
    email: "noor@mail.example",
  },
  {
    key: "graham",
    name: "Graham Pettigrew",
    about: "Steward. School caretaker in Dundee, so I own every screwdriver.",
    role: "steward",
    groups: ["grinders", "orders-repair", "machines"],
    monthsAgo: 7.9,
    keen: 1.5,
    email: "graham@mail.example",
  },
  {
    key: "elif",
    name: "Elif Yıldız",
    about: "Stewardin, Köln und İzmir. Flint seit dem ersten Jahr.",
    role: "steward",
    groups: ["deutsch", "grinders", "latte-art"],
    monthsAgo: 7.2,
    keen: 1.5,
    email: "elif@mail.example",
  },
];

const m = (
  key: string,
  name: string,
  groups: readonly GroupSlug[],
  monthsAgo: number,
  keen: number,
  about: string,
): Person => ({ key, name, about, groups, monthsAgo, keen, email: `${key}@mail.example` });

/** Members who answer often, most of whom came with a problem of their own; the first has a link that signs her in. */
export const regulars: readonly Person[] = [
  m("ines", "Inês Carvalho", ["machines", "home-baristas"], 6.4, 1.2, "Kestrel, flat white, two cats. Lisbon."),
  m("tomasz", "Tomasz Zieliński", ["machines"], 7.8, 2.6, "Plumber. Water is my thing. Heron since 2021."),
  m(
    "chidi",
    "Chidi Okonkwo",
    ["machines", "grinders"],
    6.9,
    2.4,
    "Mechanical engineer, Enugu and Leeds. I fix the neighbours' machines, too.",
  ),
  m("aylin", "Aylin Demir", ["grinders", "home-baristas"], 6.5, 2.4, "Flint 64, no brakes. İstanbul."),
  m(
    "beatriz",
    "Beatriz Nogueira",
    ["app-account", "machines"],
    5.6,
    3,
    "Software tester from Recife. If there is a setting, I have broken it.",
  ),
  m(
    "misaki",
    "佐藤 美咲",
    ["latte-art", "home-baristas"],
    6.8,
    2,
    "毎朝ラテを一杯。 I pour every morning and photograph the bad ones.",
  ),
  m("hedda", "Hedda Nygård", ["machines", "roasting"], 5.9, 1.8, "Heron at home, pan roaster at the cabin."),
  m(
    "rukmini",
    "Rukmini Iyer",
    ["machines", "grinders"],
    5.2,
    2,
    "Filter coffee childhood, espresso adulthood. Chennai, now Utrecht.",
  ),
  m(
    "owen",
    "Owen Prosser",
    ["orders-repair", "machines"],
    4.9,
    1.8,
    "Sent three machines in so far; all came back better.",
  ),
  m(
    "giulia",
    "Giulia Ferraris",
    ["machines", "home-baristas", "latte-art"],
    5.5,
    1.6,
    "My grandmother laughs at my scale.",
  ),
  m("mateusz", "mateusz_k", ["grinders"], 4.6, 1.8, "dialling in since 6 am"),
  m(
    "sanne",
    "Sanne de Wit",
    ["app-account", "orders-repair"],
    4.4,
    2,
    "Kestrel on a houseboat. Wi-Fi is an adventure.",
  ),
  m("kofi", "Kofi Mensah", ["machines", "roasting"], 4, 1.8, "Roasting in Kumasi, brewing everywhere."),
  m("dmytro", "Дмитро Коваль", ["app-account", "grinders"], 3.9, 1.8, "Київ. Flint, Kestrel, and patience."),
  m("ruth", "Ruth Abendroth", ["deutsch"], 7, 2.6, "Wren, dann Heron. Lehrerin in Leipzig."),
  m("stefan", "Stefan Huber", ["deutsch", "machines"], 5.8, 2.2, "Installateur aus Graz. Wasser kann ich."),
  m("lea", "Lea Zumstein", ["deutsch", "grinders"], 4.2, 1.8, "Bern. Pebble, Kestrel, Mondholzregal."),
  m(
    "joao",
    "João Pedro Antunes",
    ["home-baristas", "roasting"],
    6.1,
    1.8,
    "Espírito Santo. My uncle grows it, I burn it.",
  ),
  m("minseo", "김민서", ["latte-art", "grinders"], 4.7, 1.6, "라떼아트 연습 중. Year two of the swan."),
  m(
    "frances",
    "Frances Mbeki",
    ["home-baristas", "latte-art"],
    5,
    1.6,
    "Nurse on nights. Decaf after midnight, and I mean it.",
  ),
  m("ivo", "Ivo Dimitrov", ["machines", "orders-repair"], 3.4, 2, "Electrician in Plovdiv. Pull the plug first."),
  m("yuki", "Yuki Tanabe", ["roasting", "home-baristas"], 3.8, 1.6, "手網焙煎。 Hand-net roaster on a balcony."),
  m("amara", "Amara Nwosu", ["app-account"], 3.2, 2.2, "Helped my whole choir pair their machines."),
  m("pavel", "Pavel Říha", ["grinders", "machines"], 2.9, 2.2, "Clockmaker. Burrs are only gears that bite."),
  m("leila", "لیلا رضایی", ["home-baristas", "latte-art"], 3.6, 1.4, "Tea family, coffee daughter."),
  m("bram", "Bram Verhoeven", ["machines", "app-account"], 2.6, 2.2, "Two kids, one Wren, no sleep."),
  m("marisol", "Marisol Quispe", ["roasting", "machines"], 3.1, 1.4, "Cusco. I roast what my neighbours pick."),
  m("henning", "Henning Sørensen", ["orders-repair", "grinders"], 2.4, 1.6, "Aarhus. I read manuals for pleasure."),
];
