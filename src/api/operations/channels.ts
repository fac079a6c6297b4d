import * as z from "zod";
import { bringMessage, messageKinds } from "../../care/index.ts";
import { named } from "../openapi/named.ts";
import { fine, operation } from "../operation.ts";
import { idSchema } from "../views/small.ts";
import { bodyField, storable } from "./fields.ts";
import { careTag as tag } from "./queue.ts";

const id = storable.meta({ minLength: 1, maxLength: 200 });

/** What comes in from other places. */
export const channelOperations = [
  operation({
    id: "receiveMessage",
    method: "post",
    path: "/communities/{slug}/messages",
    tag,
    summary: "Bring in a message of a channel",
    description:
      "It joins the conversation of what it replies to, whichever of the two comes first, is judged, and moves or opens the problem that it is about. Sending the same `id` again changes nothing and answers what became of it. Beyond ten messages of one person in a minute they are kept with the problem that the person has, and open no more (`flood`). What was written more than two weeks ago hurries nobody.",
    permission: "bring messages in",
    body: named(
      "ChannelMessage",
      z.strictObject({
        channel: storable.default("api").meta({ description: "Where it comes from.", examples: ["chat"] }),
        id: id.meta({ description: "The channel's own id of the message." }),
        from: id.meta({ description: "Who wrote it, as the channel tells people apart." }),
        name: storable.optional().meta({ description: "What they are called; `from` where it is left out." }),
        staff: z.boolean().default(false).meta({ description: "Whether they speak for the brand." }),
        text: bodyField,
        inReplyTo: id.nullable().default(null).meta({ description: "The channel's id of what it replies to." }),
        at: z.iso
          .datetime({ offset: true })
          .transform((text) => new Date(text))
          .optional()
          .meta({ description: "When it was written; now, where it is left out." }),
        visibility: z.enum(["public", "private"]).optional(),
      }),
    ),
    success: {
      status: 200,
      schema: named(
        "MessageReceived",
        z.object({
          messageId: idSchema,
          conversationId: idSchema,
          problemId: idSchema.nullable().meta({ description: "null where it asks for nothing, or nobody knows yet." }),
          judged: z
            .object({
              kind: z.enum(messageKinds),
              probability: z.number(),
              abstained: z.boolean().meta({ description: "A person is asked what this is." }),
            })
            .nullable()
            .meta({ description: "null for staff." }),
          flood: z.boolean().meta({ description: "It came in a flood, and was only kept." }),
          again: z.boolean().meta({ description: "It had come before." }),
        }),
      ),
      says: "Kept.",
    },
    refusals: ["body-empty", "body-too-long", "channel-invalid", "channel-id-invalid", "written-in-the-future"],
    async change(tx, { body, community, services }) {
      const brought = await bringMessage(tx, services.triage, community.id, body);
      return brought.ok ? fine(brought.value) : brought;
    },
  }),
];
