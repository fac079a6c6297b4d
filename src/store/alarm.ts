/** A pause that can be ended early, as often as one likes, without leaving timers behind. */
export interface Alarm {
  /** Waits `ms`, or until it rings. */
  rest(ms: number): Promise<void>;
  ring(): void;
}

export function createAlarm(): Alarm {
  let ring: () => void = () => {};
  return {
    rest: (ms) =>
      new Promise((resolve) => {
        const timer = setTimeout(resolve, ms);
        ring = () => {
          clearTimeout(timer);
          resolve();
        };
      }),
    ring: () => ring(),
  };
}
