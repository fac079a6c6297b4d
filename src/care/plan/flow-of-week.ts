import { peersAnsweredWithin } from "./peers.ts";
import { hoursOfWeek } from "./shift.ts";
import type { QuestionTarget, QuestionWorld } from "./simulate-questions.ts";

const weeksToSettle = 2;

/** What a search for a rota looks at, both as shares of all questions. */
export interface Flow {
  /** With a first answer in time, when staff take the oldest question first, late ones included: what will happen. */
  readonly inTime: number;
  /** The same if staff took only what can still be in time. It grows with every hour of work, where the former waits for enough. */
  readonly savable: number;
}

/**
 * How a week goes when work flows like water: an approximation of the simulation that takes microseconds, for a search that looks
 * at thousands of rotas. It knows no chance, so it promises a little too much; the simulation has the last word.
 */
export function flowOfWeek(world: QuestionWorld, target: QuestionTarget): (cover: readonly number[]) => Flow {
  const last = Math.max(1, Math.ceil(target.withinHours));
  const pipe: Pipe = {
    arrivals: world.arrivals,
    first: Math.floor(world.peersFirstHours),
    left: Array.from({ length: last + 1 }, (_, age) => stays(world, age)),
    perHour: ((1 - world.absence) * 60) / world.handlingMinutes,
  };
  return (cover) => ({ inTime: flow(pipe, cover, true), savable: flow(pipe, cover, false) });
}

interface Pipe {
  readonly arrivals: readonly number[];
  /** The age in hours from which on staff take questions. */
  readonly first: number;
  /** What members leave over of a question's first, second, … hour; the last holds for all that is late. */
  readonly left: readonly number[];
  /** Questions that one person ends in an hour. */
  readonly perHour: number;
}

function flow({ arrivals, first, left, perHour }: Pipe, cover: readonly number[], lateFirst: boolean): number {
  const last = left.length - 1;
  const open = new Float64Array(last);
  let late = 0;
  let asked = 0;
  let inTime = 0;
  for (let hour = 0; hour < weeksToSettle * hoursOfWeek; hour++) {
    const counts = hour >= (weeksToSettle - 1) * hoursOfWeek;
    const arriving = arrivals[hour % hoursOfWeek] ?? 0;
    let capacity = (cover[hour % hoursOfWeek] ?? 0) * perHour;
    // A place in `open` is the hour of arrival, told by its remainder; what is pushed out of it is late.
    late = (late + (open[hour % last] ?? 0)) * (left[last] ?? 1);
    open[hour % last] = arriving;
    if (lateFirst) {
      const taken = Math.min(late, capacity);
      late -= taken;
      capacity -= taken;
    }
    let done = 0;
    for (let age = Math.min(hour, last - 1); age >= 0; age--) {
      const place = (hour - age) % last;
      const before = open[place] ?? 0;
      const afterPeers = before * (left[age] ?? 1);
      const taken = age >= first ? Math.min(afterPeers, capacity) : 0;
      capacity -= taken;
      open[place] = afterPeers - taken;
      done += before - afterPeers + taken;
    }
    if (counts) {
      asked += arriving;
      inTime += done;
    }
  }
  return asked > 0 ? inTime / asked : 1;
}

/** The share of open questions of this age, in hours, that no member answers in the hour that follows. */
function stays({ peers }: QuestionWorld, age: number): number {
  return (1 - peersAnsweredWithin(peers, age + 1)) / (1 - peersAnsweredWithin(peers, age));
}
