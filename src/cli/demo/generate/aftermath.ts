import { dayMs, hourMs } from "../act.ts";
import { awake } from "./calendar.ts";
import type { Member } from "./crowd.ts";
import type { Stage } from "./stage.ts";
import type { Talk } from "./talk.ts";
import { wordThanks } from "./wording.ts";

/** How many members there are at most; beyond that, those who are there come again. */
const mostMembers = 348;

/**
 * What an answer does for others once it stands: some say that it solved theirs, some find it while they type their own question
 * and do not ask it any more.
 */
export function letItHelp(
  stage: Stage,
  talk: Talk,
  answer: string,
  by: Member,
  since: number,
  often: { readonly helped: number; readonly ended: number; readonly medianDays?: number },
): void {
  const { random, crowd } = stage;
  const without = new Set([...talk.tookPart, by.key]);
  const moment = () => awake(random, since + hourMs + random.wait((often.medianDays ?? 24) * dayMs, 1.1));
  function reader(at: number): Member {
    const isNew = crowd.members.length < mostMembers && random.chance(0.4);
    const member = isNew ? crowd.newcomer(at, talk.group) : crowd.somebody(at, talk.group, without);
    without.add(member.key);
    return member;
  }
  for (let n = random.count(often.helped); n > 0; n -= 1) {
    const at = moment();
    if (at > stage.now) continue;
    const member = reader(at);
    talk.helped(at, member, answer);
    if (random.chance(0.2)) talk.thank(at + 40_000, member, answer, wordThanks(stage, talk.group, by));
  }
  for (let n = random.count(often.ended); n > 0; n -= 1) {
    const at = moment();
    if (at > stage.now) continue;
    talk.endAsking(at, reader(at), answer);
  }
}
