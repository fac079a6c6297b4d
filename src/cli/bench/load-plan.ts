/** A request that the load process sends, and how it knows a right answer. */
export interface Wanted {
  readonly method?: "GET" | "POST";
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** 200 where it is left out. */
  readonly status?: number;
  /** Text that stands in the answer's body. */
  readonly contains?: string;
}

/** Sends each request once, over so many connections at once. */
export interface Plan {
  readonly port: number;
  readonly connections: number;
  readonly requests: readonly Wanted[];
  /** Whether the ids in the answers are wanted: `{"id":12,…}`. */
  readonly ids?: boolean;
}

export interface Sent {
  readonly requests: number;
  readonly seconds: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  /** Bytes of bodies as they came over the wire. */
  readonly bodyBytes: number;
  readonly ids: readonly number[];
  /** What was wrong with the first answers that were wrong; every answer is looked at. */
  readonly wrong: readonly string[];
}
