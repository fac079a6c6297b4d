import type { Columns } from "./columns.ts";
import { languageNumber } from "./columns.ts";

/** What the reader may see: the audiences that he belongs to besides everybody. There is no way to ask without it. */
export interface Reader {
  readonly audiences: ReadonlySet<number>;
}

/** What the query asks for beyond its words; nothing in it can widen what the reader may see. */
export interface Wanted {
  readonly groups?: ReadonlySet<number>;
  readonly authors?: ReadonlySet<number>;
  readonly languages?: readonly string[];
  readonly solved?: boolean;
  /** Days since 1970, both inclusive. */
  readonly fromDay?: number;
  readonly toDay?: number;
  /** Documents that are left out, by key. */
  readonly exclude?: ReadonlySet<number>;
}

export type Admits = (document: number) => boolean;

/** The test that a document must pass to be counted, ranked, suggested or shown. */
export function admission(columns: Columns, reader: Reader, wanted: Wanted = {}): Admits {
  const { audiences } = reader;
  const { groups, authors, solved, fromDay, toDay, exclude } = wanted;
  const languages = wanted.languages ? new Set(wanted.languages.map(languageNumber)) : undefined;
  return (document) => {
    if (columns.alive[document] !== 1) return false;
    const audience = columns.audience[document] as number;
    if (audience !== 0 && !audiences.has(audience)) return false;
    if (exclude?.has(columns.key[document] as number)) return false;
    if (groups && !groups.has(columns.group[document] as number)) return false;
    if (authors && !authors.has(columns.author[document] as number)) return false;
    if (languages && !languages.has(columns.language[document] as number)) return false;
    if (solved !== undefined && columns.solved(document) !== solved) return false;
    const day = columns.day[document] as number;
    return (fromDay === undefined || day >= fromDay) && (toDay === undefined || day <= toDay);
  };
}

/** Admits every living document, whoever may see it: for learning and evaluation, never for a person's query. */
export function everything(columns: Columns, exclude: ReadonlySet<number>): Admits {
  return (document) => columns.alive[document] === 1 && !exclude.has(columns.key[document] as number);
}
