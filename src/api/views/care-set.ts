import * as z from "zod";
import { named } from "../openapi/named.ts";
import { pathId } from "../operations/fields.ts";
import { idSchema } from "./small.ts";

/** What was set for care. */
export const setSchema = named(
  "CareSet",
  z.object({
    id: idSchema,
    change: idSchema.meta({ description: "What to send to `undoCareSetting`, within ten minutes." }),
  }),
);

/** An id in a path, of what. */
export const pathIdOf = (what: string) => z.object({ id: pathId.meta({ description: `The ${what}'s id.` }) });
