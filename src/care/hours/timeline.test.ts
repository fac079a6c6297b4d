import { describe, expect, it } from "vitest";
import { fc } from "../../../tests/factories/draws.ts";
import { purposes } from "./purposes.ts";
import { type Correction, corrected, type Sign, type Stretch, sessionsOf, timelineOf, within } from "./timeline.ts";

const minute = 60_000;
const pause = 5 * minute;
const nothing = { problemId: null, questionId: null };
const sign = (
  from: number,
  to: number,
  purpose: Sign["purpose"] = "solving",
  problemId: number | null = null,
): Sign => ({
  ...{ from: from * minute, to: to * minute, purpose, problemId, questionId: null },
});
const shown = (timeline: readonly { from: number; to: number; purpose: string }[]) =>
  timeline.map(({ from, to, purpose }) => [from / minute, to / minute, purpose]);
const sessions = (...signs: Sign[]) => shown(sessionsOf(timelineOf(signs, pause)));

describe("signs of work", () => {
  it("make one session up to a pause, and two past it", () => {
    expect(sessions(sign(0, 3), sign(8, 9))).toEqual([[0, 9, "solving"]]);
    expect(sessions(sign(0, 3), sign(8.1, 9))).toEqual([
      [0, 3, "solving"],
      [8.1, 9, "solving"],
    ]);
  });

  it("give a short pause to what came of it", () => {
    expect(sessions(sign(0, 3), sign(6, 7, "building"))).toEqual([
      [0, 3, "solving"],
      [3, 7, "building"],
    ]);
  });

  it("that began last count where several show at once", () => {
    expect(sessions(sign(0, 60), sign(30, 31, "building"))).toEqual([
      [0, 30, "solving"],
      [30, 31, "building"],
      [31, 60, "solving"],
    ]);
  });

  it("without length count for what follows them closely, and for nothing alone", () => {
    expect(sessions(sign(0, 0), sign(4, 4), sign(30, 30))).toEqual([[0, 4, "solving"]]);
  });

  it("keep what a session was about", () => {
    const timeline = timelineOf([sign(0, 3, "solving", 7), sign(4, 6, "solving", 8), sign(7, 9, "solving", 7)], pause);
    expect(sessionsOf(timeline)).toMatchObject([{ about: [{ problemId: 7 }, { problemId: 8 }] }]);
  });
});

describe("corrections", () => {
  const hour = timelineOf([sign(0, 60)], pause);
  const said = (...given: Omit<Correction, "id">[]) =>
    shown(
      sessionsOf(
        corrected(
          hour,
          given.map((one, id) => ({ ...one, id })),
        ),
      ),
    );
  const cover = (from: number, to: number) => ({ coverFrom: from * minute, coverTo: to * minute });
  const says = (from: number, to: number, purpose: Sign["purpose"]) => ({
    from: from * minute,
    to: to * minute,
    purpose,
  });

  it("delete, shorten, draw out and give to another purpose", () => {
    expect(said({ ...cover(0, 60), says: null })).toEqual([]);
    expect(said({ ...cover(20, 30), says: null })).toEqual([
      [0, 20, "solving"],
      [30, 60, "solving"],
    ]);
    expect(said({ ...cover(0, 60), says: says(10, 50, "solving") })).toEqual([[10, 50, "solving"]]);
    expect(said({ ...cover(0, 90), says: says(0, 90, "connecting") })).toEqual([[0, 90, "connecting"]]);
  });

  it("hold in the order in which they were given", () => {
    const whole = { ...cover(0, 60), says: says(0, 60, "building") };
    expect(said(whole, { ...cover(0, 60), says: null })).toEqual([]);
    expect(said({ ...cover(0, 60), says: null }, whole)).toEqual([[0, 60, "building"]]);
  });
});

// Minutes of a day, so that signs meet, touch and lie apart.
const someMinutes = fc.integer({ min: 0, max: 1440 });
const someSign = fc.record({
  from: someMinutes,
  length: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 90 })),
  purpose: fc.constantFrom(...purposes),
  problemId: fc.option(fc.integer({ min: 1, max: 4 })),
});
const someSigns = fc
  .array(someSign, { maxLength: 60 })
  .map((all) => all.map(({ from, length, purpose, problemId }) => sign(from, from + length, purpose, problemId)));
