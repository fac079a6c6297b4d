import { readFileSync } from "node:fs";
import path from "node:path";
import { portable } from "../../src/cli/portable.ts";
import type { Manifest } from "../../src/community/index.ts";

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
  const files = portable.files
    .map(({ name }) => name)
    .filter((name) => there.has(`${name}.jsonl`))
    .map((name) => [name, read(`${name}.jsonl`)]);
  return { ...Object.fromEntries(files), community: read("community.json") };
}

/** Which ids there are, and in which fields they stand. */
const idFields: Readonly<Record<string, readonly string[]>> = {
  member: [
    ...["memberId", "askerId", "authorId", "fromId", "toId", "grantedBy", "lastAnswerBy", "replacedBy", "actorId"],
    ...[
      "openedBy",
      "overBy",
      "signedBy",
      "signedById",
      "solvedBy",
      "solvedById",
      "byId",
      "createdBy",
      "changedBy",
      "leadId",
    ],
    ...["taughtBy", "decidedBy", "keptBy"],
  ],
  group: ["groupId"],
  question: ["questionId", "otherId", "duplicateOf", "foundQuestionId"],
  message: [
    ...["messageId", "answerId", "commentId", "replyToId", "foundAnswerId", "solvedAnswerId", "publicAnswerId"],
  ],
  conversation: ["conversationId"],
  problem: ["problemId", "originalId", "originProblemId"],
  check: ["checkId"],
  note: ["noteId"],
  calendar: ["calendarId"],
  team: ["teamId", "wasTeamId"],
  area: ["areaId", "wasAreaId"],
};
const subjects: Readonly<Record<string, string>> = { answer: "message", comment: "message", search: "community" };
/** Whose ids a file gives. */
const own: Readonly<Record<string, string>> = {
  members: "member",
  groups: "group",
  questions: "question",
  answers: "message",
  comments: "message",
  messages: "message",
  conversations: "conversation",
  problems: "problem",
  "problem-checks": "check",
  "problem-notes": "note",
  calendars: "calendar",
  teams: "team",
  areas: "area",
  "service-levels": "service-level",
  macros: "macro",
};
const ownerSpaces: Readonly<Record<string, string>> = {
  member: "member",
  solver: "member",
  peers: "group",
  team: "team",
};
/** Of which ids a field of a file, or of an event about something, is. */
function spaceOf(file: string, field: string, row: Row): string | undefined {
  const aboutProblems =
    file === "problems" || file === "problem-links" || (file === "events" && row.subject === "problem");
  if (aboutProblems && (field === "otherId" || field === "duplicateOf")) return "problem";
  if (field === "ownerId") return ownerSpaces[String(row.ownerKind ?? row.owner)];
  if (field === "wasOwnerId") return ownerSpaces[String(row.wasOwner)];
  if (field === "subjectId") return subjects[String(row.subject)] ?? String(row.subject);
  return Object.keys(idFields).find((one) => idFields[one]?.includes(field));
}

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
      if (file === "questions") {
        place("message", row.messageId, `body of questions ${index}`);
        place("conversation", row.id, `conversation of questions ${index}`);
      }
    });
  }
  const placed = (space: string, id: unknown) => {
    if (typeof id !== "number") return id;
    const where = places.get(`${space} ${id}`);
    if (!where) throw new Error(`${space} ${id} is referred to and not there`);
    return where;
  };
  const linksPlaced = (body: string) =>
    body
      .replace(/(?<=\/m\/)\d+/g, (id) => String(placed("member", Number(id))))
      .replace(/(?<=\/c\/[\w-]+\/q\/)\d+/g, (id) => String(placed("question", Number(id))))
      .replace(/(?<=#answer-)\d+/g, (id) => String(placed("message", Number(id))));
  const replaced = (file: string, row: Row, about: Row): Row =>
    Object.fromEntries(
      Object.entries(row).map(([field, value]) => {
        if (field === "id") return [field, "own"];
        if (field === "data") return [field, replaced(file, value as Row, { ...row, ...(value as Row) })];
        if (field === "mentions") return [field, (value as number[]).map((id) => placed("member", id))];
        if (field === "body") return [field, linksPlaced(String(value))];
        const space = spaceOf(file, field, about);
        return [field, space ? placed(space, value) : value];
      }),
    );
  return Object.fromEntries(
    Object.entries(exported).map(([file, rows]) => {
      const texts = rows.map((row) => JSON.stringify(replaced(file, row, row)));
      return [file, (inOrder.has(file) ? texts : texts.sort()).map((text) => JSON.parse(text))];
    }),
  );
}

/** Files whose order says something. */
const inOrder: ReadonlySet<string> = new Set([
  ...["members", "groups", "questions", "answers", "comments", "messages", "thanks", "problem-steps", "events"],
]);
