import type { IncomingMessage } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import { createAdaptorServer } from "@hono/node-server";
import type { Hono } from "hono";
import { RefusalError, refusal } from "../kernel/index.ts";
import type { HttpEnv } from "./route.ts";

export interface Listening {
  readonly port: number;
  /** Stops taking requests, cuts live pages, lets everything else under way end, and cuts what is still open after ten seconds. */
  close(): Promise<void>;
}

const graceMs = 10_000;

/** Listens at an address; port 0 takes a free one. Refuses with `port-taken` where another program has it. */
export async function listen(app: Hono<HttpEnv>, host: string, port: number): Promise<Listening> {
  const server = createAdaptorServer({ fetch: app.fetch });
  await new Promise<void>((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) =>
      reject(error.code === "EADDRINUSE" ? portTaken(port) : error),
    );
    server.listen(port, host, resolve);
  });
  // Live pages are open for as long as somebody looks at them; their browsers connect again by themselves.
  const live = new Set<Socket>();
  server.on("request", ({ headers, socket }: IncomingMessage) => {
    if (headers.accept !== "text/event-stream" || live.has(socket)) return;
    live.add(socket);
    socket.once("close", () => live.delete(socket));
  });
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        const timer = setTimeout(() => "closeAllConnections" in server && server.closeAllConnections(), graceMs);
        server.close(() => {
          clearTimeout(timer);
          resolve();
        });
        for (const socket of live) socket.destroy();
        if ("closeIdleConnections" in server) server.closeIdleConnections();
      }),
  };
}

function portTaken(port: number): RefusalError {
  return new RefusalError(
    refusal(
      "conflict",
      "port-taken",
      `Another program listens on port ${port}.`,
      "Stop it, or set PORT to another number (0 takes a free one).",
    ),
  );
}
