import { providePerson } from "../../accounts/index.ts";
import { type ImportItem, rememberImported } from "../queries/index.ts";
import { remember } from "./ids.ts";
import * as write from "./queries/restore.ts";
import * as into from "./queries/restore-rows.ts";
import type { Context, Line } from "./restore.ts";

export async function restoreMembers(
  { tx, key, communityId, restored }: Context,
  lines: readonly Line<"members">[],
): Promise<void> {
  const persons = new Map<number, string>();
  for (const { record } of lines) {
    if (record.email === null) continue;
    const { name, email, emailVerified } = record;
    const provided = await providePerson(tx, { name, email, emailVerified });
    if (provided.ok && provided.value) persons.set(record.id, provided.value.personId);
    else restored.unlinked += 1;
  }
  const here = await write.findMembersOfPersons(tx, communityId, [...persons.values()]);
  const fresh = await write.takeIds(tx, "member", lines.length);
  const items: ImportItem[] = [];
  const rows: into.MemberRow[] = [];
  lines.forEach(({ record }, index) => {
    const personId = persons.get(record.id) ?? null;
    const already = personId === null ? undefined : here.get(personId);
    const id = already ?? fresh[index] ?? 0;
    items.push({ kind: "member", sourceId: record.id, targetId: id });
    if (already !== undefined) return;
    if (personId !== null) here.set(personId, id);
    const { name, about, locale, theme, staff } = record;
    const times = { joined_at: record.joinedAt, erased_at: record.erasedAt };
    rows.push({ community_id: communityId, id, person_id: personId, name, about, locale, theme, staff, ...times });
  });
  await into.insertMembers(tx, rows);
  await rememberImported(tx, key, items);
}

export async function restoreRoles({ tx, communityId, ids }: Context, lines: readonly Line<"roles">[]): Promise<void> {
  await ids.load(
    "member",
    lines.flatMap(({ record }) => [record.memberId, record.grantedBy]),
  );
  const rows = lines.map(({ line, record }) => ({
    community_id: communityId,
    member_id: ids.of("member", record.memberId, line),
    role: record.role,
    granted_at: record.grantedAt,
    granted_by: record.grantedBy === null ? null : (ids.find("member", record.grantedBy) ?? null),
  }));
  await into.insertRoles(tx, rows);
}

export async function restoreGroups(
  { tx, key, communityId }: Context,
  lines: readonly Line<"groups">[],
): Promise<void> {
  const here = await write.findGroupsBySlug(
    tx,
    communityId,
    lines.map(({ record }) => record.slug),
  );
  const fresh = await write.takeIds(tx, "community_group", lines.length);
  const placed = lines.map(({ record }, index) => ({ record, id: here.get(record.slug) ?? fresh[index] ?? 0 }));
  const rows = placed.flatMap(({ record, id }) => {
    if (here.has(record.slug)) return [];
    const { slug, name, purpose, rules, charter, createdAt, archivedAt, solvedFrom } = record;
    return [
      {
        community_id: communityId,
        id,
        slug,
        name,
        purpose,
        rules,
        charter,
        created_at: createdAt,
        archived_at: archivedAt,
        solved_from: solvedFrom,
      },
    ];
  });
  await into.insertGroups(tx, rows);
  await remember(tx, key, "group", placed);
}

export async function restoreGroupMembers(
  { tx, communityId, ids }: Context,
  lines: readonly Line<"group-members">[],
): Promise<void> {
  await ids.load(
    "member",
    lines.map(({ record }) => record.memberId),
  );
  await ids.load(
    "group",
    lines.map(({ record }) => record.groupId),
  );
  const rows = lines.map(({ line, record }) => ({
    community_id: communityId,
    group_id: ids.of("group", record.groupId, line),
    member_id: ids.of("member", record.memberId, line),
    joined_at: record.joinedAt,
  }));
  await into.insertGroupMembers(tx, rows);
}

export async function restoreTags({ tx, communityId }: Context, lines: readonly Line<"tags">[]): Promise<void> {
  const rows = lines.map(({ record: { name, description, createdAt } }) => {
    return { community_id: communityId, name, description, created_at: createdAt };
  });
  await into.insertTags(tx, rows);
}
