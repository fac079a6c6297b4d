import { dayMs, hourMs, minuteMs } from "../act.ts";
import type { GroupSlug } from "../content/index.ts";
import { letItHelp } from "./aftermath.ts";
import { type Given, giveHalfAnswers, giveRightAnswer, saySo, solutionBefore, type Thread } from "./answers.ts";
import { awake } from "./calendar.ts";
import type { Member } from "./crowd.ts";
import { phrase } from "./phrase.ts";
import { isThing, phrasesOf, type Solution, type Stage } from "./stage.ts";
import { ask } from "./talk.ts";
import {
  type Case,
  createCase,
  type Wording,
  wordPointer,
  wordQuestion,
  wordRelief,
  wordRemark,
  wordThanks,
  wordTitle,
} from "./wording.ts";

/** How a question ends. The weights move with the months: fewer go unanswered, more are solved. */
const fates = [
  { fate: "unanswered", weight: (progress: number) => 0.09 - 0.05 * progress },
  { fate: "unresolved", weight: (progress: number) => 0.2 - 0.12 * progress },
  { fate: "unconfirmed", weight: () => 0.1 },
  { fate: "solved", weight: (progress: number) => 0.48 + 0.2 * progress },
  { fate: "solved twice", weight: () => 0.1 },
  { fate: "solved again", weight: () => 0.03 },
  { fate: "reopened", weight: () => 0.025 },
] as const;

/** Somebody meets a known problem at `at`, asks, and is answered or not. */
export function playProblem(stage: Stage, wording: Wording, at: number): void {
  const { random } = stage;
  const { group, plainNo } = wording.problem;
  const of = createCase(random, wording);
  const asker = chooseAsker(stage, at, group);
  const title = wordTitle(stage, of);
  const body = wordQuestion(stage, of, asker);
  const tags = tagsFor(stage, of);
  const talk = ask(stage, at, asker, { group, title, body, tags });
  const thread: Thread = { stage, of, talk };
  const earlier = solutionBefore(thread, at);
  if (earlier && earlier.askedBy !== asker.key && random.chance(0.07)) {
    pointAndLink(thread, at, earlier);
    return;
  }

  const { fate } = random.weighted(fates, ({ weight }) => weight(stage.progress(at)));
  if (isThing(wording.problem) && random.chance(0.07)) addEdit(thread, at, body, tags);
  askBack(thread, at, fate !== "unanswered");
  if (fate === "unanswered") {
    remindLater(thread, at);
    return;
  }
  const halves = random.weighted([0, 1, 2, 3], (count) => [0.1, 0.34, 0.36, 0.2][count] ?? 0);
  const lastHalf = giveHalfAnswers(thread, at, halves);
  if (plainNo) saySo(thread, at, plainNo);
  if (fate === "unresolved") {
    if (halves === 0) giveHalfAnswers(thread, at, 1);
    remindLater(thread, lastHalf);
    return;
  }
  const first = giveRightAnswer(thread, at);
  if (!first) return;
  const more = random.chance(fate === "solved twice" ? 1 : 0.7) ? giveRightAnswer(thread, first.at) : null;
  if (fate === "unconfirmed") {
    letItHelp(stage, talk, first.answer, first.by, first.at + dayMs, { helped: 0.5, ended: 0 });
    return;
  }
  const confirmedAt = confirm(thread, first);
  if (fate === "solved twice" && more) confirm(thread, more);
  if (fate === "reopened" || fate === "solved again") reopen(thread, confirmedAt, fate === "solved again");
  else {
    remember(thread, first, confirmedAt);
    const often = { helped: 1.15, ended: 0.6 + 0.5 * stage.progress(at) };
    letItHelp(stage, talk, first.answer, first.by, confirmedAt, often);
    if (random.chance(0.3)) comeByLater(thread, first, confirmedAt);
  }
  if (random.chance(0.4)) giveHalfAnswers(thread, confirmedAt + dayMs / 2, 1);
}

function chooseAsker(stage: Stage, at: number, group: GroupSlug): Member {
  const { random, crowd } = stage;
  if (random.chance(0.5)) return crowd.newcomer(at, group);
  return crowd.somebody(at, group, new Set());
}

function tagsFor(stage: Stage, { model, wording }: Case): string[] {
  const tags = [...new Set([...(model ? [model.toLowerCase()] : []), ...wording.problem.tags])].slice(0, 5);
  const kept = tags.filter((_, index) => index === 0 || stage.random.chance(0.8));
  return stage.random.chance(0.06) ? [] : kept;
}

/** An edit adds what somebody forgot. */
function addEdit(thread: Thread, at: number, body: string, tags: readonly string[]): void {
  const { stage, talk } = thread;
  const { random } = stage;
  const addition = phrase(random, random.pick(phrasesOf(talk.group).edits));
  const { question, title } = talk;
  stage.act(awake(random, at + random.wait(40 * minuteMs, 1)), talk.asker, {
    kind: "edit-question",
    question,
    title,
    body: `${body}\n\n${addition}`,
    tags,
  });
}

