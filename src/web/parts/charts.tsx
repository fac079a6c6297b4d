import { type Html, html, literal } from "../raw.tsx";
import {
  at,
  type Drawing,
  everySoMany,
  labelsAt,
  legendEntry,
  lengthOf,
  picture,
  topOf,
  wide,
  withRoom,
} from "./picture.tsx";

export interface BandChart {
  readonly name: string;
  /** One point for each hour of the week. */
  readonly points: readonly { readonly mean: number; readonly low: number; readonly high: number }[];
  readonly days: readonly string[];
  readonly number: (value: number) => string;
  /** What the line and the band are, written beside them. */
  readonly labels: { readonly mean: string; readonly band: string };
}

/** A line over the hours of a week with its interval as a band; from zero. */
export function bandChart({ name, points, days, number, labels }: BandChart): Html {
  const [left, right, top, bottom] = [36, 8, 8, 170];
  const most = topOf(points.map(({ high }) => high));
  const y = (value: number) => bottom - ((bottom - top) * value) / most;
  const draw = (width: number): Drawing => {
    const x = (hour: number) => left + ((width - left - right) * hour) / points.length;
    const steps = (of: (point: BandChart["points"][number]) => number) =>
      points.map((point, hour) => `${at(x(hour + 0.5))},${at(y(of(point)))}`);
    const band = [...steps(({ high }) => high), ...steps(({ low }) => low).reverse()].join(" ");
    const parts = [
      ...[0, most / 2, most].map(
        (value) =>
          html`<line class="grid" x1="${left}" x2="${width - right}" y1="${at(y(value))}" y2="${at(y(value))}"/><text x="${left - 6}" y="${at(y(value) + 4)}" class="end">${number(value)}</text>`,
      ),
      ...days.map(
        (day, index) =>
          html`<line class="grid" x1="${at(x(index * 24))}" x2="${at(x(index * 24))}" y1="${top}" y2="${bottom}"/><text x="${at(x(index * 24 + 12))}" y="${bottom + 18}" class="middle">${day}</text>`,
      ),
      html`<polygon class="band" points="${band}"/><polyline class="line" points="${steps(({ mean }) => mean).join(" ")}"/>`,
    ];
    return { height: 194, parts };
  };
  return picture(name, draw, lineAndBand(labels.mean, labels.band));
}

export interface ClockChart {
  readonly name: string;
  /** People by hour of the week: 168. */
  readonly cover: readonly number[];
  readonly days: readonly string[];
  readonly number: (value: number) => string;
}

/** The week as seven rows of 24 hours: how many people are on duty in each, as a number and a shade. */
export function clockChart({ name, cover, days, number }: ClockChart): Html {
  const [left, top, rowHeight] = [44, 20, 24];
  const most = Math.max(...cover, 1);
  return picture(name, (width) => {
    const cell = (width - left) / 24;
    const hours = [0, 6, 12, 18].map(
      (hour) => html`<text x="${at(left + hour * cell)}" y="14">${String(hour).padStart(2, "0")}:00</text>`,
    );
    const rows = days.map((day, row) => {
      const y = top + row * rowHeight;
      const cells = Array.from({ length: 24 }, (_, hour) => {
        const people = cover[row * 24 + hour] ?? 0;
        const x = left + hour * cell;
        const shade = people > 0 ? Math.ceil((4 * people) / most) : 0;
        const label = people > 0 ? number(Math.round(people * 10) / 10) : "";
        const says =
          lengthOf(label) <= cell &&
          html`<text class="middle shade-${shade}" x="${at(x + cell / 2)}" y="${y + 16}">${label}</text>`;
        return html`<rect class="cell shade-${shade}" x="${at(x + 0.5)}" y="${y + 0.5}" width="${at(cell - 1)}" height="${rowHeight - 1}"/>${says}`;
      });
      return html`<text x="0" y="${y + 16}">${day}</text>${cells}`;
    });
    return { height: top + 7 * rowHeight + 2, parts: [...hours, ...rows] };
  });
}

