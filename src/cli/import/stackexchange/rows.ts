import type { DumpRow } from "./read-rows.ts";

// What is read of each row, after Stack Exchange's own description of its dumps (meta.stackexchange.com/q/2677). Anything else in a
// row (scores, views, favourites) is not looked at.

interface Row {
  readonly line: number;
  readonly id: number;
  readonly at: Date;
}

export interface UserRow extends Row {
  readonly name: string;
  /** HTML. */
  readonly about: string;
}

export interface TagRow {
  readonly line: number;
  readonly id: number;
  readonly name: string;
  /** The post that says what the tag is for. */
  readonly excerptId: number | null;
}

interface Owned {
  readonly ownerId: number | null;
  readonly ownerName: string | null;
}

export interface QuestionRow extends Row, Owned {
  readonly type: "question";
  readonly title: string;
  /** HTML. */
  readonly body: string;
  readonly tags: readonly string[];
  readonly acceptedId: number | null;
  readonly closed: boolean;
}

export interface AnswerRow extends Row, Owned {
  readonly type: "answer";
  readonly questionId: number;
  /** HTML. */
  readonly body: string;
}

/** What a tag is for, or another text that is neither question nor answer. */
export interface OtherPostRow extends Row {
  readonly type: "excerpt" | "other";
  /** HTML. */
  readonly body: string;
}

export type PostRow = QuestionRow | AnswerRow | OtherPostRow;

export interface CommentRow extends Row, Owned {
  readonly postId: number;
  /** Markdown of one paragraph. */
  readonly text: string;
}

export interface VoteRow extends Row {
  readonly postId: number;
  readonly type: number;
}

export interface LinkRow extends Row {
  readonly postId: number;
  readonly otherId: number;
  readonly kind: "related" | "duplicate" | "other";
}

/** A row, or why it cannot be used. */
export type Read<T> = { readonly row: T } | { readonly problem: string };

/** Reads attributes one by one and keeps the first thing that is wrong. */
class Fields {
  readonly #attributes: Readonly<Record<string, string>>;
  problem: string | null = null;

  constructor(row: DumpRow) {
    this.#attributes = row.attributes;
  }
  text(name: string): string {
    const value = this.#attributes[name];
    if (value === undefined) this.problem ??= `${name} is missing.`;
    return value ?? "";
  }
  optional(name: string): string | null {
    return this.#attributes[name] || null;
  }
  id(name: string): number {
    return this.#number(name, this.text(name));
  }
  optionalId(name: string): number | null {
    const value = this.optional(name);
    return value === null ? null : this.#number(name, value);
  }
  /** Times are in UTC, though they do not say so. */
  date(name: string): Date {
    const value = this.text(name);
    const iso = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,7})?Z?$/.test(value) ? `${value.replace(/Z$/, "")}Z` : "";
    const date = new Date(iso);
    const isReal = !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value.slice(0, 19));
    if (!isReal && value !== "") this.problem ??= `${name} is no date: ${shorten(value)}.`;
    if (!isReal && value === "") this.problem ??= `${name} is missing.`;
    return date;
  }
  #number(name: string, value: string): number {
    const number = /^-?\d{1,15}$/.test(value) ? Number(value) : Number.NaN;
    if (Number.isNaN(number)) this.problem ??= `${name} is no number: ${shorten(value)}.`;
    return number;
  }
}

/** Rows name people and are long: a report shows the beginning of a wrong value only. */
function shorten(value: string): string {
  return JSON.stringify(value.length > 30 ? `${value.slice(0, 30)}…` : value);
}

function read<T>(row: DumpRow, fill: (fields: Fields) => T): Read<T> {
  const fields = new Fields(row);
  const filled = fill(fields);
  return fields.problem === null ? { row: filled } : { problem: fields.problem };
}

const base = (row: DumpRow, fields: Fields): Row => ({
  line: row.line,
  id: fields.id("Id"),
  at: fields.date("CreationDate"),
});

export function readUser(row: DumpRow): Read<UserRow> {
  return read(row, (fields) => ({
    ...base(row, fields),
    name: fields.text("DisplayName"),
    about: fields.optional("AboutMe") ?? "",
  }));
}

export function readTag(row: DumpRow): Read<TagRow> {
  return read(row, (fields) => ({
    line: row.line,
    id: fields.id("Id"),
    name: fields.text("TagName"),
    excerptId: fields.optionalId("ExcerptPostId"),
  }));
}

export function readPost(row: DumpRow): Read<PostRow> {
  return read<PostRow>(row, (fields) => {
    const common = { ...base(row, fields), body: fields.text("Body") };
    const owner = { ownerId: fields.optionalId("OwnerUserId"), ownerName: fields.optional("OwnerDisplayName") };
    const type = fields.id("PostTypeId");
    if (type === 2) return { ...common, ...owner, type: "answer", questionId: fields.id("ParentId") };
    if (type !== 1) return { ...common, type: type === 4 ? "excerpt" : "other" };
    return {
      ...common,
      ...owner,
      type: "question",
      title: fields.text("Title"),
      tags: readTags(fields.optional("Tags") ?? ""),
      acceptedId: fields.optionalId("AcceptedAnswerId"),
      closed: fields.optional("ClosedDate") !== null,
    };
  });
}

/** `<one><two>` until 2023, `|one|two|` since. */
function readTags(text: string): string[] {
  return text.split(/[<>|]/).filter((tag) => tag.trim() !== "");
}

export function readComment(row: DumpRow): Read<CommentRow> {
  return read(row, (fields) => ({
    ...base(row, fields),
    postId: fields.id("PostId"),
    text: fields.text("Text"),
    ownerId: fields.optionalId("UserId"),
    ownerName: fields.optional("UserDisplayName"),
  }));
}

export function readVote(row: DumpRow): Read<VoteRow> {
  return read(row, (fields) => ({
    ...base(row, fields),
    postId: fields.id("PostId"),
    type: fields.id("VoteTypeId"),
  }));
}

export function readLink(row: DumpRow): Read<LinkRow> {
  return read<LinkRow>(row, (fields) => {
    const type = fields.id("LinkTypeId");
    return {
      ...base(row, fields),
      postId: fields.id("PostId"),
      otherId: fields.id("RelatedPostId"),
      kind: type === 1 ? "related" : type === 3 ? "duplicate" : "other",
    };
  });
}
