import * as z from "zod";
import { bookWindows, readBook } from "../../care/index.ts";
import { named } from "../openapi/named.ts";
import { fine, operation } from "../operation.ts";
import { idSchema, momentSchema } from "../views/small.ts";
import { careTag as tag } from "./queue.ts";

const counted = z.int().nonnegative();
const part = z.number().min(0).max(1);
const share = z.object({ count: counted, of: counted, low: part, high: part });
const solvedBy = z.object({
  minutes: z.number().meta({ description: "Since the problem was opened." }),
  watched: counted.meta({ description: "How many were still watched then." }),
  share: part,
  low: part,
  high: part,
});
const minutes = z.number().nullable().meta({ description: "null where it is not reached." });

/** The open book. */
export const openBookOperations = [
  operation({
    id: "readBook",
    method: "get",
    path: "/communities/{slug}/book",
    tag,
    summary: "The open book: what becomes of the problems that are brought here",
    description:
      "Of all problems opened in the window, with those that still wait in the denominator (Kaplan-Meier, 95 % intervals).",
    permission: "read the community",
    query: z.object({
      days: z
        .enum(bookWindows.map(String) as ["30", "90", "365"])
        .default("90")
        .meta({ description: "How long ago the window begins." }),
    }),
    success: {
      status: 200,
      schema: named(
        "OpenBook",
        z.object({
          at: momentSchema,
          windowDays: z.int(),
          since: momentSchema,
          open: z.object({ day: counted, week: counted, month: counted, quarter: counted, older: counted }),
          opened: counted,
          outcomes: z.object({
            open: share,
            confirmed: share,
            "cannot-solve": share,
            duplicate: share,
            withdrawn: share,
          }),
          contested: counted,
          reopened: counted,
          curve: z.array(solvedBy),
          table: z.array(solvedBy),
          median: z.object({ minutes, low: minutes, high: minutes }),
          checks: z.array(
            z.object({
              kind: z.enum(["answer", "week", "month"]),
              asked: counted,
              solved: counted,
              notSolved: counted,
            }),
          ),
          signed: z.array(
            z.object({
              questionId: idSchema,
              title: z.string(),
              language: z.string().meta({ description: "Of the question: ISO 639." }),
              because: z.string(),
              instead: z.string(),
              signedBy: z.string(),
              at: momentSchema,
            }),
          ),
        }),
      ),
      says: "The figures, each with what it is a share of.",
    },
    async read({ community, query, services }) {
      const days = bookWindows.find((one) => String(one) === query.days) ?? 90;
      const { database, clock } = services.store;
      const { checks, ...book } = await readBook(database, community.id, days, clock.now());
      return fine({ ...book, checks: checks.map((one) => ({ ...one })) });
    },
  }),
];
