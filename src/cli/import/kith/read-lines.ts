import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";

/** A line of a file, without its end. */
export interface TextLine {
  /** From 1. */
  readonly line: number;
  readonly text: string;
}

/** Streams the lines of a file, some at a time. `onBytes` gets every piece as it is read. */
export async function* readLines(path: string, onBytes: (bytes: Buffer) => void): AsyncGenerator<TextLine[]> {
  let line = 0;
  let pending: Buffer[] = [];
  for await (const chunk of createReadStream(path, { highWaterMark: 256 * 1024 }) as AsyncIterable<Buffer>) {
    onBytes(chunk);
    const lines: TextLine[] = [];
    let from = 0;
    for (let end = chunk.indexOf(10); end !== -1; end = chunk.indexOf(10, from)) {
      line += 1;
      lines.push({ line, text: Buffer.concat([...pending, chunk.subarray(from, end)]).toString("utf8") });
      pending = [];
      from = end + 1;
    }
    if (from < chunk.length) pending.push(Buffer.from(chunk.subarray(from)));
    if (lines.length > 0) yield lines;
  }
  if (pending.length > 0) yield [{ line: line + 1, text: Buffer.concat(pending).toString("utf8") }];
}

/** Adds up what is read. */
export function createSum() {
  const hash = createHash("sha256");
  let bytes = 0;
  return {
    add(piece: Buffer): void {
      hash.update(piece);
      bytes += piece.length;
    },
    end: () => ({ bytes, sha256: hash.digest("hex") }),
  };
}
