import { hourMs, minuteMs } from "../act.ts";
import { atWork, awake } from "./calendar.ts";
import type { Member } from "./crowd.ts";
import type { Solution, Stage } from "./stage.ts";
import type { Talk } from "./talk.ts";
import { type Case, wordAnswer, wordGuess, wordHalf, wordPointer } from "./wording.ts";

/** The share of solving answers that come from members rather than from staff, at the beginning and at the end. */
const peerShare: Record<string, { from: number; to: number }> = {
  "orders-repair": { from: 0.15, to: 0.5 },
  "app-account": { from: 0.25, to: 0.9 },
};
const usualPeerShare = { from: 0.3, to: 0.95 };

/** A question on its way, for what happens under it. */
export interface Thread {
  readonly stage: Stage;
  readonly of: Case;
  readonly talk: Talk;
}

/** An answer that was given. */
export interface Given {
  readonly answer: string;
  readonly by: Member;
  readonly at: number;
  /** Which of the problem's answers it was. */
  readonly place: number | null;
}

/** Some guesses, one after the other. Returns when the last one came. */
export function giveHalfAnswers(thread: Thread, at: number, count: number): number {
  const { stage, of, talk } = thread;
  const { random, crowd } = stage;
  let when = at;
  for (let n = 0; n < count; n += 1) {
    when = awake(random, when + random.wait(2.2 * hourMs, 1.3));
    const by =
      (random.chance(0.55) ? crowd.peer(when, talk.group, talk.tookPart) : null) ??
      crowd.somebody(when, talk.group, talk.tookPart);
    const worded =
      (random.chance(0.68) ? wordHalf(stage, of, by, talk.asker) : null) ?? wordGuess(stage, of, by, talk.asker);
    if (worded) talk.answer(when, by, worded.text);
  }
  return when;
}

/** Staff says plainly that it cannot be mended. */
export function saySo(thread: Thread, at: number, text: string): void {
  const { stage, talk } = thread;
  const when = atWork(stage.random, at + stage.random.wait(8 * hourMs, 0.8));
  const by = stage.crowd.solver(when, talk.group, talk.tookPart);
  const body = stage.fresh.try(() => text);
  if (by && body) talk.answer(when, by, body);
}

/** An answer that solves it, by a peer or by staff; null where nobody has one. */
export function giveRightAnswer(thread: Thread, after: number): Given | null {
  const { stage, talk } = thread;
  const { random, crowd } = stage;
  const progress = stage.progress(after);
  const share = peerShare[talk.group] ?? usualPeerShare;
  const peerAt = awake(random, after + random.wait((170 - 90 * progress) * minuteMs, 1.35));
  const staffAt = atWork(random, after + random.wait(5 * hourMs, 1.1));
  const peer = crowd.peer(peerAt, talk.group, talk.tookPart);
  const solver = crowd.solver(staffAt, talk.group, talk.tookPart);
  const byPeer = () => (peer ? giveAsPeer(thread, peerAt, peer) : null);
  const byStaff = () => (solver ? giveAsStaff(thread, staffAt, solver) : null);
  return random.chance(share.from + (share.to - share.from) * progress)
    ? (byPeer() ?? byStaff())
    : (byStaff() ?? byPeer());
}

function giveAsPeer(thread: Thread, at: number, by: Member): Given | null {
  const { stage, of, talk } = thread;
  const earlier = solutionBefore(thread, at);
  const mayPoint = earlier !== undefined && earlier.askedBy !== talk.asker.key;
  const pointer = () => (mayPoint ? wordPointer(stage, of, by, earlier) : null);
  const told = () => wordAnswer(stage, of, of.wording.right, by);
  const worded = stage.random.chance(0.4) ? (pointer() ?? told()) : (told() ?? pointer());
  return worded ? { answer: talk.answer(at, by, worded.text), by, at, place: worded.answer } : null;
}

/** Somebody who speaks of a machine, a kitchen or a month of their own is not staff. */
const personal = /\b(I|mine|my|ours?|me|ich|mir|mein\w*)\b/i;

function giveAsStaff(thread: Thread, at: number, by: Member): Given | null {
  const { stage, of, talk } = thread;
  const { right, fromStaff, problem } = of.wording;
  const earlier = solutionBefore(thread, at);
  const own = wordAnswer(stage, of, fromStaff, by);
  const worded =
    own ??
    wordAnswer(stage, of, right, by, (text) => !personal.test(text)) ??
    (earlier ? wordPointer(stage, of, by, earlier, (text) => !personal.test(text)) : null);
  if (!worded) return null;
  const place = own && worded.answer !== null ? problem.right.length + worded.answer : worded.answer;
  return { answer: talk.answer(at, by, worded.text), by, at, place };
}

/** The last solution of the same problem that was known at `at`. */
export function solutionBefore({ stage, of, talk }: Thread, at: number): Solution | undefined {
  const known = stage.solutions.get(of.wording.problem.key) ?? [];
  return known.findLast((solution) => solution.at < at && solution.question !== talk.question);
}
