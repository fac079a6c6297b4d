import { remembered } from "../kernel/index.ts";

/**
 * Every address that stands on a page is made here: paths of our own, and `safeHref` for addresses that people typed.
 * Routes are registered with the patterns that these functions fill in.
 */

/** A title may not hide behind one of the question's own pages. */
const ownPages = new Set(["edit", "language", "live", "private"]);

/** Turns a title into the last part of an address: `how-do-i-reset-it`. Letters of every script stay; at most 80 characters. */
export function titleSlug(title: string): string {
  const read = title.slice(0, 400);
  const words = ascii.test(read) ? read.toLowerCase().replace(/[^a-z0-9]+/g, "-") : wordsOfAnyScript(read);
  const first = words.length > 80 ? [...words].slice(0, 80).join("") : words;
  const cut = first.replace(/^-+|-+$/g, "");
  if (cut === "") return "question";
  return ownPages.has(cut) ? `${cut}-question` : cut;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: the first 128 characters, whatever they are
const ascii = /^[\u0000-\u007f]*$/;

function wordsOfAnyScript(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/(\p{Script=Latin})\p{Mn}+/gu, "$1")
    .normalize("NFC")
    .replace(/[\uFE00-\uFE0F\u20D0-\u20FF]/g, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, "-");
}

/** Titles in lists repeat from page to page. */
const encodedSlug = remembered(10_000, (title) => encodeURIComponent(titleSlug(title)));

/**
 * Gives back an address that may stand in an href, or null. Only http, https and mailto are let through, and paths of
 * this site; everything else (javascript:, data:, //elsewhere, control characters) is refused.
 */
export function safeHref(value: string): string | null {
  const trimmed = value.trim();
  // biome-ignore lint/suspicious/noControlCharactersInRegex: browsers skip control characters in a scheme, so they are refused
  if (trimmed === "" || trimmed.length > 2000 || /[\u0000-\u0020\u007f\\]/.test(trimmed)) return null;
  if (trimmed.startsWith("/")) return trimmed.startsWith("//") ? null : trimmed;
  if (trimmed.startsWith("#") || trimmed.startsWith("?")) return trimmed;
  try {
    const url = new URL(trimmed);
    return ["http:", "https:", "mailto:"].includes(url.protocol) ? url.href : null;
  } catch {
    return null;
  }
}

/** A path of this site to go back to after signing in; anything else becomes `/`. */
export function localPath(value: string | undefined | null): string {
  const path = value ? safeHref(value) : null;
  return path?.startsWith("/") ? path : "/";
}

/** Adds the parameters that have a value; keeps the order given. */
export function withQuery(path: string, query: Record<string, string | number | null | undefined>): string {
  let out = "";
  for (const key of Object.keys(query)) {
    const value = query[key];
    if (value === null || value === undefined || value === "") continue;
    out += `${out === "" ? "?" : "&"}${key}=${part(value)}`;
  }
  return path + out;
}

function part(value: string | number): string {
  return encodeURIComponent(String(value).toWellFormed());
}

/** Addresses outside any community. */
export const site = {
  landing: "/",
  setUp: "/set-up",
  signIn: "/sign-in",
  signInWithLink: "/sign-in/link",
  signInLinkSent: "/sign-in/sent",
  /** A link that a terminal printed: signs in at once. */
  signInNow: "/sign-in/now",
  signInByLink: "/sign-in/by-link",
  signUp: "/sign-up",
  signOut: "/sign-out",
  account: "/account",
  accountPassword: "/account/password",
  accountSessionEnd: (id: string) => `/account/sessions/${part(id)}/end`,
  accountSessionsEnd: "/account/sessions/end-others",
  accountTokens: "/account/tokens",
  accountTokenRevoke: (id: number | string) => `/account/tokens/${part(id)}/revoke`,
  preferences: "/preferences",
  /** POST {body}: Markdown as others will see it, as a fragment. */
  preview: "/preview",
  shortcuts: "/shortcuts",
  favicon: "/favicon.svg",
} as const;

