import { saveView, setArea, setCalendar, setMacro, setServiceLevel, setTeam } from "../../../care/index.ts";
import { type Result, unwrap } from "../../../kernel/index.ts";
import type { Transaction } from "../../../store/index.ts";
import type { Cast } from "./scene.ts";

const weekdays = [1, 2, 3, 4, 5];
const everyDay = [1, 2, 3, 4, 5, 6, 7];
const hours = (days: readonly number[], from: number, to: number) =>
  days.map((day) => ({ day, from: from * 60, to: to * 60 }));

/** Calendars, teams with their leads, subject areas, promises, macros and a view of one's own. */
export async function setUpDesk(tx: Transaction, cast: Cast): Promise<Result<unknown>> {
  const ana = cast.named("ana");
  const id = (key: string) => cast.named(key).memberId;
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
  unwrap(await setMacro(tx, cast.named("marit"), { name: "Greeting", body: greeting }));
  const number = "Could you send me the number on the plate below the drip tray? It begins with TB.";
  unwrap(await setMacro(tx, cast.named("kwame"), { name: "Number of the machine", body: number }));
  return saveView(tx, cast.named("marit"), { name: "Machines, urgent first", view: "all", area: "machines" });
}
