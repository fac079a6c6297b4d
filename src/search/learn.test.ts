import { describe, expect, it } from "vitest";
import { seededRandom } from "../statistics/index.ts";
import { forShare, shareFrom } from "./decision.ts";
import { FieldedIndex } from "./fielded-index.ts";
import { learningHelps } from "./gate.ts";
import { merged } from "./groups.ts";
import { learn } from "./learn.ts";
import { deserializeCheckpoint, type LearnCheckpoint, serializeCheckpoint } from "./learn-checkpoint.ts";
import { deserializeModel, serializeModel } from "./persistence.ts";
import type { LearnedModel } from "./ranking.ts";

const synonyms = [
  ["reset", "renew"],
  ["invoice", "statement"],
  ["router", "modem"],
  ["slow", "sluggish"],
] as const;
const index = new FieldedIndex();
const clusters = Array.from({ length: 80 }, (_none, at) => {
  const [one, other] = synonyms[at % synonyms.length] as readonly [string, string];
  index.put({ key: at * 3 + 1, title: `subject${at}x ${one}` });
  index.put({ key: at * 3 + 2, title: `${other} subject${at}x` });
  index.put({ key: at * 3 + 3, title: `subject${at}x price` });
  return [at * 3 + 1, at * 3 + 2];
});
const settings = { seed: 4, vectors: { epochs: 2, dimensions: 16 } };
const about = { learnedAt: "2026-01-01T00:00:00Z", links: 80, dataHash: "0", metrics: { p1: 1 } };
const fileOf = (model: LearnedModel) => new Uint8Array(Buffer.concat(serializeModel(model, about)));

/** Learns to the end, or until so many checkpoints were made; a killed learning leaves its last checkpoint. */
function run(from?: LearnCheckpoint, killedAfter = Number.POSITIVE_INFINITY) {
  const work = learn(index, clusters, settings, from);
  let checkpoints = 0;
  for (let step = work.next(); ; step = work.next()) {
    if (step.done) return { model: step.value as LearnedModel, checkpoints };
    if (step.value.checkpoint && ++checkpoints === killedAfter) return { killed: step.value.checkpoint, checkpoints };
  }
}

describe("learning", () => {
  it("gives the same model for the same links and seed, and the model survives its file", () => {
    const { model } = run();
    if (!model) throw new Error("nothing learned");
    const file = fileOf(model);
    expect(fileOf(run().model as LearnedModel)).toEqual(file);
    const read = deserializeModel(file);
    expect(read.ok && read.value).toEqual({ model, about });
  });

  it("goes on behind any checkpoint, through its file, to the same model as without a stop", () => {
    const whole = run();
    const file = fileOf(whole.model as LearnedModel);
    for (let after = 1; after <= whole.checkpoints; after++) {
      const { killed } = run(undefined, after);
      const read = deserializeCheckpoint(new Uint8Array(Buffer.concat(serializeCheckpoint(killed as LearnCheckpoint))));
      if (!read.ok) throw new Error(read.error.message);
      const resumed = run(read.value);
      expect(resumed.checkpoints).toBe(whole.checkpoints - after);
      expect(fileOf(resumed.model as LearnedModel)).toEqual(file);
    }
  });

  it("does not go on with other links", () => {
    const { killed } = run(undefined, 3);
    const work = learn(index, clusters.slice(1), settings, killed as LearnCheckpoint);
    let checkpoints = 0;
    for (let step = work.next(); !step.done; step = work.next()) if (step.value.checkpoint) checkpoints++;
    expect(checkpoints).toBe(run().checkpoints);
  });

  it("refuses a damaged checkpoint with the reason", () => {
    const { killed } = run(undefined, 1);
    const bytes = new Uint8Array(Buffer.concat(serializeCheckpoint(killed as LearnCheckpoint)));
    bytes[bytes.length - 40] = (bytes[bytes.length - 40] as number) ^ 1;
    expect(deserializeCheckpoint(bytes).ok).toBe(false);
  });

  it("learns nothing from a handful of links", () => {
    const work = learn(index, clusters.slice(0, 5), { seed: 1, vectors: {} });
    expect(work.next()).toEqual({ done: true, value: undefined });
  });
});

describe("links that share a document", () => {
  it("are one cluster", () => {
    expect(merged([[1, 2], [3, 4], [5, 2], [4], [], [1, 5]])).toEqual([
      [1, 2, 5],
      [3, 4],
    ]);
  });
});

describe("the gate", () => {
  const lessons = (gain: number, noise: number) => {
    const random = seededRandom(5);
    return Array.from({ length: 60 }, (_none, cluster) => ({
      cluster,
      cold: 0.5,
      learned: 0.5 + gain + noise * (random() - 0.5),
    }));
  };

  it("keeps the cold start where learning is worse, equal, or better by chance", () => {
    expect(learningHelps(lessons(-0.02, 0.1))).toBe(false);
    expect(learningHelps(lessons(0, 0))).toBe(false);
    expect(learningHelps(lessons(0.001, 0.9))).toBe(false);
    expect(learningHelps(Array.from({ length: 60 }, () => ({ cluster: 1, cold: 0, learned: 1 })))).toBe(false);
    expect(learningHelps([{ cluster: 1, cold: 0, learned: 1 }])).toBe(false);
  });

  it("lets what surely helps rank", () => {
    expect(learningHelps(lessons(0.05, 0.4))).toBe(true);
  });
});

describe("adapting to how many questions have an answer", () => {
  it("finds the share from probabilities alone, and keeps them calibrated", () => {
    const random = seededRandom(9);
    // Scores of right and wrong candidates differ the same way everywhere; here three of four are right, in learning half.
    const drawn = Array.from({ length: 4000 }, () => {
      const right = random() < 0.75;
      const score = right ? Math.sqrt(random()) : 1 - Math.sqrt(random());
      return { right, probability: score };
    });
    const share = shareFrom(
      drawn.map(({ probability }) => probability),
      0.5,
    );
    expect(share).toBeCloseTo(0.75, 1);
    const sure = drawn.filter(({ probability }) => Math.abs(forShare(probability, 0.5, share) - 0.9) < 0.05);
    expect(sure.filter(({ right }) => right).length / sure.length).toBeCloseTo(0.9, 1);
  });

  it("leaves probabilities alone where nothing differs", () => {
    expect(forShare(0.3, 0.4, 0.4)).toBeCloseTo(0.3, 10);
  });
});
