import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { fc } from "../../../../tests/factories/draws.ts";
import type { DumpFile } from "./dump-files.ts";
import { readRows } from "./read-rows.ts";
import { readPost, readUser, readVote } from "./rows.ts";

const folder = mkdtempSync(path.join(os.tmpdir(), "kith-rows-"));
afterAll(() => rmSync(folder, { recursive: true }));

async function read(content: string | Uint8Array, chunkBytes?: number) {
  const file = { name: "Users.xml", path: path.join(folder, "Users.xml"), root: "users", bytes: 0 } satisfies DumpFile;
  writeFileSync(file.path, content);
  const broken: { line: number; reason: string }[] = [];
  const rows: { line: number; attributes: Readonly<Record<string, string>> }[] = [];
  const onBroken = (line: number, reason: string) => void broken.push({ line, reason });
  for await (const some of readRows(file, { onBroken, ...(chunkBytes ? { chunkBytes } : {}) })) rows.push(...some);
  return { ids: rows.map((row) => row.attributes.Id), rows, broken };
}

const head = '\uFEFF<?xml version="1.0" encoding="utf-8"?>\n<users>\n';
const wrap = (rows: readonly string[]) => `${head}${rows.map((row) => `  ${row}\n`).join("")}</users>`;

describe("rows are read one by one", () => {
  it("in pieces of any size, with their lines", async () => {
    const content = wrap([
      '<row Id="1" A="ä &amp; &#xA;€" />',
      '<row Id="2"\n A="two lines" />',
      '<row Id="3" A="<row" />',
    ]);
    for (const size of [1, 7, 64, 100_000]) {
      const { ids, rows, broken } = await read(content.replace('"<row"', '"&lt;row"'), size);
      expect(ids).toEqual(["1", "2", "3"]);
      expect(rows.map(({ line }) => line)).toEqual([3, 4, 6]);
      expect(rows[0]?.attributes.A).toBe("ä & \n€");
      expect(broken).toEqual([]);
    }
  });

  it.each([
    ["without its end", '<row Id="2" A="x"', "it does not end"],
    ["with an open quotation mark", '<row Id="2" A="x />', "it does not end"],
    ["with a sign of XML in it", '<row Id="2" A="a < b" />', "disallowed"],
    ["with the same attribute twice", '<row Id="2" Id="2" />', "duplicate"],
    ["that is something else", '<rowing Id="2" /><x>', ""],
  ])("a row %s is left out, and the others stay", async (_what, wrong, reason) => {
    const { ids, broken } = await read(wrap(['<row Id="1" />', wrong, '<row Id="3" />', '<row Id="4" />']));
    expect(ids.filter((id) => id !== "1")).toEqual(["3", "4"]);
    expect(broken).toHaveLength(1);
    expect(broken[0]?.line).toBeLessThanOrEqual(4);
    expect(broken[0]?.reason).toContain(reason);
  });

  it("what XML does not allow but dumps have is mended", async () => {
    const { rows, broken } = await read(wrap(['<row Id="1" A="a&#x1;b\u0002c & d &amp; e" />', '<row Id="2" />']));
    expect(rows.map(({ attributes }) => attributes.A)).toEqual(["a\uFFFDb\uFFFDc & d & e", undefined]);
    expect(broken).toEqual([]);
  });

  it("a row in another encoding is left out", async () => {
    const bytes = Buffer.from(wrap(['<row Id="1" />', '<row Id="2" A="~" />', '<row Id="3" />']));
    bytes[bytes.indexOf("~")] = 0xe4;
    const { ids, broken } = await read(bytes);
    expect(ids).toEqual(["1", "3"]);
    expect(broken).toEqual([{ line: 4, reason: "The row cannot be read: it is not written in UTF-8." }]);
  });

  it("a file that was cut off says so", async () => {
    const { ids, broken } = await read(wrap(['<row Id="1" />', '<row Id="2" />']).slice(0, -9));
    expect(ids).toEqual(["1", "2"]);
    expect(broken).toEqual([{ line: 4, reason: "The file ends before </users>: was it cut off on its way?" }]);
    expect((await read(`${head}</users>`)).broken).toEqual([]);
  });

  it("whatever happens to one row, the others are there", async () => {
    const junk = fc.string({ unit: fc.constantFrom(..."<>&\"'=/ \nrowx\u0000;#"), maxLength: 30 });
    await fc.assert(
      fc.asyncProperty(junk, fc.integer({ min: 1, max: 40 }), async (wrong, size) => {
        const { ids } = await read(
          wrap(['<row Id="1" />', `<row Id="2" ${wrong}`, '<row Id="3" />', '<row Id="4" />']),
          size,
        );
        expect(ids.filter((id) => id === "1" || id === "4")).toEqual(["1", "4"]);
      }),
      { numRuns: 300 },
    );
  });
});

describe("a row's attributes", () => {
  const at = "2018-03-12T17:00:45.567";
  const row = (attributes: Record<string, string>) => ({ line: 1, attributes });

  it("become typed, with times in UTC", () => {
    expect(readUser(row({ Id: "-1", CreationDate: at, DisplayName: "Community" }))).toEqual({
      row: { line: 1, id: -1, at: new Date("2018-03-12T17:00:45.567Z"), name: "Community", about: "" },
    });
    const question = { Id: "1", PostTypeId: "1", CreationDate: at, Title: "T", Body: "B", Tags: "<a><b-c>" };
    expect(readPost(row(question))).toMatchObject({ row: { type: "question", tags: ["a", "b-c"], acceptedId: null } });
    expect(readPost(row({ ...question, Tags: "|a|b-c|" }))).toMatchObject({ row: { tags: ["a", "b-c"] } });
  });

  it.each([
    [{ Id: "x", CreationDate: at }, 'Id is no number: "x".'],
    [{ CreationDate: at }, "Id is missing."],
    [{ Id: "1" }, "CreationDate is missing."],
    [{ Id: "1", CreationDate: "yesterday" }, 'CreationDate is no date: "yesterday".'],
    [{ Id: "1", CreationDate: "2018-02-30T00:00:00.000" }, 'CreationDate is no date: "2018-02-30T00:00:00.000".'],
    [{ Id: "1", CreationDate: at, PostId: "9".repeat(40) }, `PostId is no number: "${"9".repeat(30)}…".`],
  ])("%j is told", (attributes, problem) => {
    expect(readVote(row({ PostId: "1", VoteTypeId: "2", ...attributes } as Record<string, string>))).toEqual({
      problem,
    });
  });
});
