import {
  claimProblem,
  countViews,
  findProblems,
  handOver,
  listAreas,
  listDeskMembers,
  listHandedOver,
  listQueue,
  listSavedViews,
  listTeams,
  listUnsorted,
  type Problem,
  type ProblemListed,
  queueViews,
  removeView,
  returnToLadder,
  saveView,
  snoozeProblem,
  sortProblem,
  type Urgency,
  undoAct,
  urgencies,
} from "../../care/index.ts";
import type { Community } from "../../community/index.ts";
import type { HttpContext, Route } from "../../http/index.ts";
import { type Refusal, RefusalError, type Result, refusal, unwrap } from "../../kernel/index.ts";
import type { Transaction } from "../../store/index.ts";
import { goTo, showPage } from "../answer.ts";
import { deskPathsOf } from "../desk-paths.ts";
import { handOverChoices, problemRow } from "../desk-views.ts";
import { field, idOf } from "../forms.ts";
import type { NoticeCode } from "../page-context.ts";
import { deskQueuePage } from "../pages/index.ts";
import type { WebServices } from "../services.ts";
import { localPath } from "../url.ts";
import { type MemberVisit, memberVisit } from "../visit.ts";
import { readPosition } from "./community.ts";

const rowsPerPage = 50;
const mostAtOnce = 100;
const mostLetters = 200;
const mostFound = 20;
const hourMs = 60 * 60_000;

/** A button for several problems was pressed and none was ticked. */
export const nothingSelected = refusal(
  "invalid",
  "nothing-selected",
  "Nothing was selected.",
  "Tick a problem first, then say what to do.",
);

/** The queue, what is done to several problems at once, and one's own views. */
export function deskRoutes(services: WebServices): Route[] {
  const { store, search } = services;
  const { database } = store;

  async function queue(c: HttpContext): Promise<Response> {
    const { actor, community, page } = memberVisit(c);
    const text = (c.req.query("q") ?? "").trim().slice(0, mostLetters);
    const asked = c.req.query("view") ?? "";
    const view = isOneOf(queueViews, asked) ? asked : "mine";
    const urgency = c.req.query("urgency") ?? "";
    const areas = await listAreas(database, community.id);
    const area = areas.find(({ slug }) => slug === c.req.query("area"));
    const after = readPosition(c.req.query("after"));
    const filter = { urgency: isOneOf(urgencies, urgency) ? urgency : undefined, areaId: area?.id };
    const [listed, counts, unsorted, saved, members, teams, handed] = await Promise.all([
      text === ""
        ? listQueue(database, actor, { view, filter, after, limit: rowsPerPage })
        : { problems: await find(community, text), next: null },
      countViews(database, actor),
      listUnsorted(database, { communityId: community.id, limit: 100 }),
      listSavedViews(database, community.id, actor.memberId),
      listDeskMembers(database, community.id),
      listTeams(database, community.id),
      view === "mine" && text === "" ? listHandedOver(database, actor) : [],
    ]);
    const chosen = { urgency: filter.urgency ?? "", area: area?.slug ?? "" };
    const isChosen = (one: { view: string; urgency: string | null; area: string | null }) =>
      one.view === view && (one.urgency ?? "") === chosen.urgency && (one.area ?? "") === chosen.area;
    const shown = {
      ...{
        text,
        view,
        counts,
        filter: chosen,
        areas,
        unsorted: unsorted.length,
        handedOver: handed.length,
        paged: after !== undefined,
      },
      saved: saved.map((one) => ({ ...one, chosen: isChosen(one) })),
      handOver: handOverChoices(members, teams, actor, page.now),
      problems: listed.problems.map(problemRow),
      after: listed.next && `${listed.next.at.getTime()}-${listed.next.id}`,
    };
    return showPage(c, deskQueuePage(shown, page));
  }

  async function find({ id: communityId, locale }: Community, text: string): Promise<readonly ProblemListed[]> {
    const { found } = await search.questions({ communityId, locale, text, limit: mostFound });
    return findProblems(database, { communityId, text, questionIds: found.map(({ questionId }) => questionId) });
  }

  /** Does the same to several problems, each in a transaction of its own, so that one that cannot be does not hold up the rest. */
  async function each(
    ids: readonly number[],
    work: (tx: Transaction, id: number) => Promise<Result<Problem>>,
  ): Promise<{ done: number[]; refused: Refusal | null }> {
    const done: number[] = [];
    let refused: Refusal | null = null;
    for (const id of ids) {
      const result = await store.transact((tx) => work(tx, id));
      if (result.ok) done.push(id);
      else refused ??= result.error;
    }
    return { done, refused };
  }

  async function act(c: HttpContext): Promise<Response> {
    const visit = memberVisit(c);
    const { form, community } = visit;
    const ids = [...new Set(form.getAll("problem").flatMap((text) => idOf(text) ?? []))].slice(0, mostAtOnce);
    if (ids.length === 0) throw new RefusalError(nothingSelected);
    const { work, notice, undone } = deskAct(visit, field(form, "do"), store.clock.now());
    const { done, refused } = await each(ids, work);
    if (done.length === 0 && refused) throw new RefusalError(refused);
    const paths = deskPathsOf(community.slug);
    const undo = undone ? { undo: paths.undo(done) } : {};
    const back = localPath(field(form, "back") || paths.queue);
    return goTo(c, services, back, { code: notice, numbers: [done.length, ids.length], ...undo });
  }

  async function undo(c: HttpContext): Promise<Response> {
    const { actor, community } = memberVisit(c);
    const ids = (c.req.query("ids") ?? "")
      .split("-")
      .flatMap((text) => idOf(text) ?? [])
      .slice(0, mostAtOnce);
    const { done, refused } = await each(ids, (tx, id) => undoAct(tx, actor, id));
    if (done.length === 0 && refused) throw new RefusalError(refused);
    const paths = deskPathsOf(community.slug);
    const [only] = ids;
    const back = pageOf(c) ?? (ids.length === 1 && only ? paths.problem(only) : paths.queue);
    return goTo(c, services, back, { code: "problemsUndone", numbers: [done.length, ids.length] });
  }

  async function keep(c: HttpContext): Promise<Response> {
    const { actor, community, form } = memberVisit(c);
    const [view, urgency] = [field(form, "view"), field(form, "urgency")];
    const wish = {
      name: field(form, "name"),
      view: isOneOf(queueViews, view) ? view : "all",
      urgency: isOneOf(urgencies, urgency) ? urgency : null,
      area: field(form, "area") || null,
    } as const;
    unwrap(await store.transact((tx) => saveView(tx, actor, wish)));
    const { view: address } = deskPathsOf(community.slug);
    return goTo(c, services, address({ view: wish.view, urgency: wish.urgency, area: wish.area }), {
      code: "viewKept",
    });
  }

  async function forget(c: HttpContext): Promise<Response> {
    const { actor, community } = memberVisit(c);
    unwrap(await store.transact((tx) => removeView(tx, actor, idOf(c.req.param("id")) ?? 0)));
    return goTo(c, services, deskPathsOf(community.slug).queue, { code: "viewForgotten" });
  }

  const base = "/c/:slug/care";
  return [
    { method: "get", path: base, permission: "see problems", handle: queue },
    { method: "post", path: `${base}/acts`, permission: "work on problems", handle: act },
    { method: "post", path: `${base}/acts/undo`, permission: "work on problems", handle: undo },
    { method: "post", path: `${base}/views`, permission: "work on problems", handle: keep },
    { method: "post", path: `${base}/views/:id/forget`, permission: "work on problems", handle: forget },
  ];
}

