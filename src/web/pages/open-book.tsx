import { type Book, type BookWindow, bookWindows, type Share, shareOf } from "../../care/index.ts";
import type { PageContext } from "../page-context.ts";
import { shareCurve } from "../parts/charts.tsx";
import { deskPathsHere } from "../parts/desk.tsx";
import { figureTable } from "../parts/hours-charts.tsx";
import { inLanguage } from "../parts/language.tsx";
import { layout } from "../parts/layout.tsx";
import { pathsHere, when } from "../parts/small.tsx";
import { type Html, html, literal } from "../raw.tsx";
import { withQuery } from "../url.ts";

export interface OpenBookView {
  book: Book;
  /** Where programs read the same. */
  api: string;
}

/** `/c/{slug}/book?days=`: how the community does with the problems brought to it, for anybody who may read here. */
export function openBookPage(view: OpenBookView, context: PageContext): Html {
  const { book: words, format } = context.t;
  const { book } = view;
  return layout(
    {
      title: words.title,
      canonical: deskPathsHere(context).book,
      main: html`<div class="column book"><header class="opening"><h1>${words.title}</h1><p class="lead">${words.lead}</p></header>${openNow(book, context)}${windows(book.windowDays, context)}${curve(book, context)}${outcomes(book, context)}${checks(book, context)}${signed(book, context)}<p class="hint">${words.madeAt(format.instant(book.at))} <a href="${view.api}">${view.api}</a></p></div>`,
    },
    context,
  );
}

function openNow({ open }: Book, context: PageContext): Html {
  const { book: words, format } = context.t;
  const ages = ["day", "week", "month", "quarter", "older"] as const;
  const all = ages.reduce((sum, age) => sum + open[age], 0);
  return html`<section><h2>${words.now}</h2><p class="hint">${words.nowHint(format.number(all))}</p>${figureTable({
    label: words.now,
    head: [words.age, words.problems],
    rows: ages.map((age) => [words.ages[age], format.number(open[age])]),
  })}</section>`;
}

function windows(chosen: BookWindow, context: PageContext): Html {
  const { book: words } = context.t;
  const { book: address } = deskPathsHere(context);
  return html`<nav class="tabs" aria-label="${words.window}"><span class="aside">${words.window}</span>${bookWindows.map((days) => html`<a href="${withQuery(address, { days })}"${days === chosen && literal` aria-current="page"`}>${words.windows[days]}</a>`)}</nav>`;
}

function curve(book: Book, context: PageContext): Html {
  const { book: words, format } = context.t;
  if (book.opened === 0)
    return html`<section><h2>${words.curve}</h2><p class="hint">${words.curveEmpty} ${words.empty}</p></section>`;
  const { median } = book;
  const time = (minutes: number | null) => (minutes === null ? words.unknown : timeWords(minutes, context));
  const until = book.windowDays * 24 * 60;
  const ticks = [60, 24 * 60, 7 * 24 * 60, 30 * 24 * 60, 90 * 24 * 60, until].filter(
    (minutes, index, all) => minutes <= until && all.indexOf(minutes) === index,
  );
  return html`<section><h2>${words.curve}</h2><p class="hint">${words.curveHint(format.number(book.opened), format.number(book.outcomes.confirmed.count))}</p><p>${
    median.minutes === null
      ? words.medianNone
      : words.median(time(median.minutes), words.range(time(median.low), time(median.high)))
  }</p>${shareCurve({
    name: words.curveName,
    steps: book.curve.map(({ minutes, ...share }) => ({ time: minutes, ...share })),
    until,
    ticks: ticks.map((minutes) => ({ time: minutes, label: timeWords(minutes, context) })),
    percent: words.percent,
    labels: { share: words.solvedShare, band: words.interval },
  })}<details><summary>${words.table}</summary>${figureTable({
    label: words.curveName,
    head: [words.after, words.watched, words.solvedShare, words.interval],
    rows: book.table.map((one) => [
      timeWords(one.minutes, context),
      format.number(one.watched),
      words.percent(one.share),
      words.range(words.percent(one.low), words.percent(one.high)),
    ]),
  })}</details></section>`;
}

function timeWords(minutes: number, context: PageContext): string {
  const { book: words, format } = context.t;
  if (minutes < 60) return format.duration(minutes * 60_000);
  if (minutes < 48 * 60) return words.hours(Math.round(minutes / 6) / 10);
  return words.days(Math.round(minutes / (24 * 6)) / 10);
}

function shareCells({ count, of, low, high }: Share, context: PageContext): string[] {
  const { book: words, format } = context.t;
  if (of === 0) return [format.number(count), "", ""];
  return [format.number(count), words.percent(count / of), words.range(words.percent(low), words.percent(high))];
}

function outcomes(book: Book, context: PageContext): Html {
  const { book: words, format } = context.t;
  if (book.opened === 0) return html``;
  const n = format.number(book.opened);
  const ways = ["confirmed", "open", "cannot-solve", "duplicate", "withdrawn"] as const;
  return html`<section><h2>${words.outcome}</h2><p class="hint">${words.outcomeHint(n)}</p>${figureTable({
    label: words.outcome,
    head: [words.outcome, words.problems, words.share, words.interval],
    rows: ways.map((way) => [words.outcomes[way], ...shareCells(book.outcomes[way], context)]),
  })}<p>${words.contested(format.number(book.contested), n)}</p><p>${words.reopened(format.number(book.reopened), n)}</p></section>`;
}

function checks(book: Book, context: PageContext): Html {
  const { book: words, format } = context.t;
  const asked = (["answer", "week", "month"] as const).flatMap(
    (kind) => book.checks.find((one) => one.kind === kind) ?? [],
  );
  const row = ({ kind, asked: all, solved, notSolved }: Book["checks"][number]) => {
    const share = shareOf(solved, all);
    return [
      words.checkKinds[kind],
      format.number(all),
      format.number(solved),
      format.number(notSolved),
      format.number(all - solved - notSolved),
      html`${words.percent(solved / all)} <span class="whole">(${words.range(words.percent(share.low), words.percent(share.high))})</span>`,
    ];
  };
  return html`<section><h2>${words.checks}</h2><p class="hint">${words.checksHint}</p>${
    asked.length === 0
      ? html`<p class="hint">${words.checksEmpty}</p>`
      : figureTable({
          label: words.checks,
          head: [
            ...[words.when, words.asked, words.stillSolved, words.notSolved, words.silent],
            `${words.share}, ${words.interval}`,
          ],
          rows: asked.map(row),
        })
  }</section>`;
}

function signed(book: Book, context: PageContext): Html {
  const { book: words } = context.t;
  const { count } = book.outcomes["cannot-solve"];
  const hint = words.signedHint(count, book.signed.length);
  return html`<section><h2>${words.signed}</h2>${
    count === 0
      ? html`<p class="hint">${words.signedEmpty}</p>`
      : html`<p class="hint">${hint}</p><ol class="signed">${book.signed.map((one) => html`<li><h3><a href="${pathsHere(context).question(one.questionId, one.title)}"${inLanguage(one.language, context)}>${one.title}</a></h3><p><strong>${words.because}</strong> ${one.because}</p><p><strong>${words.instead}</strong> ${one.instead}</p><p class="meta"><span>${words.signedBy(one.signedBy)}</span>${when(one.at, context)}</p></li>`)}</ol>`
  }</section>`;
}
