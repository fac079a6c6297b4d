import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { decoded, readAnswer } from "./http-answer.ts";
import { makeThread, shareAnswers, vocabulary } from "./make-threads.ts";
import { figure } from "./measure.ts";
import { milliseconds } from "./processes.ts";
import { whatIsWrong } from "./send-load.ts";
import { createChance } from "./words.ts";

const community = { memberIds: [1, 2, 3, 4], groupIds: [7] };

test("the same seed makes the same words, posts of 60 to 120 of them", () => {
  const make = () => makeThread(createChance(5), vocabulary(), community, 8);
  const thread = make();
  expect(make()).toEqual(thread);
  for (const { body, html } of [thread, ...thread.answers]) {
    const words = body.replace(/^- /gm, "").split(/\s+/).length;
    expect(words).toBeGreaterThanOrEqual(60);
    expect(words).toBeLessThanOrEqual(120);
    expect(html).toContain("<p>");
  }
});

test("answers are shared out to the last one, and some questions get none", () => {
  const counts = shareAnswers(createChance(1), { members: 10, questions: 500, posts: 5_000 });
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(4_500);
  expect(counts.filter((count) => count === 0).length).toBeGreaterThan(20);
});

test("answers are read whole, in chunks and in their coding", () => {
  const plain = Buffer.from("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhallo");
  expect(readAnswer(plain.subarray(0, -1))).toBeNull();
  expect(readAnswer(plain)).toMatchObject({ status: 200, length: plain.length });
  const body = gzipSync("a lamp that flickers");
  const frame = (bytes: Buffer) =>
    Buffer.concat([Buffer.from(`${bytes.length.toString(16)}\r\n`), bytes, Buffer.from("\r\n")]);
  const head = Buffer.from("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nContent-Encoding: gzip\r\n\r\n");
  const chunked = Buffer.concat([head, frame(body.subarray(0, 9)), frame(body.subarray(9)), Buffer.from("0\r\n\r\n")]);
  expect(readAnswer(chunked.subarray(0, -3))).toBeNull();
  const answer = readAnswer(chunked);
  expect(answer && decoded(answer).toString()).toBe("a lamp that flickers");
});

test("a fast failure is not taken for speed", () => {
  const answer = readAnswer(Buffer.from("HTTP/1.1 503 No\r\nContent-Length: 2\r\n\r\nno"));
  expect(answer && whatIsWrong({ path: "/" }, answer)).toContain("503 instead of 200");
  const other = readAnswer(Buffer.from("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nno"));
  expect(other && whatIsWrong({ path: "/", contains: "lamp" }, other)).toContain("does not hold");
});

test("medians and ps times", () => {
  expect(figure([3, 1, 2]).median).toBe(2);
  expect(milliseconds("1:02.50")).toBe(62_500);
  expect(milliseconds("1-00:00:01")).toBe(86_401_000);
});
