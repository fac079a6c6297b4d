import { type Html, html, literal } from "../raw.tsx";

// Pictures of figures, drawn on the server. Each has a name for those who do not see it, and stands above its table.

const width = 720;

/** A frame for a picture: it keeps its size where the screen is narrower, and scrolls by itself. */
export function picture(name: string, height: number, parts: readonly Html[]): Html {
  return html`<div class="chart" tabindex="0" role="img" aria-label="${name}"><svg viewBox="0 0 ${width} ${height}" aria-hidden="true">${parts}</svg></div>`;
}

/** A round number at or above the greatest value, for the top of an axis. */
export function topOf(values: readonly number[]): number {
  const most = Math.max(...values, 1e-9);
  const unit = 10 ** Math.floor(Math.log10(most));
  return ([1, 2, 2.5, 5, 10].find((step) => step * unit >= most * 0.999) ?? 10) * unit;
}

export function at(value: number): string {
  return value.toFixed(1);
}

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
  const [left, right, top, bottom] = [36, 8, 26, 188];
  const most = topOf(points.map(({ high }) => high));
  const x = (hour: number) => left + ((width - left - right) * hour) / points.length;
  const y = (value: number) => bottom - ((bottom - top) * value) / most;
  const steps = (of: (point: BandChart["points"][number]) => number) =>
    points.map((point, hour) => `${at(x(hour + 0.5))},${at(y(of(point)))}`);
  const band = [...steps(({ high }) => high), ...steps(({ low }) => low).reverse()].join(" ");
  return picture(name, 214, [
    ...[0, most / 2, most].map(
      (value) =>
        html`<line class="grid" x1="${left}" x2="${width - right}" y1="${at(y(value))}" y2="${at(y(value))}"/><text x="${left - 6}" y="${at(y(value) + 4)}" class="end">${number(value)}</text>`,
    ),
    ...days.map(
      (day, index) =>
        html`<line class="grid" x1="${at(x(index * 24))}" x2="${at(x(index * 24))}" y1="${top}" y2="${bottom}"/><text x="${at(x(index * 24 + 12))}" y="${bottom + 18}" class="middle">${day}</text>`,
    ),
    html`<polygon class="band" points="${band}"/><polyline class="line" points="${steps(({ mean }) => mean).join(" ")}"/>`,
    html`<rect class="band" x="${left}" y="4" width="22" height="12"/><text x="${left + 28}" y="14">${labels.band}</text><line class="line" x1="${width / 2}" x2="${width / 2 + 22}" y1="10" y2="10"/><text x="${width / 2 + 28}" y="14">${labels.mean}</text>`,
  ]);
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
  const cell = (width - left) / 24;
  const most = Math.max(...cover, 1);
  const hours = [0, 6, 12, 18].map(
    (hour) => html`<text x="${at(left + hour * cell)}" y="14">${String(hour).padStart(2, "0")}:00</text>`,
  );
  const rows = days.map((day, row) => {
    const y = top + row * rowHeight;
    const cells = Array.from({ length: 24 }, (_, hour) => {
      const people = cover[row * 24 + hour] ?? 0;
      const x = left + hour * cell;
      const shade = people > 0 ? Math.ceil((4 * people) / most) : 0;
      const label =
        people > 0 &&
        html`<text class="middle shade-${shade}" x="${at(x + cell / 2)}" y="${y + 16}">${number(Math.round(people * 10) / 10)}</text>`;
      return html`<rect class="cell shade-${shade}" x="${at(x + 0.5)}" y="${y + 0.5}" width="${at(cell - 1)}" height="${rowHeight - 1}"/>${label}`;
    });
    return html`<text x="0" y="${y + 16}">${day}</text>${cells}`;
  });
  return picture(name, top + 7 * rowHeight + 2, [...hours, ...rows]);
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
  const [left, right, top, bottom] = [48, 8, 14, 170];
  const x = (index: number) => left + ((width - left - right) * (index + 0.5)) / dots.length;
  const y = (share: number) => bottom - (bottom - top) * share;
  return picture(name, 196, [
    ...[0, 0.5, 1].map(
      (share) =>
        html`<line class="grid" x1="${left}" x2="${width - right}" y1="${at(y(share))}" y2="${at(y(share))}"/><text x="${left - 6}" y="${at(y(share) + 4)}" class="end">${percent(share)}</text>`,
    ),
    html`<line class="goal" x1="${left}" x2="${width - right}" y1="${at(y(goal.value))}" y2="${at(y(goal.value))}"/><text x="${left + 4}" y="${at(y(goal.value) + 15)}">${goal.label}</text>`,
    ...dots.map(({ label, value, low, high, marked }, index) => {
      const place = at(x(index));
      return html`<line class="whisker" x1="${place}" x2="${place}" y1="${at(y(low))}" y2="${at(y(high))}"/><circle class="${marked ? literal`dot marked` : literal`dot`}" cx="${place}" cy="${at(y(value))}" r="5"/><text class="start" x="${at(x(index) + 9)}" y="${at(y(value) + 4)}">${percent(value)}</text><text class="middle" x="${place}" y="${bottom + 18}">${label}</text>`;
    }),
  ]);
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
  const [left, right, row] = [240, 200, 30];
  const most = topOf(bars.map(({ value, error }) => value + 2 * error));
  const length = (value: number) => ((width - left - right) * Math.max(0, value)) / most;
  return picture(name, bars.length * row + 6, [
    html`<line class="grid" x1="${left}" x2="${left}" y1="0" y2="${bars.length * row}"/>`,
    ...bars.map(({ label, value, error, says }, index) => {
      const middle = index * row + row / 2;
      const end = left + length(value);
      const whisker =
        error > 0 &&
        html`<line class="whisker" x1="${at(left + length(value - 2 * error))}" x2="${at(left + length(value + 2 * error))}" y1="${middle}" y2="${middle}"/>`;
      return html`<text class="end" x="${left - 8}" y="${middle + 4}">${label}</text><rect class="bar" x="${left}" y="${middle - 8}" width="${at(Math.max(end - left, 0.5))}" height="16"/>${whisker}<text x="${at(left + length(value + 2 * error) + 8)}" y="${middle + 4}">${says}</text>`;
    }),
  ]);
}

