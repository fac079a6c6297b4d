import type { Actor } from "../../accounts/index.ts";
import { checkTags } from "../../community/index.ts";
import { err, ok, type Result, refusal } from "../../kernel/index.ts";
import type { Transaction } from "../../store/index.ts";
import { type AreaFields, deleteArea, findAreaById, findAreaBySlug, insertArea, updateArea } from "../queries/areas.ts";
import { findTeam } from "../queries/people.ts";
import { areaMissing, teamMissing } from "../refusals.ts";
import { checkName } from "./names.ts";
import { type Kept, keepSetting, removeSetting, type Setting, type Which } from "./setting.ts";

const mostAreaTags = 200;
const slugRule = "The address may have small letters, digits and single hyphens, 60 at most.";
const slugInvalid = refusal("invalid", "slug-invalid", slugRule, "Try something like power-supply.", {
  slug: slugRule,
});
const taken = "Another subject area has this address already.";
const slugTaken = refusal("conflict", "area-slug-taken", taken, "Choose another address, or change that area.", {
  slug: taken,
});

export const areaSetting: Setting<AreaFields> = {
  kind: "area",
  permission: "manage care",
  subject: "area",
  event: { set: "area.set", removed: "area.removed" },
  async check(tx, communityId, area) {
    const name = checkName(area.name);
    if (!name.ok) return name;
    const slug = area.slug.trim().toLowerCase();
    if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug) || slug.length > 60) return err(slugInvalid);
    if (area.teamId !== null && !(await findTeam(tx.db, communityId, area.teamId))) return err(teamMissing);
    const tags: string[] = [];
    // Five at once is what a question may have; an area may have many.
    for (const tag of area.tags.slice(0, mostAreaTags)) {
      const checked = checkTags([tag]);
      if (!checked.ok) return checked;
      tags.push(...checked.value);
    }
    return ok({ slug, name: name.value, teamId: area.teamId, tags: [...new Set(tags)] });
  },
  find: async (tx, communityId, { slug }) => (await findAreaBySlug(tx.db, communityId, slug))?.id ?? null,
  async read(database, communityId, id) {
    const area = await findAreaById(database, communityId, id);
    if (!area) return null;
    const { slug, name, tags, teamId } = area;
    return { slug, name, tags, teamId };
  },
  insert: insertArea,
  update: updateArea,
  remove: deleteArea,
  refusals: { missing: areaMissing, taken: slugTaken },
};

/** Sets a subject area: which tags belong to it, and which team answers for it. */
export function setArea(tx: Transaction, actor: Actor, area: AreaFields, which?: Which): Promise<Result<Kept>> {
  return keepSetting(tx, actor, areaSetting, area, which);
}

/** Removes a subject area in which nothing was ever placed. */
export function removeArea(tx: Transaction, actor: Actor, id: number): Promise<Result<Kept>> {
  return removeSetting(tx, actor, areaSetting, id);
}
