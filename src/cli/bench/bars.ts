import type { Findings, Memory } from "./run-bench.ts";

/** A promise about speed or size, and whether this run kept it. */
export interface Bar {
  readonly what: string;
  readonly unit: string;
  readonly value: number;
  readonly most: number;
  readonly kept: boolean;
}

/** What a person waits for at most behind a busy server, and how much dearer a page may get with ten times the posts. */
const p99Ms = 50;
const growth = 1.2;
const startSeconds = 2;
const restMegabytes = 350;
const firstViewKilobytes = 60;
const firstViewRequests = 6;

export const megabyte = 1024 * 1024;

/** Every bar that "The house stands" sets, with what was measured. */
export function judge(found: Findings): Bar[] {
  const bar = (what: string, unit: string, value: number, most: number): Bar => ({
    what,
    unit,
    value,
    most,
    kept: value <= most,
  });
  const memory = (what: string, { allBytes }: Memory) =>
    allBytes === null ? [] : [bar(what, "MB", allBytes / megabyte, restMegabytes)];
  return [
    ...found.rows.flatMap(({ label, cpuMs, cpuBarMs }) =>
      cpuBarMs === null ? [] : [bar(`${label}: CPU`, "ms a request", cpuMs.median, cpuBarMs)],
    ),
    ...found.rows.map((row) => bar(`${row.label}: p99 at 16 connections`, "ms", row.p99Ms.median, p99Ms)),
    ...found.rows.flatMap(({ label, small }) =>
      small ? [bar(`${label}: growth`, "times", small.growth, growth)] : [],
    ),
    bar("start to first answer, node", "s", found.start.node.median, startSeconds),
    bar("start to first answer, npm start", "s", found.start.npm.median, startSeconds),
    ...memory("memory after a start", found.memory.start),
    ...memory("memory after the load and a minute of rest", found.memory.load),
    bar("first view of a question", "KB", found.firstView.bytes / 1024, firstViewKilobytes),
    bar("first view of a question", "requests", found.firstView.requests, firstViewRequests),
    bar("answers acknowledged and not kept", "answers", found.answers.acknowledged - found.answers.kept, 0),
  ];
}
