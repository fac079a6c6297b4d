import { type Place, placeOf } from "./likeness.ts";

/** An embedding service with the OpenAI-compatible interface. */
export interface EmbeddingSettings {
  /** What `/embeddings` is put behind, such as https://api.openai.com/v1. */
  readonly url: string;
  /** Sent as a bearer token; null where the service asks for none. */
  readonly key: string | null;
  readonly model: string;
}

/** The service does not answer, or not as it should. Says nothing that it said: a service may repeat a key. */
export class EmbeddingFailure extends Error {
  override readonly name = "EmbeddingFailure";
}

export interface EmbeddingService {
  readonly model: string;
  /** Its host, which may be shown and logged. */
  readonly host: string;
  /** Where the model puts these texts, in their order. Throws an `EmbeddingFailure`, also where `ending` says that nobody waits. */
  places(texts: readonly string[], withinMs: number, ending?: AbortSignal): Promise<Place[]>;
}

/** More than this no batch of vectors has. */
const mostBytes = 64_000_000;

/** Opens nothing: each call is a request. Redirects are refused, since a key would go along. */
export function embeddingService({ url, key, model }: EmbeddingSettings): EmbeddingService {
  const address = new URL(`${url.replace(/\/+$/, "")}/embeddings`);
  const headers = {
    "content-type": "application/json",
    accept: "application/json",
    ...(key === null ? {} : { authorization: `Bearer ${key}` }),
  };
  return {
    model,
    host: address.host,
    async places(texts, withinMs, ending) {
      if (texts.length === 0) return [];
      const body = JSON.stringify({ model, input: texts, encoding_format: "float" });
      let answer: unknown;
      try {
        const late = AbortSignal.timeout(withinMs);
        const signal = ending ? AbortSignal.any([late, ending]) : late;
        const response = await fetch(address, { method: "POST", headers, body, redirect: "error", signal });
        if (!response.ok) {
          await response.body?.cancel();
          throw new EmbeddingFailure(`it answers with status ${response.status}`);
        }
        if (Number(response.headers.get("content-length") ?? 0) > mostBytes) throw new EmbeddingFailure(notVectors);
        answer = await response.json();
      } catch (error) {
        throw asFailure(error, withinMs);
      }
      return readPlaces(answer, texts.length);
    },
  };
}

const notVectors = "its answer holds no vectors of the texts that were sent";

function readPlaces(answer: unknown, count: number): Place[] {
  const { data } = (answer ?? {}) as { data?: unknown };
  if (!Array.isArray(data) || data.length !== count) throw new EmbeddingFailure(notVectors);
  const places: Place[] = [];
  for (const [at, one] of data.entries()) {
    const { embedding, index = at } = (one ?? {}) as { embedding?: unknown; index?: unknown };
    const isVector =
      Array.isArray(embedding) && embedding.length > 0 && embedding.every((value) => Number.isFinite(value));
    if (!isVector || !Number.isInteger(index) || places[index as number]) throw new EmbeddingFailure(notVectors);
    places[index as number] = placeOf(embedding as number[]);
  }
  if (places.length !== count || places.includes(undefined as never)) throw new EmbeddingFailure(notVectors);
  return places;
}

function asFailure(error: unknown, withinMs: number): EmbeddingFailure {
  if (error instanceof EmbeddingFailure) return error;
  const { name, cause } = error as { name?: string; cause?: { code?: string } };
  if (name === "TimeoutError") return new EmbeddingFailure(`it has not answered within ${withinMs} ms`);
  if (error instanceof SyntaxError) return new EmbeddingFailure(notVectors);
  return new EmbeddingFailure(`it cannot be reached${cause?.code ? ` (${cause.code})` : ""}`);
}
