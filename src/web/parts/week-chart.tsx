import type { Calendar } from "../../care/index.ts";
import { clockTime } from "../care-forms.ts";
import { type Html, html } from "../raw.tsx";
import { at, lengthOf, picture } from "./picture.tsx";

const [left, top, rowHeight] = [44, 22, 26];

/** A week of working hours as seven rows; each span says when it begins and ends where there is room. */
export function weekChart(name: string, days: readonly string[], spans: Calendar["spans"]): Html {
  return picture(name, (width) => {
    const length = (minutes: number) => ((width - left) * minutes) / 1440;
    const x = (minutes: number) => at(left + length(minutes));
    const hours = [0, 6, 12, 18].map(
      (hour) =>
        html`<text x="${x(hour * 60)}" y="14">${clockTime(hour * 60)}</text><line class="grid" x1="${x(hour * 60)}" x2="${x(hour * 60)}" y1="${top}" y2="${top + 7 * rowHeight}"/>`,
    );
    const rows = days.map((day, row) => {
      const y = top + row * rowHeight;
      const bars = spans
        .filter((span) => span.day === row + 1)
        .map(({ from, to }) => {
          const says = `${clockTime(from)}–${clockTime(to)}`;
          const label =
            lengthOf(says) <= length(to - from) &&
            html`<text class="middle shade-3" x="${x((from + to) / 2)}" y="${y + 17}">${says}</text>`;
          return html`<rect class="cell shade-3" x="${x(from)}" y="${y + 3}" width="${at(length(to - from))}" height="${rowHeight - 6}"/>${label}`;
        });
      return html`<text x="0" y="${y + 17}">${day}</text><line class="grid" x1="${left}" x2="${width}" y1="${y + rowHeight - 0.5}" y2="${y + rowHeight - 0.5}"/>${bars}`;
    });
    return { height: top + 7 * rowHeight + 2, parts: [...hours, ...rows] };
  });
}
