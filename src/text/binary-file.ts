import { createHash } from "node:crypto";
import { err, ok, type Result, refusal } from "../kernel/index.ts";

const kinds = {
  Int8Array,
  Uint8Array,
  Uint16Array,
  Uint32Array,
  Int32Array,
  Float32Array,
  Float64Array,
} as const;
type Kind = keyof typeof kinds;
export type NumberArray = Int8Array | Uint8Array | Uint16Array | Uint32Array | Int32Array | Float32Array | Float64Array;

const HEAD = 16;
const DIGEST = 32;

/** What kind of file it is: eight ASCII characters, a name for people, the version this program writes, and what to do if it cannot be read. */
export interface FileKind {
  readonly magic: string;
  readonly name: string;
  readonly version: number;
  readonly next: string;
}

/** What a file holds: facts as JSON, and arrays of numbers. */
export interface FileContent {
  readonly header: unknown;
  readonly arrays: readonly NumberArray[];
}

/** The pieces of a file, to be written one after another: magic, version, length of the facts, facts, arrays, SHA-256 of it all. */
export function packFile(kind: FileKind, content: FileContent): Uint8Array[] {
  const layout = content.arrays.map((array) => ({ kind: array.constructor.name, length: array.length }));
  const json = new TextEncoder().encode(JSON.stringify({ header: content.header, layout }));
  const head = new Uint8Array(HEAD);
  head.set(new TextEncoder().encode(kind.magic));
  new DataView(head.buffer).setUint32(8, kind.version, true);
  new DataView(head.buffer).setUint32(12, json.length, true);
  const arrays = content.arrays.map((one) => new Uint8Array(one.buffer, one.byteOffset, one.byteLength));
  const hash = createHash("sha256");
  for (const piece of [head, json, ...arrays]) hash.update(piece);
  return [head, json, ...arrays, new Uint8Array(hash.digest())];
}

/** Reads what `packFile` made. A damaged, foreign, older or newer file is refused with the reason. */
export function unpackFile(kind: FileKind, bytes: Uint8Array): Result<FileContent> {
  const refuse = (code: string, message: string): Result<never> =>
    err(refusal("unavailable", code, message, kind.next));
  const magic = new TextDecoder().decode(bytes.subarray(0, 8));
  if (bytes.length < HEAD + DIGEST || magic !== kind.magic) return refuse("file_foreign", `This is no ${kind.name}.`);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const version = view.getUint32(8, true);
  if (version > kind.version) return refuse("file_newer", `A newer Kith wrote this ${kind.name} (format ${version}).`);
  if (version < kind.version) return refuse("file_older", `This ${kind.name} has an old format (${version}).`);
  const digest = createHash("sha256")
    .update(bytes.subarray(0, bytes.length - DIGEST))
    .digest();
  if (!digest.equals(bytes.subarray(bytes.length - DIGEST))) {
    return refuse("file_corrupt", `This ${kind.name} is damaged: its check sum does not match.`);
  }
  const json = bytes.subarray(HEAD, HEAD + view.getUint32(12, true));
  const { header, layout } = JSON.parse(new TextDecoder().decode(json)) as {
    header: unknown;
    layout: { kind: Kind; length: number }[];
  };
  let at = HEAD + json.length;
  const arrays = layout.map(({ kind: name, length }) => {
    const size = length * kinds[name].BYTES_PER_ELEMENT;
    // A copy of its own: arrays must begin at a multiple of their element's size. A Buffer's own slice would be a view.
    const own = Uint8Array.prototype.slice.call(bytes, at, at + size);
    at += size;
    return new kinds[name](own.buffer, 0, length);
  });
  return ok({ header, arrays });
}
