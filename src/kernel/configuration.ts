import path from "node:path";
import * as z from "zod";
import { RefusalError, refusal } from "./errors.ts";

/** Every setting Kith reads from its environment. docs/configuration.md lists them for administrators. */
const configurationSchema = z.object({
  /** Port to listen on; 0 takes a free one. */
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  /** Address to listen on. */
  HOST: z.string().default("127.0.0.1"),
  /** The address that people type, used in mails and links; by default made of host and port. */
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  /** Folder of all lasting data, when Kith runs its own PostgreSQL. */
  KITH_DATA: z.string().default("./data"),
  /** Your own PostgreSQL; without it Kith starts one in KITH_DATA. */
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  /** Mail server, as smtp://name:password@host:port; without it mails stay in the outbox for administrators. */
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  /** Sender of mails. */
  MAIL_FROM: z.string().default("Kith <kith@localhost>"),
  /** fatal, error, warn, info, debug or trace. */
  LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"]).default("info"),
  /** Signs session cookies, 32 characters at least; without it Kith makes one and keeps it in its database. */
  KITH_SECRET: z.string().min(32).optional(),
  /** How many proxies in front of Kith may be believed about the caller's address (X-Forwarded-For). */
  TRUSTED_PROXIES: z.coerce.number().int().min(0).max(10).default(0),
  /** Whether each process holds search indexes in memory, or PostgreSQL does the searching. */
  KITH_SEARCH: z.enum(["memory", "postgres"]).default("memory"),
  /** Questions of the largest community whose index is held in memory; larger ones are searched by PostgreSQL. */
  KITH_SEARCH_LARGEST: z.coerce.number().int().min(0).max(10_000_000).default(1_000_000),
  /** An embedding service with the OpenAI-compatible interface, up to what `/embeddings` is put behind; without it nothing leaves Kith. */
  KITH_EMBEDDINGS_URL: z.url({ protocol: /^https?$/ }).optional(),
  /** Its key, sent as a bearer token. */
  KITH_EMBEDDINGS_KEY: z.string().optional(),
  /** Which of its models. */
  KITH_EMBEDDINGS_MODEL: z.string().max(200).optional(),
});

export interface Configuration {
  readonly port: number;
  readonly host: string;
  readonly publicUrl: string | null;
  readonly dataFolder: string;
  readonly databaseUrl: string | null;
  readonly smtpUrl: string | null;
  readonly mailFrom: string;
  readonly logLevel: string;
  readonly secret: string | null;
  readonly trustedProxies: number;
  readonly search: { readonly mode: "memory" | "postgres"; readonly largest: number };
  readonly embeddings: { readonly url: string; readonly key: string | null; readonly model: string } | null;
}

/**
 * Reads the configuration; an environment variable that is set but empty counts as not set.
 * Throws a `configuration-invalid` refusal that names every wrong variable.
 */
export function readConfiguration(environment: Record<string, string | undefined> = process.env): Configuration {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ""));
  const parsed = configurationSchema.safeParse(given);
  if (!parsed.success) {
    const wrong = parsed.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`).join("; ");
    throw invalid(wrong);
  }
  const value = parsed.data;
  if ((value.KITH_EMBEDDINGS_URL === undefined) !== (value.KITH_EMBEDDINGS_MODEL === undefined)) {
    throw invalid("KITH_EMBEDDINGS_URL and KITH_EMBEDDINGS_MODEL belong together");
  }
  return {
    port: value.PORT,
    host: value.HOST,
    publicUrl: value.PUBLIC_URL?.replace(/\/+$/, "") ?? null,
    dataFolder: path.resolve(value.KITH_DATA),
    databaseUrl: value.DATABASE_URL ?? null,
    smtpUrl: value.SMTP_URL ?? null,
    mailFrom: value.MAIL_FROM,
    logLevel: value.LOG_LEVEL,
    secret: value.KITH_SECRET ?? null,
    trustedProxies: value.TRUSTED_PROXIES,
    search: { mode: value.KITH_SEARCH, largest: value.KITH_SEARCH_LARGEST },
    embeddings:
      value.KITH_EMBEDDINGS_URL && value.KITH_EMBEDDINGS_MODEL
        ? {
            url: value.KITH_EMBEDDINGS_URL,
            key: value.KITH_EMBEDDINGS_KEY ?? null,
            model: value.KITH_EMBEDDINGS_MODEL,
          }
        : null,
  };
}

function invalid(wrong: string): RefusalError {
  return new RefusalError(
    refusal(
      "invalid",
      "configuration-invalid",
      `The configuration cannot be used. ${wrong}.`,
      "Correct these environment variables; docs/configuration.md lists them all.",
    ),
  );
}
