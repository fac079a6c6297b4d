import * as z from "zod";
import { chooseSearchModel, rebuildSearch, trainSearch } from "../../community/index.ts";
import { type Accepted, type LearnedState, readEmbeddings, readLearned, readQuality } from "../../search/index.ts";
import { named } from "../openapi/named.ts";
import { done, fine, operation } from "../operation.ts";
import { idSchema, momentSchema } from "../views/small.ts";

const tag = "Operating";
const count = z.int().nonnegative();
const weeksShown = 26;

const modelSchema = z.object({
  id: idSchema.meta({ description: "Its version: a later one is newer." }),
  learnedAt: momentSchema,
  inForce: z.boolean(),
  dataHash: z.string(),
  documents: count,
  clusters: count.meta({ description: "Questions with another phrasing." }),
  phrasings: count,
  lessons: count.meta({ description: "Links that it was not learned from, on which both orders were compared." }),
  coldFirst: count.meta({ description: "In how many of them words alone put the right one first." }),
  learnedFirst: count,
  helps: z.boolean().meta({ description: "Whether the learned order was surely better; else words alone rank." }),
  threshold: z.number().meta({ description: "From which probability on `solved` is said, where a group sets none." }),
  bytes: count,
  embeddings: z
    .string()
    .nullable()
    .meta({ description: "The embedding service's model, where its likeness was worth a feature; else null." }),
});

const acceptedSchema = z.object({
  shown: count.meta({ description: "How often somebody acted on what was shown." }),
  accepted: count,
  rejected: count,
  share: z.number(),
  low: z.number().meta({ description: "Of Wilson's 95 % interval." }),
  high: z.number(),
});

const statusSchema = named(
  "SearchStatus",
  z.object({
    mode: z.enum(["memory", "postgres"]),
    index: z
      .object({
        state: z.enum(["ready", "building", "too-large"]),
        progress: z.number().nullable(),
        documents: count,
        bytes: count,
        ranking: z.enum(["cold", "learned"]),
        builtAt: z.string().nullable(),
        behindMs: count.nullable(),
      })
      .nullable()
      .meta({ description: "Of the process that answers; null where PostgreSQL searches." }),
    embeddings: z
      .object({
        model: z.string(),
        host: z.string(),
        kept: count.meta({ description: "Public questions whose vector is kept." }),
        questions: count,
        inUse: z.boolean().meta({ description: "Whether it has a say in the order that is in force." }),
        usualMs: count.nullable(),
        failure: z.string().nullable(),
        pauses: z.boolean().meta({ description: "After failures it is left alone for a while." }),
      })
      .nullable()
      .meta({ description: "The embedding service; null where none is configured." }),
    learning: z.object({
      choice: z.enum(["newest", "chosen", "off"]),
      state: z.enum(["idle", "asked", "running"]),
      part: z.string().nullable(),
      done: count.nullable(),
      of: count.nullable(),
      endedAt: momentSchema.nullable(),
      outcome: z.enum(["learned", "unchanged", "too-few", "failed"]).nullable(),
      clusters: count.nullable(),
      fewestClusters: count,
    }),
    models: z.array(modelSchema),
    quality: z.array(z.object({ week: momentSchema, all: acceptedSchema, saidSolved: acceptedSchema })),
  }),
);

function showModel({ id, learnedAt, inForce, dataHash, ...model }: LearnedState["models"][number]) {
  const { documents, clusters, phrasings, lessons, coldFirst, learnedFirst, helps, threshold, bytes, embeddings } =
    model;
  const counts = { documents, clusters, phrasings, lessons, coldFirst, learnedFirst };
  return { id, learnedAt, inForce, dataHash, ...counts, helps, threshold, bytes, embeddings };
}

function showAccepted({ shown, accepted, rejected, share, low, high }: Accepted) {
  return { shown, accepted, rejected, share, low, high };
}

function showLearning({ choice, state, part, done: at, of, endedAt, outcome, clusters, fewestClusters }: LearnedState) {
  return { choice, state, part, done: at, of, endedAt, outcome, clusters, fewestClusters };
}

/** How search is, and what it has learned. */
export const searchCareOperations = [
  operation({
    id: "getSearchStatus",
    method: "get",
    path: "/communities/{slug}/search/status",
    tag,
    summary: "How search is: its index, what it has learned, and what people did about it",
    description: "The last 26 weeks, oldest first.",
    permission: "see health",
    success: { status: 200, schema: statusSchema, says: "Of this community." },
    async readAsMember({ community, services }) {
      const { database, clock } = services.store;
      const [{ mode, memory, embeddings }, learned, quality] = await Promise.all([
        services.search.status(),
        readLearned(database, community.id),
        readQuality(database, community.id, clock.now(), weeksShown),
      ]);
      const own = memory?.communities.find(({ communityId }) => communityId === community.id);
      return fine({
        mode,
        index: own
          ? {
              state: own.state,
              progress: own.progress,
              documents: own.documents,
              bytes: own.bytes,
              ranking: own.ranking,
              builtAt: own.builtAt,
              behindMs: memory?.behindMs ?? null,
            }
          : null,
        embeddings: embeddings && (await readEmbeddings(database, community.id, embeddings, learned)),
        learning: showLearning(learned),
        models: learned.models.map(showModel),
        quality: quality.map(({ week, all, saidSolved }) => ({
          week,
          all: showAccepted(all),
          saidSolved: showAccepted(saidSolved),
        })),
      });
    },
  }),
  operation({
    id: "rebuildSearch",
    method: "post",
    path: "/communities/{slug}/search/index",
    tag,
    summary: "Have the index built again, in every process",
    description: "The old one answers until the new one is there. Where PostgreSQL searches, its words are cut again.",
    permission: "manage search",
    success: { status: 204, says: "Asked for; `getSearchStatus` says how far it is." },
    async change(tx, { actor }) {
      const asked = await rebuildSearch(tx, actor);
      return asked.ok ? done : asked;
    },
  }),
  operation({
    id: "trainSearch",
    method: "post",
    path: "/communities/{slug}/search/learning",
    tag,
    summary: "Have search learn now rather than at night",
    permission: "manage search",
    success: { status: 204, says: "Asked for; one that is under way goes on." },
    async change(tx, { actor }) {
      const asked = await trainSearch(tx, actor);
      return asked.ok ? done : asked;
    },
  }),
  operation({
    id: "chooseSearchModel",
    method: "put",
    path: "/communities/{slug}/search/model",
    tag,
    summary: "Choose what ranks: the newest model, one version, or words alone",
    permission: "manage search",
    body: named(
      "SearchModelChoice",
      z.discriminatedUnion("choice", [
        z.strictObject({ choice: z.literal("newest") }),
        z.strictObject({ choice: z.literal("off") }),
        z.strictObject({ choice: z.literal("chosen"), model: idSchema }),
      ]),
    ),
    success: { status: 204, says: "In force in every process within moments." },
    refusals: ["search-model-missing"],
    async change(tx, { actor, body }) {
      const wish = body.choice === "chosen" ? { choice: body.choice, modelId: body.model } : { choice: body.choice };
      const chosen = await chooseSearchModel(tx, actor, wish);
      return chosen.ok ? done : chosen;
    },
  }),
];
