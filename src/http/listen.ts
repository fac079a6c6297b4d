import type { IncomingMessage, ServerResponse } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import { createAdaptorServer } from "@hono/node-server";
import type { Hono } from "hono";
import { RefusalError, refusal } from "../kernel/index.ts";
import type { HttpEnv } from "./route.ts";

export interface Listening {
  readonly port: number;
  /** Stops taking requests, cuts live pages and who asks nothing, lets what is being answered end, and cuts it after ten seconds. */
  close(): Promise<void>;
}

const graceMs = 10_000;

/** Listens at an address; port 0 takes a free one. Refuses with `port-taken` where another program has it. */
export async function listen(app: Hono<HttpEnv>, host: string, port: number): Promise<Listening> {
  const server = createAdaptorServer({ fetch: app.fetch });
  /** What is being answered on each connection, live pages left out. */
  const open = new Map<Socket, Set<ServerResponse>>();
  let closing = false;
  server.on("connection", (socket: Socket) => {
    open.set(socket, new Set());
    socket.once("close", () => open.delete(socket));
  });
  server.prependListener("request", ({ headers, socket }: IncomingMessage, response: ServerResponse) => {
    if (headers.accept === "text/event-stream") return void (closing && socket.destroy());
    const answers = open.get(socket);
    answers?.add(response);
    if (closing) response.shouldKeepAlive = false;
    response.once("close", () => {
      answers?.delete(response);
      if (closing && answers?.size === 0) socket.destroySoon();
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) =>
      reject(error.code === "EADDRINUSE" ? portTaken(port) : error),
    );
    server.listen(port, host, resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        closing = true;
        const timer = setTimeout(() => "closeAllConnections" in server && server.closeAllConnections(), graceMs);
        server.close(() => {
          clearTimeout(timer);
          resolve();
        });
        // A live page is open for as long as somebody looks at it, and a browser connects before it has anything to ask, or goes on to
        // ask on the connection it has: none of them is waited for, and they connect again by themselves.
        for (const [socket, answers] of open) {
          if (answers.size === 0) socket.destroy();
          for (const answer of answers) answer.shouldKeepAlive = false;
        }
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
