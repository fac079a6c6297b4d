import { describe, expect, it } from "vitest";
import { ceilingOfCover } from "./clock-cover.ts";
import { flowOfWeek } from "./flow-of-week.ts";
import { peersAnsweredWithin } from "./peers.ts";
import { coverOf, hoursOfWeek, type Rota, readRota } from "./shift.ts";
import { type QuestionWorld, simulateQuestions } from "./simulate-questions.ts";

/** EVIDENCE section 6: 120 questions a day, most in the afternoon; members answer 45 % ever, half of those in 3 h; 25 min of work. */
const world: QuestionWorld = {
  arrivals: Array.from({ length: hoursOfWeek }, (_, hour) => 5 * (1 + 0.5 * Math.cos(((hour - 14.5) * Math.PI) / 12))),
  spread: { day: 0.2, week: 0 },
  peers: { shareEver: 0.45, medianHours: 3 },
  peersFirstHours: 0,
  handlingMinutes: 25,
  absence: 0,
};
const target = { withinHours: 8, share: 0.8 };
const played = { weeks: 80, seed: 1 };
const rota = (text: string): Rota => readRota(text) as Rota;
const daily = (people: number) => rota(`${people} x Mon-Sun 9-18`);
const inTime = (people: number, changes: Partial<QuestionWorld> = {}) =>
  simulateQuestions({ ...world, ...changes }, daily(people), target, played).answeredWithin.value;

describe("questions that may lie for a while", () => {
  it("are answered in time as the reference says: .43, .72, .81, .81 with 3, 4, 6 and 8 people from 9 to 18", () => {
    expect(Math.abs(inTime(3) - 0.43)).toBeLessThan(0.02);
    expect(Math.abs(inTime(4) - 0.72)).toBeLessThan(0.02);
    expect(Math.abs(inTime(6) - 0.81)).toBeLessThan(0.01);
    expect(Math.abs(inTime(8) - 0.81)).toBeLessThan(0.01);
  });

  it("meet a ceiling that the night sets, not the number of heads", () => {
    const ceiling = ceilingOfCover(world, coverOf(daily(6)), target);
    expect(ceiling).toBeCloseTo(0.82, 2);
    expect(inTime(60)).toBeLessThanOrEqual(ceiling + 0.004);
    expect(inTime(60)).toBeGreaterThan(ceiling - 0.01);
    expect(ceilingOfCover(world, coverOf(daily(60)), target)).toBe(ceiling);
    expect(ceilingOfCover(world, coverOf(rota("6 x Mon-Sun 9-18; 1 x Mon-Sun 18-22")), target)).toBeGreaterThan(0.9);
  });

  it("left to members first cost 4 points for one hour and 17 for four, and nearly double what members answer", () => {
    const shareOfPeers = (peersFirstHours: number) =>
      simulateQuestions({ ...world, peersFirstHours }, daily(8), target, played).peerShare.value;
    expect(Math.abs(inTime(8) - inTime(8, { peersFirstHours: 1 }) - 0.04)).toBeLessThan(0.01);
    expect(Math.abs(inTime(8) - inTime(8, { peersFirstHours: 4 }) - 0.17)).toBeLessThan(0.015);
    expect(Math.abs(shareOfPeers(0) - 0.19)).toBeLessThan(0.025);
    expect(Math.abs(shareOfPeers(4) - 0.36)).toBeLessThan(0.025);
  });

  it("gain nothing from another person, and much from an evening shift", () => {
    const six = inTime(6);
    expect(inTime(7) - six).toBeLessThan(0.01);
    const evening = simulateQuestions(world, rota("6 x Mon-Sun 9-18; 1 x Mon-Sun 18-22"), target, played);
    expect(evening.answeredWithin.value - six).toBeGreaterThan(0.04);
  });

  it("are answered by members alone where nobody is on duty", () => {
    const none = simulateQuestions(world, [], target, played);
    const exact = peersAnsweredWithin(world.peers, 8);
    expect(Math.abs(none.answeredWithin.value - exact) / none.answeredWithin.error).toBeLessThan(3);
    expect(none.peerShare.value).toBeCloseTo(0.45, 1);
    expect(none.occupancy).toBe(0);
  });

  it("wait longer where people are away, and weeks differ where arrivals do", () => {
    expect(inTime(4, { absence: 0.15 })).toBeLessThan(inTime(4) - 0.05);
    const even = simulateQuestions({ ...world, spread: { day: 0, week: 0 } }, daily(6), target, played);
    const uneven = simulateQuestions({ ...world, spread: { day: 0.3, week: 0.3 } }, daily(6), target, played);
    expect(uneven.answeredWithin.error).toBeGreaterThan(even.answeredWithin.error);
    expect(even.targetHolds.share).toBeGreaterThan(0.6);
  });

  it("are the same for the same seed, with every question counted once", () => {
    const once = simulateQuestions(world, daily(4), target, { weeks: 10, seed: 5 });
    expect(simulateQuestions(world, daily(4), target, { weeks: 10, seed: 5 })).toEqual(once);
    expect(once.questions / 10).toBeGreaterThan(700);
    expect(once.questions / 10).toBeLessThan(980);
    const nothing = simulateQuestions({ ...world, arrivals: [] }, daily(1), target, { weeks: 2, seed: 1 });
    expect(nothing).toMatchObject({
      questions: 0,
      answeredWithin: { value: 0, error: 0 },
      targetHolds: { low: 0, high: 1 },
    });
  });

  it("flow in an approximation that follows the simulation", () => {
    const flow = flowOfWeek(world, target);
    for (const people of [4, 6, 8, 12]) {
      expect(Math.abs(flow(coverOf(daily(people))).inTime - inTime(people))).toBeLessThan(0.07);
    }
    expect(flow(coverOf(daily(3))).inTime).toBeLessThan(0.6);
    expect(flow(coverOf(daily(3))).savable).toBeGreaterThan(0.75);
  });
});
