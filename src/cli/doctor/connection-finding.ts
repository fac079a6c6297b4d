import { RefusalError } from "../../kernel/index.ts";
import { type Finding, wrong } from "./finding.ts";

interface DatabaseError {
  readonly code?: string;
  readonly message: string;
}

/** Says why a database cannot be reached, in words that say what to do. Passwords stay out of it. */
export function connectionFinding(thrown: unknown, databaseUrl: string | null): Finding {
  if (thrown instanceof RefusalError) return wrong("database", thrown.refusal.message, thrown.refusal.next);
  const error = firstOf(thrown);
  if (databaseUrl === null) {
    return wrong(
      "database",
      `PostgreSQL runs, and does not answer as it should: ${error.message}.`,
      "Read postgres.log in the data folder.",
    );
  }
  return explain(error, new URL(databaseUrl));
}

function firstOf(thrown: unknown): DatabaseError {
  const found = thrown instanceof AggregateError ? thrown.errors[0] : thrown;
  return found instanceof Error ? found : { message: String(thrown) };
}

/** The codes are Node's own and PostgreSQL's (its manual, appendix A). */
function explain({ code = "", message }: DatabaseError, url: URL): Finding {
  const server = url.host || "this machine";
  const account = decodeURIComponent(url.username || url.searchParams.get("user") || "this account");
  const name = decodeURIComponent(url.pathname.slice(1));
  const say = (says: string, next: string) => wrong("database", says, next);
  switch (code) {
    case "28P01":
      return say(`The database refuses the password of ${account}.`, "Correct name and password in DATABASE_URL.");
    case "28000":
      return say(
        `The database does not let ${account} in from here: ${message}.`,
        "Make the account (create role … login), and let it in from this machine in pg_hba.conf.",
      );
    case "3D000":
      return say(
        `There is no database ${name} at ${server}.`,
        `Make it: create database "${name}" owner "${account}".`,
      );
    case "ENOTFOUND":
    case "EAI_AGAIN":
      return say(
        `There is no host ${url.hostname}.`,
        "Correct the host in DATABASE_URL, or look after the name server.",
      );
    case "ECONNREFUSED":
    case "ENOENT":
      return say(`Nobody listens at ${server}.`, "Start PostgreSQL there, or correct host and port in DATABASE_URL.");
    case "ETIMEDOUT":
    case "EHOSTUNREACH":
    case "ENETUNREACH":
      return say(`There is no way to ${server}.`, "Look after the network and firewalls between.");
    case "53300":
      return say("The database has no connection left.", "Raise its max_connections, or stop what uses them up.");
    case "57P03":
      return say("The database starts, stops or recovers just now.", "Try again in a minute.");
    case "DEPTH_ZERO_SELF_SIGNED_CERT":
    case "SELF_SIGNED_CERT_IN_CHAIN":
    case "UNABLE_TO_VERIFY_LEAF_SIGNATURE":
    case "ERR_TLS_CERT_ALTNAME_INVALID":
      return say(
        `The certificate of ${server} cannot be trusted: ${message}.`,
        "Name the certificate of its authority: add sslmode=verify-full&sslrootcert=/path/to/ca.pem to DATABASE_URL.",
      );
    default:
      return explainByWords(message, server);
  }
}

function explainByWords(message: string, server: string): Finding {
  if (/timeout/i.test(message)) {
    return wrong("database", `${server} does not answer in time.`, "Look after the network and firewalls between.");
  }
  if (/does not support SSL/i.test(message)) {
    return wrong(
      "database",
      `${server} speaks no encryption.`,
      "Take sslmode out of DATABASE_URL, or switch ssl on there.",
    );
  }
  if (/password must be a string|no password/i.test(message)) {
    return wrong(
      "database",
      "The database wants a password.",
      "Put one into DATABASE_URL: postgres://name:password@host/…",
    );
  }
  return wrong("database", `The database cannot be asked: ${message}.`, "Look into its log.");
}
