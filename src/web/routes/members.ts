import { editProfile, readMember } from "../../accounts/index.ts";
import {
  countHelpedBy,
  listAnswersOf,
  listQuestions,
  listQuestionsById,
  listTags,
  listThanksTo,
} from "../../community/index.ts";
import type { HttpContext, Route } from "../../http/index.ts";
import { RefusalError, refusal } from "../../kernel/index.ts";
import { isFollowing } from "../../notifications/index.ts";
import { goTo, showPage } from "../answer.ts";
import { field, idOf, refusedForm } from "../forms.ts";
import { isLocale } from "../messages/index.ts";
import type { Theme } from "../page-context.ts";
import { memberPage, profilePage, tagPage, tagsPage } from "../pages/index.ts";
import { stateFilter } from "../search-wish.ts";
import type { WebServices } from "../services.ts";
import { pathsOf } from "../url.ts";
import { questionRow, showMarkdown } from "../views.ts";
import { communityVisit, memberVisit } from "../visit.ts";
import { firstPage, listedState, readPosition } from "./community.ts";

const memberMissing = refusal("missing", "member-missing", "This member does not exist.", "Look at who answered you.");
const answersPerPage = 20;
const tagsPerPage = 200;
const thanksPerPage = 50;

/** Members' pages and tags' pages. */
export function memberRoutes(services: WebServices): Route[] {
  const { store } = services;
  const { database } = store;

  async function member(c: HttpContext): Promise<Response> {
    const { community, actor, page } = communityVisit(c);
    const id = idOf(c.req.param("id"));
    const found = id === null ? undefined : await readMember(database, community.id, id);
    if (!found) throw new RefusalError(memberMissing);
    const own = actor?.memberId === found.id;
    const answersTab = c.req.query("tab") === "answers";
    const before = c.req.query("before");
    const [list, helped, thanks] = await Promise.all([
      answersTab ? answeredBy(community.id, found.id, idOf(before)) : askedBy(community.id, found.id, before),
      countHelpedBy(database, community.id, found.id),
      own ? thanksTo(community.id, found.id, idOf(c.req.query("thanks"))) : null,
    ]);
    const view = {
      memberId: found.id,
      name: found.name,
      staff: found.staff,
      roles: found.roles.filter((role) => role !== "member"),
      joinedAt: found.joinedAt,
      about: found.about === "" ? null : showMarkdown(found.about),
      tab: answersTab ? ("answers" as const) : ("questions" as const),
      ...list,
      paged: before !== undefined,
      helped,
      own,
      thanks,
    };
    return showPage(c, memberPage(view, page));
  }

  async function thanksTo(communityId: number, memberId: number, before: number | null) {
    const wish = { communityId, memberId, before, limit: thanksPerPage + 1 };
    const listed = await listThanksTo(database, wish);
    const shown = listed.slice(0, thanksPerPage);
    return {
      rows: shown.map(({ from, at, note, questionId, questionTitle, questionLanguage, answerId }) => ({
        ...{ from, at, note },
        question: { id: questionId, title: questionTitle, language: questionLanguage, answerId },
      })),
      older: listed.length > shown.length ? String(shown.at(-1)?.id) : null,
      paged: before !== null,
    };
  }

  async function askedBy(communityId: number, askerId: number, before: string | undefined) {
    const wish = { communityId, askerId, before: readPosition(before), limit: 31 };
    return firstPage(await listQuestions(database, wish), true);
  }

  async function answeredBy(communityId: number, authorId: number, before: number | null) {
    const answers = await listAnswersOf(database, communityId, authorId, { before, limit: answersPerPage + 1 });
    const shown = answers.slice(0, answersPerPage);
    const ids = [...new Set(shown.map(({ questionId }) => questionId))];
    const questions = await listQuestionsById(database, communityId, ids);
    return {
      questions: questions.map((one) => questionRow(one, { withGroup: true })),
      older: answers.length > answersPerPage ? String(shown.at(-1)?.id) : null,
    };
  }

  async function showProfile(c: HttpContext): Promise<Response> {
    const { community, actor, page } = memberVisit(c);
    const found = await readMember(database, community.id, actor.memberId);
    if (!found) throw new RefusalError(memberMissing);
    const { name, about, locale, theme } = found;
    const values = { name, about, locale: locale ?? "", theme: theme ?? ("auto" as const) };
    return showPage(c, profilePage({ form: { values, errors: {} } }, page));
  }

  async function saveProfile(c: HttpContext): Promise<Response> {
    const { community, actor, page, form } = memberVisit(c);
    const theme = form.get("theme");
    const chosen: Theme = theme === "light" || theme === "dark" ? theme : "auto";
    const values = {
      name: field(form, "name"),
      about: field(form, "about"),
      locale: isLocale(form.get("locale")) ? field(form, "locale") : "",
      theme: chosen,
    };
    const change = { ...values, locale: values.locale || null, theme: chosen === "auto" ? null : chosen };
    const saved = await store.transact((tx) => editProfile(tx, actor, change));
    if (!saved.ok)
      return showPage(c, profilePage({ form: refusedForm(c, values, saved.error) }, page), saved.error.status);
    return goTo(c, services, pathsOf(community.slug).member(actor.memberId), { code: "profileSaved" });
  }

  async function tag(c: HttpContext): Promise<Response> {
    const { community, actor, page } = communityVisit(c);
    const name = c.req.param("tag") ?? "";
    const filter = stateFilter(c.req.query("state"));
    const before = readPosition(c.req.query("before"));
    const [listed, known, followed] = await Promise.all([
      listQuestions(database, { communityId: community.id, tag: name, state: listedState(filter), before, limit: 31 }),
      listTags(database, community.id, { name }),
      actor ? isFollowing(database, actor, "tag", name) : undefined,
    ]);
    const follows = actor && known[0] ? (followed ?? false) : null;
    const list = firstPage(listed, true);
    const description = known[0]?.description ?? "";
    return showPage(
      c,
      tagPage({ tag: name, description, follows, filter, ...list, paged: before !== undefined }, page),
    );
  }

  return [
    { method: "get", path: "/c/:slug/m/:id", permission: "see members", handle: member },
    { method: "get", path: "/c/:slug/profile", permission: "edit own profile", handle: showProfile },
    { method: "post", path: "/c/:slug/profile", permission: "edit own profile", handle: saveProfile },
    {
      method: "get",
      path: "/c/:slug/t",
      permission: "read the community",
      handle: async (c) => {
        const { community, page } = communityVisit(c);
        const after = c.req.query("after") || null;
        const listed = await listTags(database, community.id, { after, limit: tagsPerPage + 1 });
        const tags = listed.slice(0, tagsPerPage);
        const next = listed.length > tags.length ? (tags.at(-1)?.name ?? null) : null;
        return showPage(c, tagsPage({ tags, next, paged: after !== null }, page));
      },
    },
    { method: "get", path: "/c/:slug/t/:tag", permission: "read the community", handle: tag },
  ];
}
