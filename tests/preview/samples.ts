// Long because each page has a sample of what it shows.
import { de } from "../../src/web/messages/de.ts";
import { en } from "../../src/web/messages/en.ts";
import type { Locale } from "../../src/web/messages/index.ts";
import type { PageContext, Reader } from "../../src/web/page-context.ts";
import type {
  AccountView,
  AdminOverviewView,
  AdminSection,
  AskView,
  GroupView,
  HomeView,
  MemberView,
  NotificationSettingsView,
  NotificationsView,
  SearchOutcome,
  SearchView,
  Suggestion,
  Suggestions,
} from "../../src/web/pages/index.ts";
import { sanitised } from "../../src/web/raw.tsx";
import type {
  AnswerView,
  PersonRef,
  QuestionRow,
  QuestionState,
  QuestionView,
  SearchResult,
} from "../../src/web/view-models.ts";

export const now = new Date("2026-03-12T14:05:00Z");
export const ago = (minutes: number) => new Date(now.getTime() - minutes * 60_000);
const hour = 60;
const day = 24 * hour;

export const people: PersonRef[] = [
  { memberId: 1, name: "Mara Lindqvist", staff: false },
  { memberId: 2, name: "Tobias Okafor", staff: true },
  { memberId: 3, name: "Ines", staff: false },
  { memberId: 4, name: "Jan-Willem de Vries", staff: false },
  { memberId: 5, name: "Priya Raman", staff: true },
  { memberId: null, name: "former member", staff: false },
];
export const who = (n: number) => people[n % people.length] as PersonRef;

export function context(over: Partial<PageContext> & { signedIn?: boolean | "asker" } = {}): PageContext {
  const { signedIn = true, ...rest } = over;
  const locale: Locale = rest.locale ?? "en";
  const reader: Reader | null = signedIn
    ? { memberId: 3, name: "Ines", roles: ["member", "admin"], staff: false, unread: 3 }
    : null;
  return {
    t: locale === "de" ? de : en,
    locale,
    now,
    reader,
    community: {
      slug: "warmhaus",
      name: "Warmhaus",
      description: "People who heat, cool and fix their homes, and help one another with it.",
      colours: null,
    },
    csrfToken: () => "k3y-of-this-session-0123456789",
    path: "/c/warmhaus",
    origin: "https://help.example.org",
    theme: "auto",
    assets: { styles: "/styles.css", client: "/client.js" },
    may: () => signedIn !== false,
    notice: null,
    ...rest,
  };
}

const titles: [string, QuestionState, number][] = [
  ["The heating goes cold at night although the thermostat says 20°", "waiting", 35],
  ["Heat pump short-cycles since the firmware update to 4.2", "waiting", 3 * hour],
  ["Which flow temperature for old radiators, without new pipes?", "reopened", 7 * hour],
  ["Error E-118 after the service visit, and the manual does not list it", "waiting", 26 * hour],
  ["Is it normal that the outdoor unit steams when it defrosts?", "answered", 2 * day],
  ["How do I bleed a radiator that has no valve on top?", "solved", 3 * day],
  ["The app shows yesterday's consumption twice", "solved", 4 * day],
  ["Thermostat loses Wi-Fi every Sunday around noon", "solved", 9 * day],
  [
    "Can two zones share one pump when one of them is underfloor heating in a bathroom that is warmed all year round?",
    "answered",
    12 * day,
  ],
  ["Noise like a drum in the pipes, only in the morning", "duplicate", 40 * day],
];

export function row(n: number, over: Partial<QuestionRow> = {}): QuestionRow {
  const [title, state, age] = titles[n % titles.length] as [string, QuestionState, number];
  return {
    id: 1000 + n,
    title: n < titles.length ? title : `${title} (${n})`,
    language: "en",
    state,
    askedAt: ago(age + n),
    asker: who(n),
    group: { slug: "heating", name: ["Heating", "Heat pumps", "Controls and apps"][n % 3] as string },
    answers: state === "waiting" ? 0 : 1 + (n % 4),
    helped: state === "solved" ? 1 + ((n * 7) % 12) : 0,
    onIt: state === "waiting" && n % 2 === 0 ? null : who(n + 1),
    ...over,
  };
}

