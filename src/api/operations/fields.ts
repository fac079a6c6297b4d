import * as z from "zod";
import { cleanText } from "../../kernel/index.ts";

const wholeNumber = "This must be a whole number.";

/** An id in a path. One that cannot be an id is an unknown address. */
export const pathId = z
  .string()
  .regex(/^[1-9]\d{0,14}$/)
  .transform(Number)
  .meta({ type: "integer", minimum: 1, examples: [12] });

/** A name in a path or a query; the database cannot hold every text, so it is made storable first. */
export const storable = z.string().transform(cleanText);

export const groupInPath = storable.meta({ description: "The group's slug.", examples: ["lamps"] });

/** How many entries a list has. */
export function limitOf(usual: number, most: number) {
  const sentence = `This must be a whole number from 1 to ${most}.`;
  return z
    .string(sentence)
    .regex(/^\d{1,4}$/, sentence)
    .transform(Number)
    .refine((limit) => limit >= 1 && limit <= most, sentence)
    .default(usual)
    .meta({ type: "integer", minimum: 1, maximum: most, default: usual, description: "How many, at most." });
}

/** A page number, counted from 1. */
export const pageNumber = z
  .string(wholeNumber)
  .regex(/^[1-9]\d{0,5}$/, wholeNumber)
  .transform(Number)
  .default(1)
  .meta({ type: "integer", minimum: 1, default: 1 });

/** An id in a query. */
export const queryId = z
  .string(wholeNumber)
  .regex(/^[1-9]\d{0,14}$/, wholeNumber)
  .transform(Number)
  .meta({ type: "integer", minimum: 1 });

/** Where a list goes on; only what a list gave as `next` is understood. */
export function afterOf<T>(read: (text: string) => T | null) {
  return z
    .string()
    .transform((text, context) => {
      const place = read(text);
      if (place !== null) return place;
      context.addIssue({ code: "custom", message: "Send what the list gave as `next`, unchanged." });
      return z.NEVER;
    })
    .optional()
    .meta({ description: "What the list before gave as `next`.", type: "string" });
}

/** Where a list goes on that is ordered by ids. */
export const afterId = () => afterOf((text) => (/^[1-9]\d{0,14}$/.test(text) ? Number(text) : null));

// Lengths of texts are documented here and checked by the verbs, which count characters as people do.
export const titleField = z
  .string()
  .meta({ minLength: 3, maxLength: 200, description: "One line.", examples: ["The lamp flickers"] });
export const bodyField = z
  .string()
  .meta({ minLength: 1, maxLength: 30_000, description: "Markdown.", examples: ["It flickers *since today*."] });
export const languageField = z
  .string()
  .nullable()
  .meta({ description: "ISO 639-1: what it is written in. Null leaves that to its words.", examples: ["de", null] });
export const tagsField = z
  .array(z.string())
  .meta({ maxItems: 5, description: "Each at most 50 characters.", examples: [["lamp", "power"]] });
