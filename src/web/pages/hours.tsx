import type { OwnHoursReport } from "../../care/index.ts";
import type { PageContext } from "../page-context.ts";
import { buttonForm, csrfField, formProblem, hidden } from "../parts/forms.tsx";
import { figureTable, purposeNames, weekChart } from "../parts/hours-charts.tsx";
import { layout } from "../parts/layout.tsx";
import { dayNames } from "../parts/plan-words.ts";
import { emptyState, pathsHere } from "../parts/small.tsx";
import { type Html, html, literal, nothing } from "../raw.tsx";
import { withQuery } from "../url.ts";
import type { FormState } from "../view-models.ts";

export interface OwnHoursView {
  report: OwnHoursReport;
  /** How many minutes words and clicks count where nothing else shows how long they took. */
  counted: { words: number; click: number; smallestGroup: number };
  /** Where programs read the same week. */
  api: string;
  /** What was wrong with a correction that was refused. */
  form: FormState<object>;
}

type OwnSession = OwnHoursReport["sessions"][number];

/** `/c/{slug}/hours?week=`: a member's own hours. POST /corrections {wasFrom, wasTo, from, to, purpose, do}. */
export function ownHoursPage(view: OwnHoursView, context: PageContext): Html {
  const { hours: t } = context.t;
  const { report } = view;
  const paths = pathsHere(context);
  return layout(
    {
      title: t.title,
      canonical: null,
      main: html`<div class="column hours"><header class="opening"><h1>${t.title}</h1><p class="lead">${t.lead}</p></header>${weeks(report, context)}${formProblem(view.form, context)}${
        report.sessions.length === 0
          ? emptyState(t.empty, { href: paths.home, label: context.t.plan.emptyAction })
          : html`${sums(report, context)}${days(report, context)}`
      }${corrections(report, context)}${how(view, context)}</div>`,
    },
    context,
  );
}

function weeks({ before, after, from, to, timeZone }: OwnHoursReport, context: PageContext): Html {
  const { hours: t, format } = context.t;
  const address = (week: string | null) => withQuery(pathsHere(context).hours, { week });
  const last = new Date(to.getTime() - 1);
  return html`<nav class="tabs" aria-label="${t.weeks}"><a href="${address(before)}">${t.before}</a>${
    after === null
      ? html`<a href="${address(null)}" aria-current="page">${t.thisWeek}</a>`
      : html`<a href="${address(after)}">${t.after}</a><a href="${address(null)}">${t.thisWeek}</a>`
  }</nav><h2>${t.week(format.dayIn(from, timeZone), format.dayIn(last, timeZone))}</h2>`;
}

function sums(report: OwnHoursReport, context: PageContext): Html {
  const { hours: t } = context.t;
  const { sessions, timeZone, total } = report;
  const blocks = sessions.flatMap((session) => blocksOf(session, report));
  return html`<section>${weekChart({ name: t.picture(t.amount(total)), days: dayNames(context), blocks, labels: t.purposes })}${figureTable(
    {
      label: t.sums,
      head: [t.purpose, t.sums, t.whatFrom],
      rows: [
        ...purposeNames.map((purpose) => [
          t.purposes[purpose],
          t.amount(report.hours[purpose]),
          t.purposeHints[purpose],
        ]),
        [t.total, t.amount(total), t.ofSessions(t.sessions(sessions.length), t.sevenDays)],
      ],
    },
  )}<p class="basis">${t.zone(timeZone)} <a href="${pathsHere(context).notificationSettings}">${t.zoneChange}</a></p></section>`;
}

/** A session as blocks of the picture: one for each day that it touches. */
function blocksOf({ from, to, purpose }: OwnSession, { days: starts }: OwnHoursReport) {
  return starts.slice(0, -1).flatMap((start, row) => {
    const end = starts[row + 1] ?? start;
    // Where the clocks change a day has 23 or 25 hours: it is drawn as 24.
    const hour = (at: Date) =>
      (24 * (Math.min(Math.max(at.getTime(), start.getTime()), end.getTime()) - start.getTime())) /
      (end.getTime() - start.getTime());
    return hour(to) > hour(from) ? [{ row, from: hour(from), to: hour(to), purpose }] : [];
  });
}