const bodies = [
  "<p>Since the cold week the radiators in the living room are warm until about ten, then they go cold, and at six they come back. The thermostat shows 20° all night and claims that it is heating.</p><p>What I tried:</p><ul><li>bled all radiators,</li><li>checked the pressure (1.6 bar),</li><li>switched the night setback off in the app, under <em>Schedule › Night</em>.</li></ul><p>Nothing changed. The boiler log says <code>DHW-PRIO 22:00-06:00</code>, whatever that means.</p>",
  "<p>That line in the log is the answer: <strong>hot water has priority from ten to six</strong>, so the boiler does not send anything into the heating as long as the tank calls for heat. Your tank sensor probably reads too low, so it calls all night.</p><ol><li>Open the service menu: hold <kbd>+</kbd> and <kbd>OK</kbd> for five seconds.</li><li>Go to parameter 31 and set it from <code>2</code> to <code>0</code>.</li><li>Look whether the tank still climbs above 55°. If it does not, the sensor has slipped out of its pocket; push it back in and fix it with the clip.</li></ol><p>Parameter 31 is the window in which hot water wins. With 0 there is none, and both share.</p>",
  "<p>Before you change parameters: look at the sensor first. On mine the clip had broken, and the sensor hung in the air beside the tank. It read 18° and the boiler heated water round the clock.</p><blockquote><p>It costs 9 euros, and you need no tool.</p></blockquote>",
  '<p>We had the same on the R2 series. If the firmware is older than 3.8, parameter 31 is not shown; hold the buttons for ten seconds instead. Here is what we see in the log when it works again:</p><pre><code>21:58 CH  flow 41.0 return 34.5\n22:00 DHW tank 54.5 target 55.0 hold\n22:10 CH  flow 41.5 return 35.0   &lt;- heating goes on although the window has begun\n</code></pre><p>More in the <a href="https://example.org/manual">manual, page 44</a>.</p>',
];

export function answerView(n: number, over: Partial<AnswerView> = {}): AnswerView {
  return {
    id: 501 + n,
    author: who(n),
    at: ago(150 - n * 5),
    editedAt: n === 1 ? ago(30) : null,
    body: sanitised(bodies[1 + (n % 3)] as string),
    language: "en",
    exposed: null,
    confirmedAt: n === 0 ? ago(20) : null,
    helped: n === 0 ? 4 : n === 2 ? 1 : 0,
    comments:
      n % 3 === 0
        ? [
            {
              id: 900 + n * 10,
              author: who(2),
              at: ago(100),
              editedAt: null,
              body: sanitised("<p>Parameter 31 it was. Thank you, the living room is warm.</p>"),
              language: "en",
              exposed: null,
              can: { edit: true, remove: true },
            },
            {
              id: 901 + n * 10,
              author: who(4),
              at: ago(80),
              editedAt: null,
              body: sanitised("<p>On the older display it is called <em>WW-Vorrang</em>.</p>"),
              language: "en",
              exposed: null,
              can: { edit: false, remove: false },
            },
          ]
        : [],
    readerHelped: n === 2,
    readerThanked: n === 0,
    can: {
      confirm: false,
      unconfirm: false,
      helped: n !== 2,
      thank: n !== 0,
      comment: true,
      edit: false,
      remove: false,
    },
    ...over,
  };
}