export interface ShareChart {
  readonly name: string;
  /** In order of time; those of which nothing is known leave a gap. `label` stands below where it is given. */
  readonly points: readonly {
    readonly label: string | null;
    readonly known: boolean;
    readonly value: number;
    readonly low: number;
    readonly high: number;
  }[];
  readonly percent: (share: number) => string;
}

/** A share over time, from 0 to 1, each with its interval: many points, which the table behind names. */
export function shareChart({ name, points, percent }: ShareChart): Html {
  const [left, right, top, bottom] = [48, 8, 14, 170];
  const x = (index: number) => left + ((width - left - right) * (index + 0.5)) / points.length;
  const y = (share: number) => bottom - (bottom - top) * share;
  return picture(name, 196, [
    ...[0, 0.5, 1].map(
      (share) =>
        html`<line class="grid" x1="${left}" x2="${width - right}" y1="${at(y(share))}" y2="${at(y(share))}"/><text x="${left - 6}" y="${at(y(share) + 4)}" class="end">${percent(share)}</text>`,
    ),
    ...points.map(({ label, known, value, low, high }, index) => {
      const place = at(x(index));
      const dot =
        known &&
        html`<line class="whisker" x1="${place}" x2="${place}" y1="${at(y(low))}" y2="${at(y(high))}"/><circle class="dot" cx="${place}" cy="${at(y(value))}" r="5"/>`;
      return html`${dot}${label !== null && html`<text class="middle" x="${place}" y="${bottom + 18}">${label}</text>`}`;
    }),
  ]);
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
  const [left, right, top, bottom] = [52, 12, 26, 220];
  // Most happens early: the root of time gives the first hours their room, and its ticks say what is where.
  const x = (time: number) => left + (width - left - right) * Math.sqrt(Math.min(time, until) / until);
  const y = (share: number) => bottom - (bottom - top) * share;
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
  return picture(name, 246, [
    ...[0, 0.25, 0.5, 0.75, 1].map(
      (share) =>
        html`<line class="grid" x1="${left}" x2="${width - right}" y1="${at(y(share))}" y2="${at(y(share))}"/><text x="${left - 6}" y="${at(y(share) + 4)}" class="end">${percent(share)}</text>`,
    ),
    ...ticks.map(
      ({ time, label }) =>
        html`<line class="grid" x1="${at(x(time))}" x2="${at(x(time))}" y1="${top}" y2="${bottom}"/><text x="${at(x(time))}" y="${bottom + 18}" class="${time === until ? literal`end` : literal`middle`}">${label}</text>`,
    ),
    html`<polygon class="band" points="${band}"/><polyline class="line" points="${stairs(({ share }) => share).join(" ")}"/>`,
    html`<rect class="band" x="${left}" y="4" width="22" height="12"/><text x="${left + 28}" y="14">${labels.band}</text><line class="line" x1="${width / 2}" x2="${width / 2 + 22}" y1="10" y2="10"/><text x="${width / 2 + 28}" y="14">${labels.share}</text>`,
  ]);
}
