import type { AreaChoice, HandOverChoice, ProblemRow } from "../desk-views.ts";
import { urgencyNames, viewNames } from "../desk-views.ts";
import type { PageContext } from "../page-context.ts";
import { deskNav, deskPathsHere, handOverOptions, problemMeta } from "../parts/desk.tsx";
import { csrfField, hidden } from "../parts/forms.tsx";
import { inLanguage } from "../parts/language.tsx";
import { layout } from "../parts/layout.tsx";
import { emptyState } from "../parts/small.tsx";
import { type Html, html, literal } from "../raw.tsx";

export interface SavedViewLink {
  id: number;
  name: string;
  view: string;
  urgency: string | null;
  area: string | null;
  chosen: boolean;
}

export interface DeskQueueView {
  /** What was looked for; empty where a view is shown. */
  text: string;
  view: (typeof viewNames)[number];
  counts: Readonly<Record<string, number>>;
  /** Messages that the machine cannot place. */
  unsorted: number;
  filter: { urgency: string; area: string };
  saved: readonly SavedViewLink[];
  areas: readonly AreaChoice[];
  handOver: readonly HandOverChoice[];
  problems: readonly ProblemRow[];
  /** Where the next page begins; null on the last. */
  after: string | null;
  /** Not the first page. */
  paged: boolean;
  /** How many problems were handed over to the reader and wait; 0 in other views than their own. */
  handedOver: number;
  /** What was wrong with what was sent. */
  problem?: string | undefined;
}

/** `/c/{slug}/care?view=&urgency=&area=&after=`: the queue. */
export function deskQueuePage(view: DeskQueueView, context: PageContext): Html {
  const { desk } = context.t;
  const paths = deskPathsHere(context);
  return layout(
    {
      title: titleOf(view, context),
      canonical: null,
      live: paths.live,
      main: html`<div class="split desk"><div class="views">${deskNav("queue", context)}${views(view, context)}</div><div class="queue" data-queue>${findForm(view, context)}<h1>${titleOf(view, context)}</h1><p class="moved" data-moved hidden>${desk.changed} <button type="button" data-show>${desk.showChanged}</button></p>${view.handedOver > 0 && html`<p><a href="${paths.shift}">${desk.shift.handedWaits(view.handedOver)}</a></p>`}${view.text === "" && narrow(view, context)}${list(view, context)}${view.text === "" && keep(view, context)}</div></div>`,
    },
    context,
  );
}

function titleOf({ text, view }: DeskQueueView, { t: { desk } }: PageContext): string {
  return text === "" ? desk.views[view] : desk.foundFor(text);
}

function findForm({ text }: DeskQueueView, context: PageContext): Html {
  const { desk } = context.t;
  return html`<form class="inline" role="search" action="${deskPathsHere(context).queue}" aria-label="${desk.find}"><label class="unseen" for="find-problem">${desk.find}</label><input type="search" id="find-problem" name="q" value="${text}" placeholder="${desk.findHint}" maxlength="200" autocomplete="off" data-key="f"><button>${desk.findGo}</button></form>`;
}

const current = literal` aria-current="page"`;

function views(view: DeskQueueView, context: PageContext): Html {
  const { desk, format } = context.t;
  const paths = deskPathsHere(context);
  const amount = (n: number) => (n >= 1000 ? desk.atLeast(1000) : format.number(n));
  const chosen = view.text === "" && view.saved.some((one) => one.chosen);
  return html`<nav class="picks" aria-label="${desk.viewsLabel}"><ul>${viewNames.map(
    (name) =>
      html`<li><a href="${paths.view({ view: name })}"${name === view.view && view.text === "" && !chosen && current}>${desk.views[name]} <span class="n">${amount(view.counts[name] ?? 0)}</span></a></li>`,
  )}<li><a href="${paths.whatIsThis}">${desk.whatIsThis} <span class="n">${amount(view.unsorted)}</span></a></li></ul></nav>${
    view.saved.length > 0 &&
    html`<nav class="picks" aria-label="${desk.ownViews}"><h2>${desk.ownViews}</h2><ul>${view.saved.map((one) => html`<li><a href="${paths.view({ view: one.view, urgency: one.urgency, area: one.area })}"${chosen && one.chosen && current}>${one.name}</a></li>`)}</ul></nav>`
  }`;
}

function options(choices: readonly { value: string; label: string }[], chosen: string): Html {
  return html`${choices.map(({ value, label }) => html`<option value="${value}"${value === chosen && literal` selected`}>${label}</option>`)}`;
}

