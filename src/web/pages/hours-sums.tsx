import type { HoursReport } from "../../care/index.ts";
import type { PageContext } from "../page-context.ts";
import { deskPathsHere } from "../parts/desk.tsx";
import { figureTable, purposeNames, stackChart } from "../parts/hours-charts.tsx";
import { layout } from "../parts/layout.tsx";
import { emptyState, pathsHere } from "../parts/small.tsx";
import { type Html, html, literal } from "../raw.tsx";
import { withQuery } from "../url.ts";

export const hoursWindows = [4, 8, 26] as const;

export interface HoursSumsView {
  report: HoursReport;
  weeks: (typeof hoursWindows)[number];
  /** Where programs read the same. */
  api: string;
}

type Week = HoursReport["weeks"][number];

/** `/c/{slug}/care/hours?weeks=`: what time went to, by purpose, team and week. */
export function hoursSumsPage({ report, weeks, api }: HoursSumsView, context: PageContext): Html {
  const { hours: t } = context.t;
  const paths = pathsHere(context);
  const told = report.weeks.filter(({ groups }) => groups !== null && groups.length > 0);
  const known = report.weeks.some(({ groups }) => groups === null || groups.length > 0);
  return layout(
    {
      title: t.sums,
      canonical: null,
      main: html`<p class="crumbs"><a href="${deskPathsHere(context).queue}">${context.t.plan.crumb}</a></p><header class="opening"><h1>${t.sums}</h1><p class="lead">${t.sumsLead}</p></header><div class="sections sums"><nav class="tabs" aria-label="${t.window}">${hoursWindows.map((n) => html`<a href="${withQuery(paths.careHours, { weeks: n })}"${n === weeks && literal` aria-current="page"`}>${t.lastWeeks(n)}</a>`)}</nav>${
        known
          ? html`<section><h2>${t.chart}</h2>${chart(report.weeks, context)}<p class="basis">${t.told(told.length, report.weeks.length)} ${t.sumsHow(report.smallestGroup)} ${t.zone(report.timeZone)}</p></section><section><h2>${t.sumsTable}</h2>${table(report.weeks, context)}</section>`
          : emptyState(t.sumsEmpty)
      }<p class="hint"><a href="${paths.hours}">${t.own}</a> · <a href="${paths.carePlan}">${context.t.plan.title}</a> · <a href="${api}">${api}</a></p></div>`,
    },
    context,
  );
}

function chart(weeks: readonly Week[], context: PageContext): Html {
  const { hours: t, format } = context.t;
  // Where there is little, a whole number would tell nothing.
  const step = weeks.some(({ groups }) => (groups ?? []).some(({ total }) => total >= 10)) ? 1 : 0.1;
  return stackChart({
    name: t.chart,
    bars: weeks.map(({ monday, groups }) => {
      const apart = groups?.every(({ hours }) => hours !== null);
      const sum = (purpose: (typeof purposeNames)[number]) =>
        (groups ?? []).reduce((all, { hours }) => all + (hours?.[purpose] ?? 0), 0);
      return {
        label: format.day(new Date(monday)).replace(/ \d{4}$/, ""),
        hours: apart ? { solving: sum("solving"), building: sum("building"), connecting: sum("connecting") } : null,
        total: (groups ?? []).reduce((all, { total }) => all + total, 0),
      };
    }),
    number: (value) => format.number(Math.round(Math.round(value / step) * step * 10) / 10),
    labels: t.purposes,
    unknown: weeks.length > 8 ? "" : "–",
    apart: t.apart,
  });
}

function table(weeks: readonly Week[], context: PageContext): Html {
  const { hours: t, format } = context.t;
  const nameOf = ({ monday, unfinished }: Week) => {
    const day = format.day(new Date(monday));
    return unfinished ? `${day} (${t.unfinished})` : day;
  };
  const rows = [...weeks].reverse().flatMap((week) => {
    if (week.groups === null) return [[nameOf(week), t.tooFew, "", "", "", "", ""]];
    return week.groups.map(({ kind, team, people, hours, total }) => [
      nameOf(week),
      kind === "team" ? (team ?? "") : t.groups[kind],
      format.number(people),
      ...(hours === null ? [t.apart, "", ""] : purposeNames.map((purpose) => t.amount(hours[purpose]))),
      t.amount(total),
    ]);
  });
  const head = [t.weekHead, t.group, t.people, ...purposeNames.map((purpose) => t.purposes[purpose]), t.total];
  return figureTable({ label: t.sumsTable, head, rows });
}
