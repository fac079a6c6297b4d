import type { Database } from "../../store/index.ts";
import type { LearnedState } from "../learning/read-learned.ts";
import { countPlaces } from "../queries/index.ts";
import type { SearchStatus } from "../search-door.ts";

/** An embedding service as an administrator sees it in one community. */
export type EmbeddingsState = NonNullable<SearchStatus["embeddings"]> & {
  /** Public questions whose vector is kept. */
  readonly kept: number;
  readonly questions: number;
  /** Whether it has a say in the order that is in force. */
  readonly inUse: boolean;
};

/** How far the service that is configured is with one community, and whether it has a say there by what search has learned. */
export async function readEmbeddings(
  database: Database,
  communityId: number,
  status: NonNullable<SearchStatus["embeddings"]>,
  { models }: Pick<LearnedState, "models">,
): Promise<EmbeddingsState> {
  const inUse = models.some((model) => model.inForce && model.embeddings === status.model);
  return { ...status, ...(await countPlaces(database, communityId, status.model)), inUse };
}
