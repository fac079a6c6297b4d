/** Something that could not be taken over, and where it stands. */
export interface Skipped {
  readonly file: string;
  readonly line: number;
  /** The row's own id, where it could be read. */
  readonly id: number | null;
  readonly reason: string;
}

/** What was left out of an import: all of it counted, the first ten thousand listed. */
export interface SkippedList {
  readonly total: number;
  readonly list: readonly Skipped[];
  add(skipped: Skipped): void;
}

/** The list in the order of the files, each by line. */
export function inOrder(list: readonly Skipped[]): Skipped[] {
  const files = [...new Set(list.map(({ file }) => file))];
  return [...list].sort((a, b) => files.indexOf(a.file) - files.indexOf(b.file) || a.line - b.line);
}

const mostListed = 10_000;

export function createSkippedList(): SkippedList {
  const list: Skipped[] = [];
  let total = 0;
  return {
    get total() {
      return total;
    },
    list,
    add(skipped) {
      total += 1;
      if (list.length < mostListed) list.push(skipped);
    },
  };
}