/** Addresses of one community; made once per slug. */
export interface CommunityPaths {
  home: string;
  ask: string;
  /** POST ?question=&answer=: a suggested answer was the one; ends the asking. Field `text`: what was typed so far. */
  askAnswered: string;
  searchNone: string;
  /** GET ?text=&group=: the list of solved answers that fit, as a fragment. */
  suggestions: string;
  search: string;
  people: string;
  tags: string;
  join: string;
  profile: string;
  colours: string;
  notifications: string;
  /** Marks all of them as read. */
  notificationsRead: string;
  /** Server-sent events: `unread`. */
  notificationsLive: string;
  notificationSettings: string;
  /** POST: stops the mails that the token names, without a sign-in. */
  wayOut: (token: string) => string;
  group: (group: string) => string;
  groupJoin: (group: string) => string;
  groupLeave: (group: string) => string;
  groupFollow: (group: string) => string;
  groupUnfollow: (group: string) => string;
  tag: (tag: string) => string;
  tagFollow: (tag: string) => string;
  tagUnfollow: (tag: string) => string;
  member: (memberId: number) => string;
  /** `page`: which page of its answers, from 1. */
  question: (id: number, title: string, page?: number) => string;
  /** An answer of a question, on whichever page of its answers it stands. */
  answerOn: (id: number, title: string, answerId: number) => string;
  /** Leads on to the address with the title. */
  questionById: (id: number) => string;
  questionFollow: (id: number) => string;
  questionUnfollow: (id: number) => string;
  questionEdit: (id: number) => string;
  questionLanguage: (id: number) => string;
  questionRemove: (id: number) => string;
  questionRestore: (id: number) => string;
  questionMask: (id: number) => string;
  questionKeep: (id: number) => string;
  questionReopen: (id: number) => string;
  questionReopenUndo: (id: number) => string;
  questionComments: (id: number) => string;
  questionAnswers: (id: number) => string;
  /** What its asker and care say to each other alone. */
  questionPrivate: (id: number) => string;
  questionPrivateAnswer: (id: number) => string;
  /** Server-sent events: `change`. */
  questionLive: (id: number) => string;
  answerEdit: (id: number) => string;
  answerRemove: (id: number) => string;
  answerRestore: (id: number) => string;
  answerMask: (id: number) => string;
  answerKeep: (id: number) => string;
  answerConfirm: (id: number) => string;
  answerUnconfirm: (id: number) => string;
  answerHelped: (id: number) => string;
  answerNotHelped: (id: number) => string;
  answerThanks: (id: number) => string;
  answerComments: (id: number) => string;
  commentEdit: (id: number) => string;
  commentRemove: (id: number) => string;
  commentRestore: (id: number) => string;
  commentMask: (id: number) => string;
  commentKeep: (id: number) => string;
  /** GET with what is typed in its form. */
  carePlan: string;
  /** One's own hours: GET ?week=2026-01-12. */
  hours: string;
  hoursCorrections: string;
  hoursTakeBack: (id: number) => string;
  /** Sums of everybody's: GET ?weeks=. */
  careHours: string;
  admin: string;
  adminCommunity: string;
  adminMembers: string;
  adminMemberRoles: (memberId: number) => string;
  adminGroups: string;
  adminGroupNew: string;
  adminGroup: (group: string) => string;
  adminSearch: string;
  adminSearchLearn: string;
  adminSearchModel: string;
  adminSearchIndex: string;
  adminJobs: string;
  adminJobRetry: (id: string) => string;
  adminEvents: string;
  adminOutbox: string;
  adminMail: (id: number) => string;
}

/** All addresses of the community with this slug. */
export const pathsOf = remembered(1000, makePaths);

