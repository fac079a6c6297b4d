/** Shows how far long work is: a bar on a terminal, a line every few seconds elsewhere. It never touches standard output. */
export interface Progress {
  /** Begins a part of the work, such as a file. */
  begin(part: string): void;
  /** Counts what was done: of the total that the progress was made with, and rows, which are only shown. */
  advance(done: number, rows: number): void;
  /** Clears the bar. */
  end(): void;
}

interface Terminal {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

const drawEveryMs = 100;
const sayEveryMs = 5_000;
const barWidth = 24;

/** `total` is in any unit that `advance` counts in, such as bytes. `nowMs` is for tests. */
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
    const percent = `${Math.floor(share * 100)} %`.padStart(5);
    const figures = `${percent}  ${part}, ${rows.toLocaleString("en")} rows${left(share)}`;
    if (!terminal.isTTY) return `${figures.trimStart()}\n`;
    const full = Math.round(share * barWidth);
    const line = `${"█".repeat(full)}${"░".repeat(barWidth - full)} ${figures}`;
    return `\r\u001b[K${line.slice(0, (terminal.columns ?? 80) - 1)}`;
  }
  function left(share: number): string {
    const elapsedMs = nowMs() - startedMs;
    if (share < 0.02 || share >= 1 || elapsedMs < 2_000) return "";
    const seconds = Math.ceil((elapsedMs * (1 - share)) / share / 1000);
    return seconds < 90 ? `, ${seconds} s left` : `, ${Math.ceil(seconds / 60)} min left`;
  }
  function show(everyMs: number): void {
    if (nowMs() - shownMs < everyMs) return;
    shownMs = nowMs();
    terminal.write(text());
  }

  return {
    begin(name) {
      part = name;
      rows = 0;
      show(terminal.isTTY ? 0 : sayEveryMs);
    },
    advance(more, moreRows) {
      done += more;
      rows += moreRows;
      show(terminal.isTTY ? drawEveryMs : sayEveryMs);
    },
    end() {
      if (terminal.isTTY) terminal.write("\r\u001b[K");
    },
  };
}
