import { type Actor, ensureMay } from "../../accounts/index.ts";
import { err, ok, type Result, refusal } from "../../kernel/index.ts";
import type { Transaction } from "../../store/index.ts";
import { limitSetting } from "../limits.ts";
import { lockLastSettingChange, markSettingUndone, type SettingName } from "../queries/setting-changes.ts";
import { minuteMs } from "../settings.ts";
import { areaSetting } from "./areas.ts";
import { calendarSetting } from "./calendars.ts";
import { ladderSetting } from "./ladders.ts";
import { serviceLevelSetting } from "./service-levels.ts";
import { type Setting, settingInUse } from "./setting.ts";
import { teamSetting } from "./teams.ts";

// Each kind reads back what it wrote itself, so what type its fields have is its own affair here.
const settings: Record<SettingName, Setting<unknown>> = {
  calendar: calendarSetting as Setting<unknown>,
  team: teamSetting as Setting<unknown>,
  area: areaSetting as Setting<unknown>,
  "service-level": serviceLevelSetting as Setting<unknown>,
  ladder: ladderSetting as Setting<unknown>,
  limits: limitSetting as Setting<unknown>,
};

const undoneWithinMs = 10 * minuteMs;

/**
 * Takes back what somebody has just set or removed: it is as it was before. Only by whoever did it, for ten minutes, and only while
 * nobody has set the same thing since.
 */
export async function undoSetting(tx: Transaction, actor: Actor, change: number): Promise<Result<{ id: number }>> {
  const { communityId, memberId } = actor;
  const last = await lockLastSettingChange(tx, communityId, change);
  if (!last || last.undoneAt || last.byId !== memberId || tx.now.getTime() - last.at.getTime() > undoneWithinMs) {
    return err(tooLate);
  }
  const setting = settings[last.kind];
  const permitted = ensureMay(actor, setting.permission);
  if (!permitted.ok) return permitted;
  const id = last.subjectId;
  const there = (await setting.read(tx.db, communityId, id)) !== null;
  if (last.was === null) {
    if (!(await setting.remove(tx, communityId, id))) return err(settingInUse);
  } else {
    const checked = await setting.check(tx, communityId, last.was);
    if (!checked.ok) return checked;
    const named = await setting.find(tx, communityId, checked.value);
    if (named !== null && named !== id) return err(setting.refusals.taken);
    if (there) await setting.update(tx, communityId, id, checked.value);
    else await setting.insert(tx, communityId, checked.value, id);
  }
  await markSettingUndone(tx, communityId, change);
  const kind = last.was === null ? setting.event.removed : setting.event.set;
  tx.append({ communityId, kind, actorId: memberId, subject: setting.subject, subjectId: id, data: { undone: true } });
  return ok({ id });
}

const tooLate = refusal(
  "conflict",
  "setting-undo-too-late",
  "This cannot be taken back any more: it was set anew since, or ten minutes have passed.",
  "Look at it as it stands now, and change it there.",
);
