import { brotliDecompressSync, gunzipSync, zstdDecompressSync } from "node:zlib";

/** An answer as it came over the wire (RFC 9112), enough of it for a benchmark on loopback. */
export interface HttpAnswer {
  readonly status: number;
  /** The header section as sent, in lower case. */
  readonly head: string;
  /** The body without its chunks' frames, still in its content coding. */
  readonly body: Buffer;
  /** Bytes of the whole answer. */
  readonly length: number;
}

/** The first whole answer in these bytes, or null while more must come. */
export function readAnswer(bytes: Buffer): HttpAnswer | null {
  const headEnd = bytes.indexOf("\r\n\r\n");
  if (headEnd === -1) return null;
  const head = bytes.toString("latin1", 0, headEnd).toLowerCase();
  const status = Number(head.slice(9, 12));
  const start = headEnd + 4;
  const size = /\r\ncontent-length: *(\d+)/.exec(head)?.[1];
  if (size === undefined && /\r\ntransfer-encoding: *chunked/.test(head)) {
    const chunked = readChunks(bytes, start);
    return chunked && { status, head, ...chunked };
  }
  const end = start + Number(size ?? 0);
  return bytes.length < end ? null : { status, head, body: bytes.subarray(start, end), length: end };
}

function readChunks(bytes: Buffer, start: number): { body: Buffer; length: number } | null {
  const chunks: Buffer[] = [];
  for (let at = start; ; ) {
    const lineEnd = bytes.indexOf("\r\n", at);
    if (lineEnd === -1) return null;
    const size = Number.parseInt(bytes.toString("latin1", at, lineEnd), 16);
    const next = lineEnd + 2 + size + 2;
    if (bytes.length < next) return null;
    if (size === 0) return { body: chunks.length === 1 ? (chunks[0] as Buffer) : Buffer.concat(chunks), length: next };
    chunks.push(bytes.subarray(lineEnd + 2, lineEnd + 2 + size));
    at = next;
  }
}

/** The body out of its content coding. */
export function decoded(answer: Pick<HttpAnswer, "head" | "body">): Buffer {
  const coding = /\r\ncontent-encoding: *(\w+)/.exec(answer.head)?.[1];
  if (coding === "gzip") return gunzipSync(answer.body);
  if (coding === "br") return brotliDecompressSync(answer.body);
  if (coding === "zstd") return zstdDecompressSync(answer.body);
  return answer.body;
}