function narrow(view: DeskQueueView, context: PageContext): Html {
  const { desk } = context.t;
  const urgencies = urgencyNames.map((value) => ({ value, label: desk.urgencies[value] }));
  const areas = view.areas.map(({ slug, name }) => ({ value: slug, label: name }));
  return html`<form class="filters" action="${deskPathsHere(context).queue}" aria-label="${desk.filters}">${hidden("view", view.view)}<div><label for="urgency">${desk.urgency}</label><select id="urgency" name="urgency">${options([{ value: "", label: desk.anyUrgency }, ...urgencies], view.filter.urgency)}</select></div>${
    areas.length > 0 &&
    html`<div><label for="area">${desk.area}</label><select id="area" name="area">${options([{ value: "", label: desk.anyArea }, ...areas], view.filter.area)}</select></div>`
  }<button>${desk.show}</button></form>`;
}

function list(view: DeskQueueView, context: PageContext): Html {
  const { desk } = context.t;
  const paths = deskPathsHere(context);
  if (view.problems.length === 0) {
    if (view.text !== "")
      return emptyState(desk.foundNone, { href: paths.view({ view: "all" }), label: desk.emptyAction });
    const all = view.view === "all" ? undefined : { href: paths.view({ view: "all" }), label: desk.emptyAction };
    return emptyState(desk.empty[view.view], all);
  }
  const here = { view: view.view, urgency: view.filter.urgency, area: view.filter.area };
  return html`<form class="tick" method="post" action="${paths.acts}" hx-boost="true" data-tick>${csrfField(context)}${hidden("back", context.path)}${
    view.problem && html`<div class="problem" role="alert">${view.problem}</div>`
  }<p class="count">${desk.shown(view.problems.length)}</p><ol class="rows">${view.problems.map((row) => queueRow(row, context))}</ol>${bulk(view, context)}</form><nav class="pager" aria-label="${context.t.common.pages}">${
    view.paged && html`<a href="${paths.view(here)}">${desk.first}</a>`
  }${view.after && html`<a class="button" rel="next" href="${paths.view({ ...here, after: view.after })}">${desk.more}</a>`}</nav>`;
}

function queueRow(row: ProblemRow, context: PageContext): Html {
  const { desk } = context.t;
  const paths = deskPathsHere(context);
  return html`<li class="row case" id="problem-${row.id}"><input type="checkbox" name="problem" value="${row.id}" id="tick-${row.id}" aria-label="${desk.select(row.title)}"><div><a class="row-title" href="${paths.problem(row.id)}"${inLanguage(row.language, context)}>${row.title}</a>${problemMeta(row, context)}</div></li>`;
}

function bulk(view: DeskQueueView, context: PageContext): Html {
  const { desk } = context.t;
  return html`<fieldset class="bulk"><legend>${desk.bulk}</legend><button name="do" value="claim" data-key="c">${desk.claim}</button><button name="do" value="return">${desk.giveBack}</button><span><select name="hours" aria-label="${desk.snoozeFor}" data-key="s">${Object.entries(desk.spans).map(([hours, label]) => html`<option value="${hours}"${hours === "24" && literal` selected`}>${label}</option>`)}</select><button name="do" value="snooze">${desk.snooze}</button></span><span><select name="to" aria-label="${desk.handOverTo}" data-key="h"><option value="">${desk.choose}</option>${handOverOptions(view.handOver, context)}</select><button name="do" value="hand-over">${desk.handOver}</button></span><span><select name="urgency" aria-label="${desk.urgency}" data-key="u">${urgencyNames.map((name) => html`<option value="${name}"${name === "high" && literal` selected`}>${desk.urgencies[name]}</option>`)}</select><button name="do" value="sort">${desk.setUrgency}</button></span></fieldset>`;
}

function keep(view: DeskQueueView, context: PageContext): Html {
  const { desk } = context.t;
  const paths = deskPathsHere(context);
  const chosen = view.saved.find((one) => one.chosen);
  return html`<div class="keep"><form method="post" action="${paths.views}">${csrfField(context)}${hidden("view", view.view)}${hidden("urgency", view.filter.urgency)}${hidden("area", view.filter.area)}<label for="keep-as">${desk.keepAs}</label><input id="keep-as" name="name" maxlength="60" required autocomplete="off"><button>${desk.keep}</button></form>${
    chosen &&
    html`<form method="post" action="${paths.viewForget(chosen.id)}">${csrfField(context)}<button class="quiet">${desk.forget(chosen.name)}</button></form>`
  }</div>`;
}
