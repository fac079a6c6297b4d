import { pathsOf } from "./url.ts";

/** What the page for one thing is called in its address; `new` in place of an id makes one. */
export type CarePart = "calendars" | "teams" | "areas" | "promises";

/** Addresses of what is set for care. */
export function carePathsOf(slug: string) {
  const { home, admin, adminGroup } = pathsOf(slug);
  const care = `${admin}/care`;
  const one = (part: CarePart, id: number | "new") => `${care}/${part}/${id}`;
  return {
    care,
    begin: `${care}/first-setup`,
    learn: `${care}/learning`,
    one,
    remove: (part: CarePart, id: number) => `${one(part, id)}/remove`,
    ladder: (group: string) => `${adminGroup(group)}/ladder`,
    limits: `${home}/limits`,
    /** POST: takes back what was just set; the newest change first. */
    undo: (changes: readonly number[]) => `${home}/care-settings/undo/${changes.join("-")}`,
  };
}