function makePaths(slug: string): CommunityPaths {
  const home = `/c/${part(slug)}`;
  const admin = `${home}/admin`;
  const question = (id: number) => `${home}/q/${id}`;
  const answer = (id: number) => `${home}/a/${id}`;
  const comment = (id: number) => `${home}/comments/${id}`;
  const group = (name: string) => `${home}/g/${part(name)}`;
  const tag = (name: string) => `${home}/t/${part(name)}`;
  return {
    home,
    ask: `${home}/ask`,
    askAnswered: `${home}/ask/answered`,
    searchNone: `${home}/search/none`,
    suggestions: `${home}/suggestions`,
    search: `${home}/search`,
    people: `${home}/people`,
    tags: `${home}/t`,
    join: `${home}/join`,
    profile: `${home}/profile`,
    colours: `${home}/colours.css`,
    notifications: `${home}/notifications`,
    notificationsRead: `${home}/notifications/read`,
    notificationsLive: `${home}/notifications/live`,
    notificationSettings: `${home}/notifications/settings`,
    wayOut: (token) => `${home}/notifications/stop/${part(token)}`,
    group,
    groupJoin: (name) => `${group(name)}/join`,
    groupLeave: (name) => `${group(name)}/leave`,
    groupFollow: (name) => `${group(name)}/follow`,
    groupUnfollow: (name) => `${group(name)}/unfollow`,
    tag,
    tagFollow: (name) => `${tag(name)}/follow`,
    tagUnfollow: (name) => `${tag(name)}/unfollow`,
    member: (id) => `${home}/m/${id}`,
    question: (id, title, page = 1) => `${home}/q/${id}/${encodedSlug(title)}${page > 1 ? `?page=${page}` : ""}`,
    answerOn: (id, title, answerId) => `${home}/q/${id}/${encodedSlug(title)}?post=${answerId}#answer-${answerId}`,
    questionById: question,
    questionFollow: (id) => `${question(id)}/follow`,
    questionUnfollow: (id) => `${question(id)}/unfollow`,
    questionEdit: (id) => `${question(id)}/edit`,
    questionLanguage: (id) => `${question(id)}/language`,
    questionRemove: (id) => `${question(id)}/remove`,
    questionRestore: (id) => `${question(id)}/restore`,
    questionMask: (id) => `${question(id)}/mask`,
    questionKeep: (id) => `${question(id)}/keep`,
    questionReopen: (id) => `${question(id)}/reopen`,
    questionReopenUndo: (id) => `${question(id)}/reopen/undo`,
    questionComments: (id) => `${question(id)}/comments`,
    questionAnswers: (id) => `${question(id)}/answers`,
    questionPrivate: (id) => `${question(id)}/private`,
    questionPrivateAnswer: (id) => `${question(id)}/private/answer`,
    questionLive: (id) => `${question(id)}/live`,
    answerEdit: (id) => `${answer(id)}/edit`,
    answerRemove: (id) => `${answer(id)}/remove`,
    answerRestore: (id) => `${answer(id)}/restore`,
    answerMask: (id) => `${answer(id)}/mask`,
    answerKeep: (id) => `${answer(id)}/keep`,
    answerConfirm: (id) => `${answer(id)}/confirm`,
    answerUnconfirm: (id) => `${answer(id)}/unconfirm`,
    answerHelped: (id) => `${answer(id)}/helped`,
    answerNotHelped: (id) => `${answer(id)}/not-helped`,
    answerThanks: (id) => `${answer(id)}/thanks`,
    answerComments: (id) => `${answer(id)}/comments`,
    commentEdit: (id) => `${comment(id)}/edit`,
    commentRemove: (id) => `${comment(id)}/remove`,
    commentRestore: (id) => `${comment(id)}/restore`,
    commentMask: (id) => `${comment(id)}/mask`,
    commentKeep: (id) => `${comment(id)}/keep`,
    carePlan: `${home}/care/plan`,
    hours: `${home}/hours`,
    hoursCorrections: `${home}/hours/corrections`,
    hoursTakeBack: (id) => `${home}/hours/corrections/${id}/take-back`,
    careHours: `${home}/care/hours`,
    admin,
    adminCommunity: `${admin}/community`,
    adminMembers: `${admin}/members`,
    adminMemberRoles: (id) => `${admin}/members/${id}/roles`,
    adminGroups: `${admin}/groups`,
    adminGroupNew: `${admin}/groups/new`,
    adminGroup: (name) => `${admin}/groups/${part(name)}`,
    adminSearch: `${admin}/search`,
    adminSearchLearn: `${admin}/search/learning`,
    adminSearchModel: `${admin}/search/model`,
    adminSearchIndex: `${admin}/search/index`,
    adminJobs: `${admin}/jobs`,
    adminJobRetry: (id) => `${admin}/jobs/${part(id)}/retry`,
    adminEvents: `${admin}/events`,
    adminOutbox: `${admin}/outbox`,
    adminMail: (id) => `${admin}/outbox/${id}`,
  };
}
