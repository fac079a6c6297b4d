/** The newest documents, not yet sealed: plain arrays by term, a document number and then its five counts packed. */
export class Fresh {
  readonly from: number;
  readonly #entries = new Map<number, { documents: number[]; counts: Uint8Array[] }>();

  constructor(from: number) {
    this.from = from;
  }

  add(document: number, counts: ReadonlyMap<number, Uint8Array>): void {
    for (const [term, byField] of counts) {
      const entry = this.#entries.get(term);
      if (entry) {
        entry.documents.push(document);
        entry.counts.push(byField);
      } else {
        this.#entries.set(term, { documents: [document], counts: [byField] });
      }
    }
  }

  entriesOf(
    term: number,
  ): { readonly documents: readonly number[]; readonly counts: readonly Uint8Array[] } | undefined {
    return this.#entries.get(term);
  }
}
