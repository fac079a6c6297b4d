import * as z from "zod";
import { may } from "../../accounts/index.ts";
import type { Operation } from "../operation.ts";
import { apiPrefix } from "../operations/addresses.ts";
import { communityListSchema } from "../operations/communities.ts";
import { type ProblemCode, problems } from "../problems.ts";
import { namedSchemas } from "./named.ts";
import "./problem-schema.ts";

type Json = Record<string, unknown>;

const reference = (name: string) => `#/components/schemas/${name}`;

/** The OpenAPI 3.1 document (https://spec.openapis.org/oas/v3.1.1), made of the schemas that check the requests. */
export function makeDocument(operations: readonly Operation[], origin: string, version: string): Json {
  const paths: Record<string, Json> = { "/communities": { get: communityList } };
  for (const operation of operations) {
    paths[operation.path] = { ...paths[operation.path], [operation.method]: describe(operation) };
  }
  return {
    openapi: "3.1.1",
    info: {
      title: "Kith",
      version,
      description:
        "Ask, find, answer and confirm in a Kith community. Times are ISO 8601 in UTC; ids are numbers; texts are Markdown, with the HTML made of it beside. Every problem is application/problem+json with a stable `code`.",
    },
    servers: [{ url: origin + apiPrefix }],
    security: [{ bearer: [] }, { session: [] }],
    tags: [...new Set(["Communities", ...operations.map(({ tag }) => tag)])].map((name) => ({ name })),
    paths,
    components: {
      securitySchemes: {
        bearer: {
          type: "http",
          scheme: "bearer",
          description:
            "An API token of the community: `kith_…`. It allows no more than its member may, within its scopes.",
        },
        session: {
          type: "apiKey",
          in: "cookie",
          name: "kith-session",
          description:
            "A browser's session, named `__Host-kith-session` over https. Changes nothing from another site.",
        },
      },
      schemas: componentSchemas(),
    },
  };
}

const communityList: Json = {
  operationId: "listCommunities",
  tags: ["Communities"],
  summary: "List the communities of this installation",
  security: [{}],
  responses: {
    200: { description: "By name; 500 at most.", content: jsonOf(communityListSchema) },
    ...problemResponses(["database-unavailable"]),
  },
};

function componentSchemas(): Json {
  const { schemas } = z.toJSONSchema(namedSchemas, { io: "input", uri: reference });
  return Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [name, tidy(schema as Json)]));
}

function describe(operation: Operation): Json {
  const { success } = operation;
  const visitors = may(null, operation.permission as "edit own messages", { ownerId: 0 });
  const open = visitors && "read" in operation;
  return {
    operationId: operation.id,
    tags: [operation.tag],
    summary: operation.summary,
    description: [operation.description, `Needs the permission "${operation.permission}".`].filter(Boolean).join(" "),
    ...(open ? { security: [{}, { bearer: [] }, { session: [] }] } : {}),
    parameters: parametersOf(operation),
    ...(operation.body
      ? { requestBody: { required: operation.bodyOptional !== true, content: jsonOf(operation.body) } }
      : {}),
    responses: {
      [success.status]: {
        description: success.says,
        ...(success.status === 201 ? { headers: { Location: { schema: { type: "string" } } } } : {}),
        ...(success.schema ? { content: jsonOf(success.schema) } : {}),
      },
      ...(operation.id === "getQuestion" ? { 304: { description: "Nothing changed since." } } : {}),
      ...problemResponses(codesOf(operation)),
    },
  };
}

/** Every code that an operation may refuse with: its own, and those that its checks imply. */
export function codesOf(operation: Operation): ProblemCode[] {
  const codes = new Set<ProblemCode>(["community-missing", "token-invalid", "scope-missing", "database-unavailable"]);
  const add = (...more: ProblemCode[]) => {
    for (const code of more) codes.add(code);
  };
  const visitors = may(null, operation.permission as "edit own messages", { ownerId: 0 }) && "read" in operation;
  if (operation.params) add("address-unknown");
  if (operation.query) add("input-invalid");
  if (operation.body) add("input-invalid", "json-broken", "content-type-unknown", "body-too-large");
  if (!visitors) add("sign-in-needed", "not-a-member", "not-allowed");
  if ("change" in operation) add("cross-site-refused", "database-busy", "database-outcome-unknown", "disk-full");
  if (operation.posts) add("too-many-requests");
  if (operation.creates) add("idempotency-key-invalid", "idempotency-key-reused");
  add(...(operation.refusals ?? []));
  return [...codes];
}

function problemResponses(codes: readonly ProblemCode[]): Json {
  const responses: Record<string, Json> = {};
  for (const code of codes) {
    const status = String(problems[code].status);
    const same = codes.filter((other) => String(problems[other].status) === status);
    responses[status] ??= {
      description: same.map((other) => `\`${other}\`: ${problems[other].means}`).join("\n\n"),
      content: {
        "application/problem+json": {
          schema: { allOf: [{ $ref: reference("Problem") }, { properties: { code: { enum: same } } }] },
        },
      },
    };
  }
  return responses;
}

function parametersOf(operation: Operation): Json[] {
  const slug = {
    name: "slug",
    in: "path",
    required: true,
    description: "The community's slug.",
    schema: { type: "string" },
  };
  const query = Object.entries((operation.query?.shape ?? {}) as Record<string, z.ZodType>);
  const inPath = Object.entries((operation.params?.shape ?? {}) as Record<string, z.ZodType>);
  return [
    slug,
    ...inPath.map(([name, schema]) => parameter(name, "path", schema)),
    ...query.map(([name, schema]) => parameter(name, "query", schema)),
    ...(operation.creates ? [idempotencyKey] : []),
  ];
}

const idempotencyKey: Json = {
  name: "Idempotency-Key",
  in: "header",
  required: false,
  description:
    "Something unique to this request, such as a UUID. Sent again with the same key within 24 hours, nothing is done twice: the first answer comes again, with `Idempotent-Replayed: true`.",
  schema: { type: "string", minLength: 1, maxLength: 255 },
};

function parameter(name: string, place: "path" | "query", schema: z.ZodType): Json {
  const { description, ...rest } = tidy(z.toJSONSchema(schema, { io: "input" }) as Json);
  const required = place === "path" || !schema.safeParse(undefined).success;
  return { name, in: place, required, ...(description ? { description } : {}), schema: rest };
}

function jsonOf(schema: z.ZodType): Json {
  const name = namedSchemas.get(schema)?.id;
  if (!name) throw new Error("what stands in a body has a name");
  return { "application/json": { schema: { $ref: reference(name) } } };
}

/** Without what belongs to a schema that stands alone, and without the patterns by which numbers are read from addresses. */
function tidy({ $schema: _, $id: __, ...schema }: Json): Json {
  if (schema.type === "integer") delete schema.pattern;
  return schema;
}
