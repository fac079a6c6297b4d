import { type Logger, pino } from "pino";
import { stackInSources } from "./stack-in-sources.ts";

export type Log = Logger;

/** Fields that hold secrets or personal data wherever they turn up; their values never reach the log. */
const redactedPaths = ["password", "token", "secret", "cookie", "authorization", "email", "body"].flatMap((name) => [
  name,
  `*.${name}`,
  `*.*.${name}`,
]);

/** Lines are written in blocks of this many bytes, or after this long: a write for each request would be a tenth of its cost. */
const blockBytes = 4096;
const flushEveryMs = 500;

/** An error as the log tells it; what is thrown and is none stays as it is. */
function errorTold(thrown: unknown): unknown {
  if (!(thrown instanceof Error)) return thrown;
  const told = pino.stdSerializers.err(thrown);
  return { ...told, stack: stackInSources(told.stack) };
}

/** JSON lines to standard error, so that standard output stays free for what a command prints. A clean end writes what waits. */
export function createLog(level: string): Log {
  const destination = pino.destination({ fd: 2, sync: false, minLength: level === "silent" ? 0 : blockBytes });
  setInterval(() => destination.flush(() => {}), flushEveryMs).unref();
  return pino(
    {
      level,
      base: null,
      redact: { paths: redactedPaths, censor: "[redacted]" },
      timestamp: pino.stdTimeFunctions.isoTime,
      serializers: { err: errorTold },
    },
    destination,
  );
}

/** The same log for lines whose fields are all known to hold no secrets: it does not look for any, which costs a tenth of a line. */
export function withoutRedaction(log: Log): Log {
  return log.child({}, { redact: [] });
}
