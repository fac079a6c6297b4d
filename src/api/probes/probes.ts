import { getConnInfo } from "@hono/node-server/conninfo";
import type { Community } from "../../community/index.ts";
import type { HttpContext, Route } from "../../http/index.ts";
import { type Refusal, RefusalError, refusal } from "../../kernel/index.ts";
import { readMigration } from "../../store/index.ts";
import { ensureAllowed, findCaller } from "../caller.ts";
import { answerProblem } from "../problem.ts";
import type { ApiServices } from "../services.ts";
import type { Metrics } from "./metrics.ts";
import { isOwnMachine } from "./own-machine.ts";

const metricsClosed = refusal(
  "forbidden",
  "metrics-closed",
  "These figures are for this machine itself, and for tokens that may see health.",
  "Ask from the machine itself, or send a token: /metrics?community=SLUG with Authorization: Bearer kith_….",
);
const notReady = refusal(
  "unavailable",
  "not-ready",
  "The database does not answer in time.",
  "Wait; kith doctor says what is wrong.",
);

/** Long enough for a database under load, and shorter than what balancers wait for. */
const readyWithinMs = 2_000;

/** `/health`: the process lives. `/ready`: it can answer. `/metrics`: figures for Prometheus. */
export function probeRoutes(
  services: ApiServices,
  communityAt: (slug: string) => Promise<Community | null>,
  metrics: Metrics,
): Route[] {
  async function ready(): Promise<Response> {
    const migration = await withinTime(readMigration(services.store.database));
    return plain({ status: "ready", migration });
  }

  async function showMetrics(c: HttpContext): Promise<Response> {
    await ensureMayMeasure(c);
    const { type, text } = await metrics.render();
    return new Response(text, { headers: { "content-type": type, "cache-control": "no-store" } });
  }

  async function ensureMayMeasure(c: HttpContext): Promise<void> {
    const machine = {
      connection: connectionOf(c),
      host: c.req.header("host"),
      forwarded: ["x-forwarded-for", "forwarded", "via", "x-real-ip"].some((name) => c.req.header(name) !== undefined),
      trustedProxies: services.configuration.trustedProxies,
    };
    if (isOwnMachine(machine)) return;
    const community = await communityAt(c.req.query("community") ?? "");
    if (!community) throw new RefusalError(metricsClosed);
    await ensureAllowed(c, services, await findCaller(c, services, community.id), "see health");
  }

  return [
    { method: "get", path: "/health", permission: "anyone", handle: () => plain({ status: "alive" }) },
    { method: "get", path: "/ready", permission: "anyone", handle: (c) => orProblem(c, ready) },
    { method: "get", path: "/metrics", permission: "anyone", handle: (c) => orProblem(c, () => showMetrics(c)) },
  ];
}

/** These addresses lie outside of the API's prefix, so their refusals are turned into problems here. */
async function orProblem(c: HttpContext, answer: () => Promise<Response>): Promise<Response> {
  try {
    return await answer();
  } catch (error) {
    if (error instanceof RefusalError) return answerProblem(c, error.refusal as Refusal);
    throw error;
  }
}

async function withinTime<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new RefusalError(notReady)), readyWithinMs);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

function plain(body: object): Response {
  return new Response(JSON.stringify(body), {
    headers: { "content-type": "application/json", "cache-control": "no-store" },
  });
}

function connectionOf(c: HttpContext): string | undefined {
  try {
    return getConnInfo(c).remote.address;
  } catch {
    // A request that was made without a connection.
    return undefined;
  }
}
