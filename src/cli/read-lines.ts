import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";

/** A line of a file, without its end. */
export interface TextLine {
  /** From 1. */
  readonly line: number;
  readonly text: string;
}

/** Some programs put it before the first character of a file. */
const byteOrderMark = Buffer.from("\uFEFF");

/** Streams the lines of a file, some at a time. `onBytes` gets every piece as it is read. */
export async function* readLines(
  path: string,
  onBytes: (bytes: Buffer) => void = () => {},
): AsyncGenerator<TextLine[]> {
  let line = 0;
  let pending: Buffer[] = [];
  const textOf = (last: Buffer) => {
    const bytes = Buffer.concat([...pending, last]);
    const isMarked = line <= 1 && bytes.subarray(0, byteOrderMark.length).equals(byteOrderMark);
    return bytes.toString("utf8", isMarked ? byteOrderMark.length : 0);
  };
  for await (const chunk of readPieces(path)) {
    onBytes(chunk);
    const lines: TextLine[] = [];
    let from = 0;
    for (let end = chunk.indexOf(10); end !== -1; end = chunk.indexOf(10, from)) {
      line += 1;
      lines.push({ line, text: textOf(chunk.subarray(from, end)) });
      pending = [];
      from = end + 1;
    }
    if (from < chunk.length) pending.push(Buffer.from(chunk.subarray(from)));
    if (lines.length > 0) yield lines;
  }
  if (pending.length === 0) return;
  line += 1;
  yield [{ line, text: textOf(Buffer.of()) }];
}

async function* readPieces(path: string): AsyncGenerator<Buffer> {
  try {
    yield* createReadStream(path, { highWaterMark: 256 * 1024 }) as AsyncIterable<Buffer>;
  } catch (error) {
    // Of a folder the system does not say which it was.
    throw Object.assign(error as Error, { path });
  }
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
