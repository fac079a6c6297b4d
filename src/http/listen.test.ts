import { once } from "node:events";
import { Agent, get } from "node:http";
import { connect } from "node:net";
import { Hono } from "hono";
import { streamSSE } from "hono/streaming";
import { expect, test } from "vitest";
import { listen } from "./listen.ts";
import type { HttpEnv } from "./route.ts";

test("live pages that are open do not hold up the end", async () => {
  const app = new Hono<HttpEnv>();
  const aborted = Promise.withResolvers<void>();
  app.get("/live", (c) =>
    streamSSE(c, async (stream) => {
      stream.onAbort(aborted.resolve);
      await stream.writeSSE({ event: "ready", data: "" });
      await aborted.promise;
    }),
  );
  const listening = await listen(app, "127.0.0.1", 0);
  const headers = { accept: "text/event-stream" };
  const response = await fetch(`http://127.0.0.1:${listening.port}/live`, { headers });
  const reader = response.body?.getReader();
  await reader?.read();
  const before = performance.now();
  await listening.close();
  // What does not end by itself is cut after ten seconds.
  expect(performance.now() - before).toBeLessThan(9_000);
  await aborted.promise;
  await expect(reader?.read()).rejects.toThrow();
});

test("a connection on which nothing is asked does not hold up the end", async () => {
  const listening = await listen(new Hono<HttpEnv>(), "127.0.0.1", 0);
  const [fresh, halfway] = [connect(listening.port, "127.0.0.1"), connect(listening.port, "127.0.0.1")];
  await Promise.all([once(fresh, "connect"), once(halfway, "connect")]);
  halfway.write("GET / HT");
  // Node tells of a connection a moment after its client is told.
  await fetch(`http://127.0.0.1:${listening.port}/`);
  const before = performance.now();
  await listening.close();
  expect(performance.now() - before).toBeLessThan(9_000);
});

test("what is being answered is answered to its end, and its connection is not used any more", async () => {
  const app = new Hono<HttpEnv>();
  const asked = Promise.withResolvers<void>();
  const answer = Promise.withResolvers<void>();
  app.get("/", async (c) => {
    asked.resolve();
    await answer.promise;
    return c.text("answered");
  });
  const listening = await listen(app, "127.0.0.1", 0);
  const agent = new Agent({ keepAlive: true });
  const request = get({ port: listening.port, host: "127.0.0.1", agent });
  await asked.promise;
  const closed = listening.close();
  answer.resolve();
  const [response] = await once(request, "response");
  expect(response.headers.connection).toBe("close");
  expect(await new Response(response).text()).toBe("answered");
  await closed;
});
