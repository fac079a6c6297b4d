import type { Actor } from "../../../accounts/index.ts";
import {
  answerCheck,
  answerProblem,
  type CheckSaid,
  claimProblem,
  confirmProblem,
  findProblemOfQuestion,
  linkReports,
  markKnown,
  openForMember,
  readOwnConversation,
  sayInOwnProblem,
  sayPrivately,
  type Urgency,
} from "../../../care/index.ts";
import { askQuestion, confirmAnswer, joinGroup } from "../../../community/index.ts";
import { err, ok, type Result, unwrap } from "../../../kernel/index.ts";
import type { Transaction } from "../../../store/index.ts";
import type { GroupSlug } from "../content/index.ts";
import type { Cast, Scene } from "./scene.ts";
import { workAt } from "./work-at.ts";

/** What is asked or said on the telephone: a title, and the words. */
export type Words = readonly [title: string, body: string];

/** What verbs give back that say something. */
type Said = { readonly messageId: number } | { readonly answerId: number } | { readonly id: number };

/**
 * What the scenes at the desk are told with. Problems go by names, which become ids when they are opened; `ago` is in milliseconds
 * before now.
 */
export interface Play {
  readonly now: number;
  at(ago: number, play: Scene["play"]): void;
  /** Ana opens a problem for somebody who rang. */
  rang(name: string, ago: number, asker: string, about: readonly [Urgency, area: string], words: Words): void;
  /** Somebody asks in a group, which opens a problem. */
  asked(name: string, ago: number, asker: string, where: readonly [GroupSlug, tags: string[]], words: Words): void;
  takes(name: string, ago: number, solver: string): void;
  /** To the asker, wherever they asked. */
  answers(name: string, ago: number, solver: string, body: string): void;
  /** The asker of one who rang says that it is solved. */
  confirms(name: string, ago: number, asker: string): void;
  /** The asker of a question says that the answer given last solved it. */
  confirmsAnswer(name: string, ago: number, asker: string): void;
  /** The asker of one who rang writes something. */
  writes(name: string, ago: number, asker: string, body: string): void;
  /** The asker, or whoever is at the desk, says something where nobody else reads it. */
  saysPrivately(name: string, ago: number, by: string, body: string): void;
  /** The asker answers "is it still solved?", which they were asked on their page. */
  answersCheck(name: string, ago: number, asker: string, said: CheckSaid): void;
  marksKnown(name: string, ago: number, solver: string, words: Words, reports: readonly string[]): void;
  /** Names a problem that was opened in another way. */
  name(name: string, problemId: number): void;
  /** Remembers what has been said last in a problem. */
  said<T extends Said>(name: string, said: Promise<Result<T>>): Promise<Result<T>>;
  /** The ids of a problem, its question, and of what was said last in it. */
  of(name: string): number;
  questionOf(name: string): number;
  lastWordIn(name: string): number;
}

export function createPlay(now: number): { readonly play: Play; readonly scenes: Scene[] } {
  const scenes: Scene[] = [];
  const problems = new Map<string, number>();
  const questions = new Map<string, number>();
  const lastWords = new Map<string, number>();
  const get = (map: ReadonlyMap<string, number>) => (name: string) => {
    const id = map.get(name);
    if (id === undefined) throw new Error(`nothing at the desk is called ${name} yet`);
    return id;
  };
  const of = get(problems);
  const at: Play["at"] = (ago, play) => void scenes.push({ at: now - ago, play });
  const by = (
    ago: number,
    key: string,
    play: (tx: Transaction, actor: Actor, cast: Cast) => Promise<Result<unknown>>,
  ) => at(ago, (tx, cast) => play(tx, cast.named(key), cast));
  const said: Play["said"] = async (name, saying) => {
    const word = await saying;
    if (word.ok) lastWords.set(name, idOf(word.value));
    return word;
  };
  const play: Play = {
    now,
    at,
    of,
    said,
    name: (name, problemId) => void problems.set(name, problemId),
    questionOf: get(questions),
    lastWordIn: get(lastWords),
    rang: (name, ago, asker, [urgency, area], [title, body]) =>
      by(ago, "ana", async (tx, ana, cast) => {
        const askerId = cast.named(asker).memberId;
        const made = await openForMember(tx, ana, { askerId, title, body, urgency, area });
        if (made.ok) problems.set(name, made.value.id);
        return made;
      }),
    asked(name, ago, asker, [group, tags], [title, body]) {
      by(ago, asker, async (tx, actor) => {
        unwrap(await joinGroup(tx, actor, group));
        const asked = await askQuestion(tx, actor, { group, title, body, tags });
        if (asked.ok) questions.set(name, asked.value.id);
        return asked;
      });
      // Care has heard of it by now.
      by(ago, asker, async (tx, { communityId }) => {
        const id = await findProblemOfQuestion(tx.db, communityId, play.questionOf(name));
        if (id !== undefined) problems.set(name, id);
        return ok(undefined);
      });
    },
    takes: (name, ago, solver) => by(ago, solver, (tx, actor) => claimProblem(tx, actor, of(name))),
    answers: (name, ago, solver, body) =>
      by(ago, solver, async (tx, actor) => {
        await workAt(tx, actor, of(name), minutesFor(body));
        return said(name, answerProblem(tx, actor, of(name), { body }));
      }),
    confirms: (name, ago, asker) => by(ago, asker, (tx, actor) => confirmProblem(tx, actor, of(name))),
    confirmsAnswer: (name, ago, asker) =>
      by(ago, asker, (tx, actor) => confirmAnswer(tx, actor, play.lastWordIn(name))),
    writes: (name, ago, asker, body) =>
      by(ago, asker, (tx, actor) => said(name, sayInOwnProblem(tx, actor, of(name), body))),
    saysPrivately: (name, ago, who, body) =>
      by(ago, who, async (tx, actor) => {
        if (actor.staff) await workAt(tx, actor, of(name), minutesFor(body));
        return sayPrivately(tx, actor, of(name), body);
      }),
    answersCheck: (name, ago, asker, said) =>
      by(ago, asker, async (tx, actor) => {
        const read = await readOwnConversation(tx.db, actor, of(name));
        if (!read.ok) return err(read.error);
        const { waiting } = read.value.own;
        if (!waiting) throw new Error(`nobody has asked about ${name}`);
        return answerCheck(tx, actor, waiting.id, said);
      }),
    marksKnown: (name, ago, solver, [title, body], reports) =>
      by(ago, solver, async (tx, actor) => {
        const marked = await markKnown(tx, actor, of(name), { title, body });
        return marked.ok ? linkReports(tx, actor, of(name), reports.map(of)) : marked;
      }),
  };
  return { play, scenes };
}

function idOf(said: Said): number {
  if ("messageId" in said) return said.messageId;
  return "answerId" in said ? said.answerId : said.id;
}

/** Whoever says more has looked for longer. */
const minutesFor = (body: string) => 6 + Math.round(body.length / 20);