function days(report: OwnHoursReport, context: PageContext): Html {
  const { format } = context.t;
  const byDay = Map.groupBy(report.sessions, ({ from }) => format.dayIn(from, report.timeZone));
  return html`${[...byDay].map(([day, sessions]) => html`<section><h3>${day}</h3><ol class="rows work">${sessions.map((one) => row(one, report, context))}</ol></section>`)}`;
}

function spanWords({ from, to }: { from: Date; to: Date }, { timeZone }: OwnHoursReport, context: PageContext): string {
  const { hours: t, format } = context.t;
  return t.span(format.clockIn(from, timeZone), format.clockIn(to, timeZone));
}

function row(session: OwnSession, report: OwnHoursReport, context: PageContext): Html {
  const { hours: t } = context.t;
  const { from, to, purpose, corrected, about } = session;
  const minutes = Math.max(1, Math.round((to.getTime() - from.getTime()) / 60_000));
  const paths = pathsHere(context);
  const links = about
    .slice(0, 5)
    .map(({ questionId, title }) =>
      questionId === null
        ? html`<span>${title}</span>`
        : html`<a href="${paths.question(questionId, title)}">${title}</a>`,
    );
  return html`<li><p><strong>${spanWords(session, report, context)}</strong></p><p class="meta"><span>${t.purposes[purpose]}</span><span>${t.minutes(minutes)}</span>${corrected && html`<span>${t.corrected}</span>`}</p>${links.length > 0 && html`<ul class="subjects">${links.map((link) => html`<li>${link}</li>`)}</ul>`}${change(session, report, context)}</li>`;
}

function change(session: OwnSession, report: OwnHoursReport, context: PageContext): Html {
  const { hours: t, format } = context.t;
  const { timeZone } = report;
  const { from, to, purpose } = session;
  const id = `s${from.getTime()}`;
  const time = (name: "from" | "to", at: Date) =>
    html`<div class="field"><label for="${id}-${name}">${t[name]}</label><input id="${id}-${name}" name="${name}" type="time" value="${format.clockIn(at, timeZone)}" required></div>`;
  return html`<details><summary aria-label="${t.changeLabel(spanWords(session, report, context))}">${t.change}</summary><form method="post" action="${pathsHere(context).hoursCorrections}" hx-boost="true">${csrfField(context)}${hidden("wasFrom", from.getTime())}${hidden("wasTo", to.getTime())}<div class="session-times">${time("from", from)}${time("to", to)}<div class="field"><label for="${id}-purpose">${t.purpose}</label><select id="${id}-purpose" name="purpose">${purposeNames.map(
    (one) => html`<option value="${one}"${one === purpose && literal` selected`}>${t.purposes[one]}</option>`,
  )}</select></div></div><p class="acts"><button name="do" value="change">${t.save}</button><button name="do" value="delete" class="quiet" formnovalidate>${t.remove}</button></p></form></details>`;
}

function corrections(report: OwnHoursReport, context: PageContext): Html {
  const { hours: t, format } = context.t;
  if (report.corrections.length === 0) return nothing;
  const whole = (span: { from: Date; to: Date }) =>
    `${format.dayIn(span.from, report.timeZone)}, ${spanWords(span, report, context)}`;
  return html`<section><h2>${t.corrections}</h2><p class="hint">${t.correctionsLead}</p><ol class="rows work">${report.corrections.map(
    ({ id, was, is, final }) =>
      html`<li><p>${t.saidOf(whole(was), is === null ? t.deleted : `${spanWords(is, report, context)}, ${t.purposes[is.purpose]}`)}</p>${
        final
          ? html`<p class="hint">${t.final}</p>`
          : buttonForm(pathsHere(context).hoursTakeBack(id), t.takeBack, context)
      }</li>`,
  )}</ol></section>`;
}

function how({ report, counted, api }: OwnHoursView, context: PageContext): Html {
  const { hours: t } = context.t;
  return html`<section><h2>${t.how}</h2><ul class="plain">${t
    .howLines(report.pauseMinutes, counted.words, counted.click)
    .map(
      (line) => html`<li>${line}</li>`,
    )}<li>${t.whoSees(counted.smallestGroup)}</li></ul><p class="hint"><a href="${api}">${t.exportLabel}</a></p></section>`;
}
