import { streamSSE } from "hono/streaming";
import type { HttpContext, Route } from "../../http/index.ts";
import { topicOf } from "../../store/index.ts";
import type { WebServices } from "../services.ts";
import { communityVisit } from "../visit.ts";
import { pathId } from "./question.ts";

/** Proxies cut connections on which nothing moves for a minute or so. */
const heartbeatMs = 25_000;
/** A page left open for hours connects again by itself; until then it holds one of the server's connections. */
const longestMs = 60 * 60 * 1000;

/** Server-sent events of a question: `change`, whenever something happened to it. The browser then fetches what is new. */
export function liveRoutes(services: WebServices): Route[] {
  return [
    {
      method: "get",
      path: "/c/:slug/q/:id/live",
      permission: "read the community",
      handle: (c) => liveQuestion(c, services),
    },
  ];
}

function liveQuestion(c: HttpContext, services: WebServices): Response {
  const topic = topicOf(communityVisit(c).community.id, "question", pathId(c));
  c.header("cache-control", "no-store");
  // Tells proxies such as nginx to pass each event on at once.
  c.header("x-accel-buffering", "no");
  return streamSSE(c, async (stream) => {
    const unsubscribe = services.store.hints.subscribe((topics) => {
      if (topics.includes(topic)) void stream.writeSSE({ event: "change", data: topic });
    });
    const ended = Promise.withResolvers<void>();
    stream.onAbort(ended.resolve);
    const heartbeat = setInterval(() => void stream.write(": still here\n\n"), heartbeatMs);
    const longest = setTimeout(ended.resolve, longestMs);
    await stream.writeSSE({ event: "ready", data: topic });
    await ended.promise;
    clearInterval(heartbeat);
    clearTimeout(longest);
    unsubscribe();
  });
}
