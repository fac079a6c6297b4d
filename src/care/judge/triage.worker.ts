import { type Classifier, deserializeClassifier, serializeClassifier } from "../../text/index.ts";
import type { Answered, Asked, JudgeAnswer, JudgeAsk } from "./judge-messages.ts";
import { judgeText, learnFrom } from "./judge-text.ts";

// The process that judges messages: a first judgement costs a second and some memory, and neither is any page's concern. It lives while
// messages come, and ends with whoever started it.

const models = new Map<number, Classifier>();

async function answer(ask: JudgeAsk): Promise<JudgeAnswer> {
  if (ask.kind === "judge") return { kind: "judged", judged: await judgeText(ask.text, models.get(ask.communityId)) };
  if (ask.kind === "learn") {
    const { model, ...measured } = learnFrom(ask.lessons, ask.trainedAt);
    return { kind: "learned", learned: { file: Buffer.concat(serializeClassifier(model)), ...measured } };
  }
  models.delete(ask.communityId);
  if (ask.file) {
    const read = deserializeClassifier(ask.file);
    if (!read.ok) throw new Error(read.error.message);
    models.set(ask.communityId, read.value);
  }
  return { kind: "used" };
}

process.on("message", async ({ id, ask }: Asked) => {
  let answered: Answered;
  try {
    answered = { id, answer: await answer(ask) };
  } catch (error) {
    answered = { id, failure: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
  process.send?.(answered);
});
process.on("disconnect", () => process.exit());
