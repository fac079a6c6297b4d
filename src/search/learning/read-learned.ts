import type { Database } from "../../store/index.ts";
import { FEWEST_CLUSTERS } from "../learn.ts";
import { type LearningRow, listModels, type ModelRow, readLearning } from "../queries/index.ts";

/** What a community's search has learned, and where its learning stands. */
export interface LearnedState extends LearningRow {
  /** Newest first. */
  readonly models: readonly (ModelRow & { readonly inForce: boolean })[];
  /** From so many questions with further phrasings on, anything is learned. */
  readonly fewestClusters: number;
}

const untouched: LearningRow = {
  choice: "newest",
  modelId: null,
  state: "idle",
  askedAt: null,
  begunAt: null,
  seenAt: null,
  part: null,
  done: null,
  of: null,
  endedAt: null,
  outcome: null,
  clusters: null,
  failure: null,
};

/** How learning goes in a community, which versions are kept and which one is in force. */
export async function readLearned(database: Database, communityId: number): Promise<LearnedState> {
  const [learning, models] = await Promise.all([
    readLearning(database, communityId),
    listModels(database, communityId),
  ]);
  const state = learning ?? untouched;
  return {
    ...state,
    models: models.map((model) => ({ ...model, inForce: model.id === state.modelId })),
    fewestClusters: FEWEST_CLUSTERS,
  };
}
