import type { ShiftView } from "../../src/web/pages/index.ts";
import { sanitised } from "../../src/web/raw.tsx";

const now = new Date("2026-03-12T14:05:00Z").getTime();
const hour = 3_600_000;

function row(id: number, title: string): ShiftView["own"][number]["row"] {
  return {
    ...{ id, title, language: "en", asker: { memberId: 7, name: "Mara", staff: false }, area: "Heating" },
    ...{ urgency: id % 2 === 0 ? "high" : "normal", owner: { how: "taken", name: "Ines" }, rung: "solvers" },
    ...{ nextStep: "return", nextActionAt: new Date(now + 3 * hour), dueAt: null, dueClock: null, alarm: "none" },
    ...{ askerSpokeAt: new Date(now - hour), reopened: 0, contested: false, over: null },
  };
}

/** The end of a solver's shift, with two problems from the one before. */
export function shiftView(): ShiftView {
  const from = { memberId: 9, name: "Tomás" };
  return {
    handed: [
      {
        ...{ row: row(31, "The heat pump is loud at night"), from, at: new Date(now - 2 * hour) },
        html: sanitised("<p>The fan was changed on <em>Monday</em>; ask whether it still hums.</p>\n"),
      },
      { row: row(32, "Water below the tank"), from, at: new Date(now - 2 * hour), html: null },
    ],
    own: [
      { row: row(41, "Which filter fits the small unit?"), note: "" },
      { row: row(42, "The display shows E4 after a power cut"), note: "Waits for a picture." },
    ],
    nextShiftAt: new Date(now + 19 * hour),
    handOver: [
      { kind: "solver", id: 3, name: "Tomás", awayUntil: null },
      { kind: "team", id: 1, name: "Care", awayUntil: null },
    ],
    form: { values: { note: "" }, errors: {} },
  };
}