export function questionView(over: Partial<QuestionView> = {}, answers = 3): QuestionView {
  return {
    id: 1000,
    paging: { page: 1, perPage: 50, all: answers },
    title: titles[0]?.[0] ?? "",
    group: { slug: "heating", name: "Heating" },
    state: "solved",
    asker: who(0),
    askedAt: ago(200),
    editedAt: null,
    body: sanitised(bodies[0] as string),
    language: "en",
    exposed: null,
    excerpt:
      "Since the cold week the radiators in the living room are warm until about ten, then they go cold, and at six they come back.",
    tags: ["night-setback", "hot-water", "radiators"],
    comments: [
      {
        id: 800,
        author: who(3),
        at: ago(190),
        editedAt: null,
        body: sanitised("<p>Which boiler is it, and how old?</p>"),
        language: "en",
        exposed: null,
        can: { edit: false, remove: false },
      },
    ],
    answers: Array.from({ length: answers }, (_, n) => answerView(n)),
    helped: 6,
    onIt: [who(1), who(2), who(3)],
    related: [5, 6, 7].map((n) => ({
      id: 1000 + n,
      title: titles[n]?.[0] ?? "",
      language: "en",
      state: titles[n]?.[1] ?? "waiting",
    })),
    duplicates: [{ id: 1009, title: titles[9]?.[0] ?? "", language: "en", state: "duplicate" }],
    duplicateOf: null,
    rules: sanitised(
      "<p>Say which device you have and how old it is. Anything with gas: switch off, open a window, call the emergency number first.</p>",
    ),
    readerIsAsker: false,
    own: null,
    problemId: null,
    follows: true,
    readerAnswers: 0,
    can: { answer: true, comment: true, edit: false, remove: false, reopen: false, sayLanguage: false, private: false },
    failedForm: null,
    ...over,
  };
}

export function groupView(over: Partial<GroupView> = {}): GroupView {
  return {
    slug: "heating",
    name: "Heating",
    purpose: "Boilers, radiators, pipes and everything warm in a house that is not a heat pump.",
    charter: "help",
    rules: sanitised(
      "<ul><li>Say which device you have and how old it is.</li><li>Anything with gas: switch off, open a window, call the emergency number first.</li><li>No advertising, also not for your own workshop.</li></ul>",
    ),
    members: 412,
    joined: false,
    follows: false,
    filter: "all",
    questions: Array.from({ length: 20 }, (_, n) => row(n, { group: null })),
    older: "eyJhIjoxfQ",
    paged: false,
    ...over,
  };
}

export function homeView(over: Partial<HomeView> = {}): HomeView {
  return {
    groups: [
      { slug: "heating", name: "Heating", purpose: "Boilers, radiators, pipes.", charter: "help", waiting: 4 },
      {
        slug: "heat-pumps",
        name: "Heat pumps",
        purpose: "Air, ground and water; planning and living with one.",
        charter: "help",
        waiting: 2,
      },
      {
        slug: "controls",
        name: "Controls and apps",
        purpose: "Thermostats, schedules, the app.",
        charter: "help",
        waiting: 0,
      },
      {
        slug: "old-houses",
        name: "Old houses",
        purpose: "For people who live in one, and love it anyway.",
        charter: "interest",
        waiting: null,
      },
    ],
    waiting: [0, 1, 2, 3].map((n) => row(n)),
    solved: [5, 6, 7].map((n) => row(n)),
    tags: ["night-setback", "hot-water", "radiators", "firmware", "app", "noise", "defrosting"],
    ...over,
  };
}

export function askView(over: Partial<AskView> = {}): AskView {
  return {
    groups: homeView().groups,
    form: { values: { group: "heating", title: "", body: "", tags: "", language: "" }, errors: {} },
    suggestions: null,
    ...over,
  };
}

/** A text with some of its words marked. */
function marking(text: string, ...words: string[]) {
  const marks = words
    .flatMap((word) => {
      const start = text.indexOf(word);
      return start < 0 ? [] : [{ start, end: start + word.length }];
    })
    .sort((a, b) => a.start - b.start);
  return { text, marks, cutBefore: false, cutAfter: false, language: "en" };
}

const suggested: readonly Suggestion[] = [
  {
    questionId: 1005,
    title: marking("Radiators go cold from ten in the evening until six", "Radiators", "cold"),
    language: "en",
    answerId: 77,
    passage: marking(
      "Hot water has priority in that window. Parameter 31 in the service menu decides it; with 0, both share.",
      "Hot",
    ),
    group: { slug: "heating", name: "Heating" },
    helped: 14,
  },
  {
    questionId: 1006,
    title: marking("Thermostat says it is heating, but the radiator is cold", "radiator", "cold"),
    language: "en",
    answerId: 78,
    passage: marking(
      "The pin of the valve was stuck. Take the head off, push the pin in a few times with the flat of a spoon.",
    ),
    group: { slug: "controls", name: "Controls and apps" },
    helped: 6,
  },
];

