import type { QueryResult } from "pg";

/** A connection as `openDatabase` guards it. */
export interface ReadConnection {
  query(text: string, values: readonly unknown[]): Promise<QueryResult>;
  release(): void;
}

/** Reads that need no transaction, over few connections. */
export interface SharedReads {
  query(text: string, values: readonly unknown[]): Promise<readonly unknown[]>;
}

/** Connections that reads share at most, and how many reads wait on one before another is taken. */
const mostLines = 4;
const readsPerLine = 4;

interface Line {
  readonly connection: Promise<ReadConnection>;
  pending: number;
}

/**
 * Sends reads down a connection that others are reading on: what one page asks for goes out in one packet, wakes one process of the
 * server, and comes back in one. Each read stands for itself: an error of one does not touch the others. A connection goes back to
 * the pool as soon as nobody waits on it.
 */
export function shareReads(connect: () => Promise<ReadConnection>): SharedReads {
  const lines = new Set<Line>();

  function choose(): Line {
    let best: Line | undefined;
    for (const line of lines) if (!best || line.pending < best.pending) best = line;
    if (best && (best.pending < readsPerLine || lines.size >= mostLines)) return best;
    const line = { connection: connect(), pending: 0 };
    lines.add(line);
    return line;
  }

  function leave(line: Line): void {
    line.pending -= 1;
    if (line.pending > 0) return;
    lines.delete(line);
    // One that could not be made has been told to those who waited for it.
    line.connection.then(
      (connection) => connection.release(),
      () => {},
    );
  }

  return {
    async query(text, values) {
      const line = choose();
      line.pending += 1;
      try {
        const connection = await line.connection;
        return (await connection.query(text, values)).rows;
      } catch (error) {
        // The connection may have broken: whoever comes next takes another.
        lines.delete(line);
        throw error;
      } finally {
        leave(line);
      }
    },
  };
}
