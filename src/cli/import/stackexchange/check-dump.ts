import { checkTags, checkTitle } from "../../../community/index.ts";
import { checkBody, mostImported } from "../../../conversation/index.ts";
import type { Result } from "../../../kernel/index.ts";
import { eachRow } from "./batches.ts";
import type { DumpFileName } from "./dump-files.ts";
import { commentToMarkdown } from "./escape-markdown.ts";
import { createConverter } from "./html-to-markdown.ts";
import { linkReasons } from "./links.ts";
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
  const takeUnless = (reason: string | null, kind: Kind, file: DumpFileName, row: { line: number; id: number }) =>
    reason === null ? take(kind) : leave(kind, file, row, reason);

  await eachRow(reading, "Users.xml", readUser, () => take("users"));
  const excerpts = new Set<number>();
  await eachRow(reading, "Tags.xml", readTag, (row) => {
    if (row.excerptId !== null) excerpts.add(row.excerptId);
    takeUnless(whyNot(checkTags([row.name])), "tags", "Tags.xml", row);
  });
  const questions = new IdSet();
  const answers = new IdSet();
  const linked = new IdSet();
  const ofLinkedAnswers = new Map<number, number>();
  await eachRow(
    reading,
    "PostLinks.xml",
    readLink,
    (row) => {
      linked.add(row.postId);
      linked.add(row.otherId);
    },
    true,
  );
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
      if (linked.has(row.id)) ofLinkedAnswers.set(row.id, row.questionId);
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
    const absent = isThere(row.postId) ? null : `The post it comments on, ${row.postId}, is not there.`;
    takeUnless(absent ?? whyNot(checkBody(commentToMarkdown(row.text))), "comments", "Comments.xml", row);
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
    const questionOf = (id: number) => ofLinkedAnswers.get(id) ?? id;
    if (row.kind === "other") leave("links", "PostLinks.xml", row, linkReasons.unknown);
    else if (absent !== undefined) leave("links", "PostLinks.xml", row, linkReasons.absent(absent));
    else if (questionOf(row.postId) === questionOf(row.otherId))
      leave("links", "PostLinks.xml", row, linkReasons.itself);
    else take("links");
  });
}

/** Why a post's words could not be kept, by the rules that everything written here follows; null where they can. */
function wrongText(row: PostRow, convert: (html: string) => string): string | null {
  if (row.type === "excerpt" || row.type === "other") return null;
  const checks = row.type === "question" ? [checkTitle(row.title), checkTags(row.tags)] : [];
  return whyNot(...checks, checkBody(convert(row.body), { mostCharacters: mostImported }));
}

/** What the first check that is not passed says. */
function whyNot(...checks: readonly Result<unknown>[]): string | null {
  const refused = checks.find((check) => !check.ok);
  return refused && !refused.ok ? refused.error.message : null;
}
