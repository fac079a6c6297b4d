/** Where every domain room takes its time from; a test hands in a clock that it can move. */
export interface Clock {
  now(): Date;
}

/** A clock that stands still until it is told to move. */
export interface ManualClock extends Clock {
  /** Moves the clock forward by `ms` milliseconds. */
  advance(ms: number): void;
  /** Sets the clock to a moment, which may lie in the past. */
  set(moment: Date): void;
}

/** The machine's own clock. */
export const systemClock: Clock = { now: () => new Date() };

/** A clock for tests, imports and the demonstration community, which live through months in seconds. */
export function createManualClock(start: Date): ManualClock {
  let current = start.getTime();
  return {
    now: () => new Date(current),
    advance: (ms) => {
      current += ms;
    },
    set: (moment) => {
      current = moment.getTime();
    },
  };
}