/** What is known not to work, as whoever types of it reads it. */
const known = [
  {
    problemId: 41,
    title: "Radiators stay cold at night since the update",
    body: "Version 2.0 of the app forgets the schedule. Set it anew for now.",
    markedAt: new Date("2026-03-10T08:00:00Z"),
  },
];

export const suggestions: Suggestions = {
  list: suggested,
  known,
  verdict: "may-help",
  probability: 0.4,
  shown: "may-help 0.400 learned - 1005,1006",
};

export function searchResult(n: number): SearchResult {
  const shown = row(n);
  const passage = marking(
    "in the living room the radiators are warm until about ten, then they go cold, and at six they come back. The thermostat shows 20° all night",
    "radiators",
    "cold",
    "night",
  );
  const solved = shown.state === "solved";
  return {
    row: shown,
    tags: ["radiator", "thermostat"],
    title: marking(shown.title, "radiator", "cold"),
    passage: { ...passage, cutBefore: true, cutAfter: true, of: solved ? "answer" : "question" },
    solution: solved ? { answerId: 77, by: { memberId: 2, name: "Tobias Okafor", staff: true } } : null,
  };
}

export function searchOutcome(over: Partial<SearchOutcome> = {}): SearchOutcome {
  const href = "/c/warmhaus/search?q=radiator";
  return {
    results: [5, 0, 7, 2, 4, 9].map(searchResult),
    decision: { verdict: "may-help", probability: 0.42 },
    shown: "may-help 0.420 learned - 1005,1000",
    order: "best",
    matches: 46,
    skipped: 0,
    didYouMean: null,
    facets: [
      {
        kind: "state",
        entries: [
          { label: "solved", count: 31, href },
          { label: "not solved yet", count: 15, href },
        ],
      },
      {
        kind: "tags",
        entries: [
          { label: "thermostat", count: 12, href },
          { label: "valve", count: 4, href },
        ],
      },
    ],
    previous: null,
    next: href,
    ...over,
  };
}

export function searchView(over: Partial<SearchView> = {}): SearchView {
  return {
    wish: { text: "radiator cold at night tag:valve", group: "heating", state: "all", page: 1, before: null },
    words: "radiator cold at night",
    groups: homeView().groups.map(({ slug, name }) => ({ slug, name })),
    examples: { tag: "thermostat", group: "heating", name: "Inês Carvalho" },
    set: [
      { label: "Heating", href: "/c/warmhaus/search?q=radiator" },
      { label: "#valve", href: "/c/warmhaus/search?q=radiator" },
    ],
    known,
    unknown: { groups: [], people: [] },
    outcome: searchOutcome(),
    ...over,
  };
}

export function memberView(over: Partial<MemberView> = {}): MemberView {
  return {
    memberId: 2,
    name: "Tobias Okafor",
    staff: true,
    roles: ["solver"],
    joinedAt: ago(400 * day),
    about: sanitised("<p>Fitter since 1998, at Warmhaus since 2016. Old boilers are my favourites.</p>"),
    tab: "answers",
    questions: [4, 5, 6, 7].map((n) => row(n)),
    older: null,
    paged: false,
    helped: 87,
    own: false,
    thanks: null,
    ...over,
  };
}

