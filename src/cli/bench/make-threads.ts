import type { Thread, ThreadAnswer, ThreadPost } from "../../community/index.ts";
import { renderMarkdown } from "../../conversation/index.ts";
import { type Chance, createVocabulary, makeText, makeTitle, type Vocabulary } from "./words.ts";

/** What an installation is filled with. */
export interface Size {
  readonly members: number;
  readonly questions: number;
  /** Questions and answers together. */
  readonly posts: number;
}

export const groupCount = 10;
const tagCount = 60;
const dayMs = 24 * 60 * 60 * 1000;
/** Three years of life, ending at a fixed moment, so that one seed gives the same rows on any day. */
const firstDay = Date.UTC(2023, 0, 1);
const days = 1_095;
const vocabularySeed = 7;

/** What posts are like: shares near what public Q&A sites show. */
const share = { unanswered: 0.1, confirmed: 0.6, comment: 0.2, helped: 0.25 };
const mostAnswers = 49;

export interface Community {
  readonly memberIds: readonly number[];
  readonly groupIds: readonly number[];
}

export const vocabulary = (): Vocabulary => createVocabulary(vocabularySeed);

/** How many answers each question gets: none for a tenth, many for a few, and exactly as many in all as wanted. */
export function shareAnswers(chance: Chance, { questions, posts }: Size): number[] {
  const wanted = posts - questions;
  const mean = wanted / questions / (1 - share.unanswered);
  const counts = Array.from({ length: questions }, () =>
    chance.happens(share.unanswered) ? 0 : Math.min(mostAnswers, Math.round(-Math.log(1 - chance.next()) * mean)),
  );
  for (let off = wanted - counts.reduce((sum, count) => sum + count, 0); off !== 0; ) {
    const index = chance.between(0, questions - 1);
    const next = (counts[index] as number) + Math.sign(off);
    if (next < 0 || next > mostAnswers) continue;
    counts[index] = next;
    off -= Math.sign(off);
  }
  return counts;
}

/** One question with `answerCount` answers and what else was said. */
export function makeThread(chance: Chance, words: Vocabulary, of: Community, answerCount: number): Thread {
  const at = firstDay + Math.floor(chance.next() * days * dayMs);
  const asked = post(chance, words, of, at);
  const answers = Array.from({ length: answerCount }, (_, index): ThreadAnswer => {
    const answerAt = at + (index + 1) * 3_600_000 + chance.between(0, 3_000_000);
    return {
      ...post(chance, words, of, answerAt),
      comments: comments(chance, words, of, answerAt),
      confirmedAt: null,
      helped: [],
    };
  });
  if (answerCount > 0 && chance.happens(share.confirmed)) {
    const index = Math.min(answerCount - 1, Math.floor(chance.next() ** 2 * answerCount));
    const solving = answers[index] as ThreadAnswer;
    const others = chance.happens(share.helped)
      ? Array.from({ length: chance.between(1, 8) }, () => chance.pick(of.memberIds))
      : [];
    const helped = [...new Set(others)].filter((id) => id !== asked.authorId && id !== solving.authorId);
    answers[index] = { ...solving, confirmedAt: new Date(solving.at.getTime() + 3_600_000), helped };
  }
  return {
    ...asked,
    groupId: chance.pick(of.groupIds),
    title: makeTitle(words, chance),
    tags: makeTags(chance),
    comments: comments(chance, words, of, at),
    answers,
  };
}

function post(
  chance: Chance,
  words: Vocabulary,
  of: Community,
  at: number,
  length = chance.between(60, 120),
): ThreadPost {
  const body = makeText(words, chance, length);
  return { authorId: chance.pick(of.memberIds), body, html: renderMarkdown(body), at: new Date(at) };
}

function comments(chance: Chance, words: Vocabulary, of: Community, at: number): ThreadPost[] {
  if (!chance.happens(share.comment)) return [];
  return [post(chance, words, of, at + chance.between(60_000, 3_000_000), chance.between(8, 30))];
}

/** One to four tags, the first ones much more often. */
function makeTags(chance: Chance): string[] {
  const some = Array.from(
    { length: chance.between(1, 4) },
    () => `topic-${1 + Math.floor(chance.next() ** 2 * tagCount)}`,
  );
  return [...new Set(some)];
}
