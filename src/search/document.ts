/** The fields of a document, in the order in which all arrays by field are kept. */
export const FIELDS = ["title", "body", "tags", "answers", "aliases"] as const;
export type Field = (typeof FIELDS)[number];
export const TITLE = 0;
export const BODY = 1;
export const TAGS = 2;
export const ANSWERS = 3;
export const ALIASES = 4;

/** Facts about a document that a query may ask for and a reader's rights are checked against. All are whole numbers. */
export interface DocumentFacts {
  /** Who may see it: 0 is everybody, any other number is one audience, such as the members of one group. */
  readonly audience: number;
  readonly group: number;
  readonly author: number;
  readonly solved: boolean;
  /** Days since 1970-01-01 UTC. */
  readonly day: number;
  /** ISO 639-1, two lower-case letters. */
  readonly language: string;
  /** Members whom a confirmed answer of it helped. */
  readonly helped: number;
}

/** What is put into the index. `key` is the caller's own positive number (a question's id). Texts are plain, not Markdown. */
export interface SearchDocument extends Partial<DocumentFacts> {
  readonly key: number;
  readonly title: string;
  readonly body?: string;
  readonly tags?: readonly string[];
  readonly answers?: readonly string[];
  /** Other phrasings that found this document. */
  readonly aliases?: readonly string[];
}

/** Facts of a document that names none: public, unsolved, English. */
export const plainFacts: DocumentFacts = {
  audience: 0,
  group: 0,
  author: 0,
  solved: false,
  day: 0,
  language: "en",
  helped: 0,
};
