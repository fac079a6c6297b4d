import { type DeskPaths, deskPathsOf } from "../desk-paths.ts";
import type { HandOverChoice, ProblemRow } from "../desk-views.ts";
import type { PageContext } from "../page-context.ts";
import { type Html, html, literal } from "../raw.tsx";
import { pathsOf } from "../url.ts";
import { icons } from "./icons.tsx";
import { carePathsHere, person } from "./small.tsx";

/** Addresses of the desk of the page's community. */
export function deskPathsHere(context: PageContext): DeskPaths {
  if (!context.community) throw new Error(`The page at ${context.path} belongs to no community`);
  return deskPathsOf(context.community.slug);
}

type DeskPart = "queue" | "shift" | "macros" | "what";

/** The way around the desk. */
export function deskNav(here: DeskPart, context: PageContext): Html {
  const { desk, careSettings, hours } = context.t;
  const paths = deskPathsHere(context);
  const care = carePathsHere(context);
  const mark = (part: DeskPart) => part === here && literal` aria-current="page"`;
  const slug = context.community?.slug ?? "";
  return html`<nav class="desk-nav" aria-label="${desk.title}"><a href="${paths.queue}"${mark("queue")}>${desk.queue}</a><a href="${paths.shift}" data-key="e"${mark("shift")}>${desk.shift.title}</a><a href="${paths.macros}"${mark("macros")}>${desk.macros}</a>${
    context.may("see the care plan") &&
    html`<a href="${pathsOf(slug).carePlan}">${desk.plan}</a><a href="${pathsOf(slug).careHours}">${hours.sums}</a>`
  }<a href="${paths.book}">${desk.book}</a><a href="${care.limits}">${careSettings.limits.short}</a>${
    context.may("manage care") && html`<a href="${care.care}">${careSettings.fromDesk}</a>`
  }</nav>`;
}

/** Those to whom a problem can be handed, as options: solvers, then teams. */
export function handOverOptions(choices: readonly HandOverChoice[], { t: { desk, format } }: PageContext): Html {
  const option = ({ kind, id, name, awayUntil }: HandOverChoice) =>
    awayUntil
      ? html`<option value="" disabled>${desk.awayUntil(name, format.day(awayUntil))}</option>`
      : html`<option value="${kind}-${id}">${name}</option>`;
  const group = (kind: HandOverChoice["kind"], label: string) => {
    const some = choices.filter((one) => one.kind === kind);
    return some.length > 0 && html`<optgroup label="${label}">${some.map(option)}</optgroup>`;
  };
  return html`${group("solver", desk.solvers)}${group("team", desk.teams)}`;
}

/** Who has it, in words. */
export function ownerWords(row: ProblemRow, context: PageContext): string {
  const { owner } = context.t.desk;
  return row.owner === null ? owner.nobody : owner[row.owner.how](row.owner.name);
}

/** What happens by itself, and when. */
export function nextWords(row: ProblemRow, context: PageContext): string | null {
  if (row.nextStep === null || row.nextActionAt === null) return null;
  return context.t.desk.next[row.nextStep](context.t.format.until(row.nextActionAt, context.now));
}

/** How near its first promise is to its end: a clock and a word, never colour alone. */
export function promiseMark(row: ProblemRow, context: PageContext): Html {
  const { desk, format } = context.t;
  if (row.dueAt === null || row.dueClock === null) return html``;
  const clock = desk.clocks[row.dueClock];
  const late = row.dueAt <= context.now;
  const words = late
    ? desk.isLate(clock, format.ago(row.dueAt, context.now))
    : desk.due(clock, format.until(row.dueAt, context.now));
  return html`<span class="promise ${late ? "late" : row.alarm}">${icons.waiting}${words}</span>`;
}

/** What a row says below its title. */
export function problemMeta(row: ProblemRow, context: PageContext): Html {
  const { desk, format } = context.t;
  if (row.over !== null) return overMeta(row, row.over, context);
  const next = nextWords(row, context);
  // Who was asked by name has it said beside the name.
  const saysRung = row.rung !== "named" || row.owner?.how !== "member";
  return html`<p class="meta">${promiseMark(row, context)}<span class="urgency ${row.urgency}">${desk.urgencies[row.urgency]}</span><span>${person(row.asker, context)}</span>${
    row.area !== null && html`<span>${row.area}</span>`
  }<span>${desk.asked(format.ago(row.askerSpokeAt, context.now))}</span></p><p class="meta"><span>${ownerWords(row, context)}</span>${saysRung && html`<span>${desk.rungs[row.rung]}</span>`}${next !== null && html`<span>${next}</span>`}${
    row.reopened > 0 && html`<span class="state reopened">${icons.reopened}${desk.reopened(row.reopened)}</span>`
  }${row.contested && html`<span class="state reopened">${icons.reopened}${desk.contested}</span>`}</p>`;
}

function overMeta({ asker, area }: ProblemRow, over: NonNullable<ProblemRow["over"]>, context: PageContext): Html {
  return html`<p class="meta"><span>${person(asker, context)}</span>${area !== null && html`<span>${area}</span>`}</p><p class="meta"><span>${context.t.desk.over[over]}</span></p>`;
}