export interface DotChart {
  readonly name: string;
  readonly dots: readonly {
    readonly label: string;
    readonly value: number;
    readonly low: number;
    readonly high: number;
    readonly marked: boolean;
  }[];
  /** The share that is wished for, and what that line is called. */
  readonly goal: { readonly value: number; readonly label: string };
  readonly percent: (share: number) => string;
}

/** Shares from 0 to 1 with their intervals, beside a line that they should reach. */
export function dotChart({ name, dots, goal, percent }: DotChart): Html {
  const { y, bottom } = shareAxis;
  return picture(name, (width) => {
    const slot = slotOf(width, dots.length);
    const parts = dots.map(({ label, value, low, high, marked }, index) => {
      const x = shareAxis.left + slot * (index + 0.5);
      // Where there is no room for "3 people", it is "3".
      const says = lengthOf(label) < slot ? label : label.split(" ")[0];
      const isBeside = 9 + lengthOf(percent(value)) + 9 < slot;
      const share = isBeside
        ? html`<text x="${at(x + 9)}" y="${at(y(value) + 4)}">${percent(value)}</text>`
        : html`<text class="middle" x="${at(x)}" y="${at(y(value) + (value > 0.2 ? 19 : -10))}">${percent(value)}</text>`;
      return html`<line class="whisker" x1="${at(x)}" x2="${at(x)}" y1="${at(y(low))}" y2="${at(y(high))}"/><circle class="${marked ? literal`dot marked` : literal`dot`}" cx="${at(x)}" cy="${at(y(value))}" r="5"/>${share}<text class="middle" x="${at(x)}" y="${bottom + 18}">${says}</text>`;
    });
    const line = html`<line class="goal" x1="${shareAxis.left}" x2="${width - shareAxis.right}" y1="${at(y(goal.value))}" y2="${at(y(goal.value))}"/><text x="${shareAxis.left + 4}" y="${at(y(goal.value) + 15)}">${goal.label}</text>`;
    return { height: shareAxis.height, parts: [...shareLines(width, percent), line, ...parts] };
  });
}

/** The axis of shares from 0 to 1, the same in each picture of them. */
const shareAxis = { left: 48, right: 8, bottom: 170, height: 196, y: (share: number) => 170 - 156 * share };

function shareLines(width: number, percent: (share: number) => string): Html[] {
  const { left, right, y } = shareAxis;
  return [0, 0.5, 1].map(
    (share) =>
      html`<line class="grid" x1="${left}" x2="${width - right}" y1="${at(y(share))}" y2="${at(y(share))}"/><text x="${left - 6}" y="${at(y(share) + 4)}" class="end">${percent(share)}</text>`,
  );
}

function slotOf(width: number, count: number): number {
  return (width - shareAxis.left - shareAxis.right) / count;
}

export interface BarChart {
  readonly name: string;
  readonly bars: readonly {
    readonly label: string;
    readonly value: number;
    readonly error: number;
    readonly says: string;
  }[];
}

/** What each of some things adds, as bars from zero with twice their error. */
export function barChart({ name, bars }: BarChart): Html {
  const most = topOf(bars.map(({ value, error }) => value + 2 * error));
  return picture(name, (width) => {
    // Names stand before their bars, on a phone above them.
    const [left, right, row, above] = width === wide ? [240, 200, 30, 0] : [0, 205, 44, 20];
    const length = (value: number) => ((width - left - right) * Math.max(0, value)) / most;
    const parts = bars.map(({ label, value, error, says }, index) => {
      const middle = index * row + above + (row - above) / 2;
      const end = at(left + length(value + 2 * error) + 8);
      const whisker =
        error > 0 &&
        html`<line class="whisker" x1="${at(left + length(value - 2 * error))}" x2="${at(left + length(value + 2 * error))}" y1="${middle}" y2="${middle}"/>`;
      const named =
        above > 0
          ? html`<text x="0" y="${middle - 14}">${label}</text>`
          : html`<text class="end" x="${left - 8}" y="${middle + 4}">${label}</text>`;
      return html`${named}<rect class="bar" x="${left}" y="${middle - 8}" width="${at(Math.max(length(value), 0.5))}" height="16"/>${whisker}<text x="${end}" y="${middle + 4}">${says}</text>`;
    });
    const zero = html`<line class="grid" x1="${left}" x2="${left}" y1="0" y2="${bars.length * row}"/>`;
    return { height: bars.length * row + 6, parts: [zero, ...parts] };
  });
}

