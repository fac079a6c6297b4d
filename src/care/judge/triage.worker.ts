import { type Classifier, deserializeClassifier, serializeClassifier } from "../../text/index.ts";
import type { Answered, Asked, JudgeAnswer, JudgeAsk } from "./judge-messages.ts";
import { judgeText, learnFrom } from "./judge-text.ts";
import { areaSaid, learnAreas } from "./learn-areas.ts";

// The process that judges messages: a first judgement costs a second and some memory, and neither is any page's concern. It lives while
// messages come, and ends with whoever started it.

const models = new Map<number, Classifier>();
const areaModels = new Map<number, Classifier>();

async function answer(ask: JudgeAsk): Promise<JudgeAnswer> {
  if (ask.kind === "judge") {
    const { text, communityId } = ask;
    const areas = areaModels.get(communityId);
    const judged = await judgeText(text, models.get(communityId));
    return { kind: "judged", judged, area: areas ? areaSaid(areas, text) : null };
  }
  if (ask.kind === "learn-areas") {
    const { model, ...measured } = learnAreas(ask.lesson);
    return { kind: "learned-areas", learned: { file: Buffer.concat(serializeClassifier(model)), ...measured } };
  }
  if (ask.kind === "learn") {
    const { model, ...measured } = learnFrom(ask.lessons, ask.trainedAt);
    return { kind: "learned", learned: { file: Buffer.concat(serializeClassifier(model)), ...measured } };
  }
  hold(models, ask.communityId, ask.file);
  hold(areaModels, ask.communityId, ask.areaFile);
  return { kind: "used" };
}

/** Keeps a community's model in place of the one it had; without a file, none. */
function hold(held: Map<number, Classifier>, communityId: number, file: Uint8Array | null): void {
  held.delete(communityId);
  if (!file) return;
  const read = deserializeClassifier(file);
  if (!read.ok) throw new Error(read.error.message);
  held.set(communityId, read.value);
}

process.on("message", async ({ id, ask }: Asked) => {
  let answered: Answered;
  try {
    answered = { id, answer: await answer(ask) };
  } catch (error) {
    answered = { id, failure: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
  // Whoever asked may be gone; then nobody waits for it.
  process.send?.(answered, () => {});
});
process.on("disconnect", () => process.exit());
