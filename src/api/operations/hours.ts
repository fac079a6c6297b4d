import * as z from "zod";
import {
  correctHours,
  purposes,
  readOwnHours,
  reportHours,
  reportOwnHours,
  sumHours,
  takeBackCorrection,
} from "../../care/index.ts";
import { named } from "../openapi/named.ts";
import { done, fine, made, operation } from "../operation.ts";
import { idSchema, momentSchema } from "../views/small.ts";
import { limitOf, pathId, storable } from "./fields.ts";

const tag = "Hours";
const hours = z
  .number()
  .min(0)
  .meta({ description: "Hours of the clock, to the hundredth.", examples: [3.25] });
const byPurpose = named("HoursByPurpose", z.object({ solving: hours, building: hours, connecting: hours }));
const purpose = z.enum(purposes);
const zone = storable.default("UTC").meta({
  type: "string",
  description: "On whose walls weeks begin, on Monday.",
  examples: ["Europe/Vienna"],
});
const day = z.string().meta({ examples: ["2026-01-12"] });
const span = z.object({ from: momentSchema, to: momentSchema });
const moment = z.iso
  .datetime()
  .transform((text) => new Date(text))
  .meta({ type: "string", format: "date-time", examples: ["2026-01-15T12:00:00.000Z"] });

const ownHours = named(
  "OwnHours",
  z.object({
    ...{ timeZone: z.string(), monday: day, from: momentSchema, to: momentSchema, days: z.array(momentSchema) },
    before: day.meta({ description: "The week before, to send as `week`." }),
    after: day.nullable().meta({ description: "The week after; null where that has not begun." }),
    pauseMinutes: z.number().meta({ description: "A longer pause ends a session and is not counted." }),
    hours: byPurpose,
    total: hours,
    sessions: z.array(
      z.object({
        ...{ from: momentSchema, to: momentSchema, purpose },
        corrected: z.boolean().meta({ description: "Whether the caller said so; else log and desk show it." }),
        about: z.array(
          z.object({ problemId: idSchema.nullable(), questionId: idSchema.nullable(), title: z.string() }),
        ),
      }),
    ),
    corrections: z.array(
      z.object({
        ...{ id: idSchema, was: span, is: span.extend({ purpose }).nullable(), madeAt: momentSchema },
        final: z.boolean().meta({ description: "Whether it cannot be taken back any more." }),
      }),
    ),
  }),
);

const sums = named(
  "HoursSums",
  z.object({
    timeZone: z.string(),
    smallestGroup: z.int().meta({ description: "Nothing is told of fewer people." }),
    weeks: z.array(
      z.object({
        ...{ monday: day, from: momentSchema, to: momentSchema, unfinished: z.boolean() },
        groups: z
          .array(
            z.object({
              kind: z.enum(["team", "members", "others", "everybody"]),
              team: z.string().nullable(),
              people: z.int().meta({ description: "Who worked in this week." }),
              hours: byPurpose
                .nullable()
                .meta({ description: "null where too few did one of them to tell them apart." }),
              total: hours,
            }),
          )
          .nullable()
          .meta({ description: "null where too few people worked to tell anything." }),
      }),
    ),
  }),
);

export const hoursOperations = [
  operation({
    id: "getMyHours",
    method: "get",
    path: "/communities/{slug}/me/hours",
    tag,
    summary: "A week of the caller's own hours",
    description: "Sessions as log and desk show them, with what the caller said about them. Nobody can read another's.",
    permission: "see own hours",
    query: z.object({
      week: storable
        .optional()
        .meta({ type: "string", description: "A day of the week; this week without it.", examples: ["2026-01-12"] }),
      timeZone: zone,
    }),
    success: { status: 200, schema: ownHours, says: "The week." },
    refusals: ["time-zone-unknown", "week-invalid"],
    async readAsMember({ actor, query, services }) {
      const { database, clock } = services.store;
      const read = await readOwnHours(database, actor, { ...query, now: clock.now() });
      return read.ok ? fine(reportOwnHours(read.value)) : read;
    },
  }),
  operation({
    id: "correctMyHours",
    method: "post",
    path: "/communities/{slug}/me/hours/corrections",
    tag,
    summary: "Correct or delete a session of one's own",
    description:
      "It holds over what is read from the log, also when that is read again. What is deleted is forgotten after a day.",
    permission: "correct own hours",
    body: named(
      "HoursCorrection",
      z.strictObject({
        was: z.strictObject({ from: moment, to: moment }).meta({ description: "The session, as it was listed." }),
        is: z
          .strictObject({ from: moment, to: moment, purpose })
          .nullable()
          .meta({ description: "When it really was, and what for; null to delete it." }),
      }),
    ),
    success: { status: 201, schema: named("HoursCorrected", z.object({ id: idSchema })), says: "Corrected." },
    refusals: ["hours-invalid", "hours-missing"],
    creates: true,
    async change(tx, { actor, body, community }) {
      const corrected = await correctHours(tx, actor, body);
      if (!corrected.ok) return corrected;
      return made(`/api/v1/communities/${community.slug}/me/hours/corrections/${corrected.value.id}`, corrected.value);
    },
  }),
  operation({
    id: "takeBackHoursCorrection",
    method: "delete",
    path: "/communities/{slug}/me/hours/corrections/{id}",
    tag,
    summary: "Take back what one said about a session",
    permission: "correct own hours",
    params: z.object({ id: pathId.meta({ description: "The correction's id." }) }),
    success: { status: 204, says: "Taken back." },
    refusals: ["correction-missing", "hours-forgotten"],
    async change(tx, { actor, params: { id } }) {
      const taken = await takeBackCorrection(tx, actor, id);
      return taken.ok ? done : taken;
    },
  }),
  operation({
    id: "getHours",
    method: "get",
    path: "/communities/{slug}/hours",
    tag,
    summary: "What time went to, by purpose, team and week",
    description: "Sums of at least `smallestGroup` people; never a single person's sessions.",
    permission: "see the care plan",
    query: z.object({ weeks: limitOf(8, 52), timeZone: zone }),
    success: { status: 200, schema: sums, says: "The last weeks, this one included, oldest first." },
    refusals: ["time-zone-unknown"],
    async readAsMember({ community, query, services }) {
      const { database, clock } = services.store;
      const read = await sumHours(database, { communityId: community.id, ...query, now: clock.now() });
      return read.ok ? fine(reportHours(read.value)) : read;
    },
  }),
];
