import {
  type Calendar,
  removeArea,
  removeCalendar,
  removeServiceLevel,
  removeTeam,
  setArea,
  setCalendar,
  setServiceLevel,
  setTeam,
  urgencies,
} from "../../care/index.ts";
import type { Route } from "../../http/index.ts";
import { timeZones } from "../../notifications/index.ts";
import { readDates, readHours, readSpans, readWhole, weekdays, writeHours, writeSpans } from "../care-forms.ts";
import { field, idOf, splitTags } from "../forms.ts";
import {
  type AreaValues,
  areaFormPage,
  type CalendarValues,
  calendarFormPage,
  type PromiseValues,
  promiseFormPage,
  type TeamValues,
  teamFormPage,
} from "../pages/index.ts";
import type { WebServices } from "../services.ts";
import type { FormState } from "../view-models.ts";
import { memberVisit } from "../visit.ts";
import { sectionsOf } from "./admin.ts";
import { type CareForm, type CareSet, careFormRoutes } from "./care-settings.ts";

/** The pages of calendars, teams, subject areas and promises. */
export function careSettingKindRoutes(services: WebServices): Route[] {
  return [
    ...careFormRoutes(services, calendarForm),
    ...careFormRoutes(services, teamForm),
    ...careFormRoutes(services, areaForm),
    ...careFormRoutes(services, promiseForm),
  ];
}

function choices(named: readonly { readonly id: number; readonly name: string }[]) {
  return named.map(({ id, name }) => ({ value: String(id), label: name }));
}

function textOf(id: number | null): string {
  return id === null ? "" : String(id);
}

/** An id that was chosen; null for none. What is no id is looked for as 0, and not found. */
function chosen(text: string): number | null {
  return text === "" ? null : (idOf(text) ?? 0);
}

function weekOf(calendar: Calendar | null): Record<(typeof weekdays)[number], string> {
  const entries = weekdays.map((day) => [day, calendar ? writeSpans(Number(day), calendar.spans) : ""]);
  return Object.fromEntries(entries);
}

const calendarForm: CareForm<CalendarValues, Calendar & { name: string }> = {
  part: "calendars",
  notices: { saved: "calendarSaved", removed: "calendarRemoved" },
  load({ calendars }, id) {
    const found = calendars.find((one) => one.id === id);
    if (!found) return null;
    const { name, timeZone } = found;
    return { name, values: { ...weekOf(found), name, timeZone, spans: "", holidays: found.holidays.join("\n") } };
  },
  blank(_set, timeZone) {
    const workday = "09:00-17:00";
    const week = { ...weekOf(null), "1": workday, "2": workday, "3": workday, "4": workday, "5": workday };
    return { ...week, name: "", timeZone, spans: "", holidays: "" };
  },
  typed(form) {
    const week = Object.fromEntries(weekdays.map((day) => [day, field(form, day)])) as ReturnType<typeof weekOf>;
    const { name, timeZone, holidays } = {
      ...{ name: field(form, "name"), timeZone: field(form, "timeZone"), holidays: field(form, "holidays") },
    };
    return { ...week, name, timeZone, spans: "", holidays };
  },
  read(values, { careSettings: t }) {
    const errors: FormState<CalendarValues>["errors"] = {};
    const days = weekdays.map((day) => ({ day, ...readSpans(Number(day), values[day]) }));
    for (const { day, unreadable } of days) if (unreadable !== null) errors[day] = t.spanUnreadable(unreadable);
    const { dates, unreadable } = readDates(values.holidays);
    if (unreadable !== null) errors.holidays = t.dateUnreadable(unreadable);
    if (Object.keys(errors).length > 0) return { errors };
    const { name, timeZone } = values;
    return { fields: { name, timeZone, spans: days.flatMap(({ spans }) => spans), holidays: dates } };
  },
  keep: setCalendar,
  remove: removeCalendar,
  page(c, _set, one, form) {
    const { actor, page } = memberVisit(c);
    const zones = timeZones();
    const { timeZone } = form.values;
    const view = {
      ...{ sections: sectionsOf(actor), one, form },
      // A zone that was chosen on another machine stays to be chosen here.
      timeZones: timeZone === "" || zones.includes(timeZone) ? zones : [timeZone, ...zones],
      spans: weekdays.flatMap((day) => readSpans(Number(day), form.values[day]).spans),
    };
    return calendarFormPage(view, page);
  },
};

