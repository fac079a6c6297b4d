import { RefusalError, refusal } from "../../kernel/index.ts";
import type { Transaction } from "../../store/index.ts";
import { findImported, type ImportKey, rememberImported } from "../queries/index.ts";

/** What a number names: "member", "question", … Each has ids of its own in an export. */
export type Space = string;

/** From the export's ids to those of this installation; the import's ledger knows them. */
export class Ids {
  readonly #tx: Transaction;
  readonly #key: ImportKey;
  readonly #file: string;
  readonly #known = new Map<Space, Map<number, number>>();

  constructor(tx: Transaction, key: ImportKey, file: string) {
    this.#tx = tx;
    this.#key = key;
    this.#file = file;
  }
  /** Looks up, at once, all that a batch refers to. */
  async load(space: Space, wanted: readonly (number | null)[]): Promise<void> {
    const ids = wanted.filter((id) => id !== null);
    const known = this.#known.get(space) ?? new Map<number, number>();
    this.#known.set(space, known);
    // A question's conversation has the question's id.
    for (const kind of space === "conversation" ? ["question", space] : [space]) {
      for (const [theirs, ours] of await findImported(this.#tx.db, this.#key, kind, ids)) known.set(theirs, ours);
    }
  }
  find(space: Space, id: number): number | undefined {
    return this.#known.get(space)?.get(id);
  }
  of(space: Space, id: number, line: number): number {
    const found = this.find(space, id);
    if (found !== undefined) return found;
    const said = `${this.#file}.jsonl, line ${line}: it refers to ${space} ${id}, which the export does not hold.`;
    throw new RefusalError(refusal("invalid", "export-inconsistent", said, "Export the community once more."));
  }
  ofMaybe(space: Space, id: number | null, line: number): number | null {
    return id === null ? null : this.of(space, id, line);
  }
}

/** Writes down which rows became what. */
export function remember(
  tx: Transaction,
  key: ImportKey,
  kind: Space,
  placed: readonly { readonly record: { readonly id: number }; readonly id: number }[],
): Promise<void> {
  return rememberImported(
    tx,
    key,
    placed.map(({ record, id }) => ({ kind, sourceId: record.id, targetId: id })),
  );
}
