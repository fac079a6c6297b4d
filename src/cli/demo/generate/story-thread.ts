import { dayMs, hourMs, minuteMs } from "../act.ts";
import type { Reply, Story } from "../content/index.ts";
import { letItHelp } from "./aftermath.ts";
import { atWork, awake, awakeBefore, someMoment } from "./calendar.ts";
import type { Member } from "./crowd.ts";
import type { Stage } from "./stage.ts";
import { ask, type Talk } from "./talk.ts";
import { wordThanks } from "./wording.ts";

/** Plays a conversation that is written out. */
export function playStory(stage: Stage, story: Story): void {
  const { random, crowd } = stage;
  const at = momentOf(stage, story);
  const asker = story.by
    ? crowd.named(story.by)
    : random.chance(0.5)
      ? crowd.newcomer(at, story.group)
      : crowd.somebody(at, story.group, new Set());
  const talk = ask(stage, at, asker, story);
  for (const pair of story.asksBack ?? []) {
    const when = awake(random, at + random.wait(40 * minuteMs, 0.7));
    const by = crowd.peer(when, story.group, talk.tookPart) ?? crowd.solver(when, story.group, talk.tookPart);
    if (!by) continue;
    talk.comment(when, by, talk.question, pair[0]);
    talk.comment(awake(random, when + random.wait(40 * minuteMs, 0.7)), asker, talk.question, pair[1]);
  }
  const named = new Set([asker.key, ...story.replies.flatMap(({ by }) => (by ? [by] : []))]);
  let when = at;
  for (const reply of story.replies) {
    when = reply.afterHours === undefined ? when + random.wait(5 * hourMs, 1.1) : at + reply.afterHours * hourMs;
    when = playReply(stage, story, talk, reply, when, named);
  }
  if (story.removedBecause) {
    const steward = crowd.named(story.group === "deutsch" ? "elif" : random.pick(["noor", "graham"]));
    const because = story.removedBecause;
    const removedAt = awake(random, when + random.wait(2 * hourMs, 0.8));
    stage.act(removedAt, steward, { kind: "remove-question", question: talk.question, because });
  }
}

function playReply(
  stage: Stage,
  story: Story,
  talk: Talk,
  reply: Reply,
  wished: number,
  named: ReadonlySet<string>,
): number {
  const { random, crowd } = stage;
  const others = new Set([...named, ...talk.tookPart]);
  const by = reply.by ? crowd.named(reply.by) : someReplier(stage, story, awake(random, wished), others);
  const at = by.person?.role === "solver" ? atWork(random, wished) : awake(random, wished);
  const answer = talk.answer(at, by, reply.text);
  let last = at;
  if (reply.solves) {
    last = awake(random, at + random.wait(4 * hourMs, 0.9));
    talk.confirm(last, answer);
    talk.thank(last + 30_000, talk.asker, answer, wordThanks(stage, story.group, by));
    letItHelp(stage, talk, answer, by, last, { helped: 1.3, ended: 0.5 });
  }
  reply.comments?.forEach((text, index) => {
    last = awake(random, last + random.wait(index === 0 ? 3 * minuteMs : 2 * hourMs, 0.6));
    talk.comment(last, index % 2 === 0 ? talk.asker : by, answer, text);
  });
  return at;
}

function someReplier(stage: Stage, story: Story, at: number, without: ReadonlySet<string>): Member {
  const { random, crowd } = stage;
  const peer = random.chance(0.4) ? crowd.peer(at, story.group, without) : null;
  return peer ?? crowd.somebody(at, story.group, without);
}

/** When it is told: where it says so, or somewhere in the months after all who take part have come. */
function momentOf(stage: Stage, story: Story): number {
  const { random, crowd, now, start } = stage;
  if (story.hoursAgo !== undefined) return awakeBefore(random, now - story.hoursAgo * hourMs);
  const keys = [...(story.by ? [story.by] : []), ...story.replies.flatMap(({ by }) => (by ? [by] : []))];
  const allThere = Math.max(start + 12 * dayMs, ...keys.map((key) => crowd.named(key).joinedAt + dayMs));
  return someMoment(random, allThere, now - 4 * dayMs, 0.4);
}
