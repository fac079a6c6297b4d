import type { Actor } from "../../accounts/index.ts";
import {
  areAreasLearned,
  type Kept,
  learnAreasNow,
  listAreaModels,
  listAreas,
  listCalendars,
  listDeskMembers,
  listServiceLevels,
  listTeams,
  setUpCare,
  undoSetting,
  type Which,
} from "../../care/index.ts";
import { listGroups } from "../../community/index.ts";
import type { HttpContext, Route } from "../../http/index.ts";
import { ok, type Refusal, RefusalError, type Result, refusal, unwrap } from "../../kernel/index.ts";
import { timeZones } from "../../notifications/index.ts";
import type { Transaction } from "../../store/index.ts";
import { goTo, showPage } from "../answer.ts";
import { type CarePart, carePathsOf } from "../care-paths.ts";
import { field, idOf, refusedForm } from "../forms.ts";
import type { Messages } from "../messages/index.ts";
import type { NoticeCode } from "../page-context.ts";
import { careSettingsPage } from "../pages/index.ts";
import type { Html } from "../raw.tsx";
import type { WebServices } from "../services.ts";
import { localPath, pathsOf } from "../url.ts";
import type { FormState } from "../view-models.ts";
import { memberVisit } from "../visit.ts";
import { sectionsOf } from "./admin.ts";

/** Everything that is set for care: what the pages show, and choose from. */
export type CareSet = Awaited<ReturnType<typeof readCareSet>>;

async function readCareSet({ store }: WebServices, communityId: number) {
  const { database } = store;
  const [calendars, teams, areas, promises, solvers, groups] = await Promise.all([
    listCalendars(database, communityId),
    listTeams(database, communityId),
    listAreas(database, communityId),
    listServiceLevels(database, communityId),
    listDeskMembers(database, communityId),
    listGroups(database, communityId),
  ]);
  return { calendars, teams, areas, promises, solvers, groups };
}

/** One kind of thing that is set: what its form holds, how that is read, and what is done with it. */
export interface CareForm<Values extends object, Fields> {
  readonly part: CarePart;
  readonly notices: { readonly saved: NoticeCode; readonly removed: NoticeCode };
  /** What there is, as it stands in the form; null where there is no such thing. */
  load(set: CareSet, id: number): { readonly name: string; readonly values: Values } | null;
  blank(set: CareSet, timeZone: string): Values;
  typed(form: URLSearchParams): Values;
  /** The fields, or what is wrong with what was typed. */
  read(values: Values, t: Messages): { readonly fields: Fields } | { readonly errors: FormState<Values>["errors"] };
  keep(tx: Transaction, actor: Actor, fields: Fields, which: Which): Promise<Result<Kept>>;
  remove(tx: Transaction, actor: Actor, id: number): Promise<Result<Kept>>;
  page(c: HttpContext, set: CareSet, one: { id: number; name: string } | null, form: FormState<Values>): Html;
}

const settingMissing = refusal(
  "missing",
  "page-missing",
  "There is no such page.",
  "Look at all that is set for care.",
);

/** The pages of one kind. */
export function careFormRoutes<Values extends object, Fields>(
  services: WebServices,
  kind: CareForm<Values, Fields>,
): Route[] {
  const { store } = services;

  async function show(c: HttpContext, form?: FormState<Values>, status = 200): Promise<Response> {
    const { community } = memberVisit(c);
    const set = await readCareSet(services, community.id);
    const id = whichOf(c);
    const found = id === "new" ? null : kind.load(set, id);
    if (id !== "new" && !found) throw new RefusalError(settingMissing);
    const zone = set.calendars[0]?.timeZone ?? "UTC";
    const shown = form ?? { values: found?.values ?? kind.blank(set, zone), errors: {} };
    const one = found && id !== "new" ? { id, name: found.name } : null;
    return showPage(c, kind.page(c, set, one, shown), status);
  }

  async function save(c: HttpContext): Promise<Response> {
    const { actor, community, form, page } = memberVisit(c);
    const values = kind.typed(form);
    const read = kind.read(values, page.t);
    if ("errors" in read) return show(c, { values, errors: read.errors }, 422);
    const kept = await store.transact((tx) => kind.keep(tx, actor, read.fields, whichOf(c)));
    if (!kept.ok) return show(c, refusedForm(c, values, kept.error), kept.error.status);
    return done(c, services, carePathsOf(community.slug).care, kind.notices.saved, [kept.value.change]);
  }

  async function remove(c: HttpContext): Promise<Response> {
    const { actor, community } = memberVisit(c);
    const id = whichOf(c);
    const removed = await store.transact((tx) => kind.remove(tx, actor, id === "new" ? 0 : id));
    if (removed.ok)
      return done(c, services, carePathsOf(community.slug).care, kind.notices.removed, [removed.value.change]);
    if (removed.error.code !== "setting-in-use") throw new RefusalError(removed.error);
    return refusedRemoval(c, removed.error);
  }

  async function refusedRemoval(c: HttpContext, refused: Refusal): Promise<Response> {
    const { community } = memberVisit(c);
    const id = whichOf(c);
    const found = id === "new" ? null : kind.load(await readCareSet(services, community.id), id);
    if (!found) throw new RefusalError(settingMissing);
    return show(c, refusedForm(c, found.values, refused), refused.status);
  }

  const path = `/c/:slug/admin/care/${kind.part}/:id`;
  return [
    { method: "get", path, permission: "manage care", handle: (c) => show(c) },
    { method: "post", path, permission: "manage care", handle: save },
    { method: "post", path: `${path}/remove`, permission: "manage care", handle: remove },
  ];
}

