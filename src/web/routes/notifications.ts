import { type Actor, readAccount } from "../../accounts/index.ts";
import type { HttpContext, Route } from "../../http/index.ts";
import { ok, RefusalError, refusal, unwrap } from "../../kernel/index.ts";
import {
  type ChoiceChange,
  chooseNotifications,
  type FollowListed,
  listFollows,
  listNotifications,
  markRead,
  readChoices,
  stopMails,
  timeZones,
  type WayOut,
  wholeDigest,
} from "../../notifications/index.ts";
import { subjectPath } from "../addresses.ts";
import { goTo, showPage } from "../answer.ts";
import { field, refusedForm } from "../forms.ts";
import { notificationSettingsPage, notificationsPage, stopMailsPage } from "../pages/index.ts";
import type { WebServices } from "../services.ts";
import { pathsOf } from "../url.ts";
import { communityVisit, memberVisit } from "../visit.ts";
import { readPosition } from "./community.ts";

const perPage = 50;
const linkBroken = refusal(
  "missing",
  "stop-link-broken",
  "This link is not complete.",
  "Copy all of it from the mail, or sign in and choose what reaches you.",
);

/** What somebody was told, what reaches them and how, and the way out that needs no sign-in. */
export function notificationRoutes(services: WebServices): Route[] {
  const { store, notifications } = services;
  const { sources } = notifications;
  const { database } = store;

  async function list(c: HttpContext): Promise<Response> {
    const { actor, community, page } = memberVisit(c);
    const unreadOnly = c.req.query("show") === "unread";
    const before = readPosition(c.req.query("before")) ?? null;
    const wish = { before, unreadOnly, limit: perPage, language: page.locale };
    const listed = await listNotifications(database, sources, actor, wish);
    const view = {
      notifications: listed.notifications.map(({ line, titled, because, subject, anchor, at, read }) => ({
        ...{ line, titled, because, at, read },
        href: subjectPath(community.slug, subject, anchor),
      })),
      unreadOnly,
      unread: actor.unread ?? 0,
      older: listed.next && `${listed.next.at.getTime()}-${listed.next.id}`,
      paged: before !== null,
    };
    return showPage(c, notificationsPage(view, page));
  }

  async function readAll(c: HttpContext): Promise<Response> {
    const { actor, community } = memberVisit(c);
    unwrap(await markRead(store, actor, "all"));
    return goTo(c, services, pathsOf(community.slug).notifications, { code: "notificationsRead" });
  }

  async function showSettings(c: HttpContext, problem?: string, status = 200): Promise<Response> {
    const { actor, community, page } = memberVisit(c);
    const after = c.req.query("after");
    const [choices, { follows, next }, account] = await Promise.all([
      readChoices(database, sources, actor, page.locale, page.now),
      listFollows(database, actor, after),
      readAccount(database, actor.personId ?? ""),
    ]);
    const zones = timeZones();
    const view = {
      ...choices,
      email: account?.email ?? "",
      // A zone that was chosen on another machine stays to be chosen here.
      timeZones: zones.includes(choices.timeZone) ? zones : [choices.timeZone, ...zones],
      follows: follows.map((one) => followView(community.slug, one)),
      older: next,
      paged: after !== undefined,
      problem,
    };
    return showPage(c, notificationSettingsPage(view, page), status);
  }

  async function saveSettings(c: HttpContext): Promise<Response> {
    const { actor, community, form } = memberVisit(c);
    const chosen = await store.transact((tx) => chooseNotifications(tx, sources, actor, readChange(form)));
    if (chosen.ok) {
      return goTo(c, services, pathsOf(community.slug).notificationSettings, { code: "notificationsChosen" });
    }
    return showSettings(c, refusedForm(c, {}, chosen.error).problem, chosen.error.status);
  }

  function readLink(c: HttpContext): WayOut {
    const wayOut = notifications.readWayOut(c.req.param("token") ?? "");
    if (wayOut?.communityId !== communityVisit(c).community.id) throw new RefusalError(linkBroken);
    return wayOut;
  }

  function showStop(c: HttpContext, wayOut: WayOut, done: boolean): Response {
    const { page } = communityVisit(c);
    const labels = new Map(
      sources.flatMap(({ kinds }) => kinds.map(({ name, words }) => [name, words[page.locale].label])),
    );
    const kinds = wayOut.kinds.map((kind) =>
      kind === wholeDigest ? page.t.notifications.stopDigest : (labels.get(kind) ?? kind),
    );
    return showPage(c, stopMailsPage({ token: c.req.param("token") ?? "", kinds, done }, page));
  }

  async function stop(c: HttpContext): Promise<Response> {
    const wayOut = readLink(c);
    unwrap(await store.transact(async (tx) => ok(await stopMails(tx, sources, wayOut, wayOut.kinds))));
    return showStop(c, wayOut, true);
  }

  const base = "/c/:slug/notifications";
  return [
    { method: "get", path: base, permission: "read own notifications", handle: list },
    { method: "post", path: `${base}/read`, permission: "read own notifications", handle: readAll },
    { method: "get", path: `${base}/settings`, permission: "choose own notifications", handle: (c) => showSettings(c) },
    { method: "post", path: `${base}/settings`, permission: "choose own notifications", handle: saveSettings },
    {
      method: "get",
      path: `${base}/stop/:token`,
      permission: "anyone",
      handle: (c) => showStop(c, readLink(c), false),
    },
    // Mail programs post here by themselves, without cookies and in a form of their choice (RFC 8058, section 3.2).
    { method: "post", path: `${base}/stop/:token`, permission: "anyone", signed: true, handle: stop },
  ];
}

function followView(slug: string, { subject, key, name, because }: FollowListed) {
  const paths = pathsOf(slug);
  const links = {
    question: () => ({ href: paths.question(Number(key), name), end: paths.questionUnfollow(Number(key)) }),
    tag: () => ({ href: paths.tag(key), end: paths.tagUnfollow(key) }),
    group: () => ({ href: paths.group(key), end: paths.groupUnfollow(key) }),
  };
  return { subject, name, because, ...links[subject]() };
}

function readChange(form: URLSearchParams): ChoiceChange {
  const ways = [...form].flatMap(([name, value]) => (name.startsWith("way:") ? [[name.slice(4), value]] : []));
  const timeZone = field(form, "timeZone");
  const hour = field(form, "hour");
  return {
    ways: Object.fromEntries(ways),
    ...(timeZone === "" ? {} : { timeZone }),
    ...(hour === "" ? {} : { hour: /^\d{1,2}$/.test(hour) ? Number(hour) : Number.NaN }),
  };
}

/** Marks what a member was told about a question as read: they are looking at it. */
export async function seeQuestion(services: WebServices, actor: Actor, questionId: number): Promise<number> {
  return unwrap(await markRead(services.store, actor, { subject: "question", subjectId: questionId }));
}

/** Marks what a member was told about a problem as read: they are looking at it. */
export async function seeProblem(services: WebServices, actor: Actor, problemId: number): Promise<number> {
  return unwrap(await markRead(services.store, actor, { subject: "problem", subjectId: problemId }));
}
