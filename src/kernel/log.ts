import { type Logger, pino } from "pino";

export type Log = Logger;

/** Fields that hold secrets or personal data wherever they turn up; their values never reach the log. */
const redactedPaths = ["password", "token", "secret", "cookie", "authorization", "email", "body"].flatMap((name) => [
  name,
  `*.${name}`,
  `*.*.${name}`,
]);

/** JSON lines to standard error, so that standard output stays free for what a command prints. */
export function createLog(level: string): Log {
  return pino(
    {
      level,
      base: null,
      redact: { paths: redactedPaths, censor: "[redacted]" },
      timestamp: pino.stdTimeFunctions.isoTime,
    },
    pino.destination({ fd: 2, sync: false }),
  );
}
