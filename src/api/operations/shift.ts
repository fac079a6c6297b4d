import * as z from "zod";
import { handOverShift, listHandedOver } from "../../care/index.ts";
import { named } from "../openapi/named.ts";
import { done, fine, operation } from "../operation.ts";
import { careProblemSchema, showProblem } from "../views/care.ts";
import { idSchema, momentSchema } from "../views/small.ts";

const tag = "Shifts";
const bodyId = idSchema.max(Number.MAX_SAFE_INTEGER);

/** To whom a problem is handed. */
export const handOverTo = z.strictObject({ kind: z.enum(["solver", "team"]), id: bodyId });
export const handOverNote = z
  .string()
  .default("")
  .meta({ maxLength: 30_000, description: "For whoever takes it on, in Markdown; read at the desk only." });

/** What happens where one shift ends and the next begins. */
export const shiftOperations = [
  operation({
    id: "listHandedOver",
    method: "get",
    path: "/communities/{slug}/me/handed-over",
    tag,
    summary: "What was handed over to the caller or to their teams",
    description: "What nobody has taken yet, the newest first, 100 at most.",
    permission: "see problems",
    success: {
      status: 200,
      schema: named(
        "HandedOverList",
        z.object({
          handedOver: z.array(
            z.object({
              problem: careProblemSchema,
              at: momentSchema,
              from: z.object({ memberId: idSchema, name: z.string() }),
              html: z.string().nullable().meta({ description: "The note; null where none was written." }),
            }),
          ),
        }),
      ),
      says: "With the notes that came with it.",
    },
    async readAsMember({ actor, services }) {
      const listed = await listHandedOver(services.store.database, actor);
      return fine({ handedOver: listed.map((one) => ({ ...one, problem: showProblem(one.problem) })) });
    },
  }),
  operation({
    id: "handOverShift",
    method: "post",
    path: "/communities/{slug}/queue/handover",
    tag,
    summary: "Hand over what the caller has, as at the end of a shift",
    description:
      "All of it or nothing. Handed to the caller, it stays with them until two hours into their next shift; who has not come back by then loses it to the ladder.",
    permission: "work on problems",
    body: named(
      "ShiftHandOver",
      z.strictObject({
        to: handOverTo,
        note: handOverNote.meta({ description: "For each problem that has none of its own." }),
        problems: z
          .array(z.strictObject({ id: bodyId, note: handOverNote }))
          .min(1)
          .max(100),
      }),
    ),
    success: { status: 204, says: "Handed over." },
    refusals: [
      ...(["problem-missing", "problem-over", "problem-taken", "not-a-solver"] as const),
      ...(["receiver-away", "team-missing", "body-too-long"] as const),
    ],
    async change(tx, { actor, body }) {
      const handed = await handOverShift(tx, actor, body);
      return handed.ok ? done : handed;
    },
  }),
];
