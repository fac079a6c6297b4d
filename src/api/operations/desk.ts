import * as z from "zod";
import {
  listMacros,
  listSavedViews,
  macroVariables,
  queueViews,
  removeMacro,
  removeView,
  saveView,
  setMacro,
  undoAct,
  urgencies,
} from "../../care/index.ts";
import { named } from "../openapi/named.ts";
import { done, fine, operation } from "../operation.ts";
import { movedSchema, showMoved } from "../views/care.ts";
import { idSchema } from "../views/small.ts";
import { bodyField, pathId, storable } from "./fields.ts";
import { careTag as tag } from "./queue.ts";

const name = z.string().meta({ minLength: 1, maxLength: 60 });
const keptSchema = named("DeskKept", z.object({ id: idSchema }));
const byId = (what: string) => z.object({ id: pathId.meta({ description: `The ${what}'s id.` }) });
const view = z.enum(queueViews);
const urgency = z.enum(urgencies).nullable();
const area = storable.nullable().meta({ description: "A subject area's slug; null for any." });

/** What those who work at the desk keep, and taking back what they have just done. */
export const deskOperations = [
  operation({
    id: "undoProblem",
    method: "post",
    path: "/communities/{slug}/problems/{id}/undo",
    tag,
    summary: "Take back what one has just done to a problem",
    description: "Taking it, putting it off, handing it over or sorting it: the last step, within ten minutes.",
    permission: "work on problems",
    params: byId("problem"),
    success: { status: 200, schema: movedSchema, says: "It is as it was before; both steps stay written." },
    refusals: ["problem-missing", "problem-over", "undo-too-late"],
    async change(tx, { actor, params: { id } }) {
      const undone = await undoAct(tx, actor, id);
      return undone.ok ? fine(showMoved(undone.value)) : undone;
    },
  }),
  operation({
    id: "listMacros",
    method: "get",
    path: "/communities/{slug}/macros",
    tag,
    summary: "Words that are said again and again at the desk",
    permission: "see problems",
    success: {
      status: 200,
      schema: named("MacroList", z.object({ macros: z.array(z.object({ id: idSchema, name, body: z.string() })) })),
      says: "By name.",
    },
    async readAsMember({ community, services }) {
      return fine({ macros: await listMacros(services.store.database, community.id) });
    },
  }),
  operation({
    id: "setMacro",
    method: "put",
    path: "/communities/{slug}/macros",
    tag,
    summary: "Set a macro",
    description: `Makes it, or changes the one with this name. Variables: ${macroVariables.map((one) => `\`{${one}}\``).join(", ")}.`,
    permission: "work on problems",
    body: named("Macro", z.strictObject({ name, body: bodyField })),
    success: { status: 200, schema: keptSchema, says: "Set." },
    refusals: ["name-length", "body-empty", "body-too-long", "macro-variable-unknown"],
    async change(tx, { actor, body }) {
      const set = await setMacro(tx, actor, body);
      return set.ok ? fine(set.value) : set;
    },
  }),
  operation({
    id: "removeMacro",
    method: "delete",
    path: "/communities/{slug}/macros/{id}",
    tag,
    summary: "Remove a macro",
    permission: "work on problems",
    params: byId("macro"),
    success: { status: 204, says: "Removed." },
    refusals: ["macro-missing"],
    async change(tx, { actor, params: { id } }) {
      const removed = await removeMacro(tx, actor, id);
      return removed.ok ? done : removed;
    },
  }),
  operation({
    id: "listMyViews",
    method: "get",
    path: "/communities/{slug}/me/views",
    tag,
    summary: "The caller's own views of the queue",
    permission: "see problems",
    success: {
      status: 200,
      schema: named(
        "SavedViewList",
        z.object({ views: z.array(z.object({ id: idSchema, name, view, urgency, area })) }),
      ),
      says: "By name.",
    },
    async readAsMember({ actor, community, services }) {
      return fine({ views: await listSavedViews(services.store.database, community.id, actor.memberId) });
    },
  }),
  operation({
    id: "saveMyView",
    method: "put",
    path: "/communities/{slug}/me/views",
    tag,
    summary: "Keep a view with its filters under a name",
    description: "The caller's one with this name is replaced.",
    permission: "work on problems",
    body: named("SavedView", z.strictObject({ name, view, urgency: urgency.default(null), area: area.default(null) })),
    success: { status: 200, schema: keptSchema, says: "Kept." },
    refusals: ["name-length", "area-missing"],
    async change(tx, { actor, body }) {
      const kept = await saveView(tx, actor, body);
      return kept.ok ? fine(kept.value) : kept;
    },
  }),
  operation({
    id: "removeMyView",
    method: "delete",
    path: "/communities/{slug}/me/views/{id}",
    tag,
    summary: "Forget one of the caller's own views",
    permission: "work on problems",
    params: byId("view"),
    success: { status: 204, says: "Forgotten." },
    refusals: ["view-missing"],
    async change(tx, { actor, params: { id } }) {
      const removed = await removeView(tx, actor, id);
      return removed.ok ? done : removed;
    },
  }),
];
