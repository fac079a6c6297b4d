import type * as z from "zod";
import type { Database, Transaction } from "../../store/index.ts";
import type { ImportKey } from "../queries/index.ts";
import type { Ids, Space } from "./ids.ts";
import type { NamedIds } from "./named-ids.ts";

// What of a community is carried in an export, and read in again. Each room says for its own tables which files they become.

/** One file of an export: how its lines are read from the database, what they look like, and how they are written back. */
export interface PortableFile<Row extends object = object> {
  /** Without `.jsonl`. */
  readonly name: string;
  /** Whether only those concerned, or nobody but administrators, may see it: then it is in no export of public things. */
  readonly isPrivate: boolean;
  /** Whose rows tell about how long it is, for the progress. */
  readonly table: string;
  readonly record: z.ZodType<Row>;
  /** One page, in the order of the file's key. */
  read(snapshot: Database, page: Page<Row>): Promise<Row[]>;
  /**
   * Writes lines, with ids of this installation in place of their own: each pass goes over all lines of the file, the later ones for
   * what can only be said, or be, once all others are there.
   */
  readonly passes: readonly Pass<Row>[];
  /** Goes over all lines once more when every file is there, for what may refer to any of them. */
  readonly lastPass?: Pass<Row>;
}

type Pass<Row extends object> = {
  /** Not a property, so that a file of any rows is a file. */
  write(context: Context, lines: readonly PlacedLine<Row>[]): Promise<void>;
}["write"];

/** What of a community is read, and where the page begins: behind the last row of the page before. */
export interface Page<Row extends object = object> {
  readonly communityId: number;
  readonly publicOnly: boolean;
  readonly after: Row | null;
  readonly limit: number;
  /** What the events of an export are about. */
  readonly subjects: readonly string[];
}

/** A line, with where it stands in its file. */
export interface PlacedLine<Row extends object = object> {
  readonly line: number;
  readonly record: Row;
}

/** What a room carries. */
export interface Portable {
  /** In the order in which they can be read in: each refers only to those before it, and to itself. */
  readonly files: readonly PortableFile[];
  /** What the subjects of its events are. */
  readonly subjects: Readonly<Record<string, Space>>;
  /** What the ids in the data of its events and steps are. */
  readonly ids: NamedIds;
}

/** What could not be taken over as it was. */
export interface Restored {
  /** Members whose address belongs to an account here that never showed it to be its own: nobody is linked with them. */
  unlinked: number;
  /** Events about what the export does not hold. */
  eventsLeft: number;
}

export interface Context {
  readonly tx: Transaction;
  readonly key: ImportKey;
  readonly communityId: number;
  readonly ids: Ids;
  readonly portable: Portable;
  /** Whether questions get an event that says they were imported, because the export brings no events. */
  readonly announce: boolean;
  /** The community's slug in the export, and here. */
  readonly slugs: { readonly there: string; readonly here: string };
  readonly restored: Restored;
}
