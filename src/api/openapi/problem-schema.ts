import * as z from "zod";
import { named } from "./named.ts";

/** Problem details for HTTP (RFC 9457), with Kith's own members. */
export const problemSchema = named(
  "Problem",
  z.object({
    type: z.string().meta({ description: "Names the kind of problem.", examples: ["urn:kith:problem:title-length"] }),
    title: z.string().meta({ examples: ["Title length"] }),
    status: z.int().meta({ examples: [422] }),
    detail: z.string().meta({
      description: "What happened, in a sentence for people.",
      examples: ["The title needs at least 3 characters."],
    }),
    code: z.string().meta({ description: "Stable; programs decide by it.", examples: ["title-length"] }),
    next: z.string().meta({
      description: "What to do, in a sentence for people.",
      examples: ["Say in one line what the problem is."],
    }),
    fields: z.record(z.string(), z.string()).optional().meta({ description: "What is wrong with single fields." }),
    requestId: z.string().optional().meta({ description: "Names the request in the log." }),
  }),
);
