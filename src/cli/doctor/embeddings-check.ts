import type { Configuration } from "../../kernel/index.ts";
import { EmbeddingFailure, embeddingService } from "../../search/index.ts";
import { type Finding, fine, wrong } from "./finding.ts";

const waitMs = 5_000;

/** Whether the embedding service answers with vectors. Sends the word "Kith", and nothing else. */
export async function checkEmbeddings(settings: Configuration["embeddings"]): Promise<Finding> {
  if (settings === null) {
    return fine("embeddings", "No embedding service is configured: no text leaves Kith to be compared.");
  }
  const service = embeddingService(settings);
  const began = performance.now();
  try {
    const [place] = await service.places(["Kith"], waitMs);
    const ms = Math.round(performance.now() - began);
    const says = `The embedding service ${service.host} answers within ${ms} ms, with ${place?.length} numbers of ${service.model}.`;
    return fine("embeddings", says);
  } catch (error) {
    if (!(error instanceof EmbeddingFailure)) throw error;
    return wrong(
      "embeddings",
      `The embedding service ${service.host} cannot be used: ${error.message}. Search goes on without it.`,
      "Correct KITH_EMBEDDINGS_URL, KITH_EMBEDDINGS_KEY and KITH_EMBEDDINGS_MODEL, or take them away.",
    );
  }
}
