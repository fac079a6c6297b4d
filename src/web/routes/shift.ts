import { handOverShift, listDeskMembers, listTeams, readShift } from "../../care/index.ts";
import type { HttpContext, Route } from "../../http/index.ts";
import { type Refusal, RefusalError } from "../../kernel/index.ts";
import { goTo, showPage } from "../answer.ts";
import { deskPathsOf } from "../desk-paths.ts";
import { handOverChoices, problemRow } from "../desk-views.ts";
import { field, idOf, refusedForm } from "../forms.ts";
import { shiftPage } from "../pages/index.ts";
import { sanitised } from "../raw.tsx";
import type { WebServices } from "../services.ts";
import { type MemberVisit, memberVisit } from "../visit.ts";
import { nothingSelected } from "./desk.ts";

const mostAtOnce = 100;

/** Where one shift ends and the next begins. */
export function shiftRoutes(services: WebServices): Route[] {
  const { store } = services;
  const { database } = store;

  async function show(c: HttpContext, refused?: Refusal): Promise<Response> {
    const { actor, community, page, form } = memberVisit(c);
    const [shift, members, teams] = await Promise.all([
      readShift(database, actor, page.now),
      listDeskMembers(database, community.id),
      listTeams(database, community.id),
    ]);
    const view = {
      handed: shift.handedOver.map(({ problem, from, at, html }) => ({
        ...{ row: problemRow(problem), from, at },
        html: html === null ? null : sanitised(html),
      })),
      own: shift.own.map((problem) => ({ row: problemRow(problem), note: field(form, `note-${problem.id}`) })),
      nextShiftAt: shift.nextShiftAt,
      handOver: handOverChoices(members, teams, actor, page.now),
      form: refused
        ? refusedForm(c, { note: field(form, "note") }, refused)
        : { values: { note: "" }, errors: {} as { note?: string } },
    };
    return showPage(c, shiftPage(view, page), refused?.status ?? 200);
  }

  async function handOverOwn(c: HttpContext): Promise<Response> {
    const visit = memberVisit(c);
    const shift = readHandOver(visit);
    if (shift.problems.length === 0) throw new RefusalError(nothingSelected);
    const handed = await store.transact((tx) => handOverShift(tx, visit.actor, shift));
    if (!handed.ok) return show(c, handed.error);
    const paths = deskPathsOf(visit.community.slug);
    const ids = handed.value.map(({ id }) => id);
    return goTo(c, services, paths.shift, {
      code: "problemsHandedOver",
      numbers: [ids.length, ids.length],
      undo: paths.undo(ids),
    });
  }

  const base = "/c/:slug/care/shift";
  return [
    { method: "get", path: base, permission: "see problems", handle: (c) => show(c) },
    { method: "post", path: base, permission: "work on problems", handle: handOverOwn },
  ];
}

function readHandOver({ form, actor }: MemberVisit) {
  const ids = [...new Set(form.getAll("problem").flatMap((text) => idOf(text) ?? []))].slice(0, mostAtOnce);
  const [kind, id] = field(form, "to").split("-");
  const to =
    kind === "team" || kind === "solver"
      ? ({ kind, id: idOf(id) ?? 0 } as const)
      : ({ kind: "solver", id: actor.memberId } as const);
  return { to, note: field(form, "note"), problems: ids.map((one) => ({ id: one, note: field(form, `note-${one}`) })) };
}
