import { createHash } from "node:crypto";
import { ok } from "../../kernel/index.ts";
import type { Store } from "../../store/index.ts";
import { type AreaExample, insertAreaModel, listAreaModels, readAreaExamples } from "../queries/area-models.ts";
import { listAreas } from "../queries/areas.ts";
import type { OpenTriage } from "./open-triage.ts";

const mostExamples = 5_000;
const keptVersions = 5;
/** An area of which fewer texts are known is left to its name and tags; and with one area alone there is nothing to tell apart. */
const leastOfArea = 5;
const leastAreas = 2;
const leastExamples = 40;
/** A model is used where this share of what it was sure of was right, on texts that were held back. */
const leastRight = 0.8;

/**
 * Learns anew what a community's areas are about, where people confirmed something since, and puts it away as the next version. One
 * that is not right often enough is kept for its figures, and not used. Returns whether there was something to learn.
 */
export async function teachAreas(
  store: Pick<Store, "database" | "transact" | "clock">,
  learner: Pick<OpenTriage, "learnAreas">,
  communityId: number,
): Promise<boolean> {
  const { database } = store;
  const [found, areas, [last]] = await Promise.all([
    readAreaExamples(database, communityId, mostExamples),
    listAreas(database, communityId),
    listAreaModels(database, communityId),
  ]);
  const examples = ofWellKnownAreas(found);
  const labels = new Set(examples.map(({ areaId }) => areaId));
  const dataHash = hashOf(examples);
  if (labels.size < leastAreas || examples.length < leastExamples || last?.dataHash === dataHash) return false;
  const words = areas.map(({ id, slug, name, tags }) => ({ id, slug, name, tags }));
  const lesson = { examples, areas: words, trainedAt: store.clock.now().toISOString() };
  const { file, ...measured } = await learner.learnAreas(lesson);
  const isRight = measured.answered > 0 && measured.rightAnswers >= leastRight * measured.answered;
  const model = { ...measured, dataHash, examples: examples.length, areas: labels.size, file: isRight ? file : null };
  await store.transact(async (tx) => ok(await insertAreaModel(tx, communityId, model, keptVersions)));
  return true;
}

function ofWellKnownAreas(examples: readonly AreaExample[]): AreaExample[] {
  const counts = new Map<number, number>();
  for (const { areaId } of examples) counts.set(areaId, (counts.get(areaId) ?? 0) + 1);
  return examples.filter(({ areaId }) => (counts.get(areaId) ?? 0) >= leastOfArea);
}

function hashOf(examples: readonly AreaExample[]): string {
  const hash = createHash("sha256");
  for (const { areaId, text } of examples) hash.update(`${areaId} ${text.length}\n${text}\n`);
  return hash.digest("hex");
}
