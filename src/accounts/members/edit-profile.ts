import { err, ok, type Result } from "../../kernel/index.ts";
import type { Transaction } from "../../store/index.ts";
import type { Actor, Theme } from "../actor.ts";
import { ensureMay } from "../permissions.ts";
import { checkAbout, checkLocale, checkName } from "../profile.ts";
import { noSuchMember } from "./change-roles.ts";
import { readMember, updateProfile } from "./queries.ts";

/** What is left out stays as it is. */
export interface ProfileChange {
  readonly name?: string;
  readonly about?: string;
  /** null follows the browser. */
  readonly locale?: string | null;
  /** null follows the device. */
  readonly theme?: Theme | null;
}

/** Changes one's own profile in one community. Appends `member.edited` with the names of the fields that changed. */
export async function editProfile(tx: Transaction, actor: Actor, change: ProfileChange): Promise<Result<void>> {
  const allowed = ensureMay(actor, "edit own profile");
  if (!allowed.ok) return allowed;
  const checked = checkChange(change);
  if (!checked.ok) return checked;
  const { communityId, memberId } = actor;
  const before = await readMember(tx.db, communityId, memberId);
  if (!before) return err(noSuchMember());
  const changed = Object.fromEntries(
    Object.entries(checked.value).filter(([field, value]) => before[field as keyof ProfileChange] !== value),
  ) as ProfileChange;
  const fields = Object.keys(changed);
  if (fields.length === 0) return ok(undefined);
  await updateProfile(tx, communityId, memberId, changed);
  tx.append({
    communityId,
    kind: "member.edited",
    actorId: memberId,
    subject: "member",
    subjectId: memberId,
    data: { fields },
  });
  return ok(undefined);
}

function checkChange(change: ProfileChange): Result<ProfileChange> {
  const checked: { -readonly [Field in keyof ProfileChange]: ProfileChange[Field] } = {};
  if (change.name !== undefined) {
    const name = checkName(change.name);
    if (!name.ok) return name;
    checked.name = name.value;
  }
  if (change.about !== undefined) {
    const about = checkAbout(change.about);
    if (!about.ok) return about;
    checked.about = about.value;
  }
  if (change.locale !== undefined) {
    const locale = change.locale === null ? ok(null) : checkLocale(change.locale);
    if (!locale.ok) return locale;
    checked.locale = locale.value;
  }
  if (change.theme !== undefined) checked.theme = change.theme;
  return ok(checked);
}
