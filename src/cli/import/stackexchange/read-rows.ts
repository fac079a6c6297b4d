import { isUtf8 } from "node:buffer";
import { createReadStream } from "node:fs";
import { SaxesParser } from "saxes";
import { RefusalError, refusal } from "../../../kernel/index.ts";
import type { DumpFile } from "./dump-files.ts";

/** A row of a dump's file. */
export interface DumpRow {
  /** Where it begins, from 1. */
  readonly line: number;
  readonly attributes: Readonly<Record<string, string>>;
}

export interface ReadRowsOptions {
  /** Told of each row that cannot be read; reading goes on with the next one. */
  readonly onBroken: (line: number, reason: string) => void;
  /** Told of the bytes that were read. */
  readonly onBytes?: (bytes: number) => void;
  readonly chunkBytes?: number;
}

const rowStart = Buffer.from("<row");
const longestRow = 16 * 1024 * 1024;

/**
 * Streams the rows of a dump's file, some at a time. The bytes are cut before each `<row`, which cannot stand inside a row (XML 1.0,
 * section 2.4), so that a broken row costs itself alone: the parser begins anew with the next one.
 */
export async function* readRows(file: DumpFile, options: ReadRowsOptions): AsyncGenerator<DumpRow[]> {
  const parser = createRowParser(file, options.onBroken);
  let pending: Buffer = Buffer.alloc(0);
  const stream = createReadStream(file.path, { highWaterMark: options.chunkBytes ?? 256 * 1024 });
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    options.onBytes?.(chunk.length);
    const bytes = pending.length === 0 ? chunk : Buffer.concat([pending, chunk]);
    const rows: DumpRow[] = [];
    let from = 0;
    for (let next = findRow(bytes, 1); next !== -1; next = findRow(bytes, from + 1)) {
      rows.push(...parser.take(bytes.subarray(from, next)));
      from = next;
    }
    pending = Buffer.from(bytes.subarray(from));
    if (pending.length > longestRow) throw new RefusalError(tooLong(file, parser.line()));
    if (rows.length > 0) yield rows;
  }
  const last = parser.take(pending);
  parser.end();
  if (last.length > 0) yield last;
}

/** Where the next row begins, or -1. */
function findRow(bytes: Buffer, from: number): number {
  let at = bytes.indexOf(rowStart, from);
  while (at !== -1 && !" \t\r\n/>".includes(String.fromCharCode(bytes[at + rowStart.length] ?? 0))) {
    at = bytes.indexOf(rowStart, at + 1);
  }
  return at;
}

function createRowParser(file: DumpFile, onBroken: (line: number, reason: string) => void) {
  let line = 1;
  let isHead = true;
  let found: DumpRow[] = [];
  let problem: string | null = null;
  /** Elements within the root that are open. */
  let depth = 0;
  let parser = begin("");

  function begin(head: string) {
    const begun = new SaxesParser<{ position: false; xmlns: false }>({ position: false, xmlns: false });
    begun.on("error", (error) => {
      problem ??= error.message;
    });
    begun.on("closetag", (tag) => {
      if (tag.name !== file.root) depth -= 1;
    });
    begun.on("opentag", (tag) => {
      if (tag.name !== file.root) depth += 1;
      if (tag.name === "row") found.push({ line, attributes: tag.attributes });
    });
    begun.write(head);
    return begun;
  }
  function parse(text: string): boolean {
    found = [];
    problem = null;
    depth = 0;
    parser.write(text);
    return problem === null && depth === 0 && (isHead || found.length === 1);
  }

  return {
    line: () => line,
    /** Reads one row, or what stands before the first one. */
    take(bytes: Buffer): DumpRow[] {
      const text = bytes.toString("utf8");
      let why: string | null = isUtf8(bytes) ? null : "it is not written in UTF-8";
      if (why === null && !parse(text)) {
        why = problem ?? "it does not end (is a quotation mark missing?)";
        parser = begin(`<${file.root}>`);
        const mended = mend(text);
        if (mended !== text && parse(mended)) why = null;
        else if (mended !== text) parser = begin(`<${file.root}>`);
      }
      const rows = why === null ? found : [];
      if (why !== null) {
        onBroken(line, `The row cannot be read: ${why}.`);
        if (text.includes(`</${file.root}>`)) parser.write(`</${file.root}>`);
      }
      line += text.split("\n").length - 1;
      isHead = false;
      return rows;
    },
    /** The whole file was read. */
    end(): void {
      problem = null;
      parser.close();
      if (problem !== null) onBroken(line, `The file ends before </${file.root}>: was it cut off on its way?`);
    },
  };
}

/**
 * What turns up in dumps although XML 1.0 does not allow it, made readable: characters that it has no place for (section 2.2) become
 * U+FFFD, and an ampersand that stands for itself is escaped (2.4).
 */
function mend(text: string): string {
  return text
    .replace(/&#(?:x([0-9a-f]+)|(\d+));/gi, (reference, hexadecimal, decimal) => {
      const code = hexadecimal ? Number.parseInt(hexadecimal, 16) : Number(decimal);
      return isAllowed(code) ? reference : "\uFFFD";
    })
    .replace(/&(?!#\d+;|#x[0-9a-f]+;|[a-z]+;)/gi, "&amp;")
    .replace(/[\p{Cc}\ufffe\uffff]/gu, (character) => (isAllowed(character.charCodeAt(0)) ? character : "\uFFFD"));
}

function isAllowed(code: number): boolean {
  if (code < 0x20) return code === 0x9 || code === 0xa || code === 0xd;
  return code <= 0xd7ff || (code >= 0xe000 && code <= 0xfffd) || (code >= 0x10000 && code <= 0x10ffff);
}

function tooLong(file: DumpFile, line: number) {
  return refusal(
    "invalid",
    "no-dump",
    `${file.path}, line ${line}: there is a row of more than 16 MB, which no dump has.`,
    "Is this file what it says it is? Rows before it are imported; the same command goes on from there.",
  );
}