/** Somebody asks what is missing, and the asker says. */
function askBack(thread: Thread, at: number, isAnswered: boolean): void {
  const { stage, of, talk } = thread;
  const { random, crowd } = stage;
  const when = awake(random, at + random.wait(35 * minuteMs, 1));
  const pairs = (of.wording.problem.asksBack ?? []).filter(([, , says]) => says?.includes(of.says) ?? true);
  const pair = pairs.length > 0 && random.chance(0.6) ? random.pick(pairs) : null;
  const by = crowd.peer(when, talk.group, talk.tookPart) ?? crowd.solver(when, talk.group, talk.tookPart);
  if (!by) return;
  if (pair) {
    const question = stage.fresh.try(() => phrase(random, pair[0], of.values));
    const reply = stage.fresh.try(() => phrase(random, pair[1], of.values));
    if (question && reply) {
      talk.comment(when, by, talk.question, question);
      talk.comment(awake(random, when + random.wait(50 * minuteMs, 1)), talk.asker, talk.question, reply);
      return;
    }
  }
  if (!random.chance(isAnswered ? 0.3 : 0.6)) return;
  const remark = wordRemark(
    stage,
    () => stage.remark(phrasesOf(talk.group).seconds, of.wording.problem),
    by,
    talk.asker,
  );
  if (!remark) return;
  talk.comment(when, by, talk.question, remark);
  // Whoever has no idea does not answer an hour later.
  talk.tookPart.add(by.key);
}

/** The asker says that it is solved; most with a word to it. Returns when. */
function confirm(thread: Thread, given: Given): number {
  const { stage, of, talk } = thread;
  const { random } = stage;
  const at = awake(random, given.at + random.wait(7 * hourMs, 1.4));
  const relief = random.chance(0.8) ? wordRelief(stage, of, talk.asker, given.by, given.place) : null;
  talk.confirm(at, given.answer);
  if (relief) {
    talk.comment(at + 70_000, talk.asker, given.answer, relief);
    const reply = random.chance(0.34)
      ? wordRemark(stage, () => stage.remark(phrasesOf(talk.group).replies, of.wording.problem), given.by, talk.asker)
      : null;
    if (reply) talk.comment(awake(random, at + random.wait(3 * hourMs, 1)), given.by, given.answer, reply);
  }
  if (random.chance(0.6)) talk.thank(at + 25_000, talk.asker, given.answer, wordThanks(stage, talk.group, given.by));
  return at;
}

function reopen(thread: Thread, confirmedAt: number, andSolved: boolean): void {
  const { stage, talk } = thread;
  const { random } = stage;
  const at = awake(random, confirmedAt + random.wait(6 * dayMs, 0.5));
  talk.reopen(
    at,
    stage.fresh.try(() => phrase(random, random.pick(phrasesOf(talk.group).reopenings))),
  );
  const again = giveRightAnswer(thread, at);
  if (again && andSolved) remember(thread, again, confirm(thread, again));
}

/** Weeks later, somebody who found it by search adds a line. */
function comeByLater({ stage, of, talk }: Thread, given: Given, confirmedAt: number): void {
  const { random, crowd } = stage;
  const at = awake(random, confirmedAt + random.wait(25 * dayMs, 0.7));
  if (at > stage.now) return;
  const by = crowd.somebody(at, talk.group, talk.tookPart);
  const text = wordRemark(stage, () => stage.remark(phrasesOf(talk.group).late, of.wording.problem), by, given.by);
  if (text) talk.comment(at, by, given.answer, text);
}

/** Nobody has helped yet: the asker says so once. */
function remindLater(thread: Thread, after: number): void {
  const { stage, talk } = thread;
  const { random } = stage;
  if (!random.chance(0.4)) return;
  const text = stage.fresh.try(() => random.pick(phrasesOf(talk.group).stillThere));
  if (text) talk.comment(awake(random, after + random.wait(9 * dayMs, 0.5)), talk.asker, talk.question, text);
}

function remember(thread: Thread, given: Given, at: number): void {
  const { stage, of, talk } = thread;
  const { key } = of.wording.problem;
  const known = stage.solutions.get(key) ?? [];
  const { question, title } = talk;
  known.push({ question, title, answer: given.answer, askedBy: talk.asker.key, answeredBy: given.by.key, at });
  stage.solutions.set(key, known);
}

/** It was asked before: somebody points there, and a steward links the two. */
function pointAndLink(thread: Thread, at: number, earlier: Solution): void {
  const { stage, of, talk } = thread;
  const { random, crowd } = stage;
  const when = awake(random, at + random.wait(90 * minuteMs, 1.2));
  const by = crowd.peer(when, talk.group, talk.tookPart);
  const worded = by ? wordPointer(stage, of, by, earlier) : null;
  if (by && worded) talk.answer(when, by, worded.text);
  stage.act(awake(random, when + random.wait(5 * hourMs, 1)), crowd.named("noor"), {
    kind: "link-duplicate",
    question: talk.question,
    other: earlier.question,
  });
}
