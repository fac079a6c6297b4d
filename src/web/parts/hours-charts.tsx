import type { Purpose } from "../../care/index.ts";
import { type Html, html, literal, type Part } from "../raw.tsx";
import { at, picture, topOf } from "./charts.tsx";

const width = 720;
/** Each purpose has its own look, so that colour is not all that tells them apart. */
const looks = { solving: literal`solving`, building: literal`building`, connecting: literal`connecting` } as const;
export const purposeNames = ["solving", "building", "connecting"] as const satisfies readonly Purpose[];

function legend(labels: Readonly<Record<Purpose, string>>, y: number): Html[] {
  return purposeNames.map((purpose, index) => legendEntry(looks[purpose], labels[purpose], 44 + index * 210, y));
}

function legendEntry(look: Html, label: string, x: number, y: number): Html {
  return html`<rect class="purpose ${look}" x="${x}" y="${y}" width="22" height="12"/><text x="${x + 28}" y="${y + 10}">${label}</text>`;
}

export interface WeekChart {
  readonly name: string;
  readonly days: readonly string[];
  /** Sessions: the row of their day, and hours of it from 0 to 24. */
  readonly blocks: readonly {
    readonly row: number;
    readonly from: number;
    readonly to: number;
    readonly purpose: Purpose;
  }[];
  readonly labels: Readonly<Record<Purpose, string>>;
}

/** A week as seven rows of 24 hours, with what was done when. */
export function weekChart({ name, days, blocks, labels }: WeekChart): Html {
  const [left, top, rowHeight] = [44, 20, 24];
  const hour = (width - left) / 24;
  const bottom = top + days.length * rowHeight;
  return picture(name, bottom + 26, [
    ...[0, 6, 12, 18].map(
      (one) =>
        html`<text x="${at(left + one * hour)}" y="14">${String(one).padStart(2, "0")}:00</text><line class="grid" x1="${at(left + one * hour)}" x2="${at(left + one * hour)}" y1="${top}" y2="${bottom}"/>`,
    ),
    ...days.map(
      (day, row) =>
        html`<text x="0" y="${top + row * rowHeight + 16}">${day}</text><rect class="shade-0" x="${left}" y="${top + row * rowHeight + 0.5}" width="${width - left}" height="${rowHeight - 1}"/>`,
    ),
    ...blocks.map(
      ({ row, from, to, purpose }) =>
        html`<rect class="purpose ${looks[purpose]}" x="${at(left + from * hour)}" y="${top + row * rowHeight + 2}" width="${at(Math.max(1.5, (to - from) * hour))}" height="${rowHeight - 4}"/>`,
    ),
    ...legend(labels, bottom + 10),
  ]);
}

export interface StackChart {
  readonly name: string;
  readonly bars: readonly {
    readonly label: string;
    /** Hours; null where nothing can be told. */
    readonly hours: Readonly<Record<Purpose, number>> | null;
    /** What can be told where purposes cannot be told apart. */
    readonly total: number;
  }[];
  readonly number: (value: number) => string;
  readonly labels: Readonly<Record<Purpose, string>>;
  /** What stands where nothing can be told. */
  readonly unknown: string;
  /** What a bar is whose purposes cannot be told apart. */
  readonly apart: string;
}

/** Hours by week, the purposes on top of each other; from zero. */
export function stackChart({ name, bars, number, labels, unknown, apart }: StackChart): Html {
  const [left, right, top, bottom] = [44, 8, 22, 178];
  const most = topOf(bars.map(({ total }) => total));
  const slot = (width - left - right) / bars.length;
  const y = (value: number) => bottom - ((bottom - top) * value) / most;
  const someApart = bars.some(({ hours, total }) => hours === null && total > 0);
  return picture(name, someApart ? 254 : 232, [
    ...[0, most / 2, most].map(
      (value) =>
        html`<line class="grid" x1="${left}" x2="${width - right}" y1="${at(y(value))}" y2="${at(y(value))}"/><text x="${left - 6}" y="${at(y(value) + 4)}" class="end">${number(value)}</text>`,
    ),
    ...bars.map(({ label, hours, total }, index) => {
      const middle = left + slot * (index + 0.5);
      const wide = Math.min(56, slot * 0.6);
      const box = (from: number, to: number, look: Html) =>
        html`<rect class="purpose ${look}" x="${at(middle - wide / 2)}" y="${at(y(to))}" width="${at(wide)}" height="${at(y(from) - y(to))}"/>`;
      let reached = 0;
      const parts = hours
        ? purposeNames.map((purpose) => {
            const from = reached;
            reached += hours[purpose];
            return box(from, reached, looks[purpose]);
          })
        : [box(0, total, literal`apart`)];
      const says = total > 0 ? number(total) : unknown;
      return html`${parts}<text class="middle" x="${at(middle)}" y="${at(y(total) - 6)}">${says}</text><text class="middle" x="${at(middle)}" y="${bottom + 18}">${label}</text>`;
    }),
    ...legend(labels, bottom + 32),
    ...(someApart ? [legendEntry(literal`apart`, apart, left, bottom + 54)] : []),
  ]);
}

/** The table of the figures in a picture; it scrolls by itself where the screen is narrower. */
export function figureTable(table: {
  readonly label: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly Part[])[];
}): Html {
  return html`<div class="table" tabindex="0" role="region" aria-label="${table.label}"><table><thead><tr>${table.head.map((cell) => html`<th scope="col">${cell}</th>`)}</tr></thead><tbody>${table.rows.map(([first, ...rest]) => html`<tr><th scope="row">${first}</th>${rest.map((cell) => html`<td>${cell}</td>`)}</tr>`)}</tbody></table></div>`;
}
