import { betterAuth } from "better-auth";
import { magicLink } from "better-auth/plugins/magic-link";
import type { Clock, Log } from "../../kernel/index.ts";
import type { Database } from "../../store/index.ts";
import { sessionCookieName } from "../actors/cookie.ts";
import { sessionLastsMs } from "../actors/read-actor.ts";
import { mailedLinkLastsMinutes } from "./mail-port.ts";
import { hashPassword, verifyPassword } from "./password.ts";

export interface BetterAuthOptions {
  readonly database: Database;
  readonly clock: Clock;
  readonly log: Log;
  readonly secret: string;
  readonly secure: boolean;
  readonly publicUrl: string;
}

/** Gets the secret of the link that was just made for an address. */
export type LinkReceiver = (secret: string) => void;

/** better-auth on our tables (docs/decisions/0002-accounts.md): its HTTP handler is not exposed, its functions are called. */
export type Auth = ReturnType<typeof createAuth>;

const times = { createdAt: "created_at", updatedAt: "updated_at" };

/** This file is imported when somebody signs in for the first time: better-auth takes half a second to load. */
export function createAuth({ database, clock, log, secret, secure, publicUrl }: BetterAuthOptions) {
  return betterAuth({
    baseURL: publicUrl,
    secret,
    database: { db: database, type: "postgres", transaction: true },
    user: { modelName: "person", fields: { ...times, emailVerified: "email_verified" } },
    session: {
      modelName: "session",
      expiresIn: sessionLastsMs / 1000,
      fields: {
        ...times,
        userId: "person_id",
        expiresAt: "expires_at",
        ipAddress: "ip_address",
        userAgent: "agent",
      },
    },
    account: {
      modelName: "credential",
      fields: {
        ...times,
        userId: "person_id",
        accountId: "account_id",
        providerId: "provider_id",
        accessToken: "access_token",
        refreshToken: "refresh_token",
        idToken: "id_token",
        accessTokenExpiresAt: "access_token_expires_at",
        refreshTokenExpiresAt: "refresh_token_expires_at",
      },
    },
    verification: { modelName: "verification", fields: { ...times, expiresAt: "expires_at" } },
    emailAndPassword: {
      enabled: true,
      // What a new password must be is decided before better-auth is asked (password.ts).
      minPasswordLength: 1,
      maxPasswordLength: 1024,
      password: { hash: hashPassword, verify: ({ hash, password }) => verifyPassword(hash, password) },
    },
    plugins: [
      magicLink({
        expiresIn: mailedLinkLastsMinutes * 60,
        storeToken: "hashed",
        sendMagicLink: ({ token, metadata }) => (metadata as { receive: LinkReceiver }).receive(token),
      }),
    ],
    databaseHooks: {
      session: {
        create: {
          // Sessions begin and end by Kith's clock. better-auth writes them and never reads them here.
          before: async (session) => ({
            data: {
              ...session,
              createdAt: clock.now(),
              updatedAt: clock.now(),
              expiresAt: new Date(clock.now().getTime() + sessionLastsMs),
            },
          }),
        },
      },
    },
    advanced: {
      useSecureCookies: false,
      cookies: { session_token: { name: sessionCookieName(secure), attributes: { secure } } },
      // Nobody needs to know where somebody signed in from.
      ipAddress: { disableIpTracking: true },
    },
    // Kith limits by allowances that all processes share.
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    // Its messages name e-mail addresses, so only that something failed is passed on.
    logger: { level: "error", log: (_level, message) => log.error({ part: "better-auth" }, message.split(":")[0]) },
  });
}
