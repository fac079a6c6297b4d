import { RefusalError, refusal } from "../kernel/index.ts";

/** What Node says of a connection that cannot be made or broke. */
const systemCodes = new Set(
  "ECONNREFUSED ECONNRESET ENOENT EPIPE ETIMEDOUT EHOSTUNREACH ENETUNREACH ENOTFOUND EAI_AGAIN ENETDOWN".split(" "),
);

/**
 * What PostgreSQL says of the same (its manual, appendix A): class 08, shutting down, crashing, starting, too many connections, idle
 * too long, and a server that became a standby.
 */
const serverCodes = new Set("57P01 57P02 57P03 57P05 53300 25P03 25006".split(" "));

/** What pg says, which gives no codes. */
const clientMessages =
  /^(Connection terminated|Client has encountered a connection error|Client was closed|timeout exceeded when trying to connect|timeout expired|Cannot use a pool after calling end)/;

/** Whether an error says that the database cannot be reached, rather than that something was wrong with what it was asked. */
export function isConnectionTrouble(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (error instanceof AggregateError && error.errors.length > 0) return error.errors.every(isConnectionTrouble);
  const code = (error as NodeJS.ErrnoException).code ?? "";
  if (systemCodes.has(code) || serverCodes.has(code) || /^08...$/.test(code)) return true;
  return code === "" && clientMessages.test(error.message);
}

/**
 * Turns the database's own troubles into refusals that a person can be told; every other error, which is a bug, stays as it is.
 * `duringCommit` says that the transaction may or may not have become durable.
 */
export function asRefusal(error: unknown, duringCommit: boolean): unknown {
  if (isConnectionTrouble(error)) return duringCommit ? outcomeUnknown(error) : unavailable(error);
  switch ((error as NodeJS.ErrnoException | undefined)?.code) {
    case "40001":
    case "40P01":
      return refused(
        error,
        "database-busy",
        "Somebody else changed the same thing at the same moment, so nothing was saved.",
        "Try again.",
      );
    case "53100":
      return refused(
        error,
        "disk-full",
        "The disk of the database is full, so nothing was saved.",
        "Tell whoever runs this Kith; kith doctor shows how much room there is.",
      );
    default:
      return error;
  }
}

function unavailable(cause: unknown): RefusalError {
  return refused(
    cause,
    "database-unavailable",
    "The database cannot be reached just now, so nothing was read or saved.",
    "Try again in a few seconds.",
  );
}

function outcomeUnknown(cause: unknown): RefusalError {
  return refused(
    cause,
    "database-outcome-unknown",
    "The connection to the database broke while it was saving: it may have been saved or not.",
    "Look whether it is there before you send it again.",
  );
}

function refused(cause: unknown, code: string, message: string, next: string): RefusalError {
  const error = new RefusalError(refusal("unavailable", code, message, next));
  error.cause = cause;
  return error;
}