function whichOf(c: HttpContext): number | "new" {
  const text = c.req.param("id");
  return text === "new" ? "new" : (idOf(text) ?? 0);
}

/** Sends the browser on, with a way to take back what was set. */
export function done(
  c: HttpContext,
  services: WebServices,
  path: string,
  code: NoticeCode,
  changes: readonly number[],
): Response {
  const { community } = memberVisit(c);
  return goTo(c, services, path, { code, undo: carePathsOf(community.slug).undo(changes) });
}

/** All that is set, the beginning in one step, and taking back. */
export function careSettingRoutes(services: WebServices): Route[] {
  const { store } = services;

  async function show(
    c: HttpContext,
    problems: { begin?: string | undefined; learn?: string | undefined } = {},
    status = 200,
  ): Promise<Response> {
    const { actor, community, page, form } = memberVisit(c);
    const [set, learned, learns] = await Promise.all([
      readCareSet(services, community.id),
      listAreaModels(store.database, community.id),
      areAreasLearned(store.database, community.id),
    ]);
    const learning = { learned, learns, learnProblem: problems.learn };
    const view = { sections: sectionsOf(actor), ...learning, ...listed(set) };
    const timeZone = field(form, "timeZone") || "Europe/London";
    const begin = set.calendars.length === 0 ? { timeZones: timeZones(), timeZone, problem: problems.begin } : null;
    const response = await showPage(c, careSettingsPage({ ...view, begin }, page), status);
    if (learns) response.headers.set("refresh", lookAgain);
    return response;
  }

  async function learn(c: HttpContext): Promise<Response> {
    const { actor, community } = memberVisit(c);
    const asked = await store.transact((tx) => learnAreasNow(tx, actor));
    if (!asked.ok) return show(c, { learn: refusedForm(c, {}, asked.error).problem }, asked.error.status);
    return goTo(c, services, carePathsOf(community.slug).care, { code: "areasLearn" });
  }

  async function begin(c: HttpContext): Promise<Response> {
    const { actor, community, form, page } = memberVisit(c);
    const wish = { timeZone: field(form, "timeZone"), calendarName: page.t.careSettings.beginName };
    const begun = await store.transact((tx) => setUpCare(tx, actor, wish));
    if (!begun.ok) return show(c, { begin: refusedForm(c, {}, begun.error).problem }, begun.error.status);
    return done(c, services, carePathsOf(community.slug).care, "careBegun", begun.value.changes);
  }

  async function undo(c: HttpContext): Promise<Response> {
    const { actor, community } = memberVisit(c);
    const changes = (c.req.param("changes") ?? "").split("-").map((text) => idOf(text) ?? 0);
    unwrap(
      await store.transact(async (tx) => {
        for (const change of changes.slice(0, mostUndone)) {
          const undone = await undoSetting(tx, actor, change);
          if (!undone.ok) return undone;
        }
        return ok(undefined);
      }),
    );
    const from = c.req.header("referer") ?? "";
    const home = pathsOf(community.slug).home;
    const back = URL.canParse(from) ? localPath(new URL(from).pathname) : home;
    return goTo(c, services, back.startsWith(`${home}/`) ? back : home, { code: "settingUndone" });
  }

  return [
    { method: "get", path: "/c/:slug/admin/care", permission: "manage care", handle: (c) => show(c) },
    { method: "post", path: "/c/:slug/admin/care/first-setup", permission: "manage care", handle: begin },
    { method: "post", path: "/c/:slug/admin/care/learning", permission: "manage care", handle: learn },
    { method: "post", path: "/c/:slug/care-settings/undo/:changes", permission: "member", handle: undo },
  ];
}

const mostUndone = 10;
/** How often the page looks again by itself while the machine learns, in seconds. */
const lookAgain = "3";

function listed({ calendars, teams, areas, promises, groups, solvers }: CareSet) {
  const calendarName = new Map(calendars.map(({ id, name }) => [id, name]));
  const teamName = new Map(teams.map(({ id, name }) => [id, name]));
  const groupName = new Map(groups.map(({ slug, name }) => [slug, name]));
  const solverName = new Map(solvers.map(({ memberId, name }) => [memberId, name]));
  return {
    calendars,
    teams: teams.map(({ id, name, isDefault, leadId, calendarId, members }) => ({
      ...{ id, name, isDefault },
      lead: leadId === null ? null : (solverName.get(leadId) ?? null),
      calendar: calendarId === null ? null : (calendarName.get(calendarId) ?? null),
      members: members.map((member) => member.name),
      areas: areas.filter(({ teamId }) => teamId === id).map((area) => area.name),
    })),
    areas: areas.map(({ id, name, tags, teamId }) => ({
      ...{ id, name, tags },
      team: teamId === null ? null : (teamName.get(teamId) ?? null),
    })),
    promises: promises.map(({ group, calendarId, ...promise }) => ({
      ...promise,
      group: group === null ? null : (groupName.get(group) ?? group),
      calendar: calendarName.get(calendarId) ?? "",
    })),
  };
}
