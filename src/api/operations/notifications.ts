import * as z from "zod";
import type { Actor } from "../../accounts/index.ts";
import type { Community } from "../../community/index.ts";
import {
  chooseNotifications,
  type ListPlace,
  languageOf,
  listNotifications,
  markRead,
  readChoices,
  readUnread,
  ways,
} from "../../notifications/index.ts";
import { named } from "../openapi/named.ts";
import { fine, operation } from "../operation.ts";
import type { ApiServices } from "../services.ts";
import { idSchema, momentSchema, nextSchema } from "../views/small.ts";
import { afterOf, limitOf } from "./fields.ts";

const tag = "Notifications";
const way = z.enum(ways).meta({
  description:
    "`off` tells nothing; `page` on the page; `mail` there and by mail at once; `digest` there and in the daily mail.",
});

const notificationSchema = named(
  "Notification",
  z.object({
    id: idSchema,
    kind: z.string().meta({ examples: ["answer-to-your-question"] }),
    subject: z.object({ type: z.string().meta({ examples: ["question"] }), id: idSchema }),
    line: z.string().meta({ description: "What happened.", examples: ["Ada answered “The lamp flickers”"] }),
    because: z.string().meta({ description: "Why you are told.", examples: ["you asked this question"] }),
    at: momentSchema,
    read: z.boolean(),
    page: z.url().meta({ description: "The page for people." }),
  }),
);

const choicesSchema = named(
  "NotificationChoices",
  z.object({
    kinds: z.array(
      z.object({
        kind: z.string(),
        label: z.string(),
        example: z.string().meta({ description: "A line as it would be sent." }),
        way,
        usual: way,
      }),
    ),
    timeZone: z.string().meta({ examples: ["Europe/Berlin"] }),
    hour: z.int().min(0).max(23).meta({ description: "Of the member's day, for the digest." }),
    nextDigestAt: momentSchema,
    waiting: z.int().min(0).meta({ description: "How much the next digest holds so far." }),
  }),
);

function readPlace(text: string): ListPlace | null {
  const [, at, id] = /^(\d{1,15})-(\d{1,15})$/.exec(text) ?? [];
  return at && id ? { at: new Date(Number(at)), id: Number(id) } : null;
}

const languageFor = (actor: Actor, community: Community) => languageOf(actor.locale ?? community.locale);

async function showChoices({ store, notifications }: ApiServices, actor: Actor, community: Community) {
  const language = languageFor(actor, community);
  const now = store.clock.now();
  const choices = await readChoices(store.database, notifications.sources, actor, language, now);
  const kinds = choices.kinds.map(({ kind, label, example, way, usual }) => ({ kind, label, example, way, usual }));
  const { timeZone, hour, nextDigestAt, waiting } = choices;
  return { kinds, timeZone, hour, nextDigestAt, waiting };
}

export const notificationOperations = [
  operation({
    id: "listNotifications",
    method: "get",
    path: "/communities/{slug}/me/notifications",
    tag,
    summary: "What the caller was told",
    description: "What is gone since is left out, so a part of the list may be shorter than `limit`.",
    permission: "read own notifications",
    query: z.object({
      unread: z.enum(["true", "false"]).default("false").meta({ description: "Only those that are not read." }),
      after: afterOf(readPlace),
      limit: limitOf(20, 50),
    }),
    success: {
      status: 200,
      schema: named(
        "NotificationList",
        z.object({
          unread: z.int().min(0).meta({ description: "How many are not read, in all." }),
          notifications: z.array(notificationSchema),
          next: nextSchema,
        }),
      ),
      says: "The newest first.",
    },
    async readAsMember({ actor, community, query, services }) {
      const { store, notifications } = services;
      const list = await listNotifications(store.database, notifications.sources, actor, {
        before: query.after ?? null,
        unreadOnly: query.unread === "true",
        limit: query.limit,
        language: languageFor(actor, community),
      });
      const shown = list.notifications.map(({ anchor, titled: _, ...one }) => ({
        ...one,
        page: notifications.addresses.subject(community.slug, one.subject, anchor),
      }));
      const unread = await readUnread(store.database, community.id, actor.memberId);
      return fine({
        unread,
        notifications: shown,
        next: list.next && `${list.next.at.getTime()}-${list.next.id}`,
      });
    },
  }),
  operation({
    id: "markNotificationsRead",
    method: "post",
    path: "/communities/{slug}/me/notifications/read",
    tag,
    summary: "Mark notifications as read",
    description: "All of them, or those with these ids; twice changes nothing. What is read is not mailed any more.",
    permission: "read own notifications",
    body: named(
      "NotificationsRead",
      z.strictObject({ ids: z.array(idSchema).optional().meta({ maxItems: 200, description: "Left out: all." }) }),
    ),
    bodyOptional: true,
    success: {
      status: 200,
      schema: named("NotificationsMarked", z.object({ marked: z.int().min(0) })),
      says: "How many were not read before.",
    },
    async readAsMember({ actor, body, services }) {
      const ids = body?.ids?.slice(0, 200);
      const marked = await markRead(services.store, actor, ids ? { ids } : "all");
      return marked.ok ? fine({ marked: marked.value }) : marked;
    },
  }),
  operation({
    id: "getNotificationChoices",
    method: "get",
    path: "/communities/{slug}/me/notification-choices",
    tag,
    summary: "What reaches the caller, and how",
    permission: "read own notifications",
    success: { status: 200, schema: choicesSchema, says: "Each kind, with an example of what is sent." },
    async readAsMember({ actor, community, services }) {
      return fine(await showChoices(services, actor, community));
    },
  }),
  operation({
    id: "chooseNotifications",
    method: "patch",
    path: "/communities/{slug}/me/notification-choices",
    tag,
    summary: "Choose what reaches oneself, how, and when the digest goes out",
    description: "What is left out stays as it is.",
    permission: "choose own notifications",
    body: named(
      "NotificationChoice",
      z.strictObject({
        ways: z
          .record(z.string(), way)
          .optional()
          .meta({ description: "By kind.", examples: [{ thanks: "page" }] }),
        timeZone: z
          .string()
          .optional()
          .meta({ examples: ["Europe/Berlin"] }),
        hour: z.int().optional().meta({ minimum: 0, maximum: 23 }),
      }),
    ),
    success: { status: 204, says: "Chosen." },
    refusals: ["way-invalid", "time-zone-invalid", "hour-invalid"],
    async change(tx, { actor, body, services }) {
      const chosen = await chooseNotifications(tx, services.notifications.sources, actor, {
        ...(body.ways === undefined ? {} : { ways: body.ways }),
        ...(body.timeZone === undefined ? {} : { timeZone: body.timeZone }),
        ...(body.hour === undefined ? {} : { hour: body.hour }),
      });
      return chosen.ok ? { ok: true, value: { status: 204 } } : chosen;
    },
  }),
];
