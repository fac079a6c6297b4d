import { afterAll, beforeAll, expect, test } from "vitest";
import { type ApiHouse, openApiHouse } from "./api-client.ts";

let house: ApiHouse;
beforeAll(async () => {
  house = await openApiHouse();
});
afterAll(() => house.close());

test("a process that lives says so, and one that can answer, too", async () => {
  expect((await house.visitor("GET", "/health")).json).toEqual({ status: "alive" });
  expect((await house.visitor("GET", "/ready")).json).toEqual({ status: "ready", migration: expect.any(Number) });
});

test("figures are for tokens that may see health, and for this machine", async () => {
  const closed = await house.visitor("GET", "/metrics");
  expect(closed.json).toMatchObject({ status: 403, code: "metrics-closed" });
  const member = await house.as(await house.village.member("Ada"));
  expect((await member("GET", "/metrics?community=lamps")).json.code).toBe("not-allowed");
  expect((await member("GET", "/metrics?community=none")).json.code).toBe("metrics-closed");
  expect((await house.visitor("GET", "/metrics?community=lamps")).json.code).toBe("sign-in-needed");
  const analyst = await house.as(await house.village.member("Ann", ["analyst"]));
  expect((await analyst("GET", "/metrics?community=lamps")).status).toBe(200);
});

test("figures count answers by route and name nobody", async () => {
  const admin = await house.as(house.village.admin);
  await admin("GET", "me");
  await admin("GET", "me");
  await admin("GET", "search?q=Mrs+Miller");
  await house.visitor("BREW", "/api/v1/communities/lamps/me");
  const { text, headers } = await admin("GET", "/metrics?community=lamps");
  expect(headers.get("content-type")).toMatch(/^text\/plain; version=0\.0\.4/);
  expect(text).toMatch(
    /kith_http_request_duration_seconds_count\{route="\/api\/v1\/communities\/:slug\/me",method="GET",status="200"\} 2/,
  );
  expect(text).toMatch(/_count\{route="none",method="other",status="405"\} 1/);
  expect(text).toMatch(/kith_database_up 1/);
  expect(text).toMatch(/kith_database_pool_waiting 0/);
  expect(text).toMatch(/kith_jobs\{state="failed"\} 0/);
  expect(text).not.toMatch(/lamps|Admin|Miller|kith_[A-Za-z0-9_-]{43}/);
  for (const line of text.split("\n").filter((one) => one && !one.startsWith("#"))) {
    expect(line).toMatch(/^[a-z_]+(\{[^}]*\})? -?[\d.e+]+(Inf)?$/);
  }
});

test("this machine reads the figures without a token, and nobody through a proxy", async () => {
  const listening = await house.listen();
  try {
    const status = async (headers: Record<string, string> = {}) =>
      (await fetch(`http://127.0.0.1:${listening.port}/metrics`, { headers })).status;
    expect(await status()).toBe(200);
    expect(await status({ "x-forwarded-for": "127.0.0.1" })).toBe(403);
    expect(await status({ forwarded: "for=127.0.0.1" })).toBe(403);
  } finally {
    await listening.close();
  }
});

test("without its database the program lives, is not ready, and says so in its figures", async () => {
  const alone = await openApiHouse("alone");
  const listening = await alone.listen();
  try {
    await alone.store.close();
    const get = (path: string) => fetch(`http://127.0.0.1:${listening.port}${path}`);
    expect((await get("/health")).status).toBe(200);
    const ready = await get("/ready");
    expect(ready.status).toBe(503);
    expect(ready.headers.get("retry-after")).toBe("2");
    expect(await ready.json()).toMatchObject({ code: "database-unavailable" });
    const figures = await (await get("/metrics")).text();
    expect(figures).toMatch(/kith_database_up 0/);
    expect(figures).toMatch(/process_resident_memory_bytes \d/);
    expect(figures).not.toMatch(/kith_jobs\{/);
  } finally {
    await listening.close();
  }
});
