import { type Actor, ensureMay } from "../accounts/index.ts";
import { cleanText, err, ok, type Result, refusal } from "../kernel/index.ts";
import type { Transaction } from "../store/index.ts";
import { type CommunityFields, checkName } from "./fields.ts";
import { updateCommunity } from "./queries/index.ts";

/** Changes what the actor's community says of itself, and how it looks. */
export async function editCommunity(
  tx: Transaction,
  actor: Actor,
  fields: CommunityFields,
): Promise<Result<{ id: number }>> {
  const permitted = ensureMay(actor, "edit the community");
  if (!permitted.ok) return permitted;
  const name = checkName(fields.name);
  if (!name.ok) return name;
  const description = cleanText(fields.description).trim().slice(0, 1000);
  for (const field of ["colourAccent", "colourPaper"] as const) {
    if (fields[field] !== null && !/^#[0-9a-f]{6}$/i.test(fields[field])) {
      const said = "A colour is written as # and six digits or letters from a to f.";
      return err(refusal("invalid", "colour-invalid", said, "Try something like #00565e.", { [field]: said }));
    }
  }
  await updateCommunity(tx, actor.communityId, { ...fields, name: name.value, description });
  const { communityId: id, memberId: actorId } = actor;
  tx.append({ communityId: id, kind: "community.edited", actorId, subject: "community", subjectId: id });
  return ok({ id });
}
