import { streamSSE } from "hono/streaming";
import type { Actor } from "../../accounts/index.ts";
import {
  bePresent,
  findProblemOfQuestion,
  findProblemPlace,
  leave,
  presenceRenewsMs,
  presenceTopic,
  typingLastsMs,
  whoIsThere,
} from "../../care/index.ts";
import type { HttpContext, Route } from "../../http/index.ts";
import { unwrap } from "../../kernel/index.ts";
import { readUnread } from "../../notifications/index.ts";
import { anyTopic, topicOf } from "../../store/index.ts";
import { inOrder } from "../in-order.ts";
import { presenceWords } from "../presence-words.ts";
import type { WebServices } from "../services.ts";
import { communityVisit, memberVisit } from "../visit.ts";
import { seeProblem, seeQuestion } from "./notifications.ts";
import { pathId } from "./question.ts";

/** Proxies cut connections on which nothing moves for a minute or so. */
const heartbeatMs = presenceRenewsMs;
/** A page left open for hours connects again by itself; until then it holds one of the server's connections. */
const longestMs = 60 * 60 * 1000;
/** The request for a stream may take so much longer than the one for its page. */
const spareMs = 500;

interface LiveEvent {
  readonly event: "ready" | "change" | "unread" | "presence";
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
      path: "/c/:slug/care/live",
      permission: "see problems",
      handle: (c) => {
        const of = topicOf(communityVisit(c).community.id, "problem", 0).slice(0, -1);
        return stream(c, services, {
          hears: (topics) => topics.some((topic) => topic.startsWith(of)),
          member: liveUnread(c, services),
        });
      },
    },
    {
      method: "get",
      path: "/c/:slug/care/p/:id/live",
      permission: "see problems",
      handle: (c) => liveProblem(c, services),
    },
    {
      method: "get",
      path: "/c/:slug/p/:id/live",
      permission: "read own notifications",
      handle: (c) => liveOwnProblem(c, services),
    },
    {
      method: "get",
      path: "/c/:slug/notifications/live",
      permission: "read own notifications",
      handle: (c) => stream(c, services, { member: liveUnread(c, services) }),
    },
  ];
}

function liveQuestion(c: HttpContext, services: WebServices): Response {
  const id = pathId(c);
  const { community, actor } = communityVisit(c);
  const topic = topicOf(community.id, "question", id);
  const member = actor ? { member: liveUnread(c, services, () => seeAtQuestion(services, actor, id)) } : {};
  return stream(c, services, { hears: (topics) => topics.includes(topic), ...member });
}

/** On a question's page one sees what is told about it, and whoever asked it what becomes of their problem. */
async function seeAtQuestion(services: WebServices, actor: Actor, id: number): Promise<void> {
  const { database } = services.store;
  await seeQuestion(services, actor, id);
  const problemId = await findProblemOfQuestion(database, actor.communityId, id);
  if (problemId === undefined) return;
  const place = await findProblemPlace(database, actor, problemId, false);
  if (place.ok && place.value.at === "question") await seeProblem(services, actor, problemId);
}

/** The asker's own page of a problem without a question. */
async function liveOwnProblem(c: HttpContext, services: WebServices): Promise<Response> {
  const { actor, community } = memberVisit(c);
  const id = pathId(c);
  unwrap(await findProblemPlace(services.store.database, actor, id, false));
  const topic = topicOf(community.id, "problem", id);
  return stream(c, services, {
    hears: (topics) => topics.includes(topic),
    member: liveUnread(c, services, () => seeProblem(services, actor, id)),
  });
}

/** How many streams of a member are open at a problem: who closes one of two windows, or loads the page again, has not left. */
const openAt = new Map<string, number>();

