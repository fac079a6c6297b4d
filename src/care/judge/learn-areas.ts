import { type Classifier, subjectOf, trainSubjects } from "../../text/index.ts";
import { areaOf } from "./area-of.ts";
import type { AreaLesson, AreaSaid, AreasLearned } from "./judge-messages.ts";

const foldsOfMeasure = 5;
const seed = 1;

/** What a model of the areas says of a text; null where it abstains. */
export function areaSaid(model: Classifier, text: string): AreaSaid | null {
  const { label, probability, abstains } = subjectOf(model, text);
  return abstains ? null : { areaId: Number(label), probability };
}

/**
 * Learns what a community's subject areas are about. It is measured with each fifth text held back: how often a model of the others
 * is sure, how often it is right then, and how often the names and tags of the areas are. The model that is returned has learned
 * from all.
 */
export function learnAreas({
  examples,
  areas,
  trainedAt,
}: AreaLesson): { model: Classifier } & Omit<AreasLearned, "file"> {
  const texts = examples.map(({ text, areaId }) => ({ text, label: String(areaId) }));
  const held = examples.filter((_one, at) => at % foldsOfMeasure === 0);
  const others = texts.filter((_one, at) => at % foldsOfMeasure !== 0);
  const trial = trainSubjects(others, { seed, trainedAt });
  const slugOf = new Map(areas.map(({ id, slug }) => [id, slug]));
  const said = held.map(({ text, areaId }) => ({ areaId, text, answer: areaSaid(trial, text) }));
  return {
    model: trainSubjects(texts, { seed, trainedAt }),
    heldBack: held.length,
    answered: said.filter(({ answer }) => answer).length,
    rightAnswers: said.filter(({ answer, areaId }) => answer?.areaId === areaId).length,
    rightByWords: said.filter(({ text, areaId }) => areaOf(text, null, areas) === slugOf.get(areaId)).length,
  };
}
