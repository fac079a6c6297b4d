import type { Log } from "../../kernel/index.ts";
import { QueryPlaces } from "./query-places.ts";
import { type EmbeddingService, type EmbeddingSettings, embeddingService } from "./service.ts";

/** The embedding service that an administrator configured. */
export interface Embeddings {
  readonly service: EmbeddingService;
  /** Places of what people look for, in this process. */
  readonly queries: QueryPlaces;
}

/** Null where none is configured: then nothing is ever sent. */
export function openEmbeddings(settings: EmbeddingSettings | null, log: Log): Embeddings | null {
  if (settings === null) return null;
  const service = embeddingService(settings);
  return { service, queries: new QueryPlaces(service, log) };
}
