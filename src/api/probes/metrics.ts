import { monitorEventLoopDelay, performance } from "node:perf_hooks";
import { Counter, Gauge, Histogram, Registry } from "prom-client";
import type { Clock } from "../../kernel/index.ts";
import { type Database, type Health, type PoolUse, readHealth, type Store } from "../../store/index.ts";

/** Figures for Prometheus: counts, times and sizes; never a name, a text, an address or an id. */
export interface Metrics {
  /** Told of every answer. `route` is a pattern, of which there are few, and never what somebody typed. */
  observe(answer: { route: string; method: string; status: number; ms: number }): void;
  /** The text that Prometheus reads (exposition format 0.0.4). */
  render(): Promise<{ type: string; text: string }>;
}

/** From a page out of memory to the longest that anybody waits. */
const bucketsSeconds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10];

const knownMethods = new Set(["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]);

/** Watching the event loop wakes the process up; ten times a second costs nothing that could be measured. */
const watchEveryMs = 100;

export function createMetrics({ database, clock, poolUse }: Pick<Store, "database" | "clock" | "poolUse">): Metrics {
  const registry = new Registry();
  const requests = new Histogram({
    name: "kith_http_request_duration_seconds",
    help: "Time from a request to its answer, by route.",
    labelNames: ["route", "method", "status"] as const,
    buckets: bucketsSeconds,
    registers: [registry],
  });
  const refreshStore = storeGauges(registry, database, clock);
  const refreshPool = poolGauges(registry, poolUse);
  const refreshProcess = processGauges(registry);

  return {
    observe({ route, method, status, ms }) {
      const known = knownMethods.has(method) ? method : "other";
      requests.observe({ route, method: known, status: String(status) }, ms / 1000);
    },
    async render() {
      refreshProcess();
      refreshPool();
      await refreshStore();
      return { type: registry.contentType, text: await registry.metrics() };
    },
  };
}

/** What the database tells; where it is away, `kith_database_up` is 0 and the others are left out. */
function storeGauges(registry: Registry, database: Database, clock: Clock): () => Promise<void> {
  const gauge = <L extends string>(name: string, help: string, labelNames: readonly L[] = []) =>
    new Gauge({ name, help, labelNames, registers: [registry] });
  const up = gauge("kith_database_up", "1 where the database answers.");
  const migration = gauge("kith_migration", "Number of the newest migration that was run.");
  const behind = gauge("kith_event_reader_behind_events", "Events that a reader has not handled yet.", ["reader"]);
  const lag = gauge("kith_event_reader_lag_seconds", "Age of the oldest event that a reader has not handled.", [
    "reader",
  ]);
  const failing = gauge("kith_event_reader_failing", "1 where a reader failed at its last try.", ["reader"]);
  const jobs = gauge("kith_jobs", "Jobs by state.", ["state"]);
  const connections = gauge("kith_database_connections", "Connections to this database by state.", ["state"]);

  return async () => {
    for (const one of [behind, lag, failing, jobs, connections, migration]) one.reset();
    let health: Health;
    try {
      health = await readHealth(database);
    } catch {
      up.set(0);
      return;
    }
    up.set(1);
    migration.set(health.migration);
    for (const reader of health.readers) {
      const ageMs = reader.oldestAt ? clock.now().getTime() - reader.oldestAt.getTime() : 0;
      behind.set({ reader: reader.name }, reader.behind);
      lag.set({ reader: reader.name }, Math.max(ageMs, 0) / 1000);
      failing.set({ reader: reader.name }, reader.failure === null ? 0 : 1);
    }
    for (const [state, count] of Object.entries(health.jobs)) jobs.set({ state }, count);
    for (const [state, count] of Object.entries(health.connections)) connections.set({ state }, count);
  };
}

/** How long the queue for a connection is: where it stands above 0 for long, there are too few or they are held too long. */
function poolGauges(registry: Registry, poolUse: () => PoolUse): () => void {
  const gauge = (name: string, help: string) => new Gauge({ name, help, registers: [registry] });
  const open = gauge("kith_database_pool_open", "Connections to the database that this process holds.");
  const idle = gauge("kith_database_pool_idle", "Those of them that nobody uses.");
  const waiting = gauge("kith_database_pool_waiting", "Queries and transactions that wait for a connection.");
  return () => {
    const use = poolUse();
    open.set(use.open);
    idle.set(use.idle);
    waiting.set(use.waiting);
  };
}

/** What the process itself tells, under the names that the Prometheus client libraries have agreed on. */
function processGauges(registry: Registry): () => void {
  const gauge = (name: string, help: string, labelNames: readonly string[] = []) =>
    new Gauge({ name, help, labelNames, registers: [registry] });
  const cpu = new Counter({
    name: "process_cpu_seconds_total",
    help: "User and system CPU time.",
    registers: [registry],
  });
  const resident = gauge("process_resident_memory_bytes", "Memory that the process holds.");
  const started = gauge("process_start_time_seconds", "When the process started, since 1970.");
  const heap = gauge("nodejs_heap_size_used_bytes", "Memory in use by JavaScript.");
  const busy = gauge(
    "nodejs_eventloop_utilization",
    "Share of time in which the event loop was busy, since the last look.",
  );
  const delay = gauge("nodejs_eventloop_lag_seconds", "Delay of the event loop since the last look.", ["quantile"]);
  started.set(performance.timeOrigin / 1000);

  // Watched from the first look on, so that an installation that nobody watches does not pay for it.
  let watch: ReturnType<typeof monitorEventLoopDelay> | undefined;
  let last = performance.eventLoopUtilization();
  let counted = 0;
  return () => {
    const { user, system } = process.cpuUsage();
    const total = (user + system) / 1e6;
    cpu.inc(total - counted);
    counted = total;
    const memory = process.memoryUsage();
    resident.set(memory.rss);
    heap.set(memory.heapUsed);
    const now = performance.eventLoopUtilization();
    busy.set(performance.eventLoopUtilization(now, last).utilization);
    last = now;
    if (!watch) {
      watch = monitorEventLoopDelay({ resolution: watchEveryMs });
      watch.enable();
    }
    for (const quantile of [50, 99]) {
      const lateMs = watch.percentile(quantile) / 1e6 - watchEveryMs;
      delay.set({ quantile: String(quantile / 100) }, Math.max(lateMs, 0) / 1000);
    }
    watch.reset();
  };
}
