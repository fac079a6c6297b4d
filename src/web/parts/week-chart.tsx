import type { Calendar } from "../../care/index.ts";
import { clockTime } from "../care-forms.ts";
import { type Html, html } from "../raw.tsx";
import { picture } from "./charts.tsx";

const [left, top, rowHeight, right] = [44, 22, 26, 720];
const x = (minutes: number) => (left + ((right - left) * minutes) / 1440).toFixed(1);

/** A week of working hours as seven rows; each span says when it begins and ends where there is room. */
export function weekChart(name: string, days: readonly string[], spans: Calendar["spans"]): Html {
  const hours = [0, 6, 12, 18].map(
    (hour) =>
      html`<text x="${x(hour * 60)}" y="14">${clockTime(hour * 60)}</text><line class="grid" x1="${x(hour * 60)}" x2="${x(hour * 60)}" y1="${top}" y2="${top + 7 * rowHeight}"/>`,
  );
  const rows = days.map((day, row) => {
    const y = top + row * rowHeight;
    const bars = spans
      .filter((span) => span.day === row + 1)
      .map(({ from, to }) => {
        const label =
          to - from >= 180 &&
          html`<text class="middle shade-3" x="${x((from + to) / 2)}" y="${y + 17}">${clockTime(from)}–${clockTime(to)}</text>`;
        return html`<rect class="cell shade-3" x="${x(from)}" y="${y + 3}" width="${(((right - left) * (to - from)) / 1440).toFixed(1)}" height="${rowHeight - 6}"/>${label}`;
      });
    return html`<text x="0" y="${y + 17}">${day}</text><line class="grid" x1="${left}" x2="${right}" y1="${y + rowHeight - 0.5}" y2="${y + rowHeight - 0.5}"/>${bars}`;
  });
  return picture(name, top + 7 * rowHeight + 2, [...hours, ...rows]);
}
