import type { Actor } from "../../accounts/index.ts";
import {
  addNote,
  answerProblem,
  claimProblem,
  confirmProblem,
  contestProblem,
  linkProblems,
  markKnown,
  mergeProblem,
  openForMember,
  returnToLadder,
  saveView,
  setArea,
  setCalendar,
  setMacro,
  setServiceLevel,
  setTeam,
  signCannotSolve,
  snoozeProblem,
  type Urgency,
  withdrawProblem,
} from "../../care/index.ts";
import { type Result, unwrap } from "../../kernel/index.ts";
import type { Transaction } from "../../store/index.ts";
import { dayMs, hourMs, minuteMs } from "./act.ts";

/** Something that happens at the desk at a moment of its own; who is who comes from the acts before it. */
export interface Scene {
  /** Milliseconds since 1970. */
  readonly at: number;
  play(tx: Transaction, who: (key: string) => Actor): Promise<Result<unknown>>;
}

const weekdays = [1, 2, 3, 4, 5];
const everyDay = [1, 2, 3, 4, 5, 6, 7];
const hours = (days: readonly number[], from: number, to: number) =>
  days.map((day) => ({ day, from: from * 60, to: to * 60 }));

/**
 * What happens at the desk: three teams with their calendars, areas and promises from the first weeks on, and in the last days problems
 * that people rang about, one for each way in which a problem can stand.
 */
export function careScenes(now: number): Scene[] {
  const ids = new Map<string, number>();
  const of = (name: string) => {
    const id = ids.get(name);
    if (id === undefined) throw new Error(`nothing at the desk is called ${name} yet`);
    return id;
  };
  const scenes: Scene[] = [{ at: now - 220 * dayMs, play: (tx, who) => setUp(tx, who) }];
  const at = (agoMs: number, play: Scene["play"]) => void scenes.push({ at: now - agoMs, play });
  const opened = (
    name: string,
    agoMs: number,
    asker: string,
    urgency: Urgency,
    area: string,
    words: [string, string],
  ) =>
    at(agoMs, async (tx, who) => {
      const [title, body] = words;
      const wish = { askerId: who(asker).memberId, title, body, urgency, area };
      const made = await openForMember(tx, who("ana"), wish);
      if (made.ok) ids.set(name, made.value.id);
      return made;
    });
  const takes = (name: string, agoMs: number, solver: string) =>
    at(agoMs, (tx, who) => claimProblem(tx, who(solver), of(name)));
  const answers = (name: string, agoMs: number, solver: string, body: string) =>
    at(agoMs, (tx, who) => answerProblem(tx, who(solver), of(name), { body }));
  playStages({ now, at, opened, takes, answers, of });
  return scenes.sort((a, b) => a.at - b.at);
}

interface Play {
  readonly now: number;
  at(agoMs: number, play: Scene["play"]): void;
  opened(name: string, agoMs: number, asker: string, urgency: Urgency, area: string, words: [string, string]): void;
  takes(name: string, agoMs: number, solver: string): void;
  answers(name: string, agoMs: number, solver: string, body: string): void;
  of(name: string): number;
}

/** One problem for each way in which a problem can stand at the desk. */
function playStages({ now, at, opened, takes, answers, of }: Play): void {
  opened("offered", 20 * minuteMs, "graham", "high", "orders", [
    "The courier left my Heron with a neighbour who is away",
    "She rang: the card says number 14, and nobody opens there. She needs it for Saturday.",
  ]);
  opened("claimed", 90 * minuteMs, "elif", "normal", "machines", [
    "Kestrel trips the fuse when the boiler heats",
    "He called from the workshop of his café. It trips after about two minutes.",
  ]);
  takes("claimed", 60 * minuteMs, "marit");
  at(50 * minuteMs, (tx, who) =>
    addNote(tx, who("marit"), of("claimed"), "Sounds like the heating element. Ask for its number."),
  );
  opened("waiting", 30 * hourMs, "noor", "normal", "app", [
    "The app asks for a code that never arrives",
    "Her provider seems to hold our mails back.",
  ]);
  takes("waiting", 5 * hourMs, "lucia");
  answers("waiting", 4 * hourMs, "lucia", "I have sent the code again, by another way. Does it arrive now?");
  opened("snoozed", 3 * dayMs, "graham", "low", "machines", [
    "A new drip tray for the first Wren",
    "The old one is rusty. No hurry, he says.",
  ]);
  takes("snoozed", 26 * hourMs, "kwame");
  answers("snoozed", 25 * hourMs, "kwame", "The next trays come in on Thursday; I keep one for you.");
  at(24 * hourMs, (tx, who) => snoozeProblem(tx, who("kwame"), of("snoozed"), new Date(now + 40 * hourMs)));
  opened("late", 9 * dayMs, "elif", "urgent", "orders", [
    "Charged twice for one grinder",
    "Her bank says that only we can give it back.",
  ]);
  takes("late", 2 * hourMs, "piotr");
  opened("lead", 2 * dayMs, "noor", "high", "app", [
    "Two machines in one household, and the app shows one",
    "They share an account. Removing it did not help.",
  ]);
  takes("lead", 26 * hourMs, "lucia");
  at(25 * hourMs, (tx, who) => returnToLadder(tx, who("lucia"), of("lead")));
  playEndings({ now, at, opened, takes, answers, of });
}