export function accountView(): AccountView {
  return {
    email: "ines@example.org",
    hasPassword: true,
    sessions: [
      { id: "a", device: "Firefox on Linux", startedAt: ago(9 * day), usedAt: ago(5), current: true },
      { id: "b", device: "Safari on iPhone", startedAt: ago(40 * day), usedAt: ago(3 * day), current: false },
    ],
    tokens: [
      {
        id: 1,
        name: "Nightly export",
        community: { slug: "warmhaus", name: "Warmhaus" },
        scopes: ["read"],
        createdAt: ago(70 * day),
        usedAt: ago(600),
      },
    ],
    newToken: "kith_3f9a1c77e0d24b58",
    communities: [{ slug: "warmhaus", name: "Warmhaus", memberId: 3 }],
    scopes: [
      { value: "read", label: "Read what you may read" },
      { value: "write", label: "Ask, answer and comment in your name" },
      { value: "admin", label: "Do everything else that you may do" },
    ],
    passwordForm: { values: { current: "", next: "" }, errors: {} },
    tokenForm: { values: { name: "", community: "warmhaus", scopes: ["read"] }, errors: {} },
  };
}

export const sections: readonly AdminSection[] = [
  "overview",
  "members",
  "groups",
  "search",
  "jobs",
  "events",
  "outbox",
];

export function adminOverview(): AdminOverviewView {
  return {
    sections,
    version: "0.1.0",
    uptimeMs: 8_040_000,
    database: "PostgreSQL 18.4, embedded",
    memoryMb: 148,
    checks: [
      { name: "Database", ok: true, detail: "answers in 0.4 ms" },
      { name: "Mail", ok: false, detail: "No mail server is set. Set KITH_SMTP, or read mails in the outbox." },
      { name: "Disk", ok: true, detail: "53 GB free" },
    ],
    readers: [
      { name: "search", behind: 0, failure: null },
      { name: "notifications", behind: 12, failure: null },
    ],
  };
}

export function notificationsView(over: Partial<NotificationsView> = {}): NotificationsView {
  const told: [string, string, number][] = [
    ["Tobias Okafor answered “Radiators go cold at ten every night”", "you asked this question", 12],
    ["Mara Lindqvist asked “Heat pump hums in the bedroom wall”", "you follow the group “Heat pumps”", 95],
    ["Your answer solved “Pressure drops every week”", "you answered this question", 20 * hour],
    ["Priya Raman thanks you for your answer to “Which filter goes where”", "you answered this question", 26 * hour],
    ["Jan-Willem de Vries commented on “Timer forgets the weekend”", "you commented there, too", 6 * day],
  ];
  return {
    notifications: told.map(([line, because, age], n) => ({
      ...{ line, because, href: `/c/warmhaus/q/${1000 + n}` },
      ...{ at: ago(age), read: n > 2, titled: null },
    })),
    unreadOnly: false,
    unread: 3,
    older: "eyJhIjoxfQ",
    paged: false,
    ...over,
  };
}

export function notificationSettingsView(over: Partial<NotificationSettingsView> = {}): NotificationSettingsView {
  return {
    kinds: [
      {
        kind: "answer-to-your-question",
        label: "Somebody answers your question",
        part: "questions",
        example: "Mara answered “The lamp flickers”",
        because: "you asked this question",
        way: "mail",
      },
      {
        kind: "followed-tag",
        label: "Somebody asks a question with a tag that you follow",
        part: "questions",
        example: "Mara asked “The lamp flickers”",
        because: "you follow the tag “lamps”",
        way: "digest",
      },
      {
        kind: "is-it-solved",
        label: "You are asked whether it is solved",
        part: "problems",
        example: "Is “The lamp flickers” solved?",
        because: "somebody answered you, and only you can say whether it is solved",
        way: "mail",
      },
    ],
    email: "ines@example.org",
    timeZone: "Europe/Vienna",
    timeZones: ["UTC", "America/Argentina/Buenos_Aires", "Europe/Vienna"],
    chosen: true,
    hour: 8,
    nextDigestAt: new Date(now.getTime() + 17 * 60 * 60_000),
    waiting: 4,
    follows: [
      { subject: "group", name: "Heat pumps", because: "chosen", href: "/c/warmhaus/g/heat-pumps", end: "/end" },
      { subject: "question", name: titles[0]?.[0] ?? "", because: "asked", href: "/c/warmhaus/q/1000", end: "/end" },
    ],
    older: null,
    paged: false,
    problem: undefined,
    ...over,
  };
}
