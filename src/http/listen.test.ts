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
