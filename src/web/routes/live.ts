import { streamSSE } from "hono/streaming";
import type { HttpContext, Route } from "../../http/index.ts";
import { readUnread } from "../../notifications/index.ts";
import { topicOf } from "../../store/index.ts";
import type { WebServices } from "../services.ts";
import { communityVisit, memberVisit } from "../visit.ts";
import { seeQuestion } from "./notifications.ts";
import { pathId } from "./question.ts";

/** Proxies cut connections on which nothing moves for a minute or so. */
const heartbeatMs = 25_000;
/** A page left open for hours connects again by itself; until then it holds one of the server's connections. */
const longestMs = 60 * 60 * 1000;

interface LiveEvent {
  readonly event: "ready" | "change" | "unread";
  readonly data: string;
}

/**
 * Server-sent events. `change`: something happened to the question, and the browser then fetches what is new. `unread`: how many
 * notifications the member has not read, and the words for it.
 */
export function liveRoutes(services: WebServices): Route[] {
  return [
    {
      method: "get",
      path: "/c/:slug/q/:id/live",
      permission: "read the community",
      handle: (c) => liveQuestion(c, services),
    },
    {
      method: "get",
      path: "/c/:slug/notifications/live",
      permission: "read own notifications",
      handle: (c) => stream(c, services, { member: liveUnread(c, services, null) }),
    },
  ];
}

function liveQuestion(c: HttpContext, services: WebServices): Response {
  const id = pathId(c);
  const { community, actor } = communityVisit(c);
  const topic = topicOf(community.id, "question", id);
  return stream(c, services, { topic, ...(actor ? { member: liveUnread(c, services, id) } : {}) });
}

interface LiveMember {
  readonly topic: string;
  read(): Promise<string>;
}

/** The unread number of the member who looks. On a question's page what is told about that question is seen as it comes. */
function liveUnread(c: HttpContext, services: WebServices, questionId: number | null): LiveMember {
  const { actor, page } = memberVisit(c);
  return {
    topic: topicOf(actor.communityId, "member", actor.memberId),
    async read() {
      if (questionId !== null) await seeQuestion(services, actor, questionId);
      const unread = await readUnread(services.store.database, actor.communityId, actor.memberId);
      return JSON.stringify({ unread, label: page.t.header.notifications(unread) });
    },
  };
}

function stream(
  c: HttpContext,
  services: WebServices,
  { topic, member }: { readonly topic?: string; readonly member?: LiveMember },
): Response {
  c.header("cache-control", "no-store");
  // Tells proxies such as nginx to pass each event on at once.
  c.header("x-accel-buffering", "no");
  return streamSSE(c, async (sse) => {
    const send = (event: LiveEvent) => sse.writeSSE(event);
    const tellUnread = async () => {
      try {
        if (member) await send({ event: "unread", data: await member.read() });
      } catch (error) {
        // The database may be away for a moment; the next page brings the number.
        services.log.warn({ err: error }, "an open page was not told what is unread");
      }
    };
    const unsubscribe = services.store.hints.subscribe((topics) => {
      if (topic && topics.includes(topic)) void send({ event: "change", data: topic });
      if (member && topics.includes(member.topic)) void tellUnread();
    });
    const ended = Promise.withResolvers<void>();
    sse.onAbort(ended.resolve);
    const heartbeat = setInterval(() => void sse.write(": still here\n\n"), heartbeatMs);
    const longest = setTimeout(ended.resolve, longestMs);
    await send({ event: "ready", data: topic ?? "" });
    await tellUnread();
    await ended.promise;
    clearInterval(heartbeat);
    clearTimeout(longest);
    unsubscribe();
  });
}
