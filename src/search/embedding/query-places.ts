import type { Log } from "../../kernel/index.ts";
import type { Place } from "./likeness.ts";
import type { EmbeddingService } from "./service.ts";

/** A question nobody waits for any more still fills the memory: who types on asks it again. */
const requestMs = 5_000;
const mostRemembered = 500;
const latestCounts = 0.2;
/** After so many failures in a row the service is left alone for a while, and nobody waits for it. */
const mostFailures = 3;
const pauseMs = 30_000;

/** How the service is, as this process sees it. */
export interface EmbeddingHealth {
  /** Why it was last left out; null while all is well. */
  readonly failure: string | null;
  /** Whether it is left alone for a while. */
  readonly pauses: boolean;
  /** Milliseconds that it takes for a question, the latest counting most; null where it was not asked yet. */
  readonly usualMs: number | null;
}

/** Places of what people look for: asked at once, waited for a moment, remembered for a while. */
export class QueryPlaces {
  readonly #service: EmbeddingService;
  readonly #log: Log;
  /** The latest last. */
  readonly #asked = new Map<string, Promise<Place | null>>();
  #failures = 0;
  #failure: string | null = null;
  #usualMs: number | null = null;
  /** By the monotonic clock. */
  #pausesUntil = 0;

  constructor(service: EmbeddingService, log: Log) {
    this.#service = service;
    this.#log = log;
  }

  /** The place of a text; null where the service does not say it within this time. Never throws. */
  async of(text: string, withinMs: number): Promise<Place | null> {
    if (text === "") return null;
    const asked = this.#ask(text);
    if (!asked) return null;
    // Whoever usually takes longer is not waited for; what is asked now is known to who asks the same again.
    const waitMs = (this.#usualMs ?? 0) > withinMs ? 0 : withinMs;
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<null>((resolve) => {
      timer = setTimeout(() => resolve(null), waitMs);
    });
    const place = await Promise.race([asked, late]);
    clearTimeout(timer);
    return place;
  }

  health(): EmbeddingHealth {
    const usualMs = this.#usualMs === null ? null : Math.round(this.#usualMs);
    return { failure: this.#failure, pauses: this.#isPausing(), usualMs };
  }

  #isPausing(): boolean {
    return performance.now() < this.#pausesUntil;
  }

  #ask(text: string): Promise<Place | null> | undefined {
    const known = this.#asked.get(text);
    if (known) {
      this.#asked.delete(text);
      this.#asked.set(text, known);
      return known;
    }
    if (this.#isPausing()) return undefined;
    const began = performance.now();
    const asked = this.#service.places([text], requestMs).then(
      ([place]) => {
        const tookMs = performance.now() - began;
        this.#usualMs = this.#usualMs === null ? tookMs : this.#usualMs + latestCounts * (tookMs - this.#usualMs);
        this.#failures = 0;
        this.#failure = null;
        return place ?? null;
      },
      (error: unknown) => {
        this.#asked.delete(text);
        this.#fail(error instanceof Error ? error.message : String(error));
        return null;
      },
    );
    this.#asked.set(text, asked);
    for (const oldest of this.#asked.keys()) {
      if (this.#asked.size <= mostRemembered) break;
      this.#asked.delete(oldest);
    }
    return asked;
  }

  #fail(failure: string): void {
    this.#failures += 1;
    this.#failure = failure;
    if (this.#failures < mostFailures || this.#isPausing()) return;
    this.#pausesUntil = performance.now() + pauseMs;
    this.#failures = 0;
    const { host } = this.#service;
    this.#log.warn(
      { service: host, failure },
      "the embedding service is left alone for a while; search goes on without",
    );
  }
}
