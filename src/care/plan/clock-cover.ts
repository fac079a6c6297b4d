import { type Peers, peersAnsweredWithin } from "./peers.ts";
import { hoursOfWeek } from "./shift.ts";
import type { QuestionTarget, QuestionWorld } from "./simulate-questions.ts";

const stepsPerHour = 4;

/**
 * The most that hours of duty allow, however many people are on them: the share of questions with a first answer in time if
 * somebody took each the moment that anybody is on duty. No number of heads goes past it; other hours do.
 */
export function ceilingOfCover(world: QuestionWorld, cover: readonly number[], target: QuestionTarget): number {
  const gaps = gapsUntilCovered(cover);
  let asked = 0;
  let inTime = 0;
  world.arrivals.forEach((arrivals, hour) => {
    for (let step = 0; step < stepsPerHour; step++) {
      const at = (hour + (step + 0.5) / stepsPerHour + world.peersFirstHours) % hoursOfWeek;
      const begin = world.peersFirstHours + waitUntilCovered(gaps, at);
      const chance = firstAnswerWithin(world.peers, begin, world.handlingMinutes / 60, target.withinHours);
      asked += arrivals / stepsPerHour;
      inTime += (arrivals / stepsPerHour) * chance;
    }
  });
  return asked > 0 ? inTime / asked : 0;
}

/** P(a first answer in time) where staff begin after `begin` hours and take exponential time. */
function firstAnswerWithin(peers: Peers, begin: number, handlingHours: number, within: number): number {
  const byPeers = peersAnsweredWithin(peers, within);
  const byStaff = within > begin ? 1 - Math.exp(-(within - begin) / handlingHours) : 0;
  return 1 - (1 - byPeers) * (1 - byStaff);
}

/** For each hour of the week, how many whole hours until the next in which somebody is on duty; infinite where nobody ever is. */
function gapsUntilCovered(cover: readonly number[]): number[] {
  const gaps = Array.from({ length: hoursOfWeek }, () => Number.POSITIVE_INFINITY);
  for (let back = 2 * hoursOfWeek - 1; back >= 0; back--) {
    const hour = back % hoursOfWeek;
    gaps[hour] = (cover[hour] ?? 0) > 0 ? 0 : (gaps[(hour + 1) % hoursOfWeek] ?? 0) + 1;
  }
  return gaps;
}

function waitUntilCovered(gaps: readonly number[], at: number): number {
  const hour = Math.floor(at);
  const gap = gaps[hour] ?? 0;
  return gap === 0 ? 0 : gap - (at - hour);
}
