import type { Language, Press, ReadPresses } from "../../notifications/index.ts";
import { issueCheckToken } from "../checks.ts";
import type { CheckAnswer } from "../queries/checks.ts";
import { readWaitingChecks, type WaitingCheck } from "../queries/news.ts";
import { dayMs } from "../settings.ts";

/** The full address of the page that answers a check; the faces know it. */
export type CheckAddress = (community: string, token: string, answer: CheckAnswer) => string;

/**
 * "Is it solved?" in a mail to whoever asked, answered with one press and without a sign-in. Mails of news ask it along, but nobody
 * is asked twice in a day; mails that are there to ask it always do.
 */
export function carePresses(address: CheckAddress): ReadPresses {
  return async (tx, { communityId, community, memberId, language, subjects }) => {
    const idsOf = (type: string) => subjects.filter((one) => one.type === type).map(({ id }) => id);
    const checks = await readWaitingChecks(tx, {
      ...{ communityId, askerId: memberId, problemIds: idsOf("problem"), questionIds: idsOf("question") },
    });
    const presses = new Map<string, Press>();
    for (const { type, id, asks } of subjects) {
      const check = checks.find((one) => (type === "problem" ? one.problemId : one.questionId) === id);
      if (!check || (asks === "along" && wasAskedToday(check, tx.now))) continue;
      const token = await issueCheckToken(tx, communityId, check.checkId);
      presses.set(
        `${type}:${id}`,
        pressOf(check.kind, language, (answer) => address(community, token, answer)),
      );
    }
    return presses;
  };
}

function wasAskedToday({ lastAskedAt }: WaitingCheck, now: Date): boolean {
  return lastAskedAt !== null && now.getTime() - lastAskedAt.getTime() < dayMs;
}

const words: Readonly<Record<Language, { now: string; still: string; yes: string; no: string }>> = {
  en: { now: "Is it solved?", still: "Is it still solved?", yes: "Yes, it is solved", no: "No, not yet" },
  de: { now: "Ist es gelöst?", still: "Ist es noch gelöst?", yes: "Ja, es ist gelöst", no: "Nein, noch nicht" },
};

function pressOf(kind: WaitingCheck["kind"], language: Language, address: (answer: CheckAnswer) => string): Press {
  const { now, still, yes, no } = words[language];
  return {
    asks: kind === "answer" ? now : still,
    choices: [
      { label: yes, address: address("solved") },
      { label: no, address: address("not-solved") },
    ],
  };
}
