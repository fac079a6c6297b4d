import { type Actor, ensureMay, type Permission } from "../../accounts/index.ts";
import { err, ok, type Refusal, type Result, refusal } from "../../kernel/index.ts";
import type { Database, Transaction } from "../../store/index.ts";
import { insertSettingChange, type SettingName } from "../queries/setting-changes.ts";

/** Which one is meant: the one with this id, a new one, or (undefined) the one of this name, made where there is none. */
export type Which = number | "new" | undefined;

/** What was set, and the change that `undoSetting` takes back. */
export interface Kept {
  readonly id: number;
  readonly change: number;
}

/** One kind of thing that is set for care: how it is checked, read, written and removed. */
export interface Setting<Fields> {
  readonly kind: SettingName;
  readonly permission: Extract<Permission, "manage care" | "manage groups" | "limit how often one is asked">;
  /** What the event log calls it. */
  readonly subject: string;
  readonly event: { readonly set: string; readonly removed: string };
  /** The fields made sound, or why they are refused. */
  check(tx: Transaction, communityId: number, typed: Fields): Promise<Result<Fields>>;
  /** The id of the one that has this name already. */
  find(tx: Transaction, communityId: number, fields: Fields): Promise<number | null>;
  read(database: Database, communityId: number, id: number): Promise<Fields | null>;
  insert(tx: Transaction, communityId: number, fields: Fields, id?: number): Promise<number>;
  update(tx: Transaction, communityId: number, id: number, fields: Fields): Promise<void>;
  /** False where something goes by it. */
  remove(tx: Transaction, communityId: number, id: number): Promise<boolean>;
  readonly refusals: { readonly missing: Refusal; readonly taken: Refusal };
}

/** Sets one of them, and keeps what was set before. */
export async function keepSetting<Fields>(
  tx: Transaction,
  actor: Actor,
  setting: Setting<Fields>,
  typed: Fields,
  which: Which,
): Promise<Result<Kept>> {
  const permitted = ensureMay(actor, setting.permission);
  if (!permitted.ok) return permitted;
  const { communityId } = actor;
  const checked = await setting.check(tx, communityId, typed);
  if (!checked.ok) return checked;
  const named = await setting.find(tx, communityId, checked.value);
  if (which !== undefined && named !== null && named !== which) return err(setting.refusals.taken);
  const before = typeof which === "number" ? which : named;
  const was = before === null ? null : await setting.read(tx.db, communityId, before);
  if (before !== null && was === null) return err(setting.refusals.missing);
  if (before !== null) await setting.update(tx, communityId, before, checked.value);
  const id = before ?? (await setting.insert(tx, communityId, checked.value));
  return ok(await written(tx, actor, setting, { id, was, event: setting.event.set }));
}

/** Removes one of them, unless something goes by it. */
export async function removeSetting<Fields>(
  tx: Transaction,
  actor: Actor,
  setting: Setting<Fields>,
  id: number,
): Promise<Result<Kept>> {
  const permitted = ensureMay(actor, setting.permission);
  if (!permitted.ok) return permitted;
  const was = await setting.read(tx.db, actor.communityId, id);
  if (was === null) return err(setting.refusals.missing);
  if (!(await setting.remove(tx, actor.communityId, id))) return err(settingInUse);
  return ok(await written(tx, actor, setting, { id, was, event: setting.event.removed }));
}

async function written<Fields>(
  tx: Transaction,
  actor: Actor,
  { kind, subject }: Setting<Fields>,
  { id, was, event }: { id: number; was: Fields | null; event: string },
): Promise<Kept> {
  const { communityId, memberId } = actor;
  const change = await insertSettingChange(tx, communityId, { kind, subjectId: id, was, byId: memberId });
  tx.append({ communityId, kind: event, actorId: memberId, subject, subjectId: id });
  return { id, change };
}

export const settingInUse = refusal(
  "conflict",
  "setting-in-use",
  "Teams, promises or problems go by this, so it cannot be removed.",
  "Change it instead, or let them go by another one first.",
);
