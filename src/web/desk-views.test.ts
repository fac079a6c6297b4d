import { expect, it } from "vitest";
import { handOverChoices } from "./desk-views.ts";
import { messagesByLocale } from "./messages/index.ts";
import type { PageContext } from "./page-context.ts";
import { handOverOptions } from "./parts/desk.tsx";

it("offers everybody else and the teams, and says of whom is away until when, so that nothing is handed to them", () => {
  const now = new Date("2026-03-02T12:00:00Z");
  const members = [
    { memberId: 1, name: "Ann", awayUntil: null },
    { memberId: 2, name: "Ben", awayUntil: new Date("2026-03-05T12:00:00Z") },
    { memberId: 3, name: "Cid", awayUntil: new Date("2026-03-01T12:00:00Z") },
  ];
  const choices = handOverChoices(members, [{ id: 7, name: "Workshop" }], { memberId: 1 }, now);
  const options = String(handOverOptions(choices, { t: messagesByLocale.en } as PageContext));
  expect(options.match(/<option[^>]*>[^<]*/g)).toEqual([
    '<option value="" disabled>Ben, away until 5 Mar 2026',
    '<option value="solver-3">Cid',
    '<option value="team-7">Workshop',
  ]);
});
