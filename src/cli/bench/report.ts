import { type Bar, megabyte } from "./bars.ts";
import type { Findings } from "./run-bench.ts";

/** The findings as tables for people. */
export function report(found: Findings, bars: readonly Bar[]): string {
  const { machine, parameters } = found;
  const { size, small } = parameters;
  return [
    `Kith with ${number(size.members)} members, ${number(size.questions)} questions, ${number(size.posts)} posts; growth against ${number(small.posts)} posts.`,
    `${machine.processor}, ${machine.cores} cores, ${Math.round(machine.memoryBytes / megabyte / 1024)} GB; ${machine.platform}; Node ${machine.node}, PostgreSQL ${machine.postgres}; load ${machine.load.before.toFixed(1)} before, ${machine.load.after.toFixed(1)} after.`,
    "Medians of three runs. CPU is user and system time of Kith and its PostgreSQL a request, at 4 connections; the rest at 16.",
    "",
    ...(parameters.against
      ? [`In turn with ${parameters.against}: "times the other" is the CPU here over the CPU there.`, ""]
      : []),
    table(
      [
        "",
        "CPU ms",
        "of it PostgreSQL",
        "bar",
        "growth",
        ...(parameters.against ? ["times the other"] : []),
        "requests/s",
        "p50 ms",
        "p99 ms",
        "CPU ms at 16",
        "KB",
        "n",
      ],
      [...found.rows, found.plain].map((row) => [
        row.label,
        row.cpuMs.median.toFixed(2),
        row.postgresMs.median.toFixed(2),
        row.cpuBarMs?.toFixed(1) ?? "",
        row.small ? row.small.growth.toFixed(2) : "",
        ...(parameters.against ? [row.against ? row.against.ratio.toFixed(2) : ""] : []),
        row.requestsPerSecond.median.toFixed(0),
        row.p50Ms.median.toFixed(1),
        row.p99Ms.median.toFixed(1),
        row.cpuMsAtMany.median.toFixed(2),
        (row.bodyBytes / 1024).toFixed(1),
        `3 × ${row.requests}`,
      ]),
    ),
    "",
    table(
      ["", "", "at most", ""],
      bars.map((bar) => [bar.what, `${show(bar.value)} ${bar.unit}`, show(bar.most), bar.kept ? "ok" : "over"]),
    ),
    "",
  ].join("\n");
}

function show(value: number): string {
  return Number.isInteger(value) ? String(value) : value.toFixed(value < 10 ? 2 : 0);
}

function number(value: number): string {
  return value.toLocaleString("en");
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((name, column) => Math.max(name.length, ...rows.map((row) => (row[column] ?? "").length)));
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join("  ")
      .trimEnd();
  return [line(head), ...rows.map(line)].join("\n");
}
