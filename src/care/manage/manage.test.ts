import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type CareHouse, openCareHouse } from "../../../tests/factories/care.ts";
import type { Actor } from "../../accounts/index.ts";
import { type Result, unwrap } from "../../kernel/index.ts";
import { readOwnLimits, setOwnLimits } from "../limits.ts";
import { listAreas } from "../queries/areas.ts";
import { listCalendars } from "../queries/calendars.ts";
import { listServiceLevels } from "../queries/service-levels.ts";
import { listTeams } from "../queries/teams.ts";
import { minuteMs } from "../settings.ts";
import { removeArea, setArea } from "./areas.ts";
import { removeCalendar, setCalendar } from "./calendars.ts";
import { readGroupLadder, setGroupLadder } from "./ladders.ts";
import { removeServiceLevel, setServiceLevel } from "./service-levels.ts";
import { setUpCare } from "./set-up-care.ts";
import { removeTeam, setTeam } from "./teams.ts";
import { undoSetting } from "./undo-setting.ts";

let house: CareHouse;
let admin: Actor;
beforeAll(async () => {
  house = await openCareHouse();
  admin = house.village.admin;
});
afterAll(() => house?.close());

const office = [1, 2, 3, 4, 5].map((day) => ({ day, from: 540, to: 1020 }));
const calendar = (name: string) => ({ name, timeZone: "Europe/Vienna", spans: office, holidays: ["2026-12-25"] });
const undo = (change: number, by = admin) => house.run((tx) => undoSetting(tx, by, change));
const code = (result: Result<unknown>) => (result.ok ? "ok" : result.error.code);
const calendars = () => listCalendars(house.store.database, house.communityId);
const named = async (name: string) => (await calendars()).find((one) => one.name === name);

describe("a calendar", () => {
  it("is made, renamed, and given back its name", async () => {
    const made = unwrap(await house.run((tx) => setCalendar(tx, admin, calendar("Day"), "new")));
    const renamed = unwrap(await house.run((tx) => setCalendar(tx, admin, calendar("Daylight"), made.id)));
    expect(renamed.id).toBe(made.id);
    expect(await named("Day")).toBeUndefined();
    unwrap(await undo(renamed.change));
    expect(await named("Day")).toMatchObject({ id: made.id, holidays: ["2026-12-25"] });
    expect(await named("Daylight")).toBeUndefined();
  });

  it("has a name of its own: a second one is refused, and setting it by its name changes it", async () => {
    const first = unwrap(await house.run((tx) => setCalendar(tx, admin, calendar("Shared"), "new")));
    expect(code(await house.run((tx) => setCalendar(tx, admin, calendar("Shared"), "new")))).toBe("setting-name-taken");
    const other = unwrap(await house.run((tx) => setCalendar(tx, admin, calendar("Other"), "new")));
    const stolen = await house.run((tx) => setCalendar(tx, admin, calendar("Shared"), other.id));
    expect(code(stolen)).toBe("setting-name-taken");
    const again = unwrap(await house.run((tx) => setCalendar(tx, admin, calendar("Shared"))));
    expect(again.id).toBe(first.id);
  });

  it("without working time, or that is not there, is refused", async () => {
    const empty = { ...calendar("Never"), spans: [] };
    expect(code(await house.run((tx) => setCalendar(tx, admin, empty, "new")))).toBe("calendar-without-hours");
    expect(code(await house.run((tx) => setCalendar(tx, admin, calendar("Gone"), 999_999)))).toBe("calendar-missing");
  });

  it("is removed and comes back under its old id; one that a team goes by stays", async () => {
    const made = unwrap(await house.run((tx) => setCalendar(tx, admin, calendar("Night"), "new")));
    const team = { name: "Owls", leadId: null, calendarId: made.id, memberIds: [house.solver.memberId] };
    const owls = unwrap(await house.run((tx) => setTeam(tx, admin, team, "new")));
    expect(code(await house.run((tx) => removeCalendar(tx, admin, made.id)))).toBe("setting-in-use");
    unwrap(await house.run((tx) => removeTeam(tx, admin, owls.id)));
    const removed = unwrap(await house.run((tx) => removeCalendar(tx, admin, made.id)));
    expect(await named("Night")).toBeUndefined();
    unwrap(await undo(removed.change));
    expect(await named("Night")).toMatchObject({ id: made.id, spans: office });
  });
});

