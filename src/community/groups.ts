import { type Actor, ensureMay } from "../accounts/index.ts";
import { cleanText, err, ok, type Result, refusal } from "../kernel/index.ts";
import type { Transaction } from "../store/index.ts";
import { checkName, checkSlug, type GroupFields } from "./fields.ts";
import { deleteGroupMember, findGroup, insertGroup, insertGroupMember, updateGroup } from "./queries/index.ts";
import { groupMissing } from "./refusals.ts";

/** Opens a group; returns its id. */
export async function createGroup(
  tx: Transaction,
  actor: Actor,
  fields: GroupFields,
): Promise<Result<{ id: number; slug: string }>> {
  const permitted = ensureMay(actor, "manage groups");
  if (!permitted.ok) return permitted;
  const checked = checkFields(fields);
  if (!checked.ok) return checked;
  const id = await insertGroup(tx, actor.communityId, checked.value);
  if (id === null) {
    const said = "Another group has this address.";
    return err(refusal("conflict", "group-exists", said, "Choose another address.", { slug: said }));
  }
  tell(tx, actor, "group.created", id);
  return ok({ id, slug: checked.value.slug });
}

/** Changes a group's name, purpose, rules or charter; its address stays, so that links to it keep working. */
export async function editGroup(
  tx: Transaction,
  actor: Actor,
  slug: string,
  fields: Omit<GroupFields, "slug"> & { readonly archived?: boolean },
): Promise<Result<{ id: number }>> {
  const permitted = ensureMay(actor, "manage groups");
  if (!permitted.ok) return permitted;
  const group = await findGroup(tx.db, actor.communityId, slug);
  if (!group) return err(groupMissing);
  const checked = checkFields({ ...fields, slug: group.slug });
  if (!checked.ok) return checked;
  const archivedAt = fields.archived ? (group.archivedAt ?? tx.now) : null;
  await updateGroup(tx, actor.communityId, group.id, checked.value, archivedAt);
  tell(tx, actor, "group.edited", group.id);
  return ok({ id: group.id });
}

/** Joins a group; joining twice changes nothing. */
export async function joinGroup(tx: Transaction, actor: Actor, slug: string): Promise<Result<{ id: number }>> {
  const permitted = ensureMay(actor, "join groups");
  if (!permitted.ok) return permitted;
  const group = await findGroup(tx.db, actor.communityId, slug);
  if (!group || group.archivedAt) return err(groupMissing);
  if (await insertGroupMember(tx, actor.communityId, group.id, actor.memberId))
    tell(tx, actor, "group.joined", group.id);
  return ok({ id: group.id });
}

/** Leaves a group. */
export async function leaveGroup(tx: Transaction, actor: Actor, slug: string): Promise<Result<{ id: number }>> {
  const group = await findGroup(tx.db, actor.communityId, slug);
  if (!group) return err(groupMissing);
  if (await deleteGroupMember(tx, actor.communityId, group.id, actor.memberId)) tell(tx, actor, "group.left", group.id);
  return ok({ id: group.id });
}

const solvedFromInvalid = refusal(
  "invalid",
  "solved-from-invalid",
  "From when on something counts as solved is a probability above 0, up to 1.",
  "Choose one of those that are offered, or none.",
  { solvedFrom: "This is no probability above 0, up to 1." },
);

function checkFields(fields: GroupFields): Result<GroupFields> {
  const slug = checkSlug(fields.slug);
  if (!slug.ok) return slug;
  const name = checkName(fields.name);
  if (!name.ok) return name;
  const { solvedFrom = null } = fields;
  if (solvedFrom !== null && !(solvedFrom > 0 && solvedFrom <= 1)) return err(solvedFromInvalid);
  return ok({
    slug: slug.value,
    name: name.value,
    purpose: cleanText(fields.purpose).trim().slice(0, 1000),
    rules: cleanText(fields.rules).trim().slice(0, 10_000),
    charter: fields.charter,
    solvedFrom,
  });
}

function tell(tx: Transaction, actor: Actor, kind: string, groupId: number): void {
  tx.append({ communityId: actor.communityId, kind, actorId: actor.memberId, subject: "group", subjectId: groupId });
}
