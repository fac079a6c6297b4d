// Shows how far long work is: one line that is written over on a terminal, a line now and then elsewhere. Standard output belongs to
// what a command prints and is never touched.

interface Terminal {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

/** Work whose steps are known as it goes. */
export interface Steps {
  /** Begins a step. */
  next(step: string): void;
  /** How far the step is. */
  at(done: number, all: number): void;
  /** Clears the line. */
  end(): void;
}

/** Work of which it is known from the beginning how much there is. */
export interface Progress {
  /** Begins a part of the work, such as a file. */
  begin(part: string): void;
  /** Counts what was done: of the total that the progress was made with, and rows, which are only shown. */
  advance(done: number, rows: number): void;
  /** Clears the bar. */
  end(): void;
}

const drawEveryMs = 100;
const sayEveryMs = 5_000;
const barWidth = 24;
/** Elsewhere than on a terminal a step is told of again after so many percent. */
const percentsBetweenLines = 20;

function show(terminal: Terminal, text: string): void {
  terminal.write(terminal.isTTY ? `\r\u001b[K${text.slice(0, (terminal.columns ?? 80) - 1)}` : `${text}\n`);
}

function clear(terminal: Terminal): void {
  if (terminal.isTTY) terminal.write("\r\u001b[K");
}

/** Shows each step with the seconds since the beginning, and its percents. `nowMs` is for tests. */
export function createSteps(terminal: Terminal = process.stderr, nowMs: () => number = () => performance.now()): Steps {
  const begunMs = nowMs();
  let step = "";
  let shownPercent = -1;
  function tell(percent: number | null): void {
    const seconds = `${Math.round((nowMs() - begunMs) / 1000)}`.padStart(4);
    show(terminal, `${seconds} s  ${step}${percent === null ? "" : ` ${percent} %`}`);
  }
  return {
    next(name) {
      step = name;
      shownPercent = -1;
      tell(null);
    },
    at(done, all) {
      const percent = Math.floor((100 * done) / all);
      if (percent === shownPercent || (!terminal.isTTY && percent < shownPercent + percentsBetweenLines)) return;
      shownPercent = percent;
      tell(percent);
    },
    end: () => clear(terminal),
  };
}

/** Shows a bar with what is left of `total`, in any unit that `advance` counts in, such as bytes. `nowMs` is for tests. */
export function createProgress(
  terminal: Terminal,
  total: number,
  nowMs: () => number = () => performance.now(),
): Progress {
  const startedMs = nowMs();
  let shownMs = startedMs;
  let part = "";
  let done = 0;
  let rows = 0;

  function text(): string {
    const share = total > 0 ? Math.min(1, done / total) : 1;
    const percent = `${Math.floor(share * 100)} %`;
    const figures = `${part}, ${rows.toLocaleString("en")} rows${left(share)}`;
    if (!terminal.isTTY) return `${percent}  ${figures}`;
    const full = Math.round(share * barWidth);
    return `${"█".repeat(full)}${"░".repeat(barWidth - full)} ${percent.padStart(5)}  ${figures}`;
  }
  function left(share: number): string {
    const elapsedMs = nowMs() - startedMs;
    if (share < 0.02 || share >= 1 || elapsedMs < 2_000) return "";
    const seconds = Math.ceil((elapsedMs * (1 - share)) / share / 1000);
    return seconds < 90 ? `, ${seconds} s left` : `, ${Math.ceil(seconds / 60)} min left`;
  }
  function tell(everyMs: number): void {
    if (nowMs() - shownMs < everyMs) return;
    shownMs = nowMs();
    show(terminal, text());
  }

  return {
    begin(name) {
      part = name;
      rows = 0;
      tell(terminal.isTTY ? 0 : sayEveryMs);
    },
    advance(more, moreRows) {
      done += more;
      rows += moreRows;
      tell(terminal.isTTY ? drawEveryMs : sayEveryMs);
    },
    end: () => clear(terminal),
  };
}