const teamForm: CareForm<TeamValues, Parameters<typeof setTeam>[2]> = {
  part: "teams",
  notices: { saved: "teamSaved", removed: "teamRemoved" },
  load({ teams }, id) {
    const found = teams.find((one) => one.id === id);
    if (!found) return null;
    const { name, leadId, calendarId, members } = found;
    const memberIds = members.map(({ memberId }) => String(memberId));
    return { name, values: { name, leadId: textOf(leadId), calendarId: textOf(calendarId), memberIds } };
  },
  blank: ({ calendars }) => ({ name: "", leadId: "", calendarId: textOf(calendars[0]?.id ?? null), memberIds: [] }),
  typed: (form) => ({
    ...{ name: field(form, "name"), leadId: field(form, "leadId"), calendarId: field(form, "calendarId") },
    memberIds: form.getAll("memberIds"),
  }),
  read: ({ name, leadId, calendarId, memberIds }) => ({
    fields: {
      ...{ name, leadId: chosen(leadId), calendarId: chosen(calendarId) },
      memberIds: memberIds.map((id) => chosen(id) ?? 0),
    },
  }),
  keep: setTeam,
  remove: removeTeam,
  page(c, { solvers, calendars }, one, form) {
    const { actor, page } = memberVisit(c);
    const people = solvers.map(({ memberId, name }) => ({ value: String(memberId), label: name }));
    const view = { sections: sectionsOf(actor), one, form, solvers: people, calendars: choices(calendars) };
    return teamFormPage(view, page);
  },
};

const areaForm: CareForm<AreaValues, Parameters<typeof setArea>[2]> = {
  part: "areas",
  notices: { saved: "areaSaved", removed: "areaRemoved" },
  load({ areas }, id) {
    const found = areas.find((one) => one.id === id);
    if (!found) return null;
    const { name, slug, tags, teamId } = found;
    return { name, values: { name, slug, tags: tags.join(", "), teamId: textOf(teamId) } };
  },
  blank: () => ({ name: "", slug: "", tags: "", teamId: "" }),
  typed: (form) => ({
    ...{ name: field(form, "name"), slug: field(form, "slug") },
    ...{ tags: field(form, "tags"), teamId: field(form, "teamId") },
  }),
  read: ({ name, slug, tags, teamId }) => ({
    fields: { name, slug, tags: splitTags(tags), teamId: chosen(teamId) },
  }),
  keep: setArea,
  remove: removeArea,
  page(c, { teams }, one, form) {
    const { actor, page } = memberVisit(c);
    return areaFormPage({ sections: sectionsOf(actor), one, form, teams: choices(teams) }, page);
  },
};

const timesOf = ["firstAnswerMinutes", "nextAnswerMinutes", "solvedMinutes"] as const;
const mostMinutes = 525_600;

const promiseForm: CareForm<PromiseValues, Parameters<typeof setServiceLevel>[2]> = {
  part: "promises",
  notices: { saved: "promiseSaved", removed: "promiseRemoved" },
  load({ promises }, id) {
    const found = promises.find((one) => one.id === id);
    if (!found) return null;
    const { group, urgency, calendarId, warnPercent } = found;
    const times = Object.fromEntries(timesOf.map((name) => [name, writeHours(found[name])]));
    const rest = { group: group ?? "", urgency: urgency ?? "", calendarId: String(calendarId) };
    return { name: "", values: { ...times, ...rest, warnPercent: String(warnPercent) } as PromiseValues };
  },
  blank: ({ calendars }) => ({
    ...{ group: "", urgency: "", calendarId: textOf(calendars[0]?.id ?? null), warnPercent: "75" },
    ...{ firstAnswerMinutes: "8", nextAnswerMinutes: "8", solvedMinutes: "40" },
  }),
  typed: (form) => ({
    ...{ group: field(form, "group"), urgency: field(form, "urgency"), calendarId: field(form, "calendarId") },
    ...{ firstAnswerMinutes: field(form, "firstAnswerMinutes"), solvedMinutes: field(form, "solvedMinutes") },
    ...{ nextAnswerMinutes: field(form, "nextAnswerMinutes"), warnPercent: field(form, "warnPercent") },
  }),
  read(values, { careSettings: t }) {
    const errors: FormState<PromiseValues>["errors"] = {};
    const times = { firstAnswerMinutes: null, nextAnswerMinutes: null, solvedMinutes: null } as Record<
      (typeof timesOf)[number],
      number | null
    >;
    for (const name of timesOf) {
      const minutes = readHours(values[name]);
      if (minutes === null || (minutes >= 1 && minutes <= mostMinutes)) times[name] = minutes;
      else errors[name] = t.hoursUnreadable;
    }
    const warnPercent = readWhole(values.warnPercent);
    if (!(warnPercent >= 1 && warnPercent <= 99)) errors.warnPercent = t.percentUnreadable;
    if (Object.keys(errors).length > 0) return { errors };
    const group = values.group || null;
    const urgency = urgencies.find((name) => name === values.urgency) ?? null;
    return { fields: { ...times, group, urgency, calendarId: chosen(values.calendarId) ?? 0, warnPercent } };
  },
  keep: setServiceLevel,
  remove: removeServiceLevel,
  page(c, { groups, calendars }: CareSet, one, form) {
    const { actor, page } = memberVisit(c);
    const helping = groups.filter(({ charter }) => charter === "help");
    const named = helping.map(({ slug, name }) => ({ value: slug, label: name }));
    const view = { sections: sectionsOf(actor), one, form, groups: named, calendars: choices(calendars) };
    return promiseFormPage(view, page);
  },
};
