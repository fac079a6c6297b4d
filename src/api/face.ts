import { rememberCommunities } from "../community/index.ts";
import { type Face, type HttpContext, type HttpOptions, type Route, respond } from "../http/index.ts";
import { makeDocument } from "./openapi/document.ts";
import type { Operation } from "./operation.ts";
import { apiPrefix } from "./operations/addresses.ts";
import { showCommunities } from "./operations/communities.ts";
import { operations } from "./operations/index.ts";
import { perform } from "./perform.ts";
import { createMetrics } from "./probes/metrics.ts";
import { probeRoutes } from "./probes/probes.ts";
import { answerProblem } from "./problem.ts";
import type { ApiServices } from "./services.ts";
import { refuseUnknown } from "./unknown-address.ts";

const documentPath = "/api/openapi.json";
const listPath = `${apiPrefix}/communities`;

/** The version of the API that the document tells; a change that breaks programs makes a /api/v2. */
const version = "1.0.0";

/** The API, and the figures that it keeps of every answer of either face. */
export interface Api {
  readonly face: Face;
  readonly onAnswer: NonNullable<HttpOptions["onAnswer"]>;
}

/** The public REST API, the probes for operators, and the document that describes the API. */
export function createApiFace(services: ApiServices): Api {
  const communityAt = rememberCommunities(services.store);
  const metrics = createMetrics(services.store);
  const refuseAddress = refuseUnknown([
    ...operations.map(({ method, path }) => ({ method, path: apiPrefix + path })),
    { method: "get", path: listPath },
    { method: "get", path: documentPath },
  ]);
  const routes: Route[] = [
    ...operations.map((operation) => routeOf(operation)),
    { method: "get", path: listPath, permission: "anyone", handle: listCommunities },
    { method: "get", path: documentPath, permission: "anyone", handle: showDocument },
    ...probeRoutes(services, communityAt, metrics),
  ];
  let document: { readonly origin: string; readonly text: string } | undefined;

  function routeOf(operation: Operation): Route {
    return {
      method: operation.method,
      path: apiPrefix + operation.path.replace(/\{(\w+)\}/g, ":$1"),
      permission: operation.permission,
      handle: (c) => perform(operation, services, communityAt, c),
    };
  }

  async function listCommunities(c: HttpContext): Promise<Response> {
    return json(c, JSON.stringify(await showCommunities(services.store.database)), "no-cache");
  }

  /** Made at the first request: it takes some milliseconds that a start does not need. */
  function showDocument(c: HttpContext): Response {
    const origin = services.publicUrl();
    if (document?.origin !== origin) {
      document = { origin, text: JSON.stringify(makeDocument(operations, origin, version)) };
    }
    return json(c, document.text, "public, max-age=300");
  }

  return {
    face: {
      prefix: "/api/",
      routes,
      // Each operation asks who comes and what they may, with what only it knows; see perform.ts.
      admit: async () => null,
      refuse: (c, refused) => answerProblem(c, refused.code === "page-missing" ? refuseAddress(c) : refused),
    },
    onAnswer: metrics.observe,
  };
}

function json(c: HttpContext, text: string, cache: string): Response {
  const headers = { "cache-control": cache };
  return respond(c.req.header("accept-encoding"), text, { type: "application/json", headers });
}
