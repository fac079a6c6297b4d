import { createHash } from "node:crypto";
import { err, ok, type Result, refusal } from "../../kernel/index.ts";
import type { Database, Store } from "../../store/index.ts";
import { type AreaExample, insertAreaModel, listAreaModels, readAreaExamples } from "../queries/area-models.ts";
import { listAreas } from "../queries/areas.ts";
import type { AreaLesson } from "./judge-messages.ts";
import type { OpenTriage } from "./open-triage.ts";

const mostExamples = 5_000;
const keptVersions = 5;
/** An area of which fewer texts are known is left to its name and tags; and with one area alone there is nothing to tell apart. */
const leastOfArea = 5;
const leastAreas = 2;
const leastExamples = 40;
/** A model is used where this share of what it was sure of was right, on texts that were held back. */
const leastRight = 0.8;

interface FoundLesson {
  readonly lesson: Omit<AreaLesson, "trainedAt">;
  /** Of the examples: the same ones make the same model. */
  readonly dataHash: string;
  /** How many areas have enough of them. */
  readonly areas: number;
}

/** What there is to learn of a community's areas. Refused: `areas-too-little`; `areas-unchanged` since it was learned last. */
export async function findAreaLesson(database: Database, communityId: number): Promise<Result<FoundLesson>> {
  const [found, areas, [last]] = await Promise.all([
    readAreaExamples(database, communityId, mostExamples),
    listAreas(database, communityId),
    listAreaModels(database, communityId),
  ]);
  const examples = ofWellKnownAreas(found);
  const labels = new Set(examples.map(({ areaId }) => areaId));
  if (labels.size < leastAreas || examples.length < leastExamples) return err(tooLittle);
  const dataHash = hashOf(examples);
  if (last?.dataHash === dataHash) return err(unchanged);
  const words = areas.map(({ id, slug, name, tags }) => ({ id, slug, name, tags }));
  return ok({ lesson: { examples, areas: words }, dataHash, areas: labels.size });
}

/**
 * Learns anew what a community's areas are about, where people confirmed something since, and puts it away as the next version. One
 * that is not right often enough is kept for its figures, and not used. Refused as `findAreaLesson` does.
 */
export async function teachAreas(
  store: Pick<Store, "database" | "transact" | "clock">,
  learner: Pick<OpenTriage, "learnAreas">,
  communityId: number,
): Promise<Result<void>> {
  const found = await findAreaLesson(store.database, communityId);
  if (!found.ok) return found;
  const { lesson, dataHash, areas } = found.value;
  const { file, ...measured } = await learner.learnAreas({ ...lesson, trainedAt: store.clock.now().toISOString() });
  const isRight = measured.answered > 0 && measured.rightAnswers >= leastRight * measured.answered;
  const model = { ...measured, dataHash, examples: lesson.examples.length, areas, file: isRight ? file : null };
  return store.transact(async (tx) => {
    // Another process may have learned the same meanwhile.
    const isNew = await insertAreaModel(tx, communityId, model, keptVersions);
    return isNew ? ok(undefined) : err(unchanged);
  });
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

const tooLittle = refusal(
  "conflict",
  "areas-too-little",
  "There is too little to learn from yet.",
  `It takes ${leastExamples} texts in two areas, ${leastOfArea} at least in each: tag questions, or sort problems at the desk.`,
);
const unchanged = refusal(
  "conflict",
  "areas-unchanged",
  "Nobody has confirmed anything about the areas since they were last learned.",
  "Sort a problem at the desk, or tag a question; then there is something new to learn.",
);
