import type { Connection } from "../../store/index.ts";
import type { GateMetrics } from "../gate.ts";
import type { LearnSettings } from "../learn.ts";

// What the program and the thread that learns say to each other. Everything here survives a structured clone.

export interface TrainingTask {
  readonly connection: Connection;
  readonly logLevel: string;
  readonly communityId: number;
  readonly upTo: number;
  readonly until: Date;
  /** Of what was learned from last; the same data are not learned from again. */
  readonly lastHash: string | null;
  /** From where to go on. */
  readonly checkpoint: Uint8Array | null;
  readonly settings: LearnSettings;
  /** The embedding service's model, where one is configured: of its vectors those that are kept are learned from. */
  readonly embeddings: string | null;
  /** Milliseconds between two checkpoints at least. */
  readonly checkpointEveryMs: number;
}

/** How far a learning is: `done` of `of` within `part`. */
export interface TrainingProgress {
  readonly part: string;
  readonly done: number;
  readonly of: number;
}

export interface TrainedModel {
  readonly content: Uint8Array;
  readonly dataHash: string;
  readonly documents: number;
  readonly clusters: number;
  readonly phrasings: number;
  readonly metrics: GateMetrics;
  readonly helps: boolean;
  readonly threshold: number;
  readonly embeddings: string | null;
}

export type TrainingEnd =
  | { readonly outcome: "learned"; readonly model: TrainedModel }
  | { readonly outcome: "unchanged" | "too-few"; readonly clusters: number };

export type TrainingMessage =
  | { readonly kind: "progress"; readonly at: TrainingProgress }
  | { readonly kind: "checkpoint"; readonly bytes: Uint8Array }
  | { readonly kind: "ended"; readonly end: TrainingEnd };