export interface ShareChart {
  readonly name: string;
  /** In order of time; those of which nothing is known leave a gap. */
  readonly points: readonly {
    readonly label: string;
    readonly known: boolean;
    readonly value: number;
    readonly low: number;
    readonly high: number;
  }[];
  readonly percent: (share: number) => string;
}

/** A share over time, from 0 to 1, each with its interval: many points, which the table behind names. */
export function shareChart({ name, points, percent }: ShareChart): Html {
  const { y, bottom } = shareAxis;
  return picture(name, (width) => {
    const slot = slotOf(width, points.length);
    const placed = points.map((point, index) => ({ ...point, x: shareAxis.left + slot * (index + 0.5) }));
    const dots = placed
      .filter(({ known }) => known)
      .map(({ x, value, low, high }) => {
        const [place, radius] = [at(x), at(Math.min(5, slot / 2))];
        return html`<line class="whisker" x1="${place}" x2="${place}" y1="${at(y(low))}" y2="${at(y(high))}"/><circle class="dot" cx="${place}" cy="${at(y(value))}" r="${radius}"/>`;
      });
    return {
      height: shareAxis.height,
      parts: [...shareLines(width, percent), ...dots, ...labelsAt(everySoMany(placed, slot), bottom + 18, width)],
    };
  });
}

function lineAndBand(line: string, band: string): Html[] {
  return [
    legendEntry(html`<line class="line" x1="0" x2="22" y1="6" y2="6"/>`, line),
    legendEntry(html`<rect class="band" width="22" height="12"/>`, band),
  ];
}

export interface ShareCurve {
  readonly name: string;
  /** Where the share rises, in order of time. */
  readonly steps: readonly {
    readonly time: number;
    readonly share: number;
    readonly low: number;
    readonly high: number;
  }[];
  /** The end of the time axis. */
  readonly until: number;
  readonly ticks: readonly { readonly time: number; readonly label: string }[];
  readonly percent: (share: number) => string;
  readonly labels: { readonly share: string; readonly band: string };
}

/** A share that rises in steps as time goes by, with its interval as a band; from 0 to all, over the root of time. */
export function shareCurve({ name, steps, until, ticks, percent, labels }: ShareCurve): Html {
  const [left, right, top, bottom] = [52, 12, 8, 202];
  const y = (share: number) => bottom - (bottom - top) * share;
  const draw = (width: number): Drawing => {
    // Most happens early: the root of time gives the first hours their room, and its ticks say what is where.
    const x = (time: number) => left + (width - left - right) * Math.sqrt(Math.min(time, until) / until);
    const stairs = (of: (step: ShareCurve["steps"][number]) => number) => {
      const points = [`${at(x(0))},${at(y(0))}`];
      let level = 0;
      for (const step of steps) {
        points.push(`${at(x(step.time))},${at(y(level))}`, `${at(x(step.time))},${at(y(of(step)))}`);
        level = of(step);
      }
      return [...points, `${at(x(until))},${at(y(level))}`];
    };
    const band = [...stairs(({ high }) => high), ...stairs(({ low }) => low).reverse()].join(" ");
    const labelled = ticks.map(({ time, label }) => ({ x: x(time), label }));
    const parts = [
      ...[0, 0.25, 0.5, 0.75, 1].map(
        (share) =>
          html`<line class="grid" x1="${left}" x2="${width - right}" y1="${at(y(share))}" y2="${at(y(share))}"/><text x="${left - 6}" y="${at(y(share) + 4)}" class="end">${percent(share)}</text>`,
      ),
      ...ticks.map(
        ({ time }) => html`<line class="grid" x1="${at(x(time))}" x2="${at(x(time))}" y1="${top}" y2="${bottom}"/>`,
      ),
      ...labelsAt(withRoom(labelled), bottom + 18, width),
      html`<polygon class="band" points="${band}"/><polyline class="line" points="${stairs(({ share }) => share).join(" ")}"/>`,
    ];
    return { height: 228, parts };
  };
  return picture(name, draw, lineAndBand(labels.share, labels.band));
}
