import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Actor, createOneTimeSignIn, type GrantableRole, isRole } from "../../src/accounts/index.ts";
import { createApiFace } from "../../src/api/index.ts";
import { triageByRules } from "../../src/care/index.ts";
import { createCommunity } from "../../src/community/index.ts";
import { createHttp, type Face, makeFormToken, type Route } from "../../src/http/index.ts";
import { createLog, ok, unwrap } from "../../src/kernel/index.ts";
import { createWebFace } from "../../src/web/index.ts";
import { aMember, cookieHeaderOf, testAccounts } from "../factories/accounts.ts";
import { testNotifications } from "../factories/newsroom.ts";
import { searchByPostgres } from "../factories/search.ts";
import { openTestStore, type TestStore } from "../factories/store.ts";
import { everybody, type Who, whoMayWhat } from "./who-may-what.ts";

const log = createLog("silent");
const origin = "http://localhost:3000";
const slug = "walk";

let opened: TestStore;
let faces: readonly Face[];
let send: (request: Request) => Promise<Response>;
const sessions = new Map<Who, { cookie: string; actor: Actor }>();

beforeAll(async () => {
  opened = await openTestStore();
  const { store } = opened;
  const { accounts } = await testAccounts(store, origin);
  const community = unwrap(
    await store.transact((tx) => createCommunity(tx, { slug, name: "Walk", description: "", locale: "en" })),
  );
  for (const who of everybody) {
    if (who === "visitor") continue;
    const roles: GrantableRole[] = isRole(who) ? [who] : [];
    const { personId } = await aMember(store, community.id, { name: who, roles });
    const secret = unwrap(await store.transact(async (tx) => ok(await createOneTimeSignIn(tx, personId))));
    const { setCookie } = unwrap(await accounts.useOneTimeSignIn(secret, { address: "test", agent: null }));
    const cookie = cookieHeaderOf(setCookie);
    const actor = await accounts.readActor(cookie, community.id);
    if (!actor) throw new Error(`${who} is not signed in`);
    sessions.set(who, { cookie, actor });
  }
  const assets = { addressOf: (name: string) => `/assets/${name}`, serve: () => null };
  const configuration = { smtpUrl: null, trustedProxies: 0 };
  const services = {
    ...{ store, search: searchByPostgres(store), accounts, log, configuration, assets },
    ...{ notifications: await testNotifications(store), triage: triageByRules },
    ...{ publicUrl: () => origin, version: "test", databaseName: "test" },
  };
  faces = [createApiFace(services).face, entered(createWebFace(services))];
  const app = createHttp({ log, assets, faces, secure: false, trustedProxies: 0 });
  send = async (request) => app.fetch(request);
});
afterAll(() => opened?.close());

/** The pages with their handlers taken out: what is walked is who comes in, and a page's own work must not hide it. */
function entered(face: Face): Face {
  return { ...face, routes: face.routes.map((route) => ({ ...route, handle: () => new Response("in") })) };
}

function nameOf({ method, path }: Route): string {
  return `${method.toUpperCase()} ${path}`;
}

/** Whether somebody comes in at an address: nobody is sent away to sign in, or told that they may not. */
async function comesIn(address: string, who: Who): Promise<boolean> {
  const [method = "", pattern = ""] = address.split(" ");
  const session = sessions.get(who);
  const path = pattern
    .replace(":slug", slug)
    .replace(/:(id|questionId)/g, "999999")
    .replace(":role", "solver")
    .replace(/:\w+/g, "nothing");
  const headers = new Headers({ host: "localhost:3000" });
  if (session) headers.set("cookie", session.cookie);
  const isApi = path.startsWith("/api/");
  const init: RequestInit = { method, headers };
  if (method !== "GET") {
    const visitorKey = "a visitor's own key";
    if (!session) headers.set("cookie", `kith-form=${encodeURIComponent(visitorKey)}`);
    headers.set("content-type", isApi ? "application/json" : "application/x-www-form-urlencoded");
    const csrf = makeFormToken(session?.actor.sessionKey ?? visitorKey);
    init.body = isApi ? "{}" : new URLSearchParams({ csrf }).toString();
  }
  const query = path === "/metrics" ? `?community=${slug}` : "";
  const response = await send(new Request(origin + path + query, init));
  if (response.status === 303) return !(response.headers.get("location") ?? "").startsWith("/sign-in");
  if (response.status === 403) return /not-yours|not-the-asker/.test(await response.text());
  return response.status !== 401;
}

describe("who comes in where", () => {
  it("has a line for every route of both faces, and no line for a route that is gone", () => {
    const routes = faces.flatMap((face) => face.routes.map(nameOf));
    expect(routes.length).toBeGreaterThan(100);
    expect([...new Set(routes)].sort()).toEqual([...whoMayWhat.keys()].sort());
  });

  it.each([...whoMayWhat])("%s", async (address, allowed) => {
    const outcome = Object.fromEntries(
      await Promise.all(everybody.map(async (who) => [who, await comesIn(address, who)] as const)),
    );
    expect(outcome).toEqual(Object.fromEntries(everybody.map((who) => [who, allowed.includes(who)])));
  });
});
