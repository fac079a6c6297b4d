import {
  correctHours,
  type HoursSaid,
  hoursCounted,
  isPurpose,
  momentOnDayOf,
  readOwnHours,
  reportHours,
  reportOwnHours,
  sumHours,
  takeBackCorrection,
  weekOf,
} from "../../care/index.ts";
import type { HttpContext, Route } from "../../http/index.ts";
import { type Refusal, unwrap } from "../../kernel/index.ts";
import { readSchedule } from "../../notifications/index.ts";
import { goTo, showPage } from "../answer.ts";
import { field, idOf, refusedForm } from "../forms.ts";
import { hoursSumsPage, hoursWindows, ownHoursPage } from "../pages/index.ts";
import type { WebServices } from "../services.ts";
import { pathsOf, withQuery } from "../url.ts";
import { type MemberVisit, memberVisit } from "../visit.ts";

const usualWeeks = 8;

/** One's own hours, and the sums of everybody's. */
export function hoursRoutes(services: WebServices): Route[] {
  const { store } = services;
  const { database } = store;

  async function zoneOf({ actor }: MemberVisit): Promise<string> {
    return (await readSchedule(database, actor.communityId, actor.memberId))?.timeZone ?? "UTC";
  }

  async function own(c: HttpContext, week = c.req.query("week"), refused?: Refusal): Promise<Response> {
    const visit = memberVisit(c);
    const { actor, community, page } = visit;
    const timeZone = await zoneOf(visit);
    const read = await readOwnHours(database, actor, { week, timeZone, now: page.now });
    const report = reportOwnHours(unwrap(read));
    const api = `/api/v1/communities/${encodeURIComponent(community.slug)}/me/hours`;
    const view = {
      ...{ report, counted: hoursCounted, api: withQuery(api, { week: report.monday, timeZone }) },
      form: refused ? refusedForm(c, {}, refused) : { values: {}, errors: {} },
    };
    return showPage(c, ownHoursPage(view, page), refused?.status ?? 200);
  }

  async function correct(c: HttpContext): Promise<Response> {
    const visit = memberVisit(c);
    const { actor, community, form } = visit;
    const timeZone = await zoneOf(visit);
    const said = readSaid(form, timeZone);
    const corrected = await store.transact((tx) => correctHours(tx, actor, said));
    const week = weekAt(said.was.from, timeZone);
    if (!corrected.ok) return own(c, week, corrected.error);
    const paths = pathsOf(community.slug);
    return goTo(c, services, withQuery(paths.hours, { week }), {
      code: said.is ? "hoursCorrected" : "hoursDeleted",
      undo: paths.hoursTakeBack(corrected.value.id),
    });
  }

  async function takeBack(c: HttpContext): Promise<Response> {
    const visit = memberVisit(c);
    const { actor, community } = visit;
    const { from } = unwrap(await store.transact((tx) => takeBackCorrection(tx, actor, idOf(c.req.param("id")) ?? 0)));
    const week = weekAt(from, await zoneOf(visit));
    return goTo(c, services, withQuery(pathsOf(community.slug).hours, { week }), { code: "hoursTakenBack" });
  }

  async function sums(c: HttpContext): Promise<Response> {
    const visit = memberVisit(c);
    const { community, page } = visit;
    const weeks = hoursWindows.find((one) => String(one) === c.req.query("weeks")) ?? usualWeeks;
    const timeZone = await zoneOf(visit);
    const read = await sumHours(database, { communityId: community.id, weeks, timeZone, now: page.now });
    const api = withQuery(`/api/v1/communities/${encodeURIComponent(community.slug)}/hours`, { weeks, timeZone });
    return showPage(c, hoursSumsPage({ report: reportHours(unwrap(read)), weeks, api }, page));
  }

  const base = "/c/:slug/hours";
  return [
    { method: "get", path: base, permission: "see own hours", handle: (c) => own(c) },
    { method: "post", path: `${base}/corrections`, permission: "correct own hours", handle: correct },
    { method: "post", path: `${base}/corrections/:id/take-back`, permission: "correct own hours", handle: takeBack },
    { method: "get", path: "/c/:slug/care/hours", permission: "see the care plan", handle: sums },
  ];
}

/** The week to show after something was done to it; this one where nothing could be. */
function weekAt(moment: Date, timeZone: string): string | undefined {
  return Number.isNaN(moment.getTime()) ? undefined : weekOf(timeZone, moment).monday;
}

/** What a session's form says; times that were not changed keep their seconds. */
function readSaid(form: URLSearchParams, timeZone: string): HoursSaid {
  const was = { from: new Date(Number(field(form, "wasFrom"))), to: new Date(Number(field(form, "wasTo"))) };
  if (field(form, "do") === "delete") return { was, is: null };
  const purpose = field(form, "purpose");
  return {
    was,
    is: {
      from: momentOnDayOf(timeZone, was.from, field(form, "from")),
      to: momentOnDayOf(timeZone, was.to, field(form, "to")),
      purpose: isPurpose(purpose) ? purpose : "solving",
    },
  };
}
