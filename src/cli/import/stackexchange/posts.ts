import { askQuestion, describeTags, findImported, giveAnswer, type ImportItem } from "../../../community/index.ts";
import { mostImported } from "../../../conversation/index.ts";
import { ok, type Result } from "../../../kernel/index.ts";
import type { Transaction } from "../../../store/index.ts";
import type { Outcome, Phase } from "./batches.ts";
import { type Authors, authorOf, findAuthors } from "./members.ts";
import { findPlaces } from "./post-links.ts";
import { type AnswerRow, type OtherPostRow, type PostRow, type QuestionRow, readPost } from "./rows.ts";
import { actorOf, type Run } from "./run.ts";
import type { TagTexts } from "./tags.ts";

interface Found {
  readonly questions: Map<number, number>;
  readonly answers: Map<number, number>;
  readonly accepted: Map<number, number>;
  readonly excerpts: Map<number, number>;
  readonly authors: Authors;
}

type Post = QuestionRow | AnswerRow;

/**
 * Questions and answers in the order of the file, which is that of their ids: as they came. An answer that stands before its
 * question comes into `early`, for a second reading.
 */
export function postsPhase(run: Run, tags: TagTexts, early: Set<number>): Phase<PostRow, Found> {
  const kindOf = (row: PostRow) => {
    if (row.type === "answer") return "answers";
    if (row.type === "question") return "questions";
    return row.type === "excerpt" && tags.has(row.id) ? "tagDescriptions" : null;
  };
  return {
    file: "Posts.xml",
    read: readPost,
    kindOf,
    seen(row) {
      if (row.type === "question" && row.closed) run.summary.closed += 1;
      if (kindOf(row) === null) run.summary.otherPosts += 1;
    },
    prepare: (tx, rows) => find(run, tx, rows),
    async write(tx, row, found): Promise<Result<Outcome>> {
      if (row.type === "question") return ask(run, tx, row, found);
      if (row.type === "answer") return answer(run, tx, row, found, early);
      return describe(run, tx, row, found, tags);
    },
  };
}

/** The second reading: the answers that stand before their question. One is left out where its question is nowhere. */
export function earlyAnswersPhase(run: Run, early: ReadonlySet<number>): Phase<PostRow, Found> {
  return {
    file: "Posts.xml",
    again: true,
    read: readPost,
    kindOf: (row) => (early.has(row.id) ? "answers" : null),
    prepare: (tx, rows) => find(run, tx, rows),
    write: async (tx, row, found) => (row.type === "answer" ? answer(run, tx, row, found) : ok({ became: "waiting" })),
  };
}

async function find(run: Run, tx: Transaction, rows: readonly PostRow[]): Promise<Found> {
  const posts = rows.filter((row): row is Post => row.type === "question" || row.type === "answer");
  const questions = posts.filter((row) => row.type === "question");
  const answers = posts.filter((row) => row.type === "answer");
  const accepted = questions.flatMap((row) => (row.acceptedId === null ? [] : [row.acceptedId]));
  const ofQuestions = [...questions.map(({ id }) => id), ...answers.map(({ questionId }) => questionId)];
  const find = (kind: string, ids: readonly number[]) => findImported(tx.db, run.key, kind, ids);
  return {
    questions: await find("question", ofQuestions),
    answers: await find("answer", idsOf(answers)),
    accepted: await find("accepted", accepted),
    excerpts: await find("excerpt", idsOf(rows.filter((row) => row.type === "excerpt"))),
    authors: await findAuthors(tx, run, posts),
  };
}

const idsOf = (rows: readonly { readonly id: number }[]) => rows.map(({ id }) => id);

async function describe(
  run: Run,
  tx: Transaction,
  row: OtherPostRow,
  found: Found,
  tags: TagTexts,
): Promise<Result<Outcome>> {
  if (found.excerpts.has(row.id)) return ok({ became: "known" });
  const tag = tags.get(row.id);
  if (!tag) return ok({ became: "waiting" });
  const described = { name: tag.name, description: run.convert(row.body) };
  const written = await describeTags(tx, run.key.communityId, [described]);
  if (!written.ok) return written;
  return ok({ became: "new", items: [{ kind: "excerpt", sourceId: row.id, targetId: tag.id }] });
}

async function ask(run: Run, tx: Transaction, row: QuestionRow, found: Found): Promise<Result<Outcome>> {
  const known = found.questions.get(row.id);
  if (known !== undefined) return ok({ became: "known", items: acceptance(row, known, found) });
  const author = await authorOf(tx, run, row, found.authors);
  if (!author.ok) return author;
  const body = run.convert(row.body, await findPlaces(run, tx, row.body, found));
  const question = { group: run.group, title: row.title, body, tags: row.tags, mostCharacters: mostImported };
  const asked = await askQuestion(tx, actorOf(run, author.value.memberId), question);
  if (!asked.ok) return asked;
  const { id } = asked.value;
  found.questions.set(row.id, id);
  const item = { kind: "question", sourceId: row.id, targetId: id };
  return ok({ became: "new", items: [...author.value.items, item, ...acceptance(row, id, found)] });
}

/** Which answer the asker accepted is known with the question; it is confirmed once the answer and the date of the vote are there. */
function acceptance(row: QuestionRow, questionId: number, found: Found): ImportItem[] {
  if (row.acceptedId === null || found.accepted.has(row.acceptedId)) return [];
  return [{ kind: "accepted", sourceId: row.acceptedId, targetId: questionId }];
}

async function answer(
  run: Run,
  tx: Transaction,
  row: AnswerRow,
  found: Found,
  early?: Set<number>,
): Promise<Result<Outcome>> {
  if (found.answers.has(row.id)) return ok({ became: "known" });
  const questionId = found.questions.get(row.questionId);
  if (questionId === undefined) {
    if (!early) return ok({ became: "left", reason: `Its question, ${row.questionId}, is not there.` });
    early.add(row.id);
    return ok({ became: "waiting" });
  }
  const author = await authorOf(tx, run, row, found.authors);
  if (!author.ok) return author;
  const body = run.convert(row.body, await findPlaces(run, tx, row.body, found));
  const given = await giveAnswer(tx, actorOf(run, author.value.memberId), {
    questionId,
    body,
    mostCharacters: mostImported,
  });
  if (!given.ok) return given;
  const { id } = given.value;
  found.answers.set(row.id, id);
  return ok({ became: "new", items: [...author.value.items, { kind: "answer", sourceId: row.id, targetId: id }] });
}
