import type { PageContext } from "../page-context.ts";
import { type AdminFrame, adminLayout } from "../parts/admin.tsx";
import { type Choice, csrfField, formProblem, selectField, textField } from "../parts/forms.tsx";
import { layout } from "../parts/layout.tsx";
import { carePathsHere, pathsHere } from "../parts/small.tsx";
import { type Html, html } from "../raw.tsx";
import type { FormState } from "../view-models.ts";

export type LadderValues = Record<"found" | "peers" | "named", string>;

export interface LadderView extends AdminFrame {
  group: { readonly slug: string; readonly name: string };
  usual: boolean;
  form: FormState<LadderValues>;
}

/** `/c/{slug}/admin/groups/{group}/ladder`: how long each rung lasts. */
export function ladderPage(view: LadderView, context: PageContext): Html {
  const { careSettings: t, common } = context.t;
  const { values, errors } = view.form;
  const paths = pathsHere(context);
  const group = paths.adminGroup(view.group.slug);
  const hours = (name: keyof LadderValues, label: string) =>
    textField(
      { name, label, hint: t.ladderHint, value: values[name], error: errors[name], maxlength: 8, autocomplete: "off" },
      context,
    );
  const main = html`<div class="stack">${view.usual && html`<p class="hint">${t.ladderUsual}</p>`}<form class="stack" method="post" action="${carePathsHere(context).ladder(view.group.slug)}">${csrfField(context)}${formProblem(view.form, context)}${hours("found", t.found)}${hours("peers", t.peers)}${hours("named", t.named)}<p class="buttons"><button class="primary">${common.save}</button><a class="button" href="${group}">${common.cancel}</a></p></form></div>`;
  const title = t.ladderTitle(view.group.name);
  return adminLayout({ section: "groups", title, lead: t.ladderLead, main }, view, context);
}

export type LimitValues = Record<"askedWeekly" | "awayUntil" | "mostOpen" | "calendarId", string>;

export interface LimitsView {
  form: FormState<LimitValues>;
  usual: boolean;
  /** For those who work at the desk; null for others. */
  calendars: readonly Choice[] | null;
}

const often = ["0", "1", "2", "3", "5", "7", "10", "20", "50"];

/** `/c/{slug}/limits`: when and how often a member is asked. */
export function limitsPage(view: LimitsView, context: PageContext): Html {
  const { notifications, common } = context.t;
  const t = context.t.careSettings.limits;
  const { values, errors } = view.form;
  const counts = [...new Set([...often, values.askedWeekly])]
    .filter((text) => /^\d+$/.test(text))
    .sort((a, b) => Number(a) - Number(b))
    .map((value) => ({ value, label: value === "0" ? t.never : t.times(Number(value)) }));
  const asked = { name: "askedWeekly", label: t.asked, value: values.askedWeekly, error: errors.askedWeekly };
  const away = { name: "awayUntil", label: t.away, hint: t.awayHint, value: values.awayUntil, error: errors.awayUntil };
  const most = { name: "mostOpen", label: t.mostOpen, value: values.mostOpen, error: errors.mostOpen };
  const when = { name: "calendarId", label: t.calendar, value: values.calendarId, error: errors.calendarId };
  const atDesk =
    view.calendars &&
    html`${textField({ ...most, maxlength: 3, pattern: "[0-9]{1,3}", autocomplete: "off" }, context)}${selectField({ ...when, options: [{ value: "", label: t.teamCalendar }, ...view.calendars] }, context)}`;
  return layout(
    {
      title: t.title,
      canonical: null,
      main: html`<div class="column sections"><header class="opening"><p class="crumbs"><a href="${pathsHere(context).notificationSettings}">${notifications.settingsTitle}</a></p><h1>${t.title}</h1><p class="lead">${t.lead}</p>${view.usual && html`<p class="hint">${t.usual}</p>`}</header><form class="stack" method="post" action="${carePathsHere(context).limits}">${csrfField(context)}${formProblem(view.form, context)}${selectField({ ...asked, options: counts }, context)}${textField({ ...away, type: "date", optional: true }, context)}${atDesk}<button class="primary">${common.save}</button></form></div>`,
    },
    context,
  );
}