describe("taking back", () => {
  it("takes away what was made, only for whoever made it, once, and not after ten minutes", async () => {
    const other = await house.person("Other admin", ["admin"]);
    const made = unwrap(await house.run((tx) => setCalendar(tx, admin, calendar("Slip"), "new")));
    expect(code(await undo(made.change, other))).toBe("setting-undo-too-late");
    unwrap(await undo(made.change));
    expect(await named("Slip")).toBeUndefined();
    expect(code(await undo(made.change))).toBe("setting-undo-too-late");
    const late = unwrap(await house.run((tx) => setCalendar(tx, admin, calendar("Late"), "new")));
    house.clock.advance(10 * minuteMs);
    expect(code(await undo(late.change))).toBe("setting-undo-too-late");
  });

  it("is refused where somebody has set it anew since", async () => {
    const first = unwrap(await house.run((tx) => setCalendar(tx, admin, calendar("Busy"), "new")));
    const second = unwrap(await house.run((tx) => setCalendar(tx, admin, calendar("Busier"), first.id)));
    expect(code(await undo(first.change))).toBe("setting-undo-too-late");
    unwrap(await undo(second.change));
  });

  it("is refused where what it went by is gone", async () => {
    const gone = unwrap(await house.run((tx) => setCalendar(tx, admin, calendar("Gone soon"), "new")));
    const team = { name: "Larks", leadId: null, calendarId: gone.id, memberIds: [] };
    const larks = unwrap(await house.run((tx) => setTeam(tx, admin, team, "new")));
    const freed = unwrap(await house.run((tx) => setTeam(tx, admin, { ...team, calendarId: null }, larks.id)));
    unwrap(await house.run((tx) => removeCalendar(tx, admin, gone.id)));
    expect(code(await undo(freed.change))).toBe("calendar-missing");
  });
});

it("a team gets back its members, a subject area its tags, a promise its times", async () => {
  const { database } = house.store;
  const second = await house.person("Second", ["solver"]);
  const both = [house.solver.memberId, second.memberId];
  const team = { name: "Pumps", leadId: second.memberId, calendarId: null, memberIds: both };
  const pumps = unwrap(await house.run((tx) => setTeam(tx, admin, team, "new")));
  const fewer = unwrap(await house.run((tx) => setTeam(tx, admin, { ...team, leadId: null, memberIds: [] }, pumps.id)));
  unwrap(await undo(fewer.change));
  const found = (await listTeams(database, house.communityId)).find(({ id }) => id === pumps.id);
  expect([found?.leadId, found?.members.map(({ memberId }) => memberId).sort()]).toEqual([
    second.memberId,
    both.sort(),
  ]);

  const area = { slug: "water", name: "Water", tags: ["pump", "leak"], teamId: pumps.id };
  const water = unwrap(await house.run((tx) => setArea(tx, admin, area, "new")));
  expect(code(await house.run((tx) => setArea(tx, admin, area, "new")))).toBe("area-slug-taken");
  expect(code(await house.run((tx) => removeTeam(tx, admin, pumps.id)))).toBe("setting-in-use");
  const dry = unwrap(await house.run((tx) => removeArea(tx, admin, water.id)));
  unwrap(await undo(dry.change));
  expect(await listAreas(database, house.communityId)).toContainEqual({ id: water.id, ...area });

  const { id: calendarId } = unwrap(await house.run((tx) => setCalendar(tx, admin, calendar("Promised"), "new")));
  const times = { firstAnswerMinutes: 60, nextAnswerMinutes: null, solvedMinutes: 600 };
  const level = { group: house.village.group, urgency: "high" as const, calendarId, ...times, warnPercent: 80 };
  const none = { ...level, firstAnswerMinutes: null, solvedMinutes: null };
  expect(code(await house.run((tx) => setServiceLevel(tx, admin, none, "new")))).toBe("service-level-empty");
  const promised = unwrap(await house.run((tx) => setServiceLevel(tx, admin, level, "new")));
  expect(code(await house.run((tx) => setServiceLevel(tx, admin, level, "new")))).toBe("service-level-taken");
  const broken = unwrap(await house.run((tx) => removeServiceLevel(tx, admin, promised.id)));
  unwrap(await undo(broken.change));
  expect(await listServiceLevels(database, house.communityId)).toEqual([{ id: promised.id, ...level }]);
});

