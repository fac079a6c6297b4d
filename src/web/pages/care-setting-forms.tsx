import type { Calendar } from "../../care/index.ts";
import { type Weekday, weekdays } from "../care-forms.ts";
import type { CarePart } from "../care-paths.ts";
import type { PageContext } from "../page-context.ts";
import { type AdminFrame, adminLayout } from "../parts/admin.tsx";
import {
  type Choice,
  checksField,
  csrfField,
  fieldError,
  formProblem,
  selectField,
  textField,
  writingField,
} from "../parts/forms.tsx";
import { dayNames } from "../parts/plan-words.ts";
import { carePathsHere } from "../parts/small.tsx";
import { weekChart } from "../parts/week-chart.tsx";
import { type Html, html, type Part } from "../raw.tsx";
import type { FormState } from "../view-models.ts";

/** The page of one thing that is set for care. */
export interface CareFormView<Values> extends AdminFrame {
  /** null for a new one; its name as it is kept. */
  one: { readonly id: number; readonly name: string } | null;
  form: FormState<Values>;
}

interface FramePart {
  part: CarePart;
  title: string;
  remove: string;
  fields: Part;
  above?: Part;
}

function frame<Values>(parts: FramePart, view: CareFormView<Values>, context: PageContext): Html {
  const { common } = context.t;
  const paths = carePathsHere(context);
  const main = html`<div class="stack care-form"><form class="stack" method="post" action="${paths.one(parts.part, view.one?.id ?? "new")}">${csrfField(context)}${formProblem(view.form, context)}${parts.fields}<p class="buttons"><button class="primary">${common.save}</button><a class="button" href="${paths.care}">${common.cancel}</a></p></form>${
    view.one &&
    html`<form method="post" action="${paths.remove(parts.part, view.one.id)}">${csrfField(context)}<button class="quiet">${parts.remove}</button></form>`
  }</div>`;
  return adminLayout({ section: "care", title: parts.title, main }, view, context);
}

function nameField(values: { name: string }, error: string | undefined, context: PageContext): Html {
  const { name: label } = context.t.careSettings;
  return textField({ name: "name", label, value: values.name, error, maxlength: 80, autocomplete: "off" }, context);
}

export type CalendarValues = Record<"name" | "timeZone" | "spans" | "holidays" | Weekday, string>;

export interface CalendarFormView extends CareFormView<CalendarValues> {
  timeZones: readonly string[];
  /** What is drawn: the week as it was typed, as far as it can be read. */
  spans: Calendar["spans"];
}

/** `/c/{slug}/admin/care/calendars/{id}`. */
export function calendarFormPage(view: CalendarFormView, context: PageContext): Html {
  const { careSettings: t } = context.t;
  const { values, errors } = view.form;
  const zones = view.timeZones.map((zone) => ({ value: zone, label: zone.replaceAll("_", " ") }));
  const zone = selectField(
    { name: "timeZone", label: t.timeZone, value: values.timeZone, options: zones, error: errors.timeZone },
    context,
  );
  const days = weekdays.map((day) =>
    textField(
      {
        name: day,
        label: t.days[day],
        value: values[day],
        error: errors[day],
        autocomplete: "off",
        optional: "unsaid",
      },
      context,
    ),
  );
  const fields = html`${nameField(values, errors.name, context)}${view.one ? zone : html`<div class="field" data-own-zone>${zone}</div>`}<fieldset class="field week"><legend>${t.weekHead}</legend><p class="hint">${t.weekHint}</p>${fieldError("spans", errors.spans)}${days}</fieldset>${
    view.spans.length > 0 && weekChart(t.weekPicture(values.name), dayNames(context), view.spans)
  }${writingField({ name: "holidays", label: t.holidays, hint: t.holidaysHint, value: values.holidays, error: errors.holidays, rows: 4, maxlength: 6000, optional: true }, context)}`;
  const title = view.one ? t.calendarEdit(view.one.name) : t.calendarNew;
  return frame({ part: "calendars", title, remove: t.calendarRemove, fields }, view, context);
}

export interface TeamValues {
  name: string;
  leadId: string;
  calendarId: string;
  memberIds: readonly string[];
}

export interface TeamFormView extends CareFormView<TeamValues> {
  solvers: readonly Choice[];
  calendars: readonly Choice[];
}

