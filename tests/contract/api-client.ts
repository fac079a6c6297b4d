import { type Accounts, type Actor, createToken, openAccounts, type Scope } from "../../src/accounts/index.ts";
import { createApiFace } from "../../src/api/index.ts";
import { triageByRules } from "../../src/care/index.ts";
import { createHttp, type Listening, listen } from "../../src/http/index.ts";
import { createLog, ok, unwrap } from "../../src/kernel/index.ts";
import type { Notifications } from "../../src/notifications/index.ts";
import { testNotifications } from "../factories/newsroom.ts";
import { buildVillage, type Village } from "../factories/people.ts";
import { searchByPostgres } from "../factories/search.ts";
import { openTestStore, type TestStore } from "../factories/store.ts";
import { type Answered, checkAnswer } from "./api-checker.ts";

export const publicUrl = "http://kith.test";

/** Calls operations as one member, or as a visitor. */
export type Caller = (
  method: string,
  path: string,
  body?: unknown,
  headers?: Record<string, string>,
) => Promise<Answered>;

/** The API in this process, on a database of its own, with a community to call it in. */
export interface ApiHouse extends TestStore {
  readonly village: Village;
  readonly visitor: Caller;
  /** For sessions: signs a person up, in this community or in none. */
  readonly accounts: Accounts;
  readonly notifications: Notifications;
  /** A caller with a fresh token of this member. */
  as(actor: Actor, scopes?: readonly Scope[]): Promise<Caller>;
  /** Sends a request as it stands. Every answer, of callers too, is held against the document. */
  send(request: Request): Promise<Answered>;
  /** Answers at a free port of this machine, too; the caller closes it. */
  listen(): Promise<Listening>;
}

const log = createLog("silent");

export async function openApiHouse(slug = "lamps"): Promise<ApiHouse> {
  const opened = await openTestStore();
  const { store } = opened;
  const village = await buildVillage(store, slug);
  const accounts = await openAccounts({
    store,
    log,
    publicUrl: () => publicUrl,
    secret: "a secret for tests that is long enough",
    sendSignInMail: async () => ok(undefined),
  });
  const notifications = await testNotifications(store);
  const api = createApiFace({
    store,
    search: searchByPostgres(store),
    accounts,
    notifications,
    triage: triageByRules,
    log,
    configuration: { trustedProxies: 0 },
    publicUrl: () => publicUrl,
  });
  const app = createHttp({
    log,
    assets: { addressOf: (name) => `/assets/${name}`, serve: () => null },
    faces: [api.face],
    secure: false,
    trustedProxies: 0,
    onAnswer: api.onAnswer,
  });

  async function send(request: Request): Promise<Answered> {
    const response = await app.fetch(request);
    const text = await response.text();
    const isJson = /json/.test(response.headers.get("content-type") ?? "");
    const { status, headers } = response;
    const answered = { status, headers, text, json: isJson ? JSON.parse(text) : undefined };
    checkAnswer(request.method, new URL(request.url).pathname, answered);
    return answered;
  }

  /** Paths that do not begin with a slash are below the community. */
  function caller(own: Record<string, string>): Caller {
    return (method, path, body, headers = {}) => {
      const address = path.startsWith("/") ? path : `/api/v1/communities/${slug}${path === "" ? "" : `/${path}`}`;
      const json = body === undefined ? {} : { "content-type": "application/json" };
      return send(
        new Request(publicUrl + address, {
          method,
          headers: { ...own, ...json, ...headers },
          ...(body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) }),
        }),
      );
    };
  }

  return {
    ...opened,
    accounts,
    notifications,
    village,
    visitor: caller({}),
    send,
    listen: () => listen(app, "127.0.0.1", 0),
    async as(actor, scopes = ["admin"]) {
      const { communityId, memberId } = actor;
      const wish = { name: "test", scopes, expiresAt: null };
      const { secret } = unwrap(await store.transact((tx) => createToken(tx, { communityId, memberId }, wish)));
      return caller({ authorization: `Bearer ${secret}` });
    },
  };
}
