/** A line of the corpus. */
export interface CorpusLine {
  readonly id: string;
  readonly title: string;
  readonly body?: string;
  readonly tags?: readonly string[];
  readonly answers?: readonly string[];
  readonly aliases?: readonly string[];
}

/** A line of the queries: `text`, or `title` with `body`. */
export interface QueryLine {
  readonly id: string;
  readonly text?: string;
  readonly title?: string;
  readonly body?: string;
  /** Ids that answer; empty for an unanswerable query. */
  readonly relevant: readonly string[];
  /** Ids that must not be found, such as the query itself. */
  readonly exclude?: readonly string[];
  /** Where given, only these are ranked. */
  readonly candidates?: readonly string[];
}

/** A line of the links: documents that answer the same question. */
export interface LinkLine {
  readonly same: readonly string[];
}