/** A problem's page at the desk: whoever listens is there, for as long as they do. */
function liveProblem(c: HttpContext, services: WebServices): Response {
  const { actor, community, page } = memberVisit(c);
  const { store } = services;
  const id = pathId(c);
  const topics = [topicOf(community.id, "problem", id), topicOf(community.id, "question", id)];
  const there = `${actor.memberId} ${topics[0]}`;
  openAt.set(there, (openAt.get(there) ?? 0) + 1);
  const close = () => {
    const others = (openAt.get(there) ?? 1) - 1;
    if (others > 0) openAt.set(there, others);
    else openAt.delete(there);
    return others;
  };
  return stream(c, services, {
    hears: (said) => topics.some((topic) => said.includes(topic)),
    member: liveUnread(c, services, () => seeProblem(services, actor, id)),
    presence: {
      topic: presenceTopic(community.id, id),
      renew: () => bePresent(store, actor, id, false),
      end: async () => {
        if (close() === 0) await leave(store, actor, id);
      },
      read: async () => presenceWords(await whoIsThere(store, actor, id), page.t),
    },
  });
}

/** Who else is at the page, and that this reader is. */
interface LivePresence {
  readonly topic: string;
  renew(): Promise<void>;
  end(): Promise<void>;
  read(): Promise<string>;
}

interface Heard {
  readonly hears?: (topics: readonly string[]) => boolean;
  readonly member?: LiveMember;
  readonly presence?: LivePresence;
}

interface LiveMember {
  readonly topic: string;
  read(): Promise<string>;
}

/** The unread number of the member who looks. What is told about what stands on the page is seen as it comes: `see` marks it. */
function liveUnread(c: HttpContext, services: WebServices, see?: () => Promise<unknown>): LiveMember {
  const { actor, page } = memberVisit(c);
  return {
    topic: topicOf(actor.communityId, "member", actor.memberId),
    async read() {
      await see?.();
      const unread = await readUnread(services.store.database, actor.communityId, actor.memberId);
      return JSON.stringify({ unread, label: page.t.header.notifications(unread) });
    },
  };
}

/** How long ago the browser asked for what it shows, in ms, as it says itself; a program that does not say looks at once. */
function shownMs(c: HttpContext): number {
  return Number(c.req.query("shown") ?? 0);
}

function stream(c: HttpContext, services: WebServices, { hears, member, presence }: Heard): Response {
  c.header("cache-control", "no-store");
  // Tells proxies such as nginx to pass each event on at once.
  c.header("x-accel-buffering", "no");
  return streamSSE(c, async (sse) => {
    const send = (event: LiveEvent) => sse.writeSSE(event);
    // The database may be away for a moment; the next page brings what was not told.
    const failed = (error: unknown) => services.log.warn({ err: error }, "an open page was not told what has changed");
    const tellUnread = inOrder(async () => {
      if (member) await send({ event: "unread", data: await member.read() });
    }, failed);
    let typedUntil: NodeJS.Timeout | undefined;
    const tellPresence = inOrder(async () => {
      if (presence) await send({ event: "presence", data: await presence.read() });
    }, failed);
    /** Nobody says that they have stopped typing, so it is looked at again once that must be over. */
    const presenceChanged = () => {
      void tellPresence();
      clearTimeout(typedUntil);
      typedUntil = setTimeout(() => void tellPresence(), typingLastsMs + 500);
    };
    const { hints } = services.store;
    const tellChange = async (topics: readonly string[]) => {
      if (hears && (topics.includes(anyTopic) || hears(topics))) await send({ event: "change", data: "" });
    };
    const unsubscribe = hints.subscribe((topics) => {
      void tellChange(topics);
      if (presence && topics.includes(presence.topic)) presenceChanged();
      if (member && topics.includes(member.topic)) void tellUnread();
    });
    const ended = Promise.withResolvers<void>();
    sse.onAbort(ended.resolve);
    const heartbeat = setInterval(() => {
      void sse.write(": still here\n\n");
      presence?.renew().catch(() => {});
    }, heartbeatMs);
    const longest = setTimeout(ended.resolve, longestMs);
    try {
      await send({ event: "ready", data: "" });
      // What happened after the page was made and before it listened.
      await tellChange(hints.recent(shownMs(c) + spareMs));
      await tellUnread();
      await presence?.renew();
      await tellPresence();
      await ended.promise;
    } finally {
      clearInterval(heartbeat);
      clearTimeout(longest);
      clearTimeout(typedUntil);
      unsubscribe();
      await presence?.end();
    }
  });
}