it("a ladder and a member's limits go back to the usual ones", async () => {
  const { database } = house.store;
  const steward = await house.person("Steward", ["steward"]);
  const minutes = { found: 10, peers: 20, named: 30 };
  const set = unwrap(await house.run((tx) => setGroupLadder(tx, steward, house.village.group, minutes)));
  expect(await readGroupLadder(database, house.communityId, set.id)).toEqual({ ...minutes, usual: false });
  unwrap(await undo(set.change, steward));
  expect(await readGroupLadder(database, house.communityId, set.id)).toMatchObject({ peers: 480, usual: true });

  const away = new Date("2026-05-01T00:00:00Z");
  const first = unwrap(await house.run((tx) => setOwnLimits(tx, house.asker, { askedWeekly: 0, awayUntil: away })));
  const second = unwrap(await house.run((tx) => setOwnLimits(tx, house.asker, { awayUntil: null })));
  unwrap(await undo(second.change, house.asker));
  expect(await readOwnLimits(database, house.asker)).toMatchObject({ askedWeekly: 0, awayUntil: away, usual: false });
  expect(code(await undo(first.change, house.asker))).toBe("setting-undo-too-late");
});

it("a beginning in one step holds at once, and is taken back as one", async () => {
  const fresh = await openCareHouse();
  const { admin: boss } = fresh.village;
  const wish = { timeZone: "Europe/Vienna", calendarName: "Office hours" };
  const begun = unwrap(await fresh.run((tx) => setUpCare(tx, boss, wish)));
  const { database } = fresh.store;
  const [week] = await listCalendars(database, fresh.communityId);
  expect(week).toMatchObject({ name: "Office hours", timeZone: "Europe/Vienna", spans: office });
  expect(await listTeams(database, fresh.communityId)).toMatchObject([{ isDefault: true, calendarId: week?.id }]);
  const problem = await fresh.ask();
  expect(problem.dueClock).toBe("first-answer");
  expect(code(await fresh.run((tx) => setUpCare(tx, boss, wish)))).toBe("care-set-up-already");
  const [last] = begun.changes;
  expect(code(await fresh.run((tx) => undoSetting(tx, boss, begun.changes[2] ?? 0)))).toBe("setting-in-use");
  unwrap(await fresh.run((tx) => undoSetting(tx, boss, last ?? 0)));
  expect(await listServiceLevels(database, fresh.communityId)).toEqual([]);
  await fresh.close();
});

it("nobody but those who manage care sets anything", async () => {
  const { solver } = house;
  expect(code(await house.run((tx) => setCalendar(tx, solver, calendar("Mine"))))).toBe("not-allowed");
  expect(code(await house.run((tx) => removeCalendar(tx, solver, 1)))).toBe("not-allowed");
  const ladder = { found: 1, peers: 1, named: 1 };
  expect(code(await house.run((tx) => setGroupLadder(tx, solver, house.village.group, ladder)))).toBe("not-allowed");
  expect(code(await house.run((tx) => setUpCare(tx, solver, { timeZone: "UTC", calendarName: "X" })))).toBe(
    "not-allowed",
  );
});