/** `/c/{slug}/admin/care/teams/{id}`. */
export function teamFormPage(view: TeamFormView, context: PageContext): Html {
  const { careSettings: t } = context.t;
  const { values, errors } = view.form;
  const lead = { name: "leadId", label: t.teamLead, hint: t.leadHint, value: values.leadId, error: errors.leadId };
  const calendar = { name: "calendarId", label: t.calendar, value: values.calendarId, error: errors.calendarId };
  const fields = html`${nameField(values, errors.name, context)}${selectField({ ...lead, options: [{ value: "", label: t.noLead }, ...view.solvers] }, context)}${selectField({ ...calendar, options: [{ value: "", label: t.noCalendar }, ...view.calendars] }, context)}${checksField({ name: "memberIds", legend: t.members, hint: t.membersHint, values: values.memberIds, choices: view.solvers, error: errors.memberIds })}`;
  const title = view.one ? t.teamEdit(view.one.name) : t.teamNew;
  return frame({ part: "teams", title, remove: t.teamRemove, fields }, view, context);
}

export type AreaValues = Record<"name" | "slug" | "tags" | "teamId", string>;

export interface AreaFormView extends CareFormView<AreaValues> {
  teams: readonly Choice[];
}

/** `/c/{slug}/admin/care/areas/{id}`. */
export function areaFormPage(view: AreaFormView, context: PageContext): Html {
  const { careSettings: t } = context.t;
  const { values, errors } = view.form;
  const slug = { name: "slug", label: t.slug, hint: t.slugHint, value: values.slug, error: errors.slug };
  const tags = { name: "tags", label: t.tags, hint: t.tagsHint, value: values.tags, error: errors.tags };
  const team = { name: "teamId", label: t.team, value: values.teamId, error: errors.teamId };
  const fields = html`${nameField(values, errors.name, context)}${textField({ ...slug, maxlength: 60, pattern: "[a-z0-9]+(-[a-z0-9]+)*", spellcheck: false, autocomplete: "off" }, context)}${textField({ ...tags, maxlength: 5000, optional: true, autocomplete: "off" }, context)}${selectField({ ...team, options: [{ value: "", label: t.defaultTeam }, ...view.teams] }, context)}`;
  const title = view.one ? t.areaEdit(view.one.name) : t.areaNew;
  return frame({ part: "areas", title, remove: t.areaRemove, fields }, view, context);
}

export type PromiseValues = Record<
  "group" | "urgency" | "calendarId" | "firstAnswerMinutes" | "nextAnswerMinutes" | "solvedMinutes" | "warnPercent",
  string
>;

export interface PromiseFormView extends CareFormView<PromiseValues> {
  groups: readonly Choice[];
  calendars: readonly Choice[];
}

/** `/c/{slug}/admin/care/promises/{id}`. */
export function promiseFormPage(view: PromiseFormView, context: PageContext): Html {
  const { careSettings: t, desk } = context.t;
  const { values, errors } = view.form;
  const urgencies = Object.entries(desk.urgencies).map(([value, label]) => ({ value, label }));
  const choose = (name: "group" | "urgency" | "calendarId", label: string, options: readonly Choice[]) =>
    selectField({ name, label, value: values[name], error: errors[name], options }, context);
  const hours = (name: "firstAnswerMinutes" | "nextAnswerMinutes" | "solvedMinutes", label: string) =>
    textField(
      { name, label, value: values[name], error: errors[name], optional: "unsaid", autocomplete: "off" },
      context,
    );
  const warn = { name: "warnPercent", label: t.warn, value: values.warnPercent, error: errors.warnPercent };
  const fields = html`${choose("group", t.group, [{ value: "", label: t.everyGroup }, ...view.groups])}${choose("urgency", t.urgency, [{ value: "", label: t.anyUrgency }, ...urgencies])}${choose("calendarId", t.calendar, view.calendars)}<fieldset class="field"><legend>${t.times}</legend><p class="hint">${t.timesHint}</p><div class="trio">${hours("firstAnswerMinutes", t.firstAnswer)}${hours("nextAnswerMinutes", t.nextAnswer)}${hours("solvedMinutes", t.solved)}</div></fieldset>${textField({ ...warn, maxlength: 2, pattern: "[0-9]{1,2}", autocomplete: "off" }, context)}`;
  const title = view.one ? t.promiseEdit : t.promiseNew;
  return frame({ part: "promises", title, remove: t.promiseRemove, fields }, view, context);
}
