import type { Purpose } from "../../care/index.ts";
import { type Html, html, literal, type Part } from "../raw.tsx";
import { at, type Drawing, everySoMany, labelsAt, legendEntry, lengthOf, picture, topOf } from "./picture.tsx";

/** Each purpose has its own look, so that colour is not all that tells them apart. */
const looks = { solving: literal`solving`, building: literal`building`, connecting: literal`connecting` } as const;
export const purposeNames = ["solving", "building", "connecting"] as const satisfies readonly Purpose[];

function legend(labels: Readonly<Record<Purpose, string>>): Html[] {
  return purposeNames.map((purpose) => legendEntry(sample(looks[purpose]), labels[purpose]));
}

function sample(look: Html): Html {
  return html`<rect class="purpose ${look}" x="1" y="1" width="20" height="10"/>`;
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
  const bottom = top + days.length * rowHeight;
  const draw = (width: number): Drawing => {
    const hour = (width - left) / 24;
    const parts = [
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
    ];
    return { height: bottom + 2, parts };
  };
  return picture(name, draw, legend(labels));
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
  const y = (value: number) => bottom - ((bottom - top) * value) / most;
  const someApart = bars.some(({ hours, total }) => hours === null && total > 0);
  const draw = (width: number): Drawing => {
    const slot = (width - left - right) / bars.length;
    const placed = bars.map((bar, index) => ({
      ...{ ...bar, x: left + slot * (index + 0.5) },
      says: bar.total > 0 ? number(bar.total) : unknown,
    }));
    const saysFit = placed.every(({ says }) => lengthOf(says) <= slot);
    const parts = [
      ...[0, most / 2, most].map(
        (value) =>
          html`<line class="grid" x1="${left}" x2="${width - right}" y1="${at(y(value))}" y2="${at(y(value))}"/><text x="${left - 6}" y="${at(y(value) + 4)}" class="end">${number(value)}</text>`,
      ),
      ...placed.map(({ hours, total, says, x: middle }) => {
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
        const above = saysFit && html`<text class="middle" x="${at(middle)}" y="${at(y(total) - 6)}">${says}</text>`;
        return html`${parts}${above}`;
      }),
      ...labelsAt(everySoMany(placed, slot), bottom + 18, width),
    ];
    return { height: bottom + 24, parts };
  };
  return picture(name, draw, [...legend(labels), ...(someApart ? [legendEntry(sample(literal`apart`), apart)] : [])]);
}

/** The table of the figures in a picture; it scrolls by itself where the screen is narrower. */
export function figureTable(table: {
  readonly label: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly Part[])[];
}): Html {
  return html`<div class="table" tabindex="0" role="region" aria-label="${table.label}"><table><thead><tr>${table.head.map((cell) => html`<th scope="col">${cell}</th>`)}</tr></thead><tbody>${table.rows.map(([first, ...rest]) => html`<tr><th scope="row">${first}</th>${rest.map((cell) => html`<td>${cell}</td>`)}</tr>`)}</tbody></table></div>`;
}
