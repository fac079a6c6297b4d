import { readFileSync } from "node:fs";
import { SourceMap } from "node:module";

const keptMs = 60_000;
const place = /(file:\/\/[^\s()]+\.js):(\d+):(\d+)/g;

/** By the built file's address; null where it has no map. */
const maps = new Map<string, SourceMap | null>();
let forgetting: NodeJS.Timeout | undefined;

/**
 * A stack of the built program with the places of its sources. Node does the same with --enable-source-maps, but then reads every map at
 * the start and holds it for good: 37 MB in memory. Here they are read when an error is told (40 ms), and forgotten a minute after the last.
 */
export function stackInSources(stack: string): string {
  clearTimeout(forgetting);
  forgetting = setTimeout(() => maps.clear(), keptMs).unref();
  return stack.replaceAll(place, (built, file: string, line: string, column: string) => {
    const entry = mapOf(file)?.findEntry(Number(line) - 1, Number(column) - 1);
    if (!entry || !("originalSource" in entry)) return built;
    return `${new URL(entry.originalSource, file).href}:${entry.originalLine + 1}:${entry.originalColumn + 1}`;
  });
}

function mapOf(file: string): SourceMap | null {
  const known = maps.get(file);
  if (known !== undefined) return known;
  const map = readMap(file);
  maps.set(file, map);
  return map;
}

function readMap(file: string): SourceMap | null {
  try {
    return new SourceMap(JSON.parse(readFileSync(new URL(`${file}.map`), "utf8")));
  } catch {
    // What others have built comes without a map, and its places are as good as any.
    return null;
  }
}
