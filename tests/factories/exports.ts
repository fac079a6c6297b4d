import { readFileSync } from "node:fs";
import path from "node:path";
import { type Manifest, recordNames } from "../../src/community/index.ts";

type Row = Record<string, unknown>;
/** The rows of an export by file. */
export type Exported = Record<string, Row[]>;

export function readManifest(folder: string): Manifest {
  return JSON.parse(readFileSync(path.join(folder, "manifest.json"), "utf8"));
}

/** Reads an export as it is. */
export function readExported(folder: string): Exported {
  const there = new Set(readManifest(folder).files.map(({ name }) => name));
  const read = (name: string) =>
    readFileSync(path.join(folder, name), "utf8")
      .split("\n")
      .filter((line) => line !== "")
      .map((line) => JSON.parse(line) as Row);
  const files = recordNames.filter((name) => there.has(`${name}.jsonl`)).map((name) => [name, read(`${name}.jsonl`)]);
  return { ...Object.fromEntries(files), community: read("community.json") };
}

/** Which ids there are, and in which fields they stand. */
const idFields: Readonly<Record<string, readonly string[]>> = {
  member: ["memberId", "askerId", "authorId", "fromId", "toId", "grantedBy", "lastAnswerBy", "replacedBy", "actorId"],
  group: ["groupId"],
  question: ["questionId", "otherId", "duplicateOf"],
  message: ["messageId", "answerId", "commentId"],
};
const subjects: Readonly<Record<string, string>> = { answer: "message", comment: "message" };
const own: Readonly<Record<string, string>> = {
  members: "member",
  groups: "group",
  questions: "question",
  answers: "message",
  comments: "message",
};

/**
 * An export with every id replaced by where the thing it names stands among its kind, so that two exports of the same content are
 * equal, whatever ids an installation gave.
 */
export function withoutIds(exported: Exported): Exported {
  const places = new Map<string, string>();
  const place = (space: string, id: unknown, where: string) => void places.set(`${space} ${id}`, where);
  for (const [file, rows] of Object.entries(exported)) {
    rows.forEach((row, index) => {
      if ("id" in row) place(own[file] ?? file, row.id, `${file} ${index}`);
      if (file === "questions") place("message", row.messageId, `body of questions ${index}`);
    });
  }
  const placed = (space: string, id: unknown) => {
    if (typeof id !== "number") return id;
    const where = places.get(`${space} ${id}`);
    if (!where) throw new Error(`${space} ${id} is referred to and not there`);
    return where;
  };
  const replaced = (row: Row): Row =>
    Object.fromEntries(
      Object.entries(row).map(([field, value]) => {
        const space = Object.keys(idFields).find((one) => idFields[one]?.includes(field));
        if (field === "id") return [field, "own"];
        if (field === "data") return [field, replaced(value as Row)];
        if (field === "subjectId") {
          const subject = String(row.subject);
          return [field, placed(subjects[subject] ?? subject, value)];
        }
        return [field, space ? placed(space, value) : value];
      }),
    );
  const sorted = new Set(["revisions", "helped", "confirmations", "group-members", "roles", "links"]);
  return Object.fromEntries(
    Object.entries(exported).map(([file, rows]) => {
      const texts = rows.map((row) => JSON.stringify(replaced(row)));
      return [file, (sorted.has(file) ? texts.sort() : texts).map((text) => JSON.parse(text))];
    }),
  );
}