const someCorrections = fc
  .array(
    fc.record({
      bounds: fc.uniqueArray(someMinutes, { minLength: 4, maxLength: 4 }),
      says: fc.option(fc.constantFrom(...purposes)),
    }),
    { maxLength: 8 },
  )
  .map((all) =>
    all.map(({ bounds, says }, id): Correction => {
      const [coverFrom = 0, from = 0, to = 0, coverTo = 0] = bounds.sort((a, b) => a - b).map((one) => one * minute);
      return { id, coverFrom, coverTo, says: says && { from, to, purpose: says } };
    }),
  );

/** Whether a moment lies within one of some spans. */
const covers = (spans: readonly { from: number; to: number }[], moment: number) =>
  spans.some(({ from, to }) => from <= moment && moment < to);
const length = (spans: readonly { from: number; to: number }[]) =>
  spans.reduce((sum, { from, to }) => sum + to - from, 0);

function expectInOrder(timeline: readonly Stretch[]): void {
  for (const [index, stretch] of timeline.entries()) {
    expect(stretch.to).toBeGreaterThan(stretch.from);
    const before = timeline[index - 1];
    if (before) expect(stretch.from).toBeGreaterThanOrEqual(before.to);
  }
}

describe("whatever the signs and corrections, hours", () => {
  it("never overlap, and are the same in whatever order and however often the log is read", () => {
    fc.assert(
      fc.property(someSigns, someCorrections, fc.infiniteStream(fc.nat()), (signs, corrections, draws) => {
        const once = corrected(timelineOf(signs, pause), corrections);
        expectInOrder(once);
        expect(length(sessionsOf(once))).toBe(length(once));
        const shuffled = [...signs, ...signs]
          .map((one) => ({ one, at: draws.next().value ?? 0 }))
          .sort((a, b) => a.at - b.at)
          .map(({ one }) => one);
        expect(corrected(timelineOf(shuffled, pause), corrections)).toEqual(once);
      }),
    );
  });

  it("leave idle time out: no minute counts that is further from a sign than a pause, and no pause that is longer", () => {
    fc.assert(
      fc.property(someSigns, (signs) => {
        const timeline = timelineOf(signs, pause);
        const bounds = signs.flatMap(({ from, to }) => [from, to]).sort((a, b) => a - b);
        for (let at = 0.5 * minute; at < 1600 * minute; at += minute) {
          const isShown = covers(signs, at);
          const last = bounds.findLast((bound) => bound <= at) ?? Number.NEGATIVE_INFINITY;
          const next = bounds.find((bound) => bound > at) ?? Number.POSITIVE_INFINITY;
          expect(covers(timeline, at)).toBe(isShown || next - last <= pause);
        }
      }),
      { numRuns: 50 },
    );
  });

  it("are in each moment what the last correction about it says", () => {
    fc.assert(
      fc.property(someSigns, someCorrections, (signs, corrections) => {
        const timeline = timelineOf(signs, pause);
        const said = corrected(timeline, corrections);
        for (let at = 0.5 * minute; at < 1600 * minute; at += minute) {
          const word = corrections.findLast(({ coverFrom, coverTo }) => coverFrom <= at && at < coverTo);
          const counts = word ? word.says !== null && covers([word.says], at) : covers(timeline, at);
          expect(covers(said, at)).toBe(counts);
        }
      }),
      { numRuns: 50 },
    );
  });

  it("are as much in two parts of time as in the whole", () => {
    fc.assert(
      fc.property(someSigns, someMinutes, (signs, cut) => {
        const timeline = timelineOf(signs, pause);
        const [before, after] = [
          within(timeline, { from: 0, to: cut * minute }),
          within(timeline, { from: cut * minute, to: 1600 * minute }),
        ];
        expect(length(before) + length(after)).toBe(length(timeline));
      }),
    );
  });
});

it("an empty log has no hours", () => {
  expect(timelineOf([], pause)).toEqual([]);
  expect(corrected([], [{ id: 1, coverFrom: 0, coverTo: minute, says: null }])).toEqual([]);
  expect(sessionsOf([{ ...nothing, from: 0, to: 1, purpose: "solving", correctionId: 3 }])).toMatchObject([
    { correctionId: 3, about: [] },
  ]);
});