/** Those that are over, contested, withdrawn, or belong together. */
function playEndings({ at, opened, takes, answers, of }: Play): void {
  opened("contested", 12 * dayMs, "graham", "normal", "machines", [
    "The thermostat of my first Wren",
    "It was bought in 2009; he would rather mend it than buy another.",
  ]);
  takes("contested", 11 * dayMs, "marit");
  const gone = "Nobody makes this thermostat any more, and ours are used up.";
  const instead = "You get a fifth off another machine, and we take the old one apart for its parts.";
  at(10 * dayMs, (tx, who) => signCannotSolve(tx, who("marit"), of("contested"), { because: gone, instead }));
  at(2 * dayMs, (tx, who) =>
    contestProblem(tx, who("graham"), of("contested"), "Another brand's fits, as I read here."),
  );
  opened("signed", 15 * dayMs, "elif", "low", "app", [
    "The app on a phone from 2014",
    "It does not install. She has no other phone.",
  ]);
  takes("signed", 14 * dayMs, "lucia");
  const old = "Phones of that age cannot keep the connection that the pairing needs.";
  const byHand = "The machine works without the app: I have mailed you how to set everything by its dial.";
  at(13 * dayMs, (tx, who) => signCannotSolve(tx, who("lucia"), of("signed"), { because: old, instead: byHand }));
  opened("confirmed", 20 * dayMs, "noor", "normal", "orders", [
    "A parcel with somebody else's order in it",
    "She has a grinder too many, and no gaskets.",
  ]);
  takes("confirmed", 19 * dayMs, "piotr");
  answers("confirmed", 19 * dayMs - hourMs, "piotr", "A courier takes it back today and brings yours.");
  at(18 * dayMs, (tx, who) => confirmProblem(tx, who("noor"), of("confirmed")));
  opened("withdrawn", 8 * dayMs, "graham", "low", "orders", ["Where is the invoice?", "For his tax adviser."]);
  at(7 * dayMs, (tx, who) => withdrawProblem(tx, who("graham"), of("withdrawn")));
  opened("original", 5 * dayMs, "elif", "high", "machines", [
    "Steam wand whistles since the last batch of tips",
    "The third call about it this week.",
  ]);
  opened("merged", 4 * dayMs, "graham", "normal", "machines", [
    "A whistle while steaming",
    "Since he changed the tip.",
  ]);
  takes("original", 70 * minuteMs, "marit");
  answers("original", 65 * minuteMs, "marit", "The new tips have a burr inside. A better one is on its way to you.");
  at(60 * minuteMs, (tx, who) => mergeProblem(tx, who("marit"), of("merged"), of("original")));
  const title = "Steam tips of October whistle";
  const body = "They have a burr inside. Turn the steam down by a third until the new tip is there.";
  at(58 * minuteMs, (tx, who) => markKnown(tx, who("marit"), of("original"), { title, body }));
  at(55 * minuteMs, (tx, who) =>
    linkProblems(tx, who("marit"), { id: of("claimed"), otherId: of("original"), kind: "related" }),
  );
}

/** Calendars, teams with their leads, subject areas, promises, macros and a view of one's own. */
async function setUp(tx: Transaction, who: (key: string) => Actor): Promise<Result<unknown>> {
  const ana = who("ana");
  const id = (key: string) => who(key).memberId;
  const calendar = async (name: string, timeZone: string, spans: ReturnType<typeof hours>) =>
    unwrap(await setCalendar(tx, ana, { name, timeZone, spans, holidays: [] })).id;
  const workshop = await calendar("Workshop", "Europe/Oslo", [...hours(weekdays, 8, 12), ...hours(weekdays, 13, 17)]);
  const evenings = await calendar("Day and evening", "Europe/Lisbon", hours(everyDay, 10, 22));
  const always = await calendar("Round the clock", "Europe/Warsaw", hours(everyDay, 0, 24));
  const team = async (name: string, calendarId: number, leadId: number, memberIds: number[]) =>
    unwrap(await setTeam(tx, ana, { name, calendarId, leadId, memberIds })).id;
  const machines = await team("Workshop", workshop, id("marit"), [id("marit"), id("kwame")]);
  const app = await team("App", evenings, id("ana"), [id("lucia")]);
  const parcels = await team("Parcels", always, id("ana"), [id("piotr"), id("jonas")]);
  const area = async (slug: string, name: string, tags: string[], teamId: number) =>
    unwrap(await setArea(tx, ana, { slug, name, tags, teamId }));
  await area("machines", "Machines", ["heron", "kestrel", "wren", "steam", "pump", "gasket"], machines);
  await area("app", "App and account", ["wifi", "sign-in", "schedule"], app);
  await area("orders", "Orders and repair", ["delivery", "repair", "parts"], parcels);
  const promise = {
    group: null,
    firstAnswerMinutes: 480,
    nextAnswerMinutes: 480,
    solvedMinutes: 2_400,
    warnPercent: 75,
  };
  unwrap(await setServiceLevel(tx, ana, { ...promise, urgency: null, calendarId: workshop }));
  const urgent = { ...promise, firstAnswerMinutes: 120, nextAnswerMinutes: 240, solvedMinutes: 960 };
  unwrap(await setServiceLevel(tx, ana, { ...urgent, urgency: "urgent", calendarId: always }));
  const greeting = "Hello {asker},\n\nthank you for writing about “{title}”.\n\n{solver}";
  unwrap(await setMacro(tx, who("marit"), { name: "Greeting", body: greeting }));
  const number = "Could you send me the number on the plate below the drip tray? It begins with TB.";
  unwrap(await setMacro(tx, who("kwame"), { name: "Number of the machine", body: number }));
  return saveView(tx, who("marit"), { name: "Machines, urgent first", view: "all", area: "machines" });
}
