import { type Html, html } from "../raw.tsx";
import type { MarkedText } from "../view-models.ts";

/** A text with what was looked for marked in it, and a sign where something was left out. */
export function marked({ text, marks, cutBefore, cutAfter }: MarkedText): Html {
  let from = 0;
  const parts = marks.map(({ start, end }) => {
    const before = text.slice(from, start);
    from = end;
    return html`${before}<mark>${text.slice(start, end)}</mark>`;
  });
  return html`${cutBefore && "… "}${parts}${text.slice(from)}${cutAfter && " …"}`;
}
