import { type Actor, ensureMay } from "../accounts/index.ts";
import { checkBody } from "../conversation/index.ts";
import { cleanLine, err, lengthOf, ok, type Result, refusal } from "../kernel/index.ts";
import type { Transaction } from "../store/index.ts";
import { macroVariables, unknownVariables } from "./fill-macro.ts";
import type { Urgency } from "./problem.ts";
import { findAreaBySlug } from "./queries/areas.ts";
import { deleteMacro, deleteSavedView, upsertMacro, upsertSavedView } from "./queries/desk.ts";
import type { QueueView } from "./queries/queue.ts";
import { areaMissing } from "./refusals.ts";

/** Sets a macro: makes it, or changes the one with this name. */
export async function setMacro(
  tx: Transaction,
  actor: Actor,
  typed: { readonly name: string; readonly body: string },
): Promise<Result<{ id: number }>> {
  const name = nameAtDesk(actor, typed.name);
  if (!name.ok) return name;
  const body = checkBody(typed.body);
  if (!body.ok) return body;
  const [unknown] = unknownVariables(body.value);
  if (unknown !== undefined) return err(variableUnknown(unknown));
  const { communityId, memberId: byId } = actor;
  const id = await upsertMacro(tx, communityId, { name: name.value, body: body.value, byId });
  tx.append({ communityId, kind: "macro.set", actorId: byId, subject: "macro", subjectId: id });
  return ok({ id });
}

/** Removes a macro. */
export async function removeMacro(tx: Transaction, actor: Actor, id: number): Promise<Result<{ id: number }>> {
  const permitted = ensureMay(actor, "work on problems");
  if (!permitted.ok) return permitted;
  const { communityId, memberId: actorId } = actor;
  if (!(await deleteMacro(tx, communityId, id))) return err(macroMissing);
  tx.append({ communityId, kind: "macro.removed", actorId, subject: "macro", subjectId: id });
  return ok({ id });
}

/** Keeps a view with its filters under a name of one's own; the one with this name is replaced. */
export async function saveView(
  tx: Transaction,
  actor: Actor,
  wish: {
    readonly name: string;
    readonly view: QueueView;
    readonly urgency?: Urgency | null | undefined;
    /** A subject area's slug. */
    readonly area?: string | null | undefined;
  },
): Promise<Result<{ id: number }>> {
  const name = nameAtDesk(actor, wish.name);
  if (!name.ok) return name;
  const area = wish.area ? await findAreaBySlug(tx.db, actor.communityId, wish.area) : null;
  if (wish.area && !area) return err(areaMissing);
  const { view, urgency = null } = wish;
  const id = await upsertSavedView(tx, actor, { name: name.value, view, urgency, areaId: area?.id ?? null });
  return ok({ id });
}

/** Removes one of one's own views. */
export async function removeView(tx: Transaction, actor: Actor, id: number): Promise<Result<{ id: number }>> {
  const permitted = ensureMay(actor, "work on problems");
  if (!permitted.ok) return permitted;
  return (await deleteSavedView(tx, actor, id)) ? ok({ id }) : err(viewMissing);
}

const longestName = 60;

function nameAtDesk(actor: Actor, typed: string): Result<string> {
  const permitted = ensureMay(actor, "work on problems");
  if (!permitted.ok) return permitted;
  const name = cleanLine(typed);
  return name !== "" && lengthOf(name) <= longestName ? ok(name) : err(nameNeeded);
}

const nameNeeded = refusal(
  "invalid",
  "name-length",
  `A name has between 1 and ${longestName} characters.`,
  "Choose a short one that you will find again.",
  { name: `Between 1 and ${longestName} characters.` },
);
const macroMissing = refusal(
  "missing",
  "macro-missing",
  "There is no such macro.",
  "Go back to the list of macros and look at it anew.",
);
const viewMissing = refusal("missing", "view-missing", "There is no such view.", "Choose one of your own views.");

function variableUnknown(name: string) {
  const said = `{${name.slice(0, 40)}} stands for nothing.`;
  const known = macroVariables.map((one) => `{${one}}`).join(", ");
  return refusal("invalid", "macro-variable-unknown", said, `What can stand there: ${known}.`, { body: said });
}
