import { dayMs, hourMs, minuteMs } from "../act.ts";
import { pairing, pairingInGerman } from "../content/index.ts";
import { letItHelp } from "./aftermath.ts";
import { atWork, awake, tuesdayBefore } from "./calendar.ts";
import type { Stage } from "./stage.ts";
import { ask, type Talk } from "./talk.ts";
import {
  type Case,
  createCase,
  createWording,
  type Wording,
  wordHalf,
  wordPointer,
  wordQuestion,
  wordRelief,
  wordThanks,
  wordTitle,
} from "./wording.ts";

/** How long ago the app's update 4.2 came out, which broke pairing. */
export const incidentDaysAgo = 88;
/** The problem's key in `Stage.solutions`. */
const { key } = pairing;

const staffNotice =
  "App team here: it is our update, not your phones. 4.2 asks for a new kind of key during pairing, and something remembers the old one; which of the two, we do not know yet. Please do **not** reset the machines, it does not help and it costs your recipes. I write here as soon as we know more.";
const released =
  "4.2.1 is out since this morning and forgets the old key by itself. If you are stuck on 4.2, what Beatriz wrote is still the way.";
const laterEdit =
  "\n\n**Edit:** since 4.2.1 you need none of this, update and add the device. For those who cannot update yet I leave it here.";

/** One morning an update breaks pairing: many ask within days, one answer helps most of them. */
export function playIncident(stage: Stage): void {
  const { random, now } = stage;
  const wording = createWording(random, pairing);
  const wordingInGerman = createWording(random, pairingInGerman);
  // The update came on a night to Tuesday; the first who noticed wanted coffee at six.
  const firstAt = tuesdayBefore(now - incidentDaysAgo * dayMs) + 5.4 * hourMs + random.between(0, 20) * minuteMs;
  const foundAt = askFirst(stage, wording, firstAt);

  const delays = Array.from({ length: pairing.times - 1 }, () => -Math.log(1 - random.next()) * 34 * hourMs);
  for (const delay of delays.sort((a, b) => a - b)) {
    askAgain(stage, wording, awake(random, firstAt + 15 * minuteMs + delay), foundAt);
  }
  for (let n = 0; n < pairingInGerman.times; n += 1) {
    askAgain(stage, wordingInGerman, awake(random, firstAt + (3 + 17 * n) * hourMs), foundAt);
  }
}

/** The first question, and the answer that dozens find later. Returns when that answer was known. */
function askFirst(stage: Stage, wording: Wording, at: number): number {
  const { random, crowd } = stage;
  const of = createCase(random, wording);
  const talk = askAbout(stage, of, at);
  for (const delay of [25, 50, 95]) {
    const by = crowd.somebody(at + delay * minuteMs, talk.group, talk.tookPart);
    const worded = wordHalf(stage, of, by, talk.asker);
    if (worded) talk.answer(at + delay * minuteMs + random.between(0, 400) * 1000, by, worded.text);
  }
  const lucia = crowd.named("lucia");
  const beatriz = crowd.named("beatriz");
  talk.answer(atWork(random, at + 3 * hourMs), lucia, staffNotice);

  const foundAt = at + 8.6 * hourMs;
  const text = wording.right(of)?.text ?? "";
  const answer = talk.answer(foundAt, beatriz, text);
  const confirmedAt = foundAt + 48 * minuteMs;
  talk.confirm(confirmedAt, answer);
  talk.comment(
    confirmedAt + minuteMs,
    talk.asker,
    answer,
    "White lamp, added, schedule is back. You found in a day what I would not have found in a year.",
  );
  talk.comment(
    atWork(random, foundAt + 40 * minuteMs),
    lucia,
    answer,
    "Confirmed from our side, it is exactly that. Thank you, Beatriz. We are putting it on the help page with your name.",
  );
  talk.thank(confirmedAt + 2 * minuteMs, talk.asker, answer, "You gave me my mornings back.");
  const releasedAt = atWork(random, at + 6 * dayMs);
  talk.comment(releasedAt, lucia, answer, released);
  stage.act(releasedAt + 3 * hourMs, beatriz, { kind: "edit-answer", answer, body: text + laterEdit });
  const { question, title } = talk;
  stage.solutions.set(key, [
    { question, title, answer, askedBy: talk.asker.key, answeredBy: beatriz.key, at: foundAt },
  ]);
  letItHelp(stage, talk, answer, beatriz, confirmedAt, { helped: 42, ended: 34, medianDays: 3 });
  return foundAt;
}

/** One more of the many. Before the answer is known, they get company; after it, a pointer. */
function askAgain(stage: Stage, wording: Wording, at: number, foundAt: number): void {
  const { random, crowd } = stage;
  const of = createCase(random, wording);
  const talk = askAbout(stage, of, at);
  if (at < foundAt || random.chance(0.25)) {
    const when = awake(random, at + random.wait(40 * minuteMs, 0.8));
    const by = crowd.somebody(when, talk.group, talk.tookPart);
    const worded = wordHalf(stage, of, by, talk.asker);
    if (worded) talk.answer(when, by, worded.text);
  }
  const known = stage.solutions.get(key)?.[0];
  if (!known) return;
  const when = awake(random, Math.max(at, foundAt) + random.wait(55 * minuteMs, 1));
  const by = crowd.peer(when, talk.group, talk.tookPart) ?? crowd.solver(when, talk.group, talk.tookPart);
  const worded = by ? wordPointer(stage, of, by, known) : null;
  if (!by || !worded) return;
  const answer = talk.answer(when, by, worded.text);
  if (random.chance(0.45)) {
    const confirmedAt = awake(random, when + random.wait(3 * hourMs, 1));
    talk.confirm(confirmedAt, answer);
    const relief = random.chance(0.6) ? wordRelief(stage, of, talk.asker, by, worded.answer) : null;
    if (relief) talk.comment(confirmedAt + 50_000, talk.asker, answer, relief);
    if (random.chance(0.4)) talk.thank(confirmedAt + 90_000, talk.asker, answer, wordThanks(stage, talk.group, by));
    return;
  }
  if (random.chance(0.85)) {
    const linkedAt = awake(random, when + random.wait(4 * hourMs, 0.8));
    stage.act(linkedAt, crowd.named("noor"), {
      kind: "link-duplicate",
      question: talk.question,
      other: known.question,
    });
  }
}

function askAbout(stage: Stage, of: Case, at: number): Talk {
  const { random, crowd } = stage;
  const { group, tags } = of.wording.problem;
  const asker = random.chance(0.55) ? crowd.newcomer(at, group) : crowd.somebody(at, group, new Set());
  return ask(stage, at, asker, {
    group,
    title: wordTitle(stage, of),
    body: wordQuestion(stage, of, asker),
    tags: [...(of.model ? [of.model.toLowerCase()] : []), ...tags.filter(() => random.chance(0.75))],
  });
}