interface DeskAct {
  readonly work: (tx: Transaction, id: number) => Promise<Result<Problem>>;
  readonly notice: NoticeCode;
  /** Whether it can be taken back. */
  readonly undone: boolean;
}

/** What a button of the desk does to a problem, as its form says. */
export function deskAct({ actor, form }: MemberVisit, name: string, now: Date): DeskAct {
  const [kind, id] = field(form, "to").split("-");
  const urgency = field(form, "urgency");
  const until = new Date(now.getTime() + (Number(field(form, "hours")) || 0) * hourMs);
  const sorting = {
    urgency: isOneOf(urgencies, urgency) ? urgency : undefined,
    area: form.has("area") ? field(form, "area") || null : undefined,
  } satisfies { urgency: Urgency | undefined; area: string | null | undefined };
  const acts: Readonly<Record<string, DeskAct>> = {
    claim: { work: (tx, one) => claimProblem(tx, actor, one), notice: "problemsClaimed", undone: true },
    return: { work: (tx, one) => returnToLadder(tx, actor, one), notice: "problemsReturned", undone: false },
    snooze: { work: (tx, one) => snoozeProblem(tx, actor, one, until), notice: "problemsSnoozed", undone: true },
    "hand-over": {
      work: (tx, one) => handOver(tx, actor, one, { kind: kind === "team" ? "team" : "solver", id: idOf(id) ?? 0 }),
      notice: "problemsHandedOver",
      undone: true,
    },
    sort: { work: (tx, one) => sortProblem(tx, actor, one, sorting), notice: "problemsSorted", undone: true },
  };
  const act = acts[name];
  if (!act) throw new RefusalError(nothingSelected);
  return act;
}

function isOneOf<Name extends string>(names: readonly Name[], name: string): name is Name {
  return (names as readonly string[]).includes(name);
}

/** The page of this site from which a form was sent by the browser's script. */
function pageOf(c: HttpContext): string | null {
  const from = c.req.header("hx-current-url") ?? c.req.header("referer");
  if (!from || !URL.canParse(from)) return null;
  const { pathname, search } = new URL(from);
  return localPath(pathname + search);
}
