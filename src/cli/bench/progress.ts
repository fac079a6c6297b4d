/** Tells on stderr what goes on: one line that is written over on a terminal, a line a step elsewhere. */
export interface Progress {
  /** Begins a step. */
  next(step: string): void;
  /** How far the step is. */
  at(done: number, all: number): void;
  end(): void;
}

export function createProgress(out: NodeJS.WriteStream = process.stderr): Progress {
  const begun = performance.now();
  let step = "";
  let shownPercent = -1;
  function show(percent: number | null): void {
    const seconds = `${Math.round((performance.now() - begun) / 1000)}`.padStart(4);
    const line = `${seconds} s  ${step}${percent === null ? "" : ` ${percent} %`}`;
    if (out.isTTY) out.write(`\r${line.slice(0, (out.columns ?? 80) - 1)}\u001b[K`);
    else out.write(`${line}\n`);
  }
  return {
    next(name) {
      step = name;
      shownPercent = -1;
      show(null);
    },
    at(done, all) {
      const percent = Math.floor((100 * done) / all);
      if (percent === shownPercent || (!out.isTTY && percent < shownPercent + 20)) return;
      shownPercent = percent;
      show(percent);
    },
    end() {
      if (out.isTTY) out.write("\r\u001b[K");
    },
  };
}
