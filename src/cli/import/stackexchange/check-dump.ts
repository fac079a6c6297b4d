import { checkTags, checkTitle } from "../../../community/index.ts";
import { checkBody } from "../../../conversation/index.ts";
import { eachRow } from "./batches.ts";
import type { DumpFileName } from "./dump-files.ts";
import { createConverter } from "./html-to-markdown.ts";
import { type PostRow, readComment, readLink, readPost, readTag, readUser, readVote } from "./rows.ts";
import type { Reading } from "./run.ts";
import { acceptingVote, countVote, type Kind } from "./summary.ts";

/** Ids as bits, so that those of tens of millions of posts take a few megabytes. */
class IdSet {
  readonly #pages = new Map<number, Uint32Array>();

  add(id: number): void {
    const page = this.#pages.get(id >> 15) ?? new Uint32Array(1024);
    page[(id & 32767) >> 5] = (page[(id & 32767) >> 5] ?? 0) | (1 << (id & 31));
    this.#pages.set(id >> 15, page);
  }
  *[Symbol.iterator](): Generator<number> {
    for (const [page, words] of this.#pages) {
      for (let offset = 0; offset < 32768; offset += 1) {
        if (((words[offset >> 5] ?? 0) >>> (offset & 31)) & 1) yield page * 32768 + offset;
      }
    }
  }
  has(id: number): boolean {
    return (((this.#pages.get(id >> 15)?.[(id & 32767) >> 5] ?? 0) >>> (id & 31)) & 1) === 1;
  }
}

/** Reads a whole dump as an import would, without writing anything: the figures are what it would take over. */
export async function checkDump(reading: Reading): Promise<void> {
  const convert = createConverter();
  const { tallies } = reading.summary;
  const take = (kind: Kind) => {
    tallies[kind].read += 1;
    tallies[kind].imported += 1;
  };
  const leave = (kind: Kind, file: DumpFileName, row: { line: number; id: number }, reason: string) => {
    tallies[kind].read += 1;
    tallies[kind].skipped += 1;
    reading.skipped.add({ file, line: row.line, id: row.id, reason });
  };

  await eachRow(reading, "Users.xml", readUser, () => take("users"));
  const excerpts = new Set<number>();
  await eachRow(reading, "Tags.xml", readTag, (row) => {
    if (row.excerptId !== null) excerpts.add(row.excerptId);
    take("tags");
  });
  const questions = new IdSet();
  const answers = new IdSet();
  const accepted = new IdSet();
  const voted = new IdSet();
  const early: { line: number; id: number; questionId: number }[] = [];
  await eachRow(reading, "Posts.xml", readPost, (row) => {
    const wrong = wrongText(row, convert);
    if (wrong && row.type !== "excerpt" && row.type !== "other") {
      leave(row.type === "question" ? "questions" : "answers", "Posts.xml", row, wrong);
    } else if (row.type === "question") {
      questions.add(row.id);
      if (row.acceptedId !== null) accepted.add(row.acceptedId);
      if (row.closed) reading.summary.closed += 1;
      take("questions");
    } else if (row.type === "answer") {
      answers.add(row.id);
      if (questions.has(row.questionId)) take("answers");
      else early.push({ line: row.line, id: row.id, questionId: row.questionId });
    } else if (row.type === "excerpt" && excerpts.has(row.id)) take("tagDescriptions");
    else reading.summary.otherPosts += 1;
  });
  for (const row of early) {
    if (questions.has(row.questionId)) take("answers");
    else leave("answers", "Posts.xml", row, `Its question, ${row.questionId}, is not there.`);
  }
  const isThere = (id: number) => questions.has(id) || answers.has(id);
  await eachRow(reading, "Comments.xml", readComment, (row) => {
    if (isThere(row.postId)) take("comments");
    else leave("comments", "Comments.xml", row, `The post it comments on, ${row.postId}, is not there.`);
  });
  await eachRow(reading, "Votes.xml", readVote, (row) => {
    countVote(reading.summary, row.type);
    if (row.type !== acceptingVote) return;
    voted.add(row.postId);
    if (accepted.has(row.postId) && answers.has(row.postId)) take("accepted");
    else leave("accepted", "Votes.xml", row, `The answer, ${row.postId}, is not there or no longer accepted.`);
  });
  for (const id of accepted) {
    if (voted.has(id)) continue;
    if (answers.has(id)) take("accepted");
    else leave("accepted", "Posts.xml", { line: 0, id }, `The accepted answer, ${id}, is not there.`);
  }
  await eachRow(reading, "PostLinks.xml", readLink, (row) => {
    const absent = [row.postId, row.otherId].find((id) => !isThere(id));
    if (absent === undefined) take("links");
    else leave("links", "PostLinks.xml", row, `A post that it links, ${absent}, is not there.`);
  });
}

/** Why a post's words could not be kept, by the rules that everything written here follows; null where they can. */
function wrongText(row: PostRow, convert: (html: string) => string): string | null {
  if (row.type === "excerpt" || row.type === "other") return null;
  const checks = row.type === "question" ? [checkTitle(row.title), checkTags(row.tags)] : [];
  const refused = [...checks, checkBody(convert(row.body))].find((check) => !check.ok);
  return refused && !refused.ok ? refused.error.message : null;
}
