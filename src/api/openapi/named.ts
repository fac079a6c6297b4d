import * as z from "zod";

/** The schemas that stand under `components` in the OpenAPI document, by name. */
export const namedSchemas = z.registry<{ id: string }>();

/** Gives a schema the name under which the document refers to it. */
export function named<S extends z.ZodType>(id: string, schema: S): S {
  namedSchemas.add(schema, { id });
  return schema;
}
