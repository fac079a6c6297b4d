import {
  correctTriage,
  listAreas,
  listMacros,
  listUnsorted,
  macroVariables,
  messageKinds,
  removeMacro,
  setMacro,
  urgencies,
} from "../../care/index.ts";
import type { HttpContext, Route } from "../../http/index.ts";
import { unwrap } from "../../kernel/index.ts";
import { goTo, showPage } from "../answer.ts";
import { deskPathsOf } from "../desk-paths.ts";
import { field, idOf, refusedForm } from "../forms.ts";
import { type MacrosView, macrosPage, whatIsThisPage } from "../pages/index.ts";
import type { WebServices } from "../services.ts";
import { memberVisit } from "../visit.ts";

const messagesShown = 30;
const nothingTyped = { values: { name: "", body: "" }, errors: {} };

/** Macros, and messages that the machine cannot place. */
export function deskKeepingRoutes(services: WebServices): Route[] {
  const { store } = services;
  const { database } = store;

  async function macros(c: HttpContext, form: MacrosView["form"] = nothingTyped, status = 200): Promise<Response> {
    const { community, page } = memberVisit(c);
    const kept = await listMacros(database, community.id);
    const view = { macros: kept, variables: macroVariables.map((name) => `{${name}}`), form };
    return showPage(c, macrosPage(view, page), status);
  }

  async function keep(c: HttpContext): Promise<Response> {
    const { actor, community, form } = memberVisit(c);
    const typed = { name: field(form, "name"), body: field(form, "body") };
    const kept = await store.transact((tx) => setMacro(tx, actor, typed));
    if (!kept.ok) return macros(c, refusedForm(c, typed, kept.error), kept.error.status);
    return goTo(c, services, deskPathsOf(community.slug).macros, { code: "macroKept" });
  }

  async function remove(c: HttpContext): Promise<Response> {
    const { actor, community } = memberVisit(c);
    unwrap(await store.transact((tx) => removeMacro(tx, actor, idOf(c.req.param("id")) ?? 0)));
    return goTo(c, services, deskPathsOf(community.slug).macros, { code: "macroRemoved" });
  }

  async function whatIsThis(c: HttpContext): Promise<Response> {
    const { community, page } = memberVisit(c);
    const [messages, areas] = await Promise.all([
      listUnsorted(database, { communityId: community.id, limit: messagesShown }),
      listAreas(database, community.id),
    ]);
    return showPage(c, whatIsThisPage({ messages, areas }, page));
  }

  async function place(c: HttpContext): Promise<Response> {
    const { actor, community, form } = memberVisit(c);
    const kind = messageKinds.find((name) => name === field(form, "kind")) ?? "problem";
    const urgency = urgencies.find((name) => name === field(form, "urgency"));
    const said = { kind, urgency, area: form.has("area") ? field(form, "area") || null : undefined };
    unwrap(await store.transact((tx) => correctTriage(tx, actor, idOf(c.req.param("id")) ?? 0, said)));
    return goTo(c, services, deskPathsOf(community.slug).whatIsThis, { code: "messagePlaced" });
  }

  const base = "/c/:slug/care";
  return [
    { method: "get", path: `${base}/macros`, permission: "see problems", handle: (c) => macros(c) },
    { method: "post", path: `${base}/macros`, permission: "work on problems", handle: keep },
    { method: "post", path: `${base}/macros/:id/remove`, permission: "work on problems", handle: remove },
    { method: "get", path: `${base}/what-is-this`, permission: "say what a message is", handle: whatIsThis },
    { method: "post", path: `${base}/what-is-this/:id`, permission: "say what a message is", handle: place },
  ];
}
