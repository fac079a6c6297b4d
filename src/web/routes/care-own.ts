import { type Actor, may } from "../../accounts/index.ts";
import {
  dayBegins,
  dayIn,
  listCalendars,
  readGroupLadder,
  readOwnLimits,
  setGroupLadder,
  setOwnLimits,
} from "../../care/index.ts";
import { findGroup, groupMissing } from "../../community/index.ts";
import type { HttpContext, Route } from "../../http/index.ts";
import { RefusalError } from "../../kernel/index.ts";
import { readSchedule } from "../../notifications/index.ts";
import { showPage } from "../answer.ts";
import { readHours, readWhole, writeHours } from "../care-forms.ts";
import { carePathsOf } from "../care-paths.ts";
import { field, idOf, refusedForm } from "../forms.ts";
import { type LadderValues, type LimitValues, ladderPage, limitsPage } from "../pages/index.ts";
import type { WebServices } from "../services.ts";
import { pathsOf } from "../url.ts";
import type { FormState } from "../view-models.ts";
import { memberVisit } from "../visit.ts";
import { sectionsOf } from "./admin.ts";
import { done } from "./care-settings.ts";

const mostRungMinutes = 43_200;

/** A group's ladder, and each member's own limits. */
export function careOwnRoutes(services: WebServices): Route[] {
  const { store } = services;
  const { database } = store;

  /** The zone that a member's days are in, as they chose it for their digest. */
  async function ownTimeZone({ communityId, memberId }: Actor): Promise<string> {
    return (await readSchedule(database, communityId, memberId))?.timeZone ?? "UTC";
  }

  async function ladder(c: HttpContext, form?: FormState<LadderValues>, status = 200): Promise<Response> {
    const { actor, community, page } = memberVisit(c);
    const group = await findGroup(database, community.id, c.req.param("group") ?? "");
    if (!group) throw new RefusalError(groupMissing);
    const { found, peers, named, usual } = await readGroupLadder(database, community.id, group.id);
    const values = { found: writeHours(found), peers: writeHours(peers), named: writeHours(named) };
    const view = { sections: sectionsOf(actor), group, usual, form: form ?? { values, errors: {} } };
    return showPage(c, ladderPage(view, page), status);
  }

  async function saveLadder(c: HttpContext): Promise<Response> {
    const { actor, community, form, page } = memberVisit(c);
    const values = { found: field(form, "found"), peers: field(form, "peers"), named: field(form, "named") };
    const minutes = {
      found: readRung(values.found, 0),
      peers: readRung(values.peers, 0),
      named: readRung(values.named, 1),
    };
    const wrong = (["found", "peers", "named"] as const).filter((name) => Number.isNaN(minutes[name]));
    const errors = Object.fromEntries(wrong.map((name) => [name, page.t.careSettings.ladderUnreadable]));
    if (wrong.length > 0) return ladder(c, { values, errors }, 422);
    const slug = c.req.param("group") ?? "";
    const set = await store.transact((tx) => setGroupLadder(tx, actor, slug, minutes));
    if (!set.ok) throw new RefusalError(set.error);
    return done(c, services, pathsOf(community.slug).adminGroup(slug), "ladderSaved", [set.value.change]);
  }

  async function limits(c: HttpContext, form?: FormState<LimitValues>, status = 200): Promise<Response> {
    const { actor, community, page } = memberVisit(c);
    const [own, calendars, timeZone] = await Promise.all([
      readOwnLimits(database, actor),
      may(actor, "work on problems") ? listCalendars(database, community.id) : null,
      ownTimeZone(actor),
    ]);
    const values = {
      askedWeekly: String(own.askedWeekly),
      awayUntil: own.awayUntil && own.awayUntil > page.now ? dayIn(timeZone, own.awayUntil) : "",
      mostOpen: String(own.mostOpen),
      calendarId: own.calendarId === null ? "" : String(own.calendarId),
    };
    const view = {
      form: form ?? { values, errors: {} },
      usual: own.usual,
      calendars: calendars?.map(({ id, name }) => ({ value: String(id), label: name })) ?? null,
    };
    return showPage(c, limitsPage(view, page), status);
  }

  async function saveLimits(c: HttpContext): Promise<Response> {
    const { actor, community, form, page } = memberVisit(c);
    const t = page.t.careSettings.limits;
    const [own, timeZone] = await Promise.all([readOwnLimits(database, actor), ownTimeZone(actor)]);
    const values = {
      askedWeekly: field(form, "askedWeekly"),
      awayUntil: field(form, "awayUntil"),
      mostOpen: form.has("mostOpen") ? field(form, "mostOpen") : String(own.mostOpen),
      calendarId: field(form, "calendarId"),
    };
    const away = values.awayUntil.trim();
    const awayUntil = away === "" ? null : dayBegins(timeZone, away);
    const mostOpen = readWhole(values.mostOpen);
    const errors: FormState<LimitValues>["errors"] = {
      ...(away !== "" && awayUntil === null ? { awayUntil: t.awayUnreadable } : {}),
      ...(mostOpen >= 1 && mostOpen <= 500 ? {} : { mostOpen: t.mostOpenUnreadable }),
    };
    if (Object.keys(errors).length > 0) return limits(c, { values, errors }, 422);
    const asked = readWhole(values.askedWeekly);
    const change = {
      ...(asked >= 0 && asked <= 50 ? { askedWeekly: asked } : {}),
      ...{ awayUntil, mostOpen },
      ...(form.has("calendarId")
        ? { calendarId: values.calendarId === "" ? null : (idOf(values.calendarId) ?? 0) }
        : {}),
    };
    const set = await store.transact((tx) => setOwnLimits(tx, actor, change));
    if (!set.ok) return limits(c, refusedForm(c, values, set.error), set.error.status);
    return done(c, services, carePathsOf(community.slug).limits, "limitsSaved", [set.value.change]);
  }

  const asked = "limit how often one is asked";
  return [
    {
      method: "get",
      path: "/c/:slug/admin/groups/:group/ladder",
      permission: "manage groups",
      handle: (c) => ladder(c),
    },
    { method: "post", path: "/c/:slug/admin/groups/:group/ladder", permission: "manage groups", handle: saveLadder },
    { method: "get", path: "/c/:slug/limits", permission: asked, handle: (c) => limits(c) },
    { method: "post", path: "/c/:slug/limits", permission: asked, handle: saveLimits },
  ];
}

/** Minutes of a rung as typed in hours; NaN for what is none, or out of bounds. */
function readRung(typed: string, least: number): number {
  const minutes = readHours(typed) ?? Number.NaN;
  return minutes >= least && minutes <= mostRungMinutes ? minutes : Number.NaN;
}
