import type { ServerResponse } from "node:http";
import { getConnInfo } from "@hono/node-server/conninfo";
import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { type Log, newRequestId, type Refusal, RefusalError, refusal, withoutRedaction } from "../kernel/index.ts";
import { callerAddress } from "./address.ts";
import type { Assets } from "./assets.ts";
import type { HttpContext, HttpEnv, Route } from "./route.ts";

/** One of the faces: its routes, and how it says no. */
export interface Face {
  /** Paths that begin so are this face's, also where no route fits; `/` takes the rest. */
  readonly prefix: string;
  readonly routes: readonly Route[];
  /** Lets a request through (null), or answers it: called before a route's handler. */
  admit(c: HttpContext, route: Route): Promise<Response | null>;
  /** Says no to a person or a program. */
  refuse(c: HttpContext, refused: Refusal): Response | Promise<Response>;
}

export interface HttpOptions {
  readonly log: Log;
  readonly assets: Assets;
  readonly faces: readonly Face[];
  /** Whether people reach this over https, at least from the outside. */
  readonly secure: boolean;
  readonly trustedProxies: number;
  /** Told of every answer, for metrics. */
  readonly onAnswer?: (answer: { route: string; method: string; status: number; ms: number }) => void;
}

/** A message has at most 30,000 characters, and a form a few fields more. */
const mostBytes = 512 * 1024;

const securityHeaders: Record<string, string> = {
  "content-security-policy":
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; manifest-src 'self'; " +
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  "x-content-type-options": "nosniff",
  "referrer-policy": "same-origin",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
};

const tooLarge = refusal(
  "invalid",
  "body-too-large",
  "This is more than a message can hold.",
  "Shorten it, or split it.",
);
/** Nothing has this address. */
export const pageMissing = refusal(
  "missing",
  "page-missing",
  "There is nothing at this address.",
  "Check the address, or search.",
);
const bug = refusal(
  "unavailable",
  "internal-error",
  "Something went wrong on our side.",
  "Try again in a moment. If it stays, tell an administrator the number below.",
);

/** Puts the faces behind one front door: request ids, log, safety headers, body limit, and one place where errors become answers. */
export function createHttp(options: HttpOptions): Hono<HttpEnv> {
  const { log } = options;
  const accessLog = withoutRedaction(log);
  const app = new Hono<HttpEnv>();
  const headers = Object.entries({
    ...securityHeaders,
    ...(options.secure ? { "strict-transport-security": "max-age=31536000; includeSubDomains" } : {}),
  });

  function tellAlways(tell: (name: string, value: string) => void, requestId: string): void {
    for (const [name, value] of headers) tell(name, value);
    tell("x-request-id", requestId);
  }

  app.use(async (c, next) => {
    const started = performance.now();
    const requestId = newRequestId();
    c.set("requestId", requestId);
    c.set("caller", () => callerAddress(connectionOf(c), c.req.header("x-forwarded-for"), options.trustedProxies));
    const outgoing = outgoingOf(c);
    if (outgoing) tellAlways((name, value) => outgoing.setHeader(name, value), requestId);
    await next();
    // A request that a test makes without a connection.
    if (!outgoing) tellAlways((name, value) => c.res.headers.set(name, value), requestId);
    const ms = Math.round((performance.now() - started) * 10) / 10;
    const answer = { method: c.req.method, route: c.get("route") ?? "none", status: c.res.status, ms };
    options.onAnswer?.(answer);
    accessLog.info({ requestId, path: c.req.path, ...answer }, "answered");
  });
  const limitBody = bodyLimit({
    maxSize: mostBytes,
    onError: (c) => refuse(c as HttpContext, { ...tooLarge, status: 413 }),
  });
  // Looking for a body makes a whole Request of what mostly is a line and some headers; nobody reads the body of a GET, and Node
  // lets nobody send more than the length that was announced.
  app.use((c, next) => (c.req.method === "GET" || c.req.method === "HEAD" || isShort(c) ? next() : limitBody(c, next)));
  app.get(
    "/assets/*",
    (c) => options.assets.serve(c.req.path, c.req.header("accept-encoding")) ?? refuse(c, pageMissing),
  );
  for (const path of ["/favicon.svg", "/robots.txt"]) {
    app.get(path, (c) => options.assets.serve(path, c.req.header("accept-encoding")) ?? refuse(c, pageMissing));
  }
  for (const face of options.faces) for (const route of face.routes) mount(app, face, route);

  app.notFound((c) => refuse(c, pageMissing));
  app.onError((error, c) => {
    if (error instanceof RefusalError) return refuse(c, error.refusal);
    log.error({ err: error, requestId: c.get("requestId"), path: c.req.path }, "a request failed");
    return refuse(c, { ...bug, status: 500 });
  });

  function refuse(c: HttpContext, refused: Refusal): Response | Promise<Response> {
    const face = options.faces.find(({ prefix }) => c.req.path.startsWith(prefix));
    if (!face) throw new Error("no face takes this path");
    return face.refuse(c, refused);
  }
  return app;
}

/** Whether a body was announced with a length that a message may have. */
function isShort(c: HttpContext): boolean {
  const length = c.req.header("content-length");
  return length !== undefined && Number(length) <= mostBytes && c.req.header("transfer-encoding") === undefined;
}

function mount(app: Hono<HttpEnv>, face: Face, route: Route): void {
  app.on(route.method.toUpperCase(), route.path, async (c) => {
    c.set("route", route.path);
    return (await face.admit(c, route)) ?? route.handle(c);
  });
}

/** Node's own answer, whose headers cost a tenth of those of a Response; none in tests. */
function outgoingOf(c: HttpContext): Pick<ServerResponse, "setHeader"> | undefined {
  return (c.env as { readonly outgoing?: ServerResponse } | undefined)?.outgoing;
}

function connectionOf(c: HttpContext): string | undefined {
  try {
    return getConnInfo(c).remote.address;
  } catch {
    // Requests that a test makes without a connection.
    return undefined;
  }
}
