import * as z from "zod";
import { type Health, isEventPlace, listEvents, readHealth, type StoredEvent } from "../../store/index.ts";
import { named } from "../openapi/named.ts";
import { fine, operation } from "../operation.ts";
import { idSchema, momentSchema } from "../views/small.ts";
import { afterOf, limitOf } from "./fields.ts";

const tag = "Operating";

const eventSchema = named(
  "Event",
  z.object({
    id: idSchema,
    at: momentSchema,
    kind: z.string().meta({ examples: ["answer.confirmed"] }),
    actorId: idSchema.nullable().meta({ description: "The member who did it; null for Kith itself." }),
    subject: z.string().meta({ examples: ["answer"] }),
    subjectId: idSchema,
    data: z.record(z.string(), z.unknown()).meta({ description: "Ids and figures." }),
  }),
);

function showEvent({ id, at, kind, actorId, subject, subjectId, data }: StoredEvent) {
  return { id, at, kind, actorId, subject, subjectId, data };
}

const count = z.int().nonnegative();
const healthSchema = named(
  "Health",
  z.object({
    migration: count.meta({ description: "The newest one that was run." }),
    readers: z.array(
      z.object({
        name: z.string(),
        behind: count.meta({ description: "Events not handled yet; 10000 stands for that many or more." }),
        oldestAt: momentSchema.nullable().meta({ description: "When the oldest of them happened." }),
        failure: z.string().nullable(),
      }),
    ),
    jobs: z.object({ waiting: count, running: count, retrying: count, failed: count }),
    connections: z.object({ active: count, idle: count }),
    memoryBytes: count.meta({ description: "Of the process that answers, without PostgreSQL." }),
    uptimeSeconds: count,
  }),
);

function showHealth(health: Health) {
  return {
    migration: health.migration,
    readers: health.readers.map(({ name, behind, oldestAt, failure }) => ({ name, behind, oldestAt, failure })),
    jobs: health.jobs,
    connections: health.connections,
    memoryBytes: process.memoryUsage.rss(),
    uptimeSeconds: Math.round(process.uptime()),
  };
}

export const operatingOperations = [
  operation({
    id: "listEvents",
    method: "get",
    path: "/communities/{slug}/events",
    tag,
    summary: "Read the event log from a place on",
    description:
      "In the order in which Kith's own readers get it: who reads on from `next` misses no event. People and texts are named by id only.",
    permission: "see the event log",
    query: z.object({
      after: afterOf((text) => (isEventPlace(text) ? text : null)).meta({
        description: "What the page before gave as `next`; 0, or nothing, for the beginning.",
        type: "string",
      }),
      limit: limitOf(100, 200),
    }),
    success: {
      status: 200,
      schema: named(
        "EventList",
        z.object({
          events: z.array(eventSchema),
          next: z.string().meta({ description: "Always there: where to read on, now or later." }),
        }),
      ),
      says: "Events after that place; none where nothing has happened since.",
    },
    async readAsMember({ community, query, services }) {
      const { events, next } = await listEvents(services.store.database, {
        communityId: community.id,
        after: query.after ?? "0",
        limit: query.limit,
      });
      return fine({ events: events.map(showEvent), next });
    },
  }),
  operation({
    id: "getHealth",
    method: "get",
    path: "/communities/{slug}/health",
    tag,
    summary: "Figures of health of this installation",
    permission: "see health",
    success: { status: 200, schema: healthSchema, says: "How the program and its database are." },
    async readAsMember({ services }) {
      return fine(showHealth(await readHealth(services.store.database)));
    },
  }),
];
